import fc from "fast-check";
import {
  type AppProfile,
  type Derived,
  type Domain,
  type FactForm,
  type FieldCondition,
  factsOf,
  PlimsollError,
  standardPolicy,
} from "plimsoll";
import { describe, expect, test } from "vitest";
import { deriveFact, factFromRecord, locateFact } from "../../src/facts/index.js";
import { is, isAtLeast, isUnknown } from "./reading.js";

const count: Domain = { kind: "number", min: 0, whole: true, unit: "things" };
const flag: Domain = { kind: "boolean" };
const levels: Domain = { kind: "ordinal", levels: ["none", "some", "much"] };
const set: Domain = { kind: "set", members: ["macros", "links"], open: false };

function readingOf(domain: Domain, from: FactForm, fields: Omit<AppProfile, "id" | "name">) {
  const profile = { id: "a", name: "A", ...fields };
  const fact = factFromRecord({ question: "What?", domain, from });
  const derived = deriveFact("own", fact, profile);
  return { ...derived, evidence: locateFact("own", fact, profile, derived) };
}

describe("the value at a place", () => {
  const read = { read: "/extensions/own" };
  test.each<[says: string, domain: Domain, from: FactForm, own: unknown, reading: object]>([
    ["a number", count, read, 4, is(4, "/extensions/own")],
    ["nothing", count, read, undefined, isUnknown("/extensions/own")],
    ["yes or no", flag, read, false, is(false, "/extensions/own")],
    ["a level", levels, read, "much", is("much", "/extensions/own")],
    ["what means a level", levels, { ...read, as: { 3: "much" } }, 3, is("much", "/extensions/own")],
    ["members, each once", set, read, ["macros", "macros"], is(["macros"], "/extensions/own")],
    ["members, some without a meaning", set, { ...read, as: { none: null } }, ["none"], is([], "/extensions/own")],
    ["deeper inside", count, { read: "/extensions/own/a~1b" }, { "a/b": 1 }, is(1, "/extensions/own/a~1b")],
    ["below nothing", count, { read: "/extensions/own/a" }, {}, isUnknown("/extensions/own/a")],
    ["what an object inherits", count, { read: "/extensions/own/length" }, [1], isUnknown("/extensions/own/length")],
  ])("%s", (_, domain, from, own, reading) => {
    expect(readingOf(domain, from, own === undefined ? {} : { extensions: { own: own as string } })).toEqual(reading);
  });

  test.each<[says: string, domain: Domain, own: unknown, message: string]>([
    ["a word", count, "many", 'Expected a whole number from 0 on, but saw "many".'],
    ["half of one", count, 0.5, "Expected a whole number from 0 on, but saw 0.5."],
    ["null", flag, null, "Expected true or false, but saw null."],
    ["another level", levels, "a lot", 'Expected one of none, some, much, but saw "a lot".'],
    ["a member outside of a list", set, "macros", 'Expected a list of some of macros, links, but saw "macros".'],
    ["a strange member", set, ["tabs"], "Expected a list of some of macros, links, but saw a list."],
  ])("%s is no value of the fact, and is said to be none", (_, domain, own, message) => {
    const read = () => readingOf(domain, { read: "/extensions/own" }, { extensions: { own: own as string } });
    expect(read).toThrow(PlimsollError);
    expect(read).toThrow(
      expect.objectContaining({
        code: "invalid-profile",
        problems: [{ pointer: "/extensions/own", code: "wrong-type", message }],
      }),
    );
  });
});

describe("whether what stands at a place is like something", () => {
  const nobody: FactForm = { read: "/ownership", where: { field: "itOwner", is: null } };
  const limited: FactForm = { read: "/audience", where: { field: "users", between: [2, 9] } };
  test.each<[says: string, from: FactForm, fields: Omit<AppProfile, "id" | "name">, reading: object]>([
    ["null, which is asked for", nobody, { ownership: { itOwner: null } }, is(true, "/ownership/itOwner")],
    ["somebody", nobody, { ownership: { itOwner: "IT" } }, is(false, "/ownership/itOwner")],
    ["nothing", nobody, {}, isUnknown("/ownership/itOwner")],
    ["a number inside", limited, { audience: { users: 9 } }, is(true, "/audience/users")],
    ["a number outside", limited, { audience: { users: 10 } }, is(false, "/audience/users")],
  ])("%s", (_, from, fields, reading) => {
    expect(readingOf(flag, from, fields)).toEqual(reading);
  });
});

