import { safeExtendPolicy, safeParsePolicyChanges, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { boundary, check, component, review } from "../policy/a-governance.js";

const identity = { extends: "standard", id: "ours", version: "1.0.0" };

/** The mistakes in a file of changes, each with its place. */
function mistakesIn(changes: object): readonly string[] {
  const read = safeParsePolicyChanges({ ...identity, ...changes });
  return read.ok ? [] : read.problems.map(({ pointer, message }) => `${pointer}: ${message}`);
}

describe("changes of a policy in a file", () => {
  test("are what they would be as data, and where their schema is is no part of them", () => {
    const changes = { ...identity, change: { "many-users": { lines: { users: 50 } } } };
    const read = safeParsePolicyChanges({ $schema: "./policy-changes.schema.json", ...changes });
    expect(read).toEqual({ ok: true, value: changes });
    expect(read.ok && safeExtendPolicy(standardPolicy, read.value)).toMatchObject({ ok: true });
  });

  test("make a policy that does not say what it came from", () => {
    const extended = safeExtendPolicy(standardPolicy, identity);
    expect(extended.ok && Object.keys(extended.value).sort()).toEqual(Object.keys(standardPolicy).sort());
  });

  test.each<readonly [what: string, changes: object, said: string]>([
    ["a field", { chnge: {} }, '/chnge: "chnge" is not a field here. Did you mean "change"?'],
    [
      "a field of a rule",
      { change: { "many-users": { lins: { users: 50 } } } },
      '/change/many-users/lins: "lins" is not a field here. Did you mean "lines"?',
    ],
    [
      "a field of a review",
      { reviews: { security: { minuts: 5 } } },
      '/reviews/security/minuts: "minuts" is not a field here. Did you mean "minutes"?',
    ],
    ["what they extend", { extends: 7 }, "/extends: Expected text, but saw 7."],
    ["where their schema is", { $schema: 7 }, "/$schema: Expected text, but saw 7."],
  ])("are refused where %s is mistaken", (_, changes, said) => {
    expect(mistakesIn(changes)).toEqual([expect.stringContaining(said)]);
  });

  test("may say everything that a policy can be changed by", () => {
    const rule = { title: "Other", why: "For reasons.", advice: "Ask us.", source: "The handbook" };
    const when = { fact: "dailyDependence", is: true };
    expect(
      mistakesIn({
        ...{
          title: "Ours",
          description: "As we do it.",
          remove: ["a"],
          help: { who: "us", how: "Ring.", bring: "it" },
        },
        change: {
          a: { ...rule, lines: { users: [1, 2] }, severity: "high", tier: "b", when, unless: when },
          b: { holds: when, when: { users: { atLeast: 5 } } },
        },
        components: { c: { covers: ["a"] }, d: null },
        reviews: { c: { minutes: 60, checklist: [{ id: "cost", question: "Is it paid for?" }] }, d: null },
        boundaries: { c: { actions: ["deploy"], instead: "Wait." }, d: null },
        tables: { c: { hit: "first" } },
        adjustments: { c: { by: -1 } },
        audit: { everyDays: 31, tierPoints: { b: 5 }, checks: { c: { ...rule, beyond: "data" }, d: null } },
        add: {
          facts: { sites: { question: "Where?", domain: { kind: "boolean" }, from: { read: "/extensions/sites" } } },
          components: [component()],
          reviews: [review()],
          boundaries: [boundary()],
          checks: [check({ id: "small", when: { fact: "users", below: 5 } })],
        },
      }),
    ).toEqual([]);
  });
});
