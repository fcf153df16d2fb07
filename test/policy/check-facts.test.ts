import {
  definePolicy,
  type FactRecord,
  type Problem,
  safeExtendPolicy,
  safeParsePolicy,
  standardPolicy,
} from "plimsoll";
import { describe, expect, expectTypeOf, test } from "vitest";

const flag = { kind: "boolean" } as const;
const count = { kind: "number", min: 0, whole: true, unit: "things" } as const;
const direction = { kind: "ordinal", levels: ["read", "write", "bidirectional"] } as const;
const names = { kind: "set", members: [], open: true } as const;

const problemsOf = (record: object, name = "own"): readonly Problem[] => {
  const result = safeParsePolicy({ ...standardPolicy, facts: { [name]: { question: "What?", ...record } } });
  return result.ok ? [] : result.problems;
};

describe("a fact that fits is one", () => {
  test.each<[says: string, record: Omit<FactRecord, "question">]>([
    ["an extension", { domain: count, from: { read: "/extensions/sites" } }],
    ["a place of the profile", { domain: flag, from: { read: "/criticality/support" } }],
    ["a test of null", { domain: flag, from: { read: "/ownership", where: { field: "itOwner", is: null } } }],
    ["a count", { domain: count, from: { each: "/data", where: { field: "encryptedAtRest", is: false } } }],
    ["whether any is", { domain: flag, from: { each: "/compliance", where: { field: "regime", is: "SOX" } } }],
    ["the highest level", { domain: direction, from: { each: "/integrations", take: "direction" } }],
    ["days since a date of the profile", { domain: count, from: { daysSince: "/lifecycle/reviewedOn" } }],
    ["days since one of one's own", { domain: count, from: { daysSince: "/extensions/tests/lastOn" } }],
    ["names", { domain: names, from: { each: "/integrations", take: "system" } }],
    ["members of a list", { domain: names, from: { read: "/audience/departments" } }],
    [
      "a number that others bound",
      {
        domain: count,
        from: { read: "/extensions/sites", atMost: ["/audience/users"], atLeast: ["/extensions/halls"] },
      },
    ],
    ["a number that is divided", { domain: count, from: { read: "/audience/users", per: "/extensions/sites" } }],
    [
      "what there is to do",
      { domain: count, from: { read: "/extensions/sites" }, whatToDo: { fewer: "Use it at {to}" } },
    ],
    [
      "a mapped level",
      {
        domain: { kind: "ordinal", levels: ["low", "high"] },
        from: { read: "/ownership/documentation", as: { none: "high", partial: "high", complete: "low" } },
      },
    ],
  ])("%s", (_, record) => {
    expect(problemsOf(record)).toEqual([]);
  });
});

