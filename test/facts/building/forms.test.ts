import fc from "fast-check";
import { type AppProfile, type Catalogue, deriveFacts, type FactRecords, parseProfile, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { factsOfRecords, partialProfile, synthesizeProfile } from "../../../src/facts/index.js";
import { completeProfileArbitrary } from "../../arbitraries/profile.js";
import { draws } from "../../prove/draws.js";
import type { Values } from "../holds.js";
import { appsOf, catalogues, levels, notes, someValues } from "../small-lists.js";

/** Values as they are compared: the members of a set in order. */
const plain = (values: Values) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
  );

/** The facts that a profile tells exactly. */
const told = (profile: AppProfile, facts: Catalogue): Values =>
  plain(
    Object.fromEntries(
      Object.entries(deriveFacts(profile, facts)).flatMap(([name, reading]) =>
        reading.kind === "exact" ? [[name, reading.value]] : [],
      ),
    ),
  );

test("an app is made that is like any other in all facts at once", () => {
  fc.assert(
    fc.property(completeProfileArbitrary, (app) => {
      const { userGrowth: _, ...values } = told(app, standardFacts);
      const made = synthesizeProfile(values) ?? expect.fail();
      expect(told(parseProfile(made), standardFacts)).toMatchObject(values);
    }),
    draws(500),
  );
});

test("apps of many systems are made as well", () => {
  const values = { integrationPoints: 3000, systemsRead: 2000, systemsWritten: 1500, unvalidatedWrites: 700 };
  const made = synthesizeProfile(values) ?? expect.fail();
  expect(made.integrations?.length).toBe(3000);
  expect(told(made, standardFacts)).toMatchObject({ ...values, bidirectionalSystems: 500, ignoredConflicts: 0 });
});

test("what is not asked is no worse than it must be", () => {
  const harmless = told(synthesizeProfile({}) ?? expect.fail(), standardFacts);
  const changed = (values: Values) => {
    const all = told(synthesizeProfile(values) ?? expect.fail(), standardFacts);
    return Object.fromEntries(
      Object.entries(all).filter(([name, value]) => JSON.stringify(harmless[name]) !== JSON.stringify(value)),
    );
  };
  const connected = { connectorStanding: "standard", identities: ["user"], rights: "own" };
  expect(changed({ asynchronous: true })).toEqual({
    asynchronous: true,
    integrationPoints: 1,
    systemsRead: 1,
    connections: 1,
    ...connected,
  });
  expect(changed({ unencryptedData: true })).toEqual({ unencryptedData: true, dataSensitivity: "semi-sensitive" });
  expect(changed({ users: 5 })).toEqual({ users: 5, peakConcurrentUsers: 5, peopleWithAccess: 5 });
  expect(changed({ ignoredConflicts: 2, systemsRead: 1 })).toEqual({
    ignoredConflicts: 2,
    systemsRead: 1,
    systemsWritten: 2,
    integrationPoints: 3,
    connections: 3,
    ...connected,
  });
});

test("names are those of what they name", () => {
  const made = synthesizeProfile({ departments: 2, systemsRead: 1, singlePointsOfFailure: 1, dataSensitivity: "none" });
  expect(made).toMatchObject({
    audience: { departments: ["Department 1", "Department 2"] },
    integrations: [{ system: "System 1", direction: "read" }],
    criticality: { singlePointsOfFailure: ["Part 1"] },
    ownership: { businessOwner: "Business owner", itOwner: "IT owner" },
    data: [],
  });
});

test("nothing is shared between the apps that are made", () => {
  const [one, other] = [synthesizeProfile({}), synthesizeProfile({})];
  expect(one).toEqual(other);
  expect(one?.audience?.departments).not.toBe(other?.audience?.departments);
});

