import { type AppProfile, deriveFacts, parseProfile, type StandardFacts } from "plimsoll";
import { stories } from "plimsoll/stories";
import { describe, expect, test } from "vitest";

test("there are nine, each with an id and a title of its own", () => {
  expect(new Set(stories.map(({ id }) => id)).size).toBe(9);
  expect(new Set(stories.map(({ title }) => title)).size).toBe(9);
});

test("they are plain JSON", () => {
  expect(JSON.parse(JSON.stringify(stories))).toStrictEqual(stories);
});

describe.each(stories)("$title", ({ id, moments }) => {
  test("is told by good profiles of one app", () => {
    for (const { profile } of moments) {
      expect(parseProfile(profile)).toStrictEqual(profile);
      expect(profile.id).toBe(id);
    }
    expect(new Set(moments.map(({ profile }) => profile.name)).size).toBe(1);
  });

  test("is told in the order of time", () => {
    const days = moments.map(({ on }) => on);
    expect(days).toEqual([...new Set(days)].sort());
    for (const day of days) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
  });
});

/** The time that the article tells between moments. */
describe("the story of the warehouse", () => {
  const days = stories.find(({ id }) => id === "warehouse-inventory")?.moments.map(({ on }) => new Date(on)) ?? [];
  const monthsFrom = (from: number) => {
    const [then, incident] = [days.at(from), days.at(-1)];
    return ((incident?.getTime() ?? 0) - (then?.getTime() ?? 0)) / (365.25 / 12) / 24 / 60 / 60 / 1000;
  };

  test("ends on a Tuesday, eight months after its start and two months after its builder left", () => {
    expect(days.at(-1)?.getUTCDay()).toBe(2);
    expect(monthsFrom(0)).toBeCloseTo(8, 0);
    expect(monthsFrom(-2)).toBeCloseTo(2, 0);
  });
});

const lastOf = (id: string): AppProfile => {
  const profile = stories.find((story) => story.id === id)?.moments.at(-1)?.profile;
  return profile ?? expect.fail(`There is no story "${id}".`);
};

type Told = readonly [story: string, article: string, fact: keyof StandardFacts, kind: string, value: unknown];

/** What can be said at the incident, with the words of the article that say it. */
const told: readonly Told[] = [
  ["warehouse-inventory", "The call came at 3 AM", "onError", "exact", "noticed"],
  ["warehouse-inventory", "it costs real money", "outageImpact", "exact", "high"],
  ["warehouse-inventory", "That warehouse inventory app", "kind", "exact", "app"],
  ["budget-tracking", "a budget tracking app", "kind", "exact", "app"],
  ["budget-tracking", "two people adjusted", "peakConcurrentUsers", "at-least", 2],
  ["budget-tracking", "Small modifications", "operations", "exact", ["change"]],
  ["budget-tracking", "months to fully remediate", "reversibility", "exact", "with-effort"],
  ["patient-scheduling", "built an app that pulled patient medical history", "kind", "exact", "app"],
  ["patient-scheduling", "far exceeded what it would have cost to build", "financialImpact", "exact", "high"],
  ["demand-forecast", "He built an app", "kind", "exact", "app"],
  ["expense-payments", "built an app to handle expense reimbursements", "kind", "exact", "app"],
  ["expense-payments", "generated payment files for their banking system", "operations", "exact", ["pay"]],
  ["expense-payments", "significant legal and compliance costs", "financialImpact", "exact", "high"],
  ["customer-synchronisation", "create duplicate records", "operations", "at-least", ["change", "create"]],
  ["customer-synchronisation", "a dedicated team three months", "reversibility", "exact", "with-effort"],
  ["inventory-calculator", "The financial impact was significant", "financialImpact", "exact", "high"],
  ["performance-reviews", "tied to performance ratings", "decidesAboutPeople", "exact", true],
  ["performance-reviews", "rerun the entire performance review process", "reversibility", "exact", "with-effort"],
];

/** Members of a set stand in no order of their own. */
const inOrder = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);

test.each(told)('the story %s tells of "%s": %s', (id, _, fact, kind, value) => {
  const reading = deriveFacts(lastOf(id))[fact];
  expect(reading.kind === "unknown" ? reading : [reading.kind, inOrder(reading.value)]).toEqual([kind, value]);
});

/** What the article tells of none of its apps: who gets in, whose account acts, what it does by itself, who answers for it. */
const silent: readonly string[] = [
  ...[
    "outsideUsers",
    "reach",
    "canOpen",
    "entrances",
    "role",
    "connector",
    "leavesOrganisation",
    "copiesLeave",
    "label",
  ],
  ...["identity", "secret", "rights", "accountOwnerPresent", "automation", "size", "parts", "monitoring", "otherApps"],
  ...["environment", "separateTest", "versionsKept", "errorRate", "nearLimits", "extensions", "component", "platform"],
  ...["safety", "binding", "amount", "reputation", "businessOwner", "itOwner", "owners", "successors", "asynchronous"],
];

/** The names of all fields in a value, however deep. */
const fieldsIn = (value: unknown): readonly string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([field, part]) => [...(Array.isArray(value) ? [] : [field]), ...fieldsIn(part)]);

test("where the article is silent, so are the stories", () => {
  const fields = new Set(stories.flatMap(({ moments }) => moments.flatMap(({ profile }) => fieldsIn(profile))));
  expect(silent.filter((field) => fields.has(field))).toEqual([]);
});

/** The only story in which the article tells how many people use an app. */
describe("the story of the sales dashboard", () => {
  const moments = stories.find(({ id }) => id === "sales-dashboard")?.moments ?? [];

  test("grows from 50 people to 300, and nowhere between", () => {
    expect(moments.map(({ profile }) => profile.audience?.users)).toEqual([50, 300, 300]);
  });

  test("ends on a Monday, with all of them at once", () => {
    const incident = moments.at(-1);
    expect(new Date(incident?.on ?? "").getUTCDay()).toBe(1);
    expect(incident?.profile.audience?.peakConcurrent).toBe(300);
  });
});

test("no other story tells how many people use its app", () => {
  const told = stories.filter(({ moments }) => moments.some(({ profile }) => profile.audience?.users !== undefined));
  expect(told.map(({ id }) => id)).toEqual(["sales-dashboard"]);
});
