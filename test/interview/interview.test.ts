import fc from "fast-check";
import { type AppProfile, deriveFacts, type Fact, reading, safeParseProfile, standardFacts } from "plimsoll";
import { type FieldAnswer, openFields, type ProfileField, withAnswer } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { lastDay, profileArbitrary } from "../arbitraries/profile.js";
import { draws } from "../prove/draws.js";
import { anyAnswer, fittingAnswer } from "./any-answer.js";
import { isWithin, leavesOf, toldOtherwise } from "./told.js";

const nothing: AppProfile = { id: "app", name: "An app" };
const facts: readonly (readonly [string, Fact])[] = Object.entries(standardFacts);

/** One step of an interview: what is known, what is asked, and what is answered. */
const step = fc
  .tuple(profileArbitrary, fc.constantFrom(...facts))
  .map(([profile, [, fact]]) => ({ profile, fields: openFields(profile, fact) }))
  .filter(({ fields }) => fields.length > 0)
  .chain(({ profile, fields }) => fc.tuple(fc.constant(profile), fc.constantFrom(...fields)))
  .chain(([profile, field]) => {
    const answer = fc.oneof({ weight: 4, arbitrary: fittingAnswer(field.answering) }, anyAnswer);
    return fc.tuple(fc.constant(profile), fc.constant(field), answer);
  });

const lowered = (values: readonly unknown[]) => values.map((value) => String(value).toLowerCase());

describe("the profile with an answer", () => {
  test("is a profile that says what it said before, what was answered, and nothing else", () => {
    fc.assert(
      fc.property(step, ([profile, field, answer]) => {
        const told = withAnswer(profile, field, answer);
        if (!told.ok) return;
        expect(safeParseProfile(told.value)).toEqual({ ok: true, value: told.value });
        const before = new Map(leavesOf({ ...profile, partial: [] }));
        const after = leavesOf({ ...told.value, partial: [] });
        const more = after.filter(([at, value]) => before.get(at) !== value && !Array.isArray(value));
        expect(more.filter(([at]) => !isWithin(at, field.pointer))).toEqual([]);
        const said =
          typeof answer === "object" && answer !== null
            ? "names" in answer
              ? answer.names
              : // A bound that was told before is nothing more.
                Object.entries(answer).flatMap(([end, value]) =>
                  before.get(`${field.pointer}/${end}`) === value ? [] : [value],
                )
            : [answer];
        expect(lowered(more.map(([, value]) => value))).toEqual(lowered(said));
        const others = (partial: readonly string[] = []) => partial.filter((list) => list !== field.pointer);
        expect(others(told.value.partial)).toEqual(others(profile.partial));
      }),
      draws(500),
    );
  });

  test("tells only those facts otherwise that are answered at this field, or read from it", () => {
    fc.assert(
      fc.property(step, ([profile, field, answer]) => {
        const told = withAnswer(profile, field, answer);
        const changed = told.ok ? toldOtherwise(profile, told.value) : [];
        expect(changed.filter(({ places }) => !places.some((place) => isWithin(field.pointer, place)))).toEqual([]);
      }),
      draws(500),
    );
  });

  test("is not made of an answer that does not fit; the problem says why, and the profile stays as it was", () => {
    fc.assert(
      fc.property(step, ([profile, field, answer]) => {
        const before = structuredClone(profile);
        const told = withAnswer(profile, field, answer);
        expect(profile).toEqual(before);
        if (!told.ok) expect(told.problems.map(({ message }) => /^\S.*\.$/s.test(message))).not.toContain(false);
      }),
      draws(300),
    );
  });
});

test.each(facts)("whoever answers all that is asked of %s has told it", (_, fact) => {
  fc.assert(
    fc.property(profileArbitrary, fc.infiniteStream(fc.nat(10_000)), (begun, seeds) => {
      let profile: AppProfile = begun;
      for (let asked = 0; asked < 200; asked++) {
        const [field] = openFields(profile, fact);
        if (field === undefined) break;
        const { value: seed } = seeds.next();
        const [answer = null] = fc.sample(fittingAnswer(field.answering, fc.constant(true)), { seed, numRuns: 1 });
        const told = withAnswer(profile, field, answer);
        // What was said before may leave room for few numbers.
        const { users } = deriveFacts(profile);
        const instead = told.ok || users.kind === "unknown" ? told : withAnswer(profile, field, Number(users.value));
        if (instead.ok) profile = instead.value;
      }
      expect(openFields(profile, fact)).toEqual([]);
      expect(deriveFacts(profile, { fact }, { asOf: lastDay }).fact.kind).toBe("exact");
    }),
    draws(15),
  );
});