describe("facts of one's own over a list", () => {
  const asked = catalogues.chain((facts) =>
    fc.tuple(
      fc.constant(facts),
      fc.record(
        Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fc.constantFrom(...someValues(fact))])),
        { requiredKeys: [], noNullPrototype: true },
      ),
    ),
  );

  test("are had by an app, whenever a small app has them; and by none that has others", () => {
    fc.assert(
      fc.property(asked, ([facts, some]) => {
        const values = plain(some as Values); // each value is one of its fact
        const made = synthesizeProfile(values, facts);
        const isLike = (app: Values) =>
          Object.entries(values).every(([name, value]) => JSON.stringify(plain(app)[name]) === JSON.stringify(value));
        if (made === undefined) expect(appsOf(facts).filter(isLike)).toEqual([]);
        else expect(told(parseProfile(made), facts)).toMatchObject(values);
      }),
      draws(400),
    );
  });

  test("are all told, whatever is asked", () => {
    fc.assert(
      fc.property(catalogues, (facts) => {
        const made = synthesizeProfile({}, facts) ?? expect.fail();
        expect(Object.keys(told(made, facts))).toEqual(Object.keys(facts));
      }),
      draws(100),
    );
  });
});

describe("facts of one's own that are read from places", () => {
  const number = { kind: "number", min: 0, whole: true, unit: "things" } as const;
  const flag = { kind: "boolean" } as const;
  const own: FactRecords = {
    all: { ...notes, domain: number, from: { read: "/extensions/own/all", atLeast: ["/extensions/own/some"] } },
    some: { ...notes, domain: number, from: { read: "/extensions/own/some", atMost: ["/extensions/own/all"] } },
    many: { ...notes, domain: flag, from: { read: "/extensions/own", where: { field: "all", above: 2 } } },
    level: {
      ...notes,
      domain: { kind: "ordinal", levels },
      from: { read: "/extensions/own/colour", as: { red: "some", blue: "much", green: "none" } },
    },
    cold: {
      ...notes,
      domain: flag,
      from: { read: "/extensions/own/colour", where: { field: "", is: ["blue", "green"] } },
    },
    nameless: { ...notes, domain: flag, from: { read: "/extensions/own/name", where: { field: "", is: null } } },
    kinds: {
      ...notes,
      domain: { kind: "set", members: ["a", "b"], open: true },
      from: { read: "/extensions/own/kinds", as: { first: "a", nothing: null } },
    },
    colours: { ...notes, domain: { kind: "enum", values: ["red", "green"] }, from: { read: "/extensions/paint" } },
    open: { ...notes, domain: flag, from: { read: "/extensions/open" } },
  };
  const facts = factsOfRecords(own);
  const app = fc
    .record({
      own: fc.record({
        all: fc.nat(5),
        some: fc.nat(5),
        colour: fc.constantFrom("red", "blue", "green", ...levels),
        name: fc.constantFrom("Ada", null),
        kinds: fc.uniqueArray(fc.constantFrom("first", "a", "b", "c", "nothing"), { maxLength: 3 }),
      }),
      paint: fc.constantFrom("red", "green"),
      open: fc.boolean(),
    })
    .filter(({ own: { all, some } }) => some <= all)
    .map((extensions): AppProfile => ({ id: "app", name: "An app", extensions }));

  test("are had by an app that is made, some or all of them", () => {
    fc.assert(
      fc.property(app, fc.subarray(Object.keys(facts)), (profile, names) => {
        const values = Object.fromEntries(
          Object.entries(told(profile, facts)).filter(([name]) => names.includes(name)),
        );
        const made = synthesizeProfile(values, facts) ?? expect.fail();
        expect(told(parseProfile(made), facts)).toMatchObject(values);
      }),
      draws(300),
    );
  });

  test.each<[says: string, values: Values]>([
    ["more of some than of all", { some: 3, all: 2 }],
    ["many that are few", { many: true, all: 2 }],
    ["few that are many", { many: false, some: 3 }],
    ["what is red, or says so, and cold", { level: "some", cold: true }],
  ])("make no app of %s", (_, values) => {
    expect(synthesizeProfile(values, facts)).toBeUndefined();
  });

  test("leave out of a partial app what is not asked", () => {
    const made = partialProfile({ level: "much" }, { ...standardFacts, ...facts }) ?? expect.fail();
    expect(Object.keys(made).sort()).toEqual(["extensions", "id", "name"]);
    expect(told(made, facts)).toEqual({ level: "much", cold: expect.any(Boolean) });
  });
});
