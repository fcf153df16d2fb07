import { parseProfile } from "plimsoll";
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

/** The only numbers of people that the article tells of one app. */
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