describe("a fact that does not fit says where and why", () => {
  test.each<[says: string, record: object, pointer: string, message: string]>([
    [
      "a date that is misspelt",
      { domain: count, from: { daysSince: "/lifecycle/reviewdOn" } },
      "/from/daysSince",
      'Nothing stands at "/lifecycle/reviewdOn" in a profile. Did you mean "/lifecycle/reviewedOn"?',
    ],
    [
      "days since what is no date",
      { domain: count, from: { daysSince: "/audience/users" } },
      "/from/daysSince",
      'There is a whole number at "/audience/users", and no date.',
    ],
    [
      "days that are no number",
      { domain: flag, from: { daysSince: "/lifecycle/reviewedOn" } },
      "/from/daysSince",
      "This gives how many days there are, from 0 on, but the fact is yes or no. Make the domain and the form agree.",
    ],
    [
      "days of which there are only so many",
      { domain: { ...count, max: 365 }, from: { daysSince: "/lifecycle/reviewedOn" } },
      "/from/daysSince",
      "This gives how many days there are, from 0 on, but the fact is a number. Make the domain and the form agree.",
    ],
    [
      "entries of no list",
      { domain: count, from: { each: "/integration" } },
      "/from/each",
      'Nothing stands at "/integration" in a profile. Did you mean "/integrations"?',
    ],
    [
      "levels that stand nowhere in an entry",
      { domain: direction, from: { each: "/integrations", take: "directoin" } },
      "/from/take",
      'Nothing stands at "directoin" in a profile. Did you mean "/direction"?',
    ],
    [
      "levels where an object stands",
      { domain: direction, from: { each: "/integrations", take: "component" } },
      "/from/take",
      "This gives an object, but the fact is a level. Make the domain and the form agree.",
    ],
    [
      "a count of what is taken",
      { domain: count, from: { each: "/integrations", take: "direction" } },
      "/from/take",
      "This gives levels or members, but the fact is a number. Make the domain and the form agree.",
    ],
    [
      "members of a single value",
      { domain: names, from: { read: "/platform" } },
      "/from/read",
      "This gives a text, but the fact is a set. Make the domain and the form agree.",
    ],
    [
      "bounds where no number stands",
      { domain: count, from: { read: "/extensions/sites", atMost: ["/audience/outsideUsers"] } },
      "/from/atMost/0",
      'There is true or false at "/audience/outsideUsers", not a number.',
    ],
    [
      "a divisor at no place",
      { domain: count, from: { read: "/audience/users", per: "/audience/builtfor" } },
      "/from/per",
      'Nothing stands at "/audience/builtfor" in a profile. Did you mean "/audience/builtFor"?',
    ],
    [
      "bounds of what is no number",
      { domain: flag, from: { read: "/extensions/macros", atLeast: ["/audience/users"] } },
      "/from/atLeast/0",
      "This gives a number, but the fact is yes or no. Make the domain and the form agree.",
    ],
    [
      "something to do for what never is",
      { domain: flag, from: { read: "/extensions/macros" }, whatToDo: { nope: "Take them out" } },
      "/whatToDo/nope",
      'Nothing is done so that this becomes "nope". Valid here: yes, no.',
    ],
    [
      "a place that no profile has",
      { domain: count, from: { read: "/audience/user" } },
      "/from/read",
      'Nothing stands at "/audience/user" in a profile. Did you mean "/audience/users"?',
    ],
    [
      "a place that is far from any",
      { domain: count, from: { read: "/sites" } },
      "/from/read",
      'Nothing stands at "/sites" in a profile. What is not said elsewhere stands under /extensions.',
    ],
    [
      "an entry of a list",
      { domain: flag, from: { read: "/integrations/0/asynchronous" } },
      "/from/read",
      'Nothing stands at "/integrations/0/asynchronous" in a profile. What is not said elsewhere stands under /extensions.',
    ],
    [
      "a number that is yes or no",
      { domain: flag, from: { read: "/audience/users" } },
      "/from/read",
      "This gives a whole number, but the fact is yes or no. Make the domain and the form agree.",
    ],
    [
      "levels that the domain has not",
      { domain: { kind: "ordinal", levels: ["none", "partial"] }, from: { read: "/ownership/documentation" } },
      "/from",
      '"complete" can stand there, and is not a value of this fact. Say what it means with "as".',
    ],
    [
      "a meaning that the domain has not",
      {
        domain: { kind: "ordinal", levels: ["low"] },
        from: { read: "/ownership/documentation", as: { none: "lo", partial: "low", complete: "low" } },
      },
      "/from/as/none",
      '"lo" is not a value of this fact.',
    ],
    [
      "a count that is a level",
      { domain: direction, from: { each: "/integrations" } },
      "/from",
      "This gives how many entries there are, from 0 on, but the fact is a level. Make the domain and the form agree.",
    ],
    [
      "what is no list",
      { domain: count, from: { each: "/audience/users" } },
      "/from/each",
      'There is a whole number at "/audience/users", and no list.',
    ],
    [
      "a test that is a number",
      { domain: count, from: { read: "/audience", where: { field: "outsideUsers", is: true } } },
      "/from/where",
      "This gives whether something is true, but the fact is a number. Make the domain and the form agree.",
    ],
    [
      "a field that no entry has",
      { domain: count, from: { each: "/integrations", where: { all: [{ field: "directon", is: "read" }] } } },
      "/from/where/all/0/field",
      'Nothing stands at "directon" in a profile. Did you mean "/direction"?',
    ],
    [
      "a value that no field has",
      { domain: count, from: { each: "/integrations", where: { not: { field: "direction", is: ["read", "both"] } } } },
      "/from/where/not/is/1",
      '"both" never stands in "direction", which is one of read, write, bidirectional.',
    ],
    [
      "null where it never stands",
      { domain: count, from: { each: "/data", where: { field: "class", is: null } } },
      "/from/where/is",
      'null never stands in "class", which is one of general, semi-sensitive, personal, financial, health, payment, secrets.',
    ],
    [
      "a number asked of a word",
      { domain: count, from: { each: "/data", where: { field: "class", atLeast: 2 } } },
      "/from/where/atLeast",
      '"atLeast" does not fit "class", which is one of general, semi-sensitive, personal, financial, health, payment, secrets.',
    ],
    [
      "the size of a word",
      { domain: count, from: { each: "/data", where: { field: "class", size: { atLeast: 2 } } } },
      "/from/where/size",
      '"size" does not fit "class", which is one of general, semi-sensitive, personal, financial, health, payment, secrets.',
    ],
    [
      "half an entry",
      { domain: flag, from: { read: "/audience", where: { field: "departments", size: { atLeast: -1 } } } },
      "/from/where/size/atLeast",
      "A set cannot have -1 members.",
    ],
    [
      "no number",
      { domain: { ...count, max: -1 }, from: { read: "/extensions/own" } },
      "/domain/max",
      "No number lies between 0 and -1: the lowest is above the highest.",
    ],
    [
      "a level twice",
      { domain: { kind: "ordinal", levels: ["a", "b", "a"] }, from: { read: "/extensions/own" } },
      "/domain/levels/2",
      '"a" stands here twice.',
    ],
  ])("%s", (_, record, pointer, message) => {
    expect(problemsOf(record)).toEqual([expect.objectContaining({ pointer: `/facts/own${pointer}`, message })]);
  });

  test("one that would hide another", () => {
    expect(problemsOf({ domain: count, from: { read: "/extensions/users" } }, "users")).toEqual([
      {
        pointer: "/facts/users",
        code: "duplicate",
        message: 'There is a fact "users" already, which this would hide. Give it another name.',
      },
    ]);
  });

  test.each([
    {},
    { read: 1 },
    { read: "audience/users" },
    { each: "/data", where: { fact: "users", atLeast: 1 } },
    { read: "/extensions/own", take: "a" },
  ])("a form that is none: %j", (from) => {
    expect(problemsOf({ domain: count, from }).map(({ pointer }) => pointer.startsWith("/facts/own/from"))).toContain(
      true,
    );
  });
});

