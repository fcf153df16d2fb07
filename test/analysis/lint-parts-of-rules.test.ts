import type { Policy } from "plimsoll";
import { createAnalysis, type LintFinding, lintPolicy } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { criterion, emptyPolicy, limitedTiers } from "../policy/a-policy.js";
import { tiny } from "./tiny-world.js";

const isRed = { fact: "colour", is: "red" };
const isGreen = { fact: "colour", is: "green" };
const isOutside = { fact: "outside", is: true };
const people = (atLeast: number) => ({ fact: "people", atLeast });

const isPart = ({ id }: LintFinding) => id === "redundant-part" || id === "idle-line";

/** What is told of parts of conditions: by whom, where, and what. */
const partsTold = (policy: Policy) =>
  lintPolicy(createAnalysis(policy, tiny))
    .findings.filter(isPart)
    .map(({ id, rule, pointer, explanation }) => [id, rule, pointer, explanation]);

const ruled = (when: unknown, unless: unknown): Policy => ({
  ...emptyPolicy,
  criteria: [criterion(when, { title: "Too many", unless })],
});
const limited = (holds: unknown, unless?: unknown): Policy => ({
  ...emptyPolicy,
  tiers: limitedTiers(holds, { title: "Too many", ...(unless !== undefined && { unless }) }),
});

const without = (rule: string, pointer: string, words: string) => [
  "redundant-part",
  rule,
  pointer,
  `The rule "Too many" holds for the same apps without this part: ${words}.`,
];

test.each<readonly [what: string, policy: Policy, told: readonly unknown[]]>([
  [
    "an exemption of what does not stand anyway, whatever it is made of",
    ruled(people(10), { all: [{ fact: "people", below: 5 }, isRed] }),
    [without("rule", "/criteria/0/unless", "What of people? Fewer than 5 people; and What of colour? Red")],
  ],
  [
    "a part of an exemption that another part implies",
    ruled(people(10), { all: [people(50), people(30)] }),
    [without("rule", "/criteria/0/unless/all/1", "What of people? 30 people or more")],
  ],
  [
    "a part of an exemption that the rule implies",
    ruled(people(10), { all: [people(5), isRed] }),
    [without("rule", "/criteria/0/unless/all/0", "What of people? 5 people or more")],
  ],
  [
    "a part of the rule that is always exempted",
    ruled({ any: [people(10), { all: [isOutside, isRed] }] }, isRed),
    [without("rule", "/criteria/0/when/any/1", "What of outside? Yes; and What of colour? Red")],
  ],
  [
    "an exemption whose line no value is beyond",
    ruled(people(10), { fact: "people", below: 0 }),
    [
      [
        "idle-line",
        "rule",
        "/criteria/0/unless",
        "All values of this fact lie on one side of the line: What of people? Fewer than 0 people.",
      ],
    ],
  ],
  [
    "an exemption that takes in all that the rule leaves out, and not the rule as well",
    ruled(people(10), { fact: "people", below: 10 }),
    [without("rule", "/criteria/0/unless", "What of people? Fewer than 10 people")],
  ],
  [
    "a part of a limit",
    limited({
      all: [
        { fact: "people", below: 10 },
        { fact: "people", below: 20 },
      ],
    }),
    [without("limit", "/tiers/0/limits/0/holds/all/1", "What of people? Fewer than 20 people")],
  ],
  [
    "a part of a limit that is exempted wherever it matters",
    limited({ all: [{ fact: "people", below: 10 }, { not: isRed }] }, isRed),
    [without("limit", "/tiers/0/limits/0/holds/all/1", "What of colour? Not red")],
  ],
  [
    "a part of the exemption of a limit",
    limited({ fact: "people", below: 10 }, { all: [isRed, people(10)] }),
    [without("limit", "/tiers/0/limits/0/unless/all/1", "What of people? 10 people or more")],
  ],
  ["no exemption that exempts some", ruled(people(10), { all: [isRed, isOutside] }), []],
  ["no limit that some keep", limited({ fact: "people", below: 10 }, isRed), []],
])("a part of a rule is told: %s", (_, policy, told) => {
  expect(partsTold(policy)).toEqual(told);
});

const contradiction = { all: [isRed, isGreen, people(10)] };

test.each<readonly [what: string, policy: Policy, places: readonly string[]]>([
  ["nothing, of a rule that never holds", ruled(contradiction, isOutside), []],
  ["nothing, of a rule that always holds", ruled({ any: [people(0), isRed] }, contradiction), []],
  [
    "of a rule that falls with risk",
    ruled(
      {
        all: [
          { fact: "people", below: 10 },
          { fact: "people", below: 20 },
        ],
      },
      isRed,
    ),
    ["/criteria/0/when/all/1"],
  ],
  [
    "of a rule that never decides",
    { ...emptyPolicy, criteria: [criterion(people(5), { id: "many" }), criterion({ all: [people(10), people(9)] })] },
    ["/criteria/1/when/all/1"],
  ],
  [
    "of another rule beside one that never holds",
    {
      ...emptyPolicy,
      criteria: [criterion(contradiction, { id: "none" }), criterion({ all: [people(10), people(9)] })],
    },
    ["/criteria/1/when/all/1"],
  ],
])("parts are told: %s", (_, policy, places) => {
  expect(partsTold(policy).map(([, , pointer]) => pointer)).toEqual(places);
});
