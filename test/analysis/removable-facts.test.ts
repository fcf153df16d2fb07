import fc from "fast-check";
import { removableFacts } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { policyOf } from "../policy/a-policy.js";
import { extendWith } from "../policy/extend-with.js";
import { draws } from "../prove/draws.js";
import { linesOfPolicy, type Space, spaceOf } from "./brute-force.js";
import { analysisOf, worlds } from "./small-policies.js";
import { areAlike } from "./steps.js";

/** Whether what is told of all facts but some settles the tier of every app. */
const canGo = ({ columns, apps }: Space, facts: readonly string[]) =>
  apps.every((one) =>
    apps.every(
      (other) =>
        one.rank === other.rank || !areAlike(one, other, (index) => facts.includes(columns[index]?.name ?? "")),
    ),
  );

test("a fact can go when it decides nowhere; and so many at once as no other fact can do without", () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      const space = spaceOf(world);
      const drawn = linesOfPolicy(world.policy).map(({ fact }) => fact);
      // What the policy does not ask for settles nothing.
      const unasked = Object.keys(world.facts).filter((fact) => !drawn.includes(fact));
      const facts = Object.keys(world.facts).filter((fact) => drawn.includes(fact) && canGo(space, [...unasked, fact]));
      const together: string[] = [];
      for (const fact of facts) if (canGo(space, [...unasked, ...together, fact])) together.push(fact);
      expect(removableFacts(analysisOf(world))).toEqual({ verdict: "exact", facts, together });
    }),
    draws(300),
  );
});

test("a fact that only a rule without effect asks for can go", () => {
  const policy = extendWith(frozenPolicy, {
    id: "ours",
    version: "1.0.0",
    add: {
      criteria: [
        {
          id: "documented-crowd",
          tier: "together",
          title: "A crowd without documents",
          why: "Nobody can look it up.",
          when: {
            all: [
              { fact: "users", atLeast: 900 },
              { fact: "documentation", is: "none" },
            ],
          },
        },
      ],
    },
  });
  const told = removableFacts(policy);
  const facts = told.verdict === "exact" ? told.facts : [];
  expect(facts).toContain("documentation");
  expect(facts).not.toContain("users");
});

test("a fact cannot go because one settles it that the policy does not ask for", () => {
  const policy = policyOf({ fact: "dataSensitivity", is: "sensitive" });
  expect(removableFacts(policy)).toEqual({ verdict: "exact", facts: [], together: [] });
});
