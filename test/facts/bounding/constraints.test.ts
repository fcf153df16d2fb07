import fc from "fast-check";
import { type Catalogue, type FactRecords, standardFacts } from "plimsoll";
import { type Constraint, constraintsOf } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { factsOfRecords } from "../../../src/facts/index.js";
import { valueIn } from "../../arbitraries/fact-value.js";
import { completeProfileArbitrary } from "../../arbitraries/profile.js";
import { draws } from "../../prove/draws.js";
import { holds, type Values } from "../holds.js";
import { appsOf, catalogues, levels, list, notes, someValues, valuesIn } from "../small-lists.js";

const broken = (values: Values, facts: Catalogue) =>
  constraintsOf(facts).filter((constraint) => !holds(constraint, values, facts));

describe("what holds between the standard facts", () => {
  type Standard = Record<
    | "users"
    | "userGrowth"
    | "peakConcurrentUsers"
    | "integrationPoints"
    | "systemsRead"
    | "systemsWritten"
    | "bidirectionalSystems"
    | "unvalidatedWrites"
    | "ignoredConflicts"
    | "untestedCalculations"
    | "connections"
    | "departments"
    | "peopleWithAccess",
    number
  > &
    Record<"dataSensitivity" | "accessControl" | "auditTrail" | "retention" | "calculation" | "rights", string> &
    Record<"eventDriven" | "asynchronous" | "unencryptedData" | "secretsHeld", boolean> & {
      readonly sensitiveData: readonly string[];
    };

  const needsProtection = ({ dataSensitivity }: Standard) => ["semi-sensitive", "sensitive"].includes(dataSensitivity);

  /** What no app can be like, said of its values in plain words. */
  const rules: readonly (readonly [says: string, isKept: (app: Standard) => boolean])[] = [
    ["no more at once than at all", (app) => app.peakConcurrentUsers <= app.users],
    ["no more people than can open it", (app) => app.users <= app.peopleWithAccess],
    ["one person is of one department", (app) => app.users > 1 || app.departments <= 1],
    ["no other system without being connected to anything", (app) => app.integrationPoints <= app.connections],
    ["growth is growth of somebody", (app) => app.userGrowth > 0 === app.users > 0],
    ["what goes both ways is read", (app) => app.bidirectionalSystems <= app.systemsRead],
    ["what goes both ways is written", (app) => app.bidirectionalSystems <= app.systemsWritten],
    ["what is read is connected", (app) => app.systemsRead <= app.integrationPoints],
    ["what is written is connected", (app) => app.systemsWritten <= app.integrationPoints],
    [
      "what is connected is read, written, or both",
      (app) => app.integrationPoints + app.bidirectionalSystems === app.systemsRead + app.systemsWritten,
    ],
    ["unchecked writes are writes", (app) => app.unvalidatedWrites <= app.systemsWritten],
    ["overwritten changes are writes", (app) => app.ignoredConflicts <= app.systemsWritten],
    ["events come from somewhere", (app) => !app.eventDriven || app.integrationPoints > 0],
    ["calls go somewhere", (app) => !app.asynchronous || app.integrationPoints > 0],
    ["who signs in, signs in somewhere", (app) => app.rights === "none" || app.connections > 0],
    ["sensitive data is sensitive", (app) => app.sensitiveData.length > 0 === (app.dataSensitivity === "sensitive")],
    ["secrets are semi-sensitive at least", (app) => !app.secretsHeld || needsProtection(app)],
    ["unencrypted data needs it", (app) => !app.unencryptedData || needsProtection(app)],
    ["open data needs protection", (app) => app.accessControl === "record" || needsProtection(app)],
    ["untraced data needs it", (app) => app.auditTrail === "complete" || needsProtection(app)],
    ["kept data needs a rule", (app) => app.retention === "enforced" || needsProtection(app)],
    ["what is untested calculates", (app) => app.untestedCalculations === 0 || app.calculation !== "none"],
  ];

  const few = fc.integer({ min: 0, max: 4 });
  const anyValues = fc.record(
    Object.fromEntries(
      Object.entries(standardFacts).map(([name, { domain }]) => [
        name,
        domain.kind === "number" ? few : valueIn(domain),
      ]),
    ),
  );

  test.each(rules)("%s", (_, isKept) => {
    fc.assert(
      fc.property(anyValues, (values) => {
        // The facts are those that the rules speak of.
        fc.pre(!isKept(values as unknown as Standard));
        expect(broken(values, standardFacts)).not.toEqual([]);
      }),
      draws(200),
    );
  });

  /** What an app is connected to apart from other systems, and what stands beside, comes up elsewhere: there is too much to draw it. */
  const beside = ["departments", "peopleWithAccess", "connections", "connectorStanding", "operations", "identities"];
  const elsewhere = [
    ...beside,
    "secretStorage",
    "rights",
    "dataLeaves",
    "accountsOfLeavers",
    "dataLabels",
    "copiesLeave",
  ];
  const others = ["entrances", "admits", "untriedEntrances", "code", "partsOfOthers", "unreviewedParts"];
  const drawn = Object.fromEntries(
    Object.entries(standardFacts).filter(([name]) => ![...elsewhere, ...others].includes(name)),
  );

  test("and nothing else: what keeps every rule keeps every constraint", () => {
    const ofOthers = /signs in|of one department|open it|connected to anything/;
    const own = rules.filter(([says]) => !ofOthers.test(says));
    const kept = fc.record(
      Object.fromEntries(
        Object.entries(drawn).map(([name, { domain }]) => [
          name,
          domain.kind === "number" ? fc.integer({ min: 0, max: 1 }) : valueIn(domain),
        ]),
      ),
    );
    fc.assert(
      fc.property(kept, (values) => {
        fc.pre(own.every(([, isKept]) => isKept(values as unknown as Standard))); // likewise
        expect(broken(values, drawn)).toEqual([]);
      }),
      { ...draws(200), maxSkipsPerRun: 2000 },
    );
  });

  test("is kept by every app of which everything is known", () => {
    fc.assert(
      fc.property(completeProfileArbitrary, (profile) => {
        expect(broken(valuesIn(profile, standardFacts), standardFacts)).toEqual([]);
      }),
      draws(1000),
    );
  });

  test("speaks of facts that there are, once each", () => {
    const said = constraintsOf(standardFacts).map((constraint) => JSON.stringify(constraint));
    expect(new Set(said).size).toBe(said.length);
  });

  test("does not hold for facts that were replaced", () => {
    const { users } = standardFacts;
    const elsewhere = factsOfRecords({
      users: { question: users.question, domain: users.domain, from: { read: "/extensions/users" } },
    });
    const facts = { ...standardFacts, ...elsewhere };
    const named = constraintsOf(facts).map((constraint) => JSON.stringify(constraint));
    expect(named.filter((constraint) => constraint.includes('"users"'))).toEqual([]);
  });
});

