import {
  type AppProfile,
  type Domain,
  type FactForm,
  type FieldCondition,
  factsOf,
  PlimsollError,
  standardPolicy,
} from "plimsoll";
import { describe, expect, test } from "vitest";
import { factsOfRecords, readFact } from "../../src/facts/index.js";
import { is, isAtLeast, isAtMost, isUnknown } from "./reading.js";

const count: Domain = { kind: "number", min: 0, whole: true, unit: "things" };
const flag: Domain = { kind: "boolean" };
const levels: Domain = { kind: "ordinal", levels: ["none", "some", "much"] };
const set: Domain = { kind: "set", members: ["macros", "links"], open: false };

function readingOf(domain: Domain, from: FactForm, fields: Omit<AppProfile, "id" | "name">) {
  const profile = { id: "a", name: "A", ...fields };
  const { own } = factsOfRecords({ own: { question: "What?", domain, from } });
  return readFact("own", own, profile, undefined);
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
      isAtMost(1, at(0, "direction"), at(0, "asynchronous")),
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

test("the facts of a policy are its own and the standard ones, the same each time", () => {
  const facts = { own: { question: "What?", domain: flag, from: { read: "/extensions/own" } } };
  const policy = { ...standardPolicy, facts };
  expect(Object.keys(factsOf(policy))).toEqual([...Object.keys(factsOf(standardPolicy)), "own"]);
  expect(factsOf(policy)).toBe(factsOf(policy));
  expect(factsOf(policy, { facts: factsOf(policy) })).toBe(factsOf(policy));
});