type Name = keyof typeof standardFacts;
type Fields = readonly (readonly [pointer: string, question: string])[];

describe("what is asked", () => {
  const erp = { system: "ERP", role: "system-of-record" } as const;
  const direction = ["/integrations/0/direction", "What does it do in ERP: read, write, or both?"] as const;

  test.each<readonly [what: string, Partial<AppProfile>, Name, Fields]>([
    ["a number", {}, "users", [["/audience/users", "How many people use it now?"]]],
    [
      "growth, by the two numbers that it is made of",
      {},
      "userGrowth",
      [
        ["/audience/builtFor", "For how many people was it built?"],
        ["/audience/users", "How many people use it now?"],
      ],
    ],
    [
      "of growth what is open",
      { audience: { users: 3 } },
      "userGrowth",
      [["/audience/builtFor", "For how many people was it built?"]],
    ],
    ["the entries of a list, by name", {}, "systemsWritten", [["/integrations", "What is it connected to?"]]],
    [
      "the open field of each entry",
      { integrations: [erp, { ...erp, system: "CRM", direction: "read" }, { ...erp, system: "Payroll" }] },
      "systemsWritten",
      [direction, ["/integrations/2/direction", "What does it do in Payroll: read, write, or both?"]],
    ],
    [
      "first what an entry is",
      { integrations: [{ system: "Mail" }] },
      "systemsWritten",
      [
        [
          "/integrations/0/role",
          "What is Mail: another system, the app's own store, a channel to people, or a service that only computes?",
        ],
      ],
    ],
    [
      "nothing of what is no other system",
      { integrations: [{ system: "Mail", role: "channel" }] },
      "systemsWritten",
      [],
    ],
    [
      "what it does there",
      { integrations: [erp] },
      "operations",
      [["/integrations/0/operations", "What does it do in ERP, besides reading?"]],
    ],
    ["first what decides whether the rest matters", { integrations: [erp] }, "unvalidatedWrites", [direction]],
    [
      "the rest, where it matters",
      { integrations: [{ ...erp, direction: "write" }] },
      "unvalidatedWrites",
      [["/integrations/0/writesValidated", "Is what it writes to ERP checked first?"]],
    ],
    ["nothing, where it does not", { integrations: [{ ...erp, direction: "read" }] }, "unvalidatedWrites", []],
    [
      "how sensitive data is, before how it is kept",
      { data: [{ name: "Rota" }] },
      "auditTrail",
      [["/data/0/class", 'How sensitive is "Rota"?']],
    ],
    [
      "data without a name, by its class",
      { data: [{ class: "health" }] },
      "unencryptedData",
      [["/data/0/encryptedAtRest", "Is the health data encrypted where it is stored?"]],
    ],
    [
      "of a list that is not complete, the others",
      { integrations: [{ ...erp, direction: "read" }], partial: ["/integrations"] },
      "systemsWritten",
      [["/integrations", "What is it connected to, besides ERP?"]],
    ],
    [
      "of a long list, the others without telling all again",
      { audience: { departments: ["A", "B", "C", "D", "E"] }, partial: ["/audience/departments"] },
      "departments",
      [["/audience/departments", "Which departments use it, besides A, B, C and 2 more?"]],
    ],
  ])("is %s", (_, profile, fact, fields) => {
    const asked = openFields({ ...nothing, ...profile }, standardFacts[fact]);
    expect(asked.map(({ pointer, question }) => [pointer, question])).toEqual(fields);
  });
});

