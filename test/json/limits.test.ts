import { readFileSync } from "node:fs";
import {
  audit,
  type Problem,
  parseProfile,
  type ReadOptions,
  type Result,
  safeParseConfig,
  safeParsePolicy,
  safeParsePolicyChanges,
  safeParseProfile,
} from "plimsoll";
import { safeParseTimeline } from "plimsoll/backtest";
import { safeParseCase } from "plimsoll/escalation";
import { safeParseApproval } from "plimsoll/governance";
import { inputLimits, safeParseMapping } from "plimsoll/schema";
import { safeParsePolicyTests } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { toJson } from "../../src/json/index.js";

const times = <Entry>(size: number, entryAt: (index: number) => Entry) =>
  Array.from({ length: size }, (_, index) => entryAt(index));

const rota = { id: "rota", name: "Rota" };

type Reader = (input: unknown, options?: ReadOptions) => Result<unknown>;

const problemsOf = (result: Result<unknown>): readonly Problem[] => (result.ok ? [] : result.problems);

/** Each reader, with an input whose list at `at` has so many entries. */
const readers: readonly (readonly [string, keyof typeof inputLimits, Reader, string, (size: number) => unknown])[] = [
  ["a profile", "profile", safeParseProfile, "/data", (size) => ({ ...rota, data: times(size, () => ({})) })],
  [
    "an approval",
    "approval",
    safeParseApproval,
    "/scope/data",
    (size) => ({ scope: { data: times(size, () => "personal") } }),
  ],
  ["a policy", "policy", safeParsePolicy, "/criteria", (size) => ({ criteria: times(size, () => ({})) })],
  ["policy tests", "tests", safeParsePolicyTests, "/tests", (size) => ({ tests: times(size, () => ({})) })],
  ["a timeline", "timeline", safeParseTimeline, "/moments", (size) => ({ moments: times(size, () => ({})) })],
  ["a configuration", "config", safeParseConfig, "/portfolio", (size) => ({ portfolio: times(size, () => "a.json") })],
  ["changes of a policy", "policy", safeParsePolicyChanges, "/remove", (size) => ({ remove: times(size, () => "a") })],
  ["a mapping", "mapping", safeParseMapping, "/columns", (size) => ({ columns: times(size, () => ({})) })],
  ["a case", "case", safeParseCase, "/events", (size) => ({ events: times(size, () => ({})) })],
];

describe.each(readers)("a list that is too long in %s", (_, kind, read, at, sized) => {
  const most = inputLimits[kind].entries;

  test("is one problem, which says how many there are and how many may be", () => {
    expect(problemsOf(read(sized(most + 1)))).toEqual([
      {
        pointer: at,
        code: "too-large",
        message: `This list has ${most + 1} entries, and at most ${most} are read. Shorten it.`,
      },
    ]);
  });

  test("is read as long as it may be", () => {
    expect(problemsOf(read(sized(most))).map(({ code }) => code)).not.toContain("too-large");
  });

  test("is measured by the limits that whoever embeds has set", () => {
    expect(problemsOf(read(sized(3), { limits: { entries: 2 } })).map(({ pointer }) => pointer)).toEqual([at]);
    expect(problemsOf(read(sized(most + 1), { limits: { entries: most + 1 } })).map(({ code }) => code)).not.toContain(
      "too-large",
    );
    expect(problemsOf(read(sized(3), { limits: { values: 3 } })).map(({ code }) => code)).toEqual(["too-large"]);
  });

  test.each([Number.NaN, -1, "5", null])("is not measured by %s", (limit) => {
    const options = { limits: { entries: limit } } as ReadOptions; // as JavaScript would call it
    expect(() => read(sized(1), options)).toThrow(expect.objectContaining({ code: "invalid-option" }));
  });
});

const lists = [
  "audience/departments",
  "integrations",
  "data",
  "calculations",
  "criticality/singlePointsOfFailure",
  "ownership/understoodBy",
  "compliance",
  "performance/symptoms",
  "partial",
  "extensions/notes",
];

test.each(lists)("a megabyte of empty objects in %s comes back as one short problem", (list) => {
  const [outer = "", inner] = list.split("/");
  const many = times(333_333, () => ({}));
  const problems = problemsOf(safeParseProfile({ ...rota, [outer]: inner === undefined ? many : { [inner]: many } }));
  expect(problems).toEqual([
    {
      pointer: `/${list}`,
      code: "too-large",
      message: expect.stringContaining("333333 entries, and at most 1000 are read"),
    },
  ]);
});

test("an object with more fields than there may be values is one problem", () => {
  const extensions = Object.fromEntries(times(60_000, (index) => [`field-${index}`, 1]));
  expect(problemsOf(safeParseProfile({ ...rota, extensions }))).toEqual([
    {
      pointer: expect.stringMatching(/^\/extensions\/field-\d+$/),
      code: "too-large",
      message: expect.stringContaining("more than 50000 values"),
    },
  ]);
});

test("many lists that are each short enough are too much together", () => {
  const notes = times(100, () => times(1000, () => 0));
  const [problem, ...others] = problemsOf(safeParseProfile({ ...rota, extensions: { notes } }));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: "too-large", message: expect.stringContaining("more than 50000 values") });
});

test("what is too long is not even looked at", () => {
  let reads = 0;
  const list = new Proxy(
    times(2000, () => ({})),
    {
      get(target, key, receiver) {
        if (key !== "length") reads++;
        return Reflect.get(target, key, receiver);
      },
    },
  );
  expect(toJson({ list }, { entries: 1000, values: 10_000 })).toMatchObject({
    ok: false,
    problems: [{ pointer: "/list" }],
  });
  expect(reads).toBe(0);
});

test("parseProfile takes the same limits", () => {
  const long = { ...rota, data: times(1001, () => ({})) };
  expect(() => parseProfile(long)).toThrow(expect.objectContaining({ code: "invalid-profile" }));
  expect(parseProfile(long, { limits: { entries: 2000 } }).data).toHaveLength(1001);
});

test("the profiles of a timeline are measured as profiles, unless limits are set for all of it", () => {
  const timeline = { moments: [{ on: "2026-01-01", profile: { ...rota, data: times(1001, () => ({})) } }] };
  expect(problemsOf(safeParseTimeline(timeline)).map(({ pointer }) => pointer)).toEqual(["/moments/0/profile/data"]);
  expect(safeParseTimeline(timeline, { limits: { entries: 2000 } }).ok).toBe(true);
});

test("an app that is too much to read does not stop an audit, which names it and takes the same limits", async () => {
  const long = { ...rota, data: times(1001, () => ({})) };
  const asOf = "2026-03-31";
  const { unreadable } = await audit([long, { profile: long }], { asOf });
  expect(unreadable.map(({ app, problems }) => [app, problems[0]?.pointer, problems[0]?.code])).toEqual([
    ["rota", "/data", "too-large"],
    ["rota", "/profile/data", "too-large"],
  ]);
  expect((await audit([long, { profile: long }], { asOf, limits: { entries: 2000 } })).unreadable).toEqual([]);
  const options = { asOf, limits: { entries: Number.NaN } };
  await expect(audit([], options)).rejects.toMatchObject({ code: "invalid-option" });
});

test.each(Object.entries(inputLimits))("the limits of %s stand in the documentation", (_, { entries, values }) => {
  const page = readFileSync(new URL("../../docs/profile.md", import.meta.url), "utf8");
  const shown = (limit: number) => (limit < 10_000 ? String(limit) : limit.toLocaleString("en"));
  expect(page).toContain(`| ${shown(entries)} | ${shown(values)} |`);
});
