import fc from "fast-check";
import { type AppProfile, classify, defineFact, deriveFacts, parseProfile, reading, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { synthesizeProfile } from "../../../src/facts/index.js";
import { valueIn } from "../../arbitraries/fact-value.js";
import { completeProfileArbitrary, lastDay } from "../../arbitraries/profile.js";
import { draws } from "../../prove/draws.js";

const read = (profile: AppProfile) => deriveFacts(profile, standardFacts, { asOf: lastDay });

test("an app of which nothing is asked is harmless, and everything about it is known", () => {
  const profile = synthesizeProfile({}, standardFacts, { asOf: lastDay }) ?? expect.fail();
  expect(classify(profile)).toMatchObject({ tier: "citizen", settled: true, findings: [] });
  expect(Object.values(read(profile)).every(({ kind }) => kind === "exact")).toBe(true);
});

describe.each(Object.entries(standardFacts))("the fact %s", (name, { domain }) => {
  test("can be anything that its domain allows", () => {
    fc.assert(
      fc.property(valueIn(domain), (value) => {
        const profile = synthesizeProfile({ [name]: value }, standardFacts, { asOf: lastDay });
        // Of numbers that need not be whole, some cannot be had by a division.
        if (profile === undefined) expect(name).toBe("userGrowth");
        else expect(read(parseProfile(profile))[name as "users"]).toMatchObject({ kind: "exact", value });
      }),
      draws(60),
    );
  });
});

test("whatever facts an app can have, one is made that has them", () => {
  fc.assert(
    fc.property(completeProfileArbitrary, fc.subarray(Object.keys(standardFacts), { maxLength: 4 }), (app, names) => {
      const told = read(app);
      const known = names.flatMap((name) => {
        const reading = told[name as "users"];
        return reading.kind === "exact" ? [[name, reading.value] as const] : [];
      });
      const values = Object.fromEntries(known);
      const profile = synthesizeProfile(values, standardFacts, { asOf: lastDay });
      if (profile === undefined) {
        expect(names).toContain("userGrowth");
        return;
      }
      const again = read(parseProfile(profile));
      for (const [name, value] of known) {
        const sorted = (told: unknown) => (Array.isArray(told) ? [...told].sort() : told);
        const reading = again[name as "users"];
        expect({ ...reading, value: sorted(Object(reading).value) }).toMatchObject({
          kind: "exact",
          value: sorted(value),
        });
      }
    }),
    draws(600),
  );
});

test("no app comes under one regime twice, however it is spelt", () => {
  expect(synthesizeProfile({ complianceRegimes: ["GDPR", "gdpr"] })).toBeUndefined();
});

test("an app that reads nothing and is connected writes", () => {
  const profile = synthesizeProfile({ systemsRead: 0, integrationPoints: 1 }) ?? expect.fail();
  expect(profile.integrations).toMatchObject([{ direction: "write" }]);
});

test.each([
  ["more systems written than there are", { integrationPoints: 1, systemsWritten: 2 }],
  ["a peak above the people", { users: 5, peakConcurrentUsers: 6 }],
  ["sensitive data that is not sensitive", { sensitiveData: ["health"], dataSensitivity: "general" }],
  ["growth to nobody", { users: 0, userGrowth: 4 }],
  ["growth from endlessly many", { users: 5, userGrowth: 5e-324 }],
  ["events without a connection", { eventDriven: true, integrationPoints: 0 }],
  ["an unknown fact", { sites: 3 }],
  ["a value outside its domain", { users: -1 }],
])("nothing is made for %s", (_, values) => {
  expect(synthesizeProfile(values)).toBeUndefined();
});

describe("a fact of one's own", () => {
  const sites = defineFact({
    question: "At how many sites is it used?",
    domain: { kind: "number", min: 0, whole: true, unit: "sites" },
    cost: 5,
    changeable: false,
    risk: "rising",
    answerAt: ["/extensions/sites"],
    derive: ({ extensions }) =>
      typeof extensions?.sites === "number" ? reading.exact(extensions.sites) : reading.unknown,
  });
  const floor = { ...sites, answerAt: ["/extensions/building/floor"] };
  const facts = { ...standardFacts, sites, floor };

  test("is answered where it says that its answer stands", () => {
    const profile = synthesizeProfile({ sites: 4, users: 3 }, facts);
    expect(profile?.extensions).toEqual({ sites: 4 });
    expect(profile?.audience?.users).toBe(3);
  });

  test("that nobody can tell how to answer makes no app", () => {
    expect(synthesizeProfile({ floor: 4 }, facts)).toBeUndefined();
  });
});