describe("an organisation's own fact", () => {
  const own = (domain: Fact["domain"], answerAt: readonly string[] = ["/extensions/our/sites"]): Fact => ({
    question: "At how many sites is it used?",
    domain,
    cost: 5,
    changeable: true,
    risk: "rising",
    answerAt,
    derive: ({ extensions }) => (extensions?.our === undefined ? reading.unknown : reading.exact(0)),
  });

  test.each<readonly [domain: Fact["domain"], answer: FieldAnswer, value: unknown]>([
    [{ kind: "number", min: 0, whole: true, unit: "sites" }, 4, 4],
    [{ kind: "boolean" }, true, true],
    [{ kind: "ordinal", levels: ["few", "many"] }, "many", "many"],
    [{ kind: "enum", values: ["here", "there"] }, "here", "here"],
    [{ kind: "set", members: ["north"], open: false }, { names: ["north"], isAll: true }, ["north"]],
    [{ kind: "set", members: ["north"], open: true }, { names: ["south"], isAll: true }, ["south"]],
  ])("is asked by its domain, and answered in its extension: %j", (domain, answer, value) => {
    const fact = own(domain);
    const [field] = openFields(nothing, fact);
    const told = withAnswer(nothing, field ?? expect.fail("It is asked."), answer);
    expect(told.ok && told.value.extensions).toEqual({ our: { sites: value } });
    expect(told.ok && openFields(told.value, fact)).toEqual([]);
  });

  test("is not asked, where nobody knows how its place is answered", () => {
    expect(openFields(nothing, own({ kind: "boolean" }, ["/description"]))).toEqual([]);
  });
});

describe("what cannot be together", () => {
  const fieldAt = (pointer: string, fact: Name, profile: AppProfile): ProfileField =>
    openFields(profile, standardFacts[fact]).find((each) => each.pointer === pointer) ?? expect.fail(pointer);

  type Row = readonly [string, pointer: string, Name, Partial<AppProfile>, FieldAnswer, message: RegExp];

  test.each<Row>([
    [
      "more people at once than at all",
      "/audience/peakConcurrent",
      "peakConcurrentUsers",
      { audience: { users: 5 } },
      6,
      /^The answers to ".* at most\?" and ".* now\?" cannot both be so\. Correct one of them\.$/,
    ],
    [
      "fewer people than at once",
      "/audience/users",
      "users",
      { audience: { peakConcurrent: 6 } },
      5,
      /^The answers to ".* at most\?" and ".* now\?" cannot both be so\. Correct one of them\.$/,
    ],
    [
      "a system twice, however it is spelt",
      "/integrations",
      "systemsRead",
      { integrations: [{ system: "ERP", direction: "read" }], partial: ["/integrations"] },
      { names: ["erp\u200b "], isAll: true },
      /twice/,
    ],
    ["a number that there cannot be", "/audience/users", "users", {}, 1.5, /a number of people/],
    ["a number beyond all numbers", "/audience/users", "users", {}, 2 ** 60, /a number of people/],
    [
      "a class that there is not",
      "/data",
      "sensitiveData",
      {},
      { names: [], classes: ["secret"], isAll: true },
      /classes of data/,
    ],
    [
      "a class of what has none",
      "/integrations",
      "systemsRead",
      {},
      { names: ["ERP"], classes: ["health"], isAll: true },
      /classes of data/,
    ],
    ["a choice that there is not", "/lifecycle/stage", "stage", {}, "toString", /one of the choices/],
  ])("is refused: %s", (_, pointer, fact, profile, answer, message) => {
    const begun = { ...nothing, ...profile };
    const told = withAnswer(begun, fieldAt(pointer, fact, begun), answer);
    expect(!told.ok && told.problems[0]?.message).toMatch(message);
  });

  test("but not data that has a class and no name", () => {
    const told = withAnswer(nothing, fieldAt("/data", "sensitiveData", nothing), {
      names: ["Shifts"],
      classes: ["health"],
      isAll: true,
    });
    expect(told).toEqual({ ok: true, value: { ...nothing, data: [{ name: "Shifts" }, { class: "health" }] } });
  });

  test("but what was wrong before is no reason to refuse an answer", () => {
    const begun = { ...nothing, audience: { users: 5, peakConcurrent: 6 } };
    expect(withAnswer(begun, fieldAt("/audience/outsideUsers", "outsideUsers", begun), false).ok).toBe(true);
  });
});
