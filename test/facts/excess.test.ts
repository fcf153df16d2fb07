import fc from "fast-check";
import { type AppProfile, type Domain, deriveFacts, type FactRecords, factsOf, standardPolicy } from "plimsoll";
import { constraintsOf, openFields, synthesizeProfile } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";

const levels = ["none", "trained", "expert"];
const level: Domain = { kind: "ordinal", levels };
const count = (unit: string) => ({ kind: "number", min: 0, whole: true, unit }) as const;
const own: FactRecords = {
  needed: { question: "Which level does it need?", domain: level, from: { read: "/extensions/needed" } },
  builder: { question: "Which level has its builder?", domain: level, from: { read: "/extensions/builder" } },
  licences: {
    question: "How many licences are there?",
    domain: count("licences"),
    from: { read: "/extensions/licences" },
  },
  levelsMissing: {
    question: "How far is the builder from it?",
    domain: count("levels"),
    from: { more: "needed", than: "builder" },
  },
  unlicensed: {
    question: "How many have no licence?",
    domain: count("people"),
    from: { more: "users", than: "licences" },
  },
  changedUnseen: {
    question: "For how many days has it run changed, and unseen?",
    domain: count("days"),
    from: { more: "daysSinceReview", than: "daysSinceChange" },
  },
  writesUnseen: {
    question: "More writes than watchers?",
    domain: count("systems"),
    from: { more: "systemsWritten", than: "activeOwners" },
  },
};
const facts = factsOf({ ...standardPolicy, facts: own });
const appOf = (rest: Partial<AppProfile>): AppProfile => ({ id: "a", name: "A", ...rest });

describe("by how much a fact is more than another", () => {
  test.each<readonly [says: string, profile: AppProfile, name: string, reading: object]>([
    [
      "of two levels",
      appOf({ extensions: { needed: "expert", builder: "none" } }),
      "levelsMissing",
      { kind: "exact", value: 2, evidence: ["/extensions/needed", "/extensions/builder"] },
    ],
    [
      "where it is less",
      appOf({ extensions: { needed: "none", builder: "expert" } }),
      "levelsMissing",
      { kind: "exact", value: 0 },
    ],
    [
      "where the other is the highest, whatever the one is",
      appOf({ extensions: { builder: "expert" } }),
      "levelsMissing",
      { kind: "exact", value: 0, evidence: ["/extensions/needed", "/extensions/builder"] },
    ],
    [
      "of one level that is known",
      appOf({ extensions: { builder: "trained" } }),
      "levelsMissing",
      { kind: "at-most", value: 1 },
    ],
    ["of a number that is known", appOf({ audience: { users: 7 } }), "unlicensed", { kind: "at-most", value: 7 }],
    ["of nothing", appOf({}), "unlicensed", { kind: "unknown", evidence: ["/audience/users", "/extensions/licences"] }],
    ["of the other alone", appOf({ extensions: { licences: 3 } }), "unlicensed", { kind: "unknown" }],
    [
      "of bounds",
      appOf({ audience: { users: { atLeast: 20, atMost: 30 } }, extensions: { licences: { atMost: 12 } } }),
      "unlicensed",
      { kind: "between", value: 8, upTo: 30 },
    ],
    [
      "of a bound and a number",
      appOf({ audience: { users: { atLeast: 20 } }, extensions: { licences: 12 } }),
      "unlicensed",
      { kind: "at-least", value: 8 },
    ],
    [
      "of a list that is not all",
      appOf({
        integrations: [{ system: "ERP", direction: "write" }],
        partial: ["/integrations"],
        ownership: { owners: [] },
      }),
      "writesUnseen",
      { kind: "at-least", value: 1, evidence: ["/integrations/0/direction", "/ownership/owners"] },
    ],
  ])("%s", (_, profile, name, reading) => {
    expect(deriveFacts(profile, facts)[name]).toMatchObject(reading);
  });

  test("of days, on the day that is asked about", () => {
    const profile = appOf({ lifecycle: { reviewedOn: "2026-01-01", lastChangedOn: "2026-03-01" } });
    expect(deriveFacts(profile, facts, { asOf: "2026-03-31" }).changedUnseen).toEqual({
      kind: "exact",
      value: 59,
      evidence: ["/lifecycle/reviewedOn", "/lifecycle/lastChangedOn"],
    });
    expect(deriveFacts(profile, facts).changedUnseen?.kind).toBe("unknown");
  });

  test("is asked for where the two are told, each as it is", () => {
    const ask = (profile: AppProfile) => {
      const fact = facts.unlicensed ?? expect.fail();
      return openFields(profile, fact).map(({ pointer, question }) => [pointer, question]);
    };
    const licences = ["/extensions/licences", "How many licences are there?"];
    expect(ask(appOf({}))).toEqual([["/audience/users", expect.any(String)], licences]);
    expect(ask(appOf({ audience: { users: 7 } }))).toEqual([licences]);
    expect(ask(appOf({ audience: { users: 7 }, extensions: { licences: 7 } }))).toEqual([]);
  });

  test("binds the three to one another", () => {
    expect(constraintsOf(facts)).toContainEqual({ fact: "unlicensed", more: "users", than: "licences" });
  });

  test("is had by an app that is made", () => {
    const asked = fc.record(
      {
        levelsMissing: fc.integer({ min: 0, max: 2 }),
        unlicensed: fc.nat(40),
        changedUnseen: fc.nat(400),
        writesUnseen: fc.nat(3),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(asked, (given) => {
        const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        const profile = synthesizeProfile(values, facts, { asOf: "2026-03-31" }) ?? expect.fail(JSON.stringify(values));
        const told = deriveFacts(profile, facts, { asOf: "2026-03-31" });
        for (const [name, value] of Object.entries(values)) expect(told[name]).toMatchObject({ kind: "exact", value });
      }),
      { numRuns: 60 },
    );
  });

  test("is not had where the two say otherwise", () => {
    const asked = { unlicensed: 3, users: 7, licences: 5 };
    expect(synthesizeProfile(asked, facts)).toBeUndefined();
    expect(synthesizeProfile({ ...asked, licences: 4 }, facts)?.extensions).toMatchObject({ licences: 4 });
  });
});