describe("the entries of a list", () => {
  const writes: FieldCondition = { field: "direction", is: ["write", "bidirectional"] };
  const unseen: FieldCondition = { all: [writes, { field: "asynchronous", is: true }] };
  const each = { each: "/integrations" };
  const worst: FactForm = {
    ...each,
    where: writes,
    take: "conflicts",
    as: { impossible: "none", handled: "some", ignored: "much" },
  };
  const app = (...integrations: readonly object[]) => ({
    integrations: integrations.map((entry, index) => ({ system: `System ${index}`, ...entry })),
  });
  const at = (index: number, field: string) => `/integrations/${index}/${field}`;

  test.each<[says: string, domain: Domain, from: FactForm, fields: Omit<AppProfile, "id" | "name">, reading: object]>([
    ["all of them", count, each, app({}, {}), is(2, "/integrations/0", "/integrations/1")],
    ["no list", count, each, {}, isUnknown("/integrations")],
    ["an empty one", count, { ...each, where: unseen }, app(), is(0, "/integrations")],
    [
      "two things of the same entry",
      count,
      { ...each, where: unseen },
      app({ direction: "write", asynchronous: true }),
      is(1, at(0, "direction"), at(0, "asynchronous")),
    ],
    [
      "two things of two entries",
      count,
      { ...each, where: unseen },
      app({ direction: "write", asynchronous: false }, { direction: "read", asynchronous: true }),
      is(0, "/integrations"),
    ],
    [
      "one that cannot be, whatever it does not say",
      count,
      { ...each, where: unseen },
      app({ asynchronous: false }),
      is(0, "/integrations"),
    ],
    [
      "one that does not say",
      count,
      { ...each, where: unseen },
      app({ asynchronous: true }),
      isAtLeast(0, at(0, "direction"), at(0, "asynchronous")),
    ],
    ["some of a list", count, each, { ...app({}), partial: ["/integrations"] }, isAtLeast(1, "/integrations/0")],
    [
      "whether any is",
      flag,
      { ...each, where: writes },
      app({ direction: "read" }, { direction: "write" }),
      is(true, at(1, "direction")),
    ],
    [
      "whether any is, with one that does not say",
      flag,
      { ...each, where: writes },
      app({}),
      isUnknown("/integrations"),
    ],
    ["whether none is", flag, { ...each, where: writes }, app({ direction: "read" }), is(false, "/integrations")],
    [
      "the highest level",
      levels,
      worst,
      app({ direction: "write", conflicts: "ignored" }, { direction: "write", conflicts: "handled" }),
      is("much", at(0, "conflicts")),
    ],
    [
      "a level of an entry that is left out",
      levels,
      worst,
      app({ direction: "read", conflicts: "ignored" }),
      is("none", "/integrations"),
    ],
    ["a level that may count", levels, worst, app({ conflicts: "ignored" }), isAtLeast("none", at(0, "conflicts"))],
    [
      "parts that a rule uses",
      count,
      { ...each, where: { field: "/component/id", is: "gate" } },
      app({ component: { id: "gate" } }),
      is(1, "/integrations/0/component/id"),
    ],
  ])("%s", (_, domain, from, fields, reading) => {
    const told = readingOf(domain, from, fields);
    expect(told.kind === "unknown" ? { ...told, evidence: ["/integrations"] } : told).toEqual(reading);
  });

  test.each(["GDPR", "gdpr", " Gdpr", "ＧＤＰＲ"])("a name counts however it is spelt: %s", (regime) => {
    const own: FactForm = { each: "/compliance", where: { field: "regime", is: ["SOX", "Gdpr"] } };
    expect(readingOf(count, own, { compliance: [{ regime }] })).toEqual(is(1, "/compliance/0/regime"));
    const among: FactForm = { read: "/audience", where: { field: "departments", includesAll: ["GDPR"] } };
    expect(readingOf(flag, among, { audience: { departments: [regime] } })).toEqual(is(true, "/audience/departments"));
    const names: Domain = { kind: "set", members: [], open: true };
    const told = readingOf(names, { read: "/extensions/own" }, { extensions: { own: [regime, "GDPR"] } });
    expect(told).toEqual(is([regime], "/extensions/own"));
  });

  test.each<[size: object, isSo: boolean]>([
    [{ atLeast: 2 }, true],
    [{ above: 2 }, false],
    [{ between: [1, 2] }, true],
  ])("a list has as many entries as it has different names: %j", (size, isSo) => {
    // The lines of the table are lines through numbers.
    const where = { field: "departments", size } as FieldCondition;
    const fields = { audience: { departments: ["HR", "IT", "hr "] } };
    expect(readingOf(flag, { read: "/audience", where }, fields)).toEqual(is(isSo, "/audience/departments"));
    expect(readingOf(flag, { read: "/audience", where }, { audience: {} })).toEqual(isUnknown("/audience/departments"));
  });

  test("texts of a list are entries themselves", () => {
    const from: FactForm = { each: "/ownership/understoodBy", where: { not: { field: "", is: "me" } } };
    const told = readingOf(count, from, { ownership: { understoodBy: ["me", "Colleague"] } });
    expect(told).toEqual(is(1, "/ownership/understoodBy/1"));
  });
});

