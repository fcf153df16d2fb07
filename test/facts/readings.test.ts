import {
  type AppProfile,
  type Derived,
  type Domain,
  type Fact,
  type FactForm,
  type FieldCondition,
  PlimsollError,
  standardFacts,
} from "plimsoll";
import { expect, test } from "vitest";
import { deriveFact, factsOfRecords, knownOf } from "../../src/facts/index.js";
import { randomFrom } from "../hostile/random.js";
import { byHand } from "./hand-written.js";
import { naively } from "./naive.js";
import { profileMaker } from "./random-profile.js";

/** So many profiles are made for each comparison; `READINGS=1000000` makes it a long one. */
const profiles = Number(process.env.READINGS ?? 5_000);

/** What is read of a profile; where its numbers contradict each other, that. */
function readingIn(profile: AppProfile, domain: Domain, from: FactForm): Derived | "contradiction" {
  const { own } = factsOfRecords({ own: { question: "What?", domain, from } });
  return told(() => deriveFact("own", own, profile, undefined));
}

function told(read: () => Derived): Derived | "contradiction" {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    expect(error.problems.map(({ code }) => code)).toEqual(["contradiction"]);
    return "contradiction";
  }
}

/** Quicker than to expect it, a million times. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

test("the standard facts read what a naive interpreter of their forms reads", () => {
  const next = profileMaker(1, true);
  for (let count = 0; count < profiles; count++) {
    const profile = next();
    const asOf = [undefined, "2024-03-01", "2025-12-31"][count % 3];
    for (const [name, fact] of Object.entries(standardFacts)) {
      const naive =
        fact.from === undefined || "more" in fact.from ? expect.fail() : naively(fact.domain, fact.from, profile, asOf);
      const reading = told(() => deriveFact(name, fact, profile, asOf));
      if (!isSame(reading, naive)) expect({ profile, name, reading }).toEqual({ profile, name, reading: naive });
    }
  }
}, 3_600_000);

/** What 0.1.0 knew less of than there was to know: what the facts of a number have in common, how many entries may count at most, and that an entry which does not say its level has one. */
const counted = [
  "systemsRead",
  "systemsWritten",
  "bidirectionalSystems",
  "unvalidatedWrites",
  "ignoredConflicts",
  "untestedCalculations",
];
const protections = ["accessControl", "auditTrail", "retention"];
const weaker = new Set([
  "peakConcurrentUsers",
  "departments",
  "userGrowth",
  "unencryptedData",
  "dataSensitivity",
  "calculation",
  ...counted,
  ...protections,
]);

/** Whether all that is still possible by one reading is so by another. */
function isWithin(domain: Domain, one: Derived, other: Derived): boolean {
  const [inner, outer] = [knownOf(domain, one), knownOf(domain, other)];
  return inner.low >= outer.low && inner.high <= outer.high;
}

test("on what 0.1.0 could be told, they read the same, but for what it knew less of", () => {
  const next = profileMaker(2, false);
  const seen = new Set<string>();
  for (let count = 0; count < profiles; count++) {
    const profile = next();
    const { users = Number.POSITIVE_INFINITY, peakConcurrent = 0, departments = [] } = profile.audience ?? {};
    if (Number(peakConcurrent) > Number(users) || (Number(users) <= 1 && departments.length > 1)) continue;
    for (const [name, read] of Object.entries(byHand)) {
      const fact = Object.entries<Fact>(standardFacts).find(([own]) => own === name)?.[1] ?? expect.fail();
      const now = deriveFact(name, fact, profile, undefined);
      const before = read(profile);
      if (isSame(now, before)) continue;
      seen.add(name);
      expect({ name, profile, isTighter: isWithin(fact.domain, now, before) }).toEqual({
        name,
        profile,
        isTighter: true,
      });
    }
  }
  expect([...seen].sort()).toEqual([...weaker].sort());
}, 3_600_000);

const count: Domain = { kind: "number", min: 0, whole: true, unit: "things" };
const domains: readonly Domain[] = [
  count,
  { kind: "boolean" },
  { kind: "ordinal", levels: ["none", "read", "write"] },
  { kind: "set", members: ["read", "write"], open: false },
  { kind: "set", members: ["read"], open: true },
];