describe("what holds between facts of one's own", () => {
  test("is kept by every app that there is", () => {
    fc.assert(
      fc.property(catalogues, (facts) => {
        for (const values of appsOf(facts)) expect(broken(values, facts)).toEqual([]);
      }),
      draws(300),
    );
  });

  type Test = (values: Values) => boolean;

  /** What is so of a fact where a list has an entry of some kind. */
  const eventsOf = (name: string, { domain }: Catalogue[string] & object): readonly Test[] => {
    if (domain.kind === "number") return [(values) => Number(values[name]) > 0];
    if (domain.kind === "boolean") return [(values) => values[name] === true];
    if (domain.kind === "set") {
      const having = ["red", "green"].map(
        (member): Test =>
          (values) =>
            [values[name]].flat().includes(member),
      );
      return [...having, (values) => [values[name]].flat().length > 0];
    }
    return [1, 2].map(
      (rank): Test =>
        (values) =>
          levels.indexOf(String(values[name])) >= rank,
    );
  };

  /** All values of some facts that keep every constraint. */
  const possible = (facts: Catalogue): readonly Values[] =>
    Object.entries(facts)
      .reduce<readonly Values[]>(
        (all, [name, fact]) => all.flatMap((values) => someValues(fact).map((value) => ({ ...values, [name]: value }))),
        [{}],
      )
      .filter((values) => broken(values, facts).length === 0);

  test("says whatever one fact tells of another", () => {
    fc.assert(
      fc.property(catalogues, (facts) => {
        const apps = appsOf(facts);
        const left = possible(facts);
        const events = Object.entries(facts).flatMap(([name, fact]) => eventsOf(name, fact));
        const amounts = Object.entries(facts).flatMap(([name, { domain }]) =>
          domain.kind === "number" ? [(values: Values) => Number(values[name])] : [],
        );
        const claims: readonly Test[] = [
          ...events.flatMap((one) =>
            events.map(
              (other): Test =>
                (values) =>
                  !one(values) || other(values),
            ),
          ),
          ...amounts.flatMap((one) =>
            amounts.map(
              (other): Test =>
                (values) =>
                  one(values) <= other(values),
            ),
          ),
        ];
        for (const claim of claims) if (apps.every(claim)) expect(left.every(claim)).toBe(true);
      }),
      draws(200),
    );
  });

  const flag = { kind: "boolean" } as const;
  const count = { kind: "number", min: 0, whole: true, unit: "people" } as const;
  test.each<[says: string, own: FactRecords, constraints: readonly Constraint[]]>([
    [
      "a level at a place, and whether it is one of some",
      {
        stage: { ...notes, domain: { kind: "ordinal", levels: ["a", "b", "c"] }, from: { read: "/extensions/stage" } },
        late: { ...notes, domain: flag, from: { read: "/extensions", where: { field: "stage", is: "c" } } },
      },
      [
        { when: { fact: "stage", atLeast: "c" }, implies: { fact: "late", is: true } },
        { when: { fact: "late", is: true }, implies: { fact: "stage", atLeast: "c" } },
      ],
    ],
    [
      "a number, and whether it is beyond a line",
      {
        people: { ...notes, domain: count, from: { read: "/audience/users" } },
        crowd: { ...notes, domain: flag, from: { read: "/audience", where: { field: "users", atLeast: 100 } } },
      },
      [
        { when: { fact: "people", atLeast: 100 }, implies: { fact: "crowd", is: true } },
        { when: { fact: "crowd", is: true }, implies: { fact: "people", atLeast: 100 } },
      ],
    ],
    [
      "two facts that are one",
      {
        one: { ...notes, domain: count, from: { read: "/extensions/people" } },
        other: { ...notes, domain: count, from: { read: "/extensions/people" } },
      },
      [
        { fact: "one", atMostFact: "other" },
        { fact: "other", atMostFact: "one" },
      ],
    ],
    [
      "a level that nothing means",
      {
        kind: {
          ...notes,
          domain: { kind: "ordinal", levels: ["a", "b", "c"] },
          from: {
            read: "/lifecycle/stage",
            as: { idea: "a", development: "a", pilot: "a", production: "c", retired: "c" },
          },
        },
      },
      [{ when: { fact: "kind", atLeast: "b" }, implies: { fact: "kind", atLeast: "c" } }],
    ],
    [
      "any of some members",
      {
        kinds: {
          ...notes,
          domain: { kind: "set", members: ["a", "b", "c"], open: false },
          from: { each: list, take: "kind" },
        },
        early: { ...notes, domain: flag, from: { each: list, where: { field: "kind", is: ["a", "b"] } } },
      },
      [
        { when: { fact: "kinds", includesAny: ["a", "b"] }, implies: { fact: "early", is: true } },
        { when: { fact: "early", is: true }, implies: { fact: "kinds", includesAny: ["a", "b"] } },
      ],
    ],
  ])("is said of %s", (_, own, constraints) => {
    const said = constraintsOf(factsOfRecords(own));
    expect(said).toHaveLength(constraints.length);
    expect(said).toEqual(expect.arrayContaining([...constraints]));
  });

  test.each<[says: string, domain: FactRecords[string]["domain"]]>([
    ["a flag", { kind: "boolean" }],
    ["a level", { kind: "ordinal", levels: ["a", "b", "c"] }],
    ["one of some values", { kind: "enum", values: ["a", "b", "c"] }],
    ["a number", { kind: "number", min: 5, max: 7, whole: true, unit: "things" }],
    ["a set", { kind: "set", members: ["a", "b"], open: true }],
  ])("is nothing for %s that stands alone", (_, domain) => {
    const own = { ...notes, domain, from: { read: "/extensions/own" } };
    expect(constraintsOf(factsOfRecords({ own }))).toEqual([]);
  });

  test("is nothing, where functions find them", () => {
    const { users, peakConcurrentUsers } = standardFacts;
    const found = Object.fromEntries(
      Object.entries({ users, peakConcurrentUsers }).map(([name, { from: _, ...fact }]) => [
        name,
        { ...fact, derive: () => ({ kind: "unknown" }) as const },
      ]),
    );
    expect(constraintsOf(found as Catalogue)).toEqual([]);
  });
});