/** The forms again, as simply as can be: truths are numbers, and a negation is what is missing to one. */
function naively(condition: FieldCondition, entry: Readonly<Record<string, unknown>>): number {
  const of = (parts: readonly FieldCondition[]) => parts.map((part) => naively(part, entry));
  if ("all" in condition) return Math.min(1, ...of(condition.all));
  if ("any" in condition) return Math.max(0, ...of(condition.any));
  if ("not" in condition) return 1 - naively(condition.not, entry);
  if ("count" in condition) {
    const sorted = of(condition.count).sort((one, other) => other - one);
    return sorted[condition.atLeast - 1] ?? 0;
  }
  const value = entry[condition.field];
  if (value === undefined) return 0.5;
  if ("is" in condition)
    return Number(
      JSON.stringify([condition.is].flat())
        .split(/[[\],]/u)
        .includes(JSON.stringify(value)),
    );
  if (value === null) return 0;
  const number = Number(value);
  if ("atLeast" in condition) return Number(!(number < condition.atLeast));
  if ("atMost" in condition) return Number(!(number > condition.atMost));
  if ("above" in condition) return Number(!(number <= condition.above));
  return "below" in condition ? Number(!(number >= condition.below)) : Number.NaN;
}

const words = ["read", "write", null];
const numbers = [0, 1, 2, null];
const entries = fc.record({ kind: fc.constantFrom(...words), size: fc.constantFrom(...numbers) }, { requiredKeys: [] });
const lines: fc.Arbitrary<FieldCondition> = fc.oneof(
  fc.record({
    field: fc.constant("kind"),
    is: fc.oneof(fc.constantFrom(...words), fc.subarray(words, { minLength: 1 })),
  }),
  fc.record({ field: fc.constant("size"), is: fc.constantFrom(...numbers) }),
  fc
    .tuple(fc.constantFrom("atLeast", "atMost", "above", "below"), fc.integer({ min: 0, max: 2 }))
    .map(([operator, limit]) => ({ field: "size", [operator]: limit }) as unknown as FieldCondition), // one operator
);
const conditions: fc.Arbitrary<FieldCondition> = fc.letrec<{ part: FieldCondition }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    lines,
    fc.record({ not: tie("part") }),
    fc.record({ all: fc.array(tie("part"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("part"), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      count: fc.array(tie("part"), { minLength: 1, maxLength: 3 }),
      atLeast: fc.integer({ min: 1, max: 4 }),
    }),
  ),
})).part;

type Entry = Readonly<Record<string, unknown>>;

/** Every entry that one could be which does not say everything. */
function completionsOf(entry: Entry): readonly Entry[] {
  const choices = { kind: words, size: numbers };
  return Object.entries(choices).reduce<readonly Entry[]>(
    (all, [field, values]) =>
      field in entry ? all : all.flatMap((each) => values.map((value) => ({ ...each, [field]: value }))),
    [entry],
  );
}

const derivedOf = (domain: Domain, where: FieldCondition, list: readonly Entry[], isPartial: boolean): Derived =>
  readingOf(
    domain,
    { each: "/extensions/list", where },
    {
      extensions: { list: list as unknown as string }, // as JSON
      ...(isPartial && { partial: ["/extensions/list"] }),
    },
  );

test("a form reads what a naive interpreter reads", () => {
  fc.assert(
    fc.property(conditions, fc.array(entries, { maxLength: 4 }), fc.boolean(), (where, list, isPartial) => {
      const truths = list.map((entry) => naively(where, entry));
      const certain = truths.filter((truth) => truth === 1).length;
      const isOpen = isPartial || truths.includes(0.5);
      const counted = derivedOf(count, where, list, isPartial);
      expect(counted).toMatchObject({ kind: isOpen ? "at-least" : "exact", value: certain });
      const any = derivedOf(flag, where, list, isPartial);
      if (certain > 0) expect(any).toMatchObject({ kind: "exact", value: true });
      else expect(any).toMatchObject(isOpen ? { kind: "unknown" } : { kind: "exact", value: false });
    }),
    { numRuns: 3_000 },
  );
});

test("a form tells nothing that what an entry does not say could undo", () => {
  fc.assert(
    fc.property(conditions, entries, (where, entry) => {
      const told = derivedOf(count, where, [entry], false);
      const full = completionsOf(entry).map((each) => derivedOf(count, where, [each], false));
      for (const { kind } of full) expect(kind).toBe("exact");
      const values = full.map((each) => (each.kind === "unknown" ? undefined : each.value));
      if (told.kind === "exact") expect(new Set(values)).toEqual(new Set([told.value]));
      expect(told.kind).not.toBe("unknown");
    }),
    { numRuns: 1_000 },
  );
});

test("the facts of a policy are its own and the standard ones, the same each time", () => {
  const facts = { own: { question: "What?", domain: flag, from: { read: "/extensions/own" } } };
  const policy = { ...standardPolicy, facts };
  expect(Object.keys(factsOf(policy))).toEqual([...Object.keys(factsOf(standardPolicy)), "own"]);
  expect(factsOf(policy)).toBe(factsOf(policy));
  expect(factsOf(policy, { facts: factsOf(policy) })).toBe(factsOf(policy));
});
