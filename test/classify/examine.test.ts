import fc from "fast-check";
import { classify, deriveFacts, standardFacts, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { createExaminer } from "../../src/classify/index.js";
import { profileArbitrary } from "../arbitraries/profile.js";

const examine = createExaminer(standardPolicy);

describe("an examination", () => {
  test("classifies as classify does, and reads facts as deriveFacts does", () => {
    fc.assert(
      fc.property(profileArbitrary, (profile) => {
        const { classification, read } = examine(profile);
        expect(classification).toEqual(classify(profile));
        const names = Object.keys(standardFacts);
        expect(Object.fromEntries(names.map((name) => [name, read(name)]))).toEqual(deriveFacts(profile));
      }),
    );
  });

  test.each([
    ["holds", 140, true],
    ["does not hold", 40, false],
    ["is undecided", undefined, null],
  ])("asks a condition that %s, with its evidence", (_, users, holds) => {
    const audience = users === undefined ? {} : { users };
    const { ask } = examine({ id: "app", name: "App", audience });
    const answer = ask({ fact: "users", atLeast: 100 });
    expect(answer.holds).toBe(holds);
    expect(answer.evidence).toMatchObject([{ fact: "users", met: holds, pointers: ["/audience/users"] }]);
  });

  test("sees that a covered sign does not stand", () => {
    const component = { id: "payment-processing" };
    const data = { class: "payment" } as const;
    const stands = (entry: object) =>
      examine({ id: "app", name: "App", data: [{ ...data, ...entry }] }).ask({ sign: "sensitive-data" }).holds;
    expect([stands({}), stands({ component })]).toEqual([true, false]);
  });

  test("refuses a condition that the policy cannot have", () => {
    const { ask, read } = examine({ id: "app", name: "App" });
    expect(() => ask({ sign: "no such sign" })).toThrow(expect.objectContaining({ code: "invalid-policy" }));
    expect(() => read("no such fact")).toThrow(expect.objectContaining({ code: "invalid-policy" }));
  });
});
