import { synthesizeProfile } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { factsOfRecords } from "../../../src/facts/index.js";

const count = { kind: "number", min: 0, whole: true, unit: "things" } as const;
const all = { question: "How many?", domain: count, from: { each: "/extensions/things" } } as const;
const red = { ...all, from: { each: "/extensions/things", where: { field: "colour", is: "red" } } } as const;
const shapes = {
  question: "Which shapes?",
  domain: { kind: "set", members: ["round", "square"], open: false },
  from: { each: "/extensions/things", take: "shape" },
} as const;

const thingsOf = (values: Parameters<typeof synthesizeProfile>[0], records: Parameters<typeof factsOfRecords>[0]) =>
  synthesizeProfile(values, factsOfRecords(records))?.extensions?.things;

test("a list of which nothing is asked but how many it has has so many", () => {
  expect(thingsOf({ all: 2 }, { all })).toHaveLength(2);
  expect(thingsOf({}, { all })).toEqual([]);
});

test("two facts that count the same are the same", () => {
  expect(thingsOf({ all: 2, again: 2 }, { all, again: all })).toHaveLength(2);
  expect(synthesizeProfile({ all: 2, again: 3 }, factsOfRecords({ all, again: all }))).toBeUndefined();
});

test("what has nothing to do with one another is said of the same entries, and of as many as there must be", () => {
  const things = thingsOf({ all: 3, red: 2, shapes: ["round"] }, { all, red, shapes });
  expect(things).toHaveLength(3);
  expect(JSON.stringify(things).match(/"red"/g)).toHaveLength(2);
  expect(synthesizeProfile({ all: 1, red: 2 }, factsOfRecords({ all, red }))).toBeUndefined();
});

const sites = {
  question: "How many sites?",
  domain: count,
  from: { each: "/extensions/sites", single: ["/extensions/people"] },
};
const people = {
  question: "How many people?",
  domain: { ...count, unit: "people" },
  from: { read: "/extensions/people" },
};

test("of what one person leaves room for one of, several are with several people", () => {
  const facts = factsOfRecords({ sites, people } as Parameters<typeof factsOfRecords>[0]);
  expect(synthesizeProfile({ sites: 3 }, facts)?.extensions?.people).toBeGreaterThan(1);
  expect(synthesizeProfile({ sites: 3, people: 1 }, facts)).toBeUndefined();
  expect(synthesizeProfile({ sites: 3, people: 9 }, facts)?.extensions?.people).toBe(9);
});