/** Conditions over the entries of `/extensions/own`. */
function conditionMaker(random: () => number): (depth: number) => FieldCondition {
  const pick = <Value>(...values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value; // there is one
  const line = (): FieldCondition =>
    random() < 0.5
      ? { field: "kind", is: pick<string | null | readonly (string | null)[]>("read", "write", null, ["write", null]) }
      : ({
          field: "size",
          ...pick<object>(
            { is: 1 },
            { atLeast: 1 },
            { atMost: 1 },
            { above: 0 },
            { below: 2 },
            { between: [1, 2] },
            { is: [0, null] },
          ),
        } as FieldCondition); // one operator
  const made = (depth: number): FieldCondition => {
    if (depth === 0 || random() < 0.4) return line();
    const parts = Array.from({ length: pick(1, 2, 3) }, () => made(depth - 1));
    return pick<() => FieldCondition>(
      () => ({ not: made(depth - 1) }),
      () => ({ all: parts }),
      () => ({ any: parts }),
      () => ({ count: parts, atLeast: pick(1, 2, 3) }),
    )();
  };
  return made;
}

test("facts of one's own over a list read what a naive interpreter of their forms reads", () => {
  const [next, random] = [profileMaker(3, true), randomFrom(4)];
  const condition = conditionMaker(random);
  for (let made = 0; made < profiles; made++) {
    const profile = next();
    const where = condition(2);
    const as = { " READ": "read" };
    for (const domain of domains) {
      const each = { each: "/extensions/own", ...(random() < 0.8 && { where }) };
      const from: FactForm =
        domain.kind === "number" || domain.kind === "boolean" ? each : { ...each, take: "kind", as };
      const [reading, naive] = [readingIn(profile, domain, from), naively(domain, from, profile)];
      if (!isSame(reading, naive)) expect({ profile, from, reading }).toEqual({ profile, from, reading: naive });
    }
  }
}, 3_600_000);

const asked: readonly FieldCondition[] = [
  { field: "departments", includesAny: ["Department 0"] },
  { field: "departments", includesAll: ["Department 0", "Department 1"] },
  { field: "departments", isEmpty: true },
  {
    all: [
      { field: "departments", isEmpty: false },
      { field: "outsideUsers", is: true },
    ],
  },
  { any: [{ field: "users", atLeast: 5 }, { not: { field: "peakConcurrent", below: 20 } }] },
  { field: "users", between: [1, 20] },
];

test("what stands at a place reads as a naive interpreter reads it, with numbers as bounds and lists that are not all", () => {
  const next = profileMaker(6, true);
  for (let made = 0; made < profiles / 10; made++) {
    const profile = next();
    for (const where of asked) {
      const from: FactForm = { read: "/audience", where };
      const [reading, naive] = [
        readingIn(profile, { kind: "boolean" }, from),
        naively({ kind: "boolean" }, from, profile),
      ];
      if (!isSame(reading, naive)) expect({ profile, from, reading }).toEqual({ profile, from, reading: naive });
    }
  }
}, 3_600_000);

/** Every entry that one could be which does not say everything. */
function completionsOf(entry: Readonly<Record<string, unknown>>): readonly object[] {
  const choices = { kind: ["read", "write", null], size: [0, 1, 2, null] };
  return Object.entries(choices).reduce<readonly object[]>(
    (all, [field, values]) =>
      field in entry ? all : all.flatMap((each) => values.map((value) => ({ ...each, [field]: value }))),
    [entry],
  );
}

test("a count lies just between what an entry could turn out to be, where its fields stand in one line each", () => {
  const random = randomFrom(5);
  const lines: readonly FieldCondition[] = [
    { field: "kind", is: ["read", null] },
    { not: { field: "kind", is: "write" } },
    { field: "size", atLeast: 1 },
  ];
  for (const where of [
    ...lines,
    { all: lines.slice(1) },
    { any: [lines[0] ?? expect.fail(), lines[2] ?? expect.fail()] },
  ]) {
    for (let made = 0; made < 50; made++) {
      const entry = {
        ...(random() < 0.5 && { kind: random() < 0.5 ? "read" : "write" }),
        ...(random() < 0.5 && { size: random() < 0.5 ? 0 : 2 }),
      };
      const reading = (own: object) =>
        readingIn({ id: "a", name: "A", extensions: { own: [own as { kind: string }] } }, count, {
          each: "/extensions/own",
          where,
        });
      const full = completionsOf(entry).map((each) => {
        const exact = reading(each);
        return exact !== "contradiction" && exact.kind === "exact" ? Number(exact.value) : expect.fail();
      });
      const [least, most] = [Math.min(...full), Math.max(...full)];
      const known = reading(entry);
      expect(known === "contradiction" ? known : knownOf(count, known)).toMatchObject({ low: least, high: most });
    }
  }
});
