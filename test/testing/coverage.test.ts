import { standardPolicy } from "plimsoll";
import { coverageLcov, coverageText, harmlessApp, policyCoverage } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { policyOf } from "../policy/a-policy.js";

const both = policyOf({
  all: [
    { fact: "dailyDependence", is: true },
    { fact: "users", atLeast: 30 },
  ],
});
const daily = harmlessApp("Rota").neededDaily();
const quiet = harmlessApp("Rota");

describe("a condition", () => {
  test.each<[string, readonly ReturnType<typeof quiet.build>[], readonly boolean[]]>([
    [
      "is shown by two apps between which it alone decides",
      [daily.usedBy(30).build(), quiet.usedBy(30).build()],
      [true, true, true],
    ],
    [
      "is not shown where another decides as well",
      [daily.usedBy(30).build(), quiet.usedBy(29).build()],
      [true, true, false],
    ],
    ["is not shown by one app", [daily.usedBy(30).build()], [true, false, false]],
  ])("%s", (_, apps, [so, notSo, decides]) => {
    const [condition] = policyCoverage(both, apps).conditions;
    expect(condition).toMatchObject({
      rule: "rule",
      pointer: "/criteria/0/when/all/0",
      so,
      notSo,
      decides,
      canDecide: true,
    });
  });

  test("that can never decide need not be shown", () => {
    const twice = policyOf({
      all: [
        { fact: "users", atLeast: 30 },
        { fact: "users", atLeast: 20 },
      ],
    });
    const apps = [19, 20, 29, 30].map((people) => quiet.usedBy(people).build());
    const coverage = policyCoverage(twice, apps);
    expect(coverage.conditions.map(({ canDecide, decides }) => [canDecide, decides])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(coverage.covered).toBe(coverage.total);
  });
});

test("the edges of a line are seen by apps that stand just there", () => {
  const { edges } = policyCoverage(both, [quiet.usedBy(29).build(), quiet.usedBy(31).build()]);
  expect(edges.map(({ fact, value, seen }) => [fact, value, seen])).toEqual([
    ["users", 29, true],
    ["users", 30, false],
  ]);
});

test("in words, it says all that was not shown", () => {
  expect(coverageText(policyCoverage(both, [daily.usedBy(30).build()])).split("\n")).toEqual([
    'No app is in the tier "team".',
    '"rule" always holds.',
    'In "rule" {"fact":"dailyDependence","is":true} (/criteria/0/when/all/0) is always true.',
    'In "rule" {"fact":"users","atLeast":30} (/criteria/0/when/all/1) is always true.',
    "No app has users = 29, beside the line 30 or more.",
    "Policy coverage: 41 % (5 of 12).",
    "",
  ]);
  const apps = [daily.usedBy(30).build(), quiet.usedBy(29).build()];
  expect(coverageText(policyCoverage(both, apps))).toContain("never decides by itself");
  expect(coverageText(policyCoverage(both, []))).toContain('"rule" never holds.');
});

test("as lcov it is one record with a branch for each side and for deciding", () => {
  const text = coverageLcov(policyCoverage(both, [daily.usedBy(30).build()]), "policy.json");
  expect(text).toBe(
    [
      "SF:policy.json",
      "FN:1,rule",
      "FNDA:1,rule",
      "FNF:1",
      "FNH:1",
      "BRDA:1,0,0,1",
      "BRDA:1,0,1,0",
      "BRDA:1,0,2,0",
      "BRDA:1,1,0,1",
      "BRDA:1,1,1,0",
      "BRDA:1,1,2,0",
      "BRF:6",
      "BRH:2",
      "DA:1,1",
      "LF:1",
      "LH:1",
      "end_of_record",
      "",
    ].join("\n"),
  );
});

test("what nobody can tell is shown by nobody", () => {
  const { conditions } = policyCoverage(standardPolicy, [{ id: "rota", name: "Rota" }]);
  expect(conditions.some(({ so, notSo, decides }) => so || notSo || decides)).toBe(false);
});
