import fc from "fast-check";
import {
  type AppProfile,
  defineFact,
  deriveFacts,
  type FactRecords,
  PlimsollError,
  parseProfile,
  reading,
  standardFacts,
} from "plimsoll";
import { constraintsOf, partialProfile, synthesizeProfile } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { factsOfRecords, misreadings } from "../../src/facts/index.js";

const days = { kind: "number", min: 0, whole: true, unit: "days" } as const;
const since = (daysSince: string) => ({
  question: `How long ago was ${daysSince}?`,
  domain: days,
  from: { daysSince },
});

const records = {
  tested: since("/extensions/tests/lastOn"),
  testedAgain: since("/extensions/tests/lastOn"),
  started: since("/lifecycle/startedOn"),
  live: since("/lifecycle/productionSince"),
} satisfies FactRecords;
const facts = { ...factsOfRecords(records), users: standardFacts.users };

const having = (lastOn: unknown): AppProfile => ({
  id: "a",
  name: "A",
  extensions: { tests: { lastOn: lastOn as string } },
});

describe("days since a date among the extensions", () => {
  test.each<[says: string, date: string, asOf: string, days: number]>([
    ["a date", "2026-01-30", "2026-03-01", 30],
    ["a leap day between", "2024-02-28", "2024-03-01", 2],
    ["no leap day in 1900", "1900-02-28", "1900-03-01", 1],
    ["an instant, by its day in universal time", "2026-01-31T23:30:00-05:00", "2026-03-31", 58],
    ["as of an instant", "2026-01-31", "2026-02-01T00:30:00+02:00", 0],
    ["the first day that there is", "0000-01-01", "9999-12-31", 3_652_424],
  ])("%s", (_, date, asOf, value) => {
    const { tested } = deriveFacts(having(date), facts, { asOf });
    expect(tested).toEqual({ kind: "exact", value, evidence: ["/extensions/tests/lastOn"] });
  });

  test.each([["2026-02-30"], ["yesterday"], [20_260_331], [null], [{ atLeast: "2026-01-01" }]])(
    "%j is no date, whether or not a day is given, and is said to be none",
    (date) => {
      for (const options of [{}, { asOf: "2026-03-31" }]) {
        expect(() => deriveFacts(having(date), facts, options)).toThrow(
          expect.objectContaining({ code: "invalid-profile" }),
        );
      }
      expect(misreadings(having(date), facts)).toMatchObject([
        {
          pointer: "/extensions/tests/lastOn",
          message: expect.stringMatching(/^Expected a date such as 2026-03-31, but saw/),
        },
      ]);
    },
  );

  test("what is no day to count to is refused", () => {
    expect(() => deriveFacts(having("2026-01-01"), facts, { asOf: "today" })).toThrow(PlimsollError);
    expect(() => deriveFacts(having("2026-01-01"), facts, { asOf: "today" })).toThrow(
      expect.objectContaining({ code: "invalid-date" }),
    );
  });
});

describe("apps that have them", () => {
  const asOf = "2026-03-31";
  const few = fc.integer({ min: 0, max: 3 });

  test("are made as of a day, when there can be any, and otherwise not", () => {
    fc.assert(
      fc.property(
        fc.record({ tested: few, testedAgain: few, started: few, live: few }, { requiredKeys: [] }),
        fc.constantFrom("2024-03-01", "2026-03-31"),
        (values, day) => {
          const { tested, testedAgain, started, live } = values;
          const isOne = tested === undefined || testedAgain === undefined || tested === testedAgain;
          const isInOrder = started === undefined || live === undefined || live <= started;
          const made = synthesizeProfile(values, facts, { asOf: day });
          expect(made !== undefined).toBe(isOne && isInOrder);
          if (made === undefined) return;
          const read = deriveFacts(parseProfile(made), facts, { asOf: day });
          for (const [name, value] of Object.entries(values))
            expect(Object(read)[name]).toMatchObject({ kind: "exact", value });
          // The rest of it is known as well.
          expect(Object.values(read).map(({ kind }) => kind)).toEqual(Object.keys(facts).map(() => "exact"));
        },
      ),
    );
  });

  test("tell nothing of dates where no day is given, and have no number of days then", () => {
    expect(synthesizeProfile({ users: 5 }, facts)).toMatchObject({ audience: { users: 5 } });
    expect(synthesizeProfile({ users: 5 }, facts)?.lifecycle).toBeUndefined();
    expect(synthesizeProfile({ tested: 5 }, facts)).toBeUndefined();
  });

  test("cannot be older than the first day that there is", () => {
    expect(synthesizeProfile({ tested: 3 }, facts, { asOf: "0000-01-04" })?.extensions).toEqual({
      tests: { lastOn: "0000-01-01" },
    });
    expect(synthesizeProfile({ tested: 4 }, facts, { asOf: "0000-01-04" })).toBeUndefined();
  });

  test("may tell one of them alone", () => {
    expect(partialProfile({ live: 5 }, facts, { asOf })).toEqual({
      id: "example",
      name: "Example app",
      lifecycle: { productionSince: "2026-03-26" },
    });
  });
});

test("one date is as long ago for all, and production never longer than work on it", () => {
  expect(constraintsOf(facts)).toEqual([
    { fact: "tested", atMostFact: "testedAgain" },
    { fact: "testedAgain", atMostFact: "tested" },
    { fact: "live", atMostFact: "started" },
  ]);
});

test("a function may count to the day as well", () => {
  const weekday = defineFact({
    question: "Which day of the week is it?",
    domain: { kind: "number", min: 0, max: 6, whole: true, unit: "days" },
    cost: 1,
    changeable: false,
    risk: "neither",
    answerAt: ["/extensions/day"],
    derive: (_, asOf) => (asOf === undefined ? reading.unknown : reading.exact(new Date(asOf).getUTCDay())),
  });
  const { weekday: read } = deriveFacts({ id: "a", name: "A" }, { weekday }, { asOf: "2026-03-31T08:00:00Z" });
  expect(read).toMatchObject({ kind: "exact", value: 2 });
});