const words = { title: "Many", why: "Sites differ." };
const sites = { question: "At how many sites?", domain: count, from: { read: "/extensions/sites" } } as const;

test("a policy in TypeScript knows its own facts", () => {
  const policy = definePolicy({
    id: "sites",
    version: "1.0.0",
    title: "By sites",
    facts: { sites },
    tiers: [
      { id: "local", title: "Local", advice: "Run it." },
      { id: "central", title: "Central", advice: "Ask." },
    ],
    criteria: [{ ...words, id: "many-sites", tier: "central", when: { fact: "sites", atLeast: 3 } }],
  });
  expectTypeOf(policy.tiers[0]?.id).toEqualTypeOf<"local" | "central" | undefined>();
  const criterion = { ...words, id: "many-sites", tier: "central" } as const;
  const misspelt = () =>
    // @ts-expect-error there is no such fact
    definePolicy({ ...policy, criteria: [{ ...criterion, when: { fact: "sitess", atLeast: 3 } }] });
  expect(misspelt).toThrow('There is no fact "sitess". Did you mean "sites"?');
});

test("a policy that is extended keeps its facts, and takes more", () => {
  const first = safeExtendPolicy(standardPolicy, { id: "a", version: "1.0.0", add: { facts: { sites } } });
  const own = { question: "Has it macros?", domain: flag, from: { read: "/extensions/macros" } };
  const base = first.ok ? first.value : standardPolicy;
  const second = safeExtendPolicy(base, { id: "b", version: "1.0.0", add: { facts: { own } } });
  expect(second).toMatchObject({ ok: true, value: { facts: { sites, own } } });
});
