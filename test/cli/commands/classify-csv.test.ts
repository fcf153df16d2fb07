import { expect, test } from "vitest";
import { frozenPolicy } from "../../frozen/frozen-policy.js";
import { anApp } from "../../portfolio/portfolios.js";
import { runOn } from "../a-terminal.js";
import { readCsv } from "../csv-reader.js";

async function classifyInCsv(...apps: readonly unknown[]) {
  const files = { "apps.json": JSON.stringify(apps), "frozen.json": JSON.stringify(frozenPolicy) };
  const { code, printed } = await runOn(files, ["classify", "apps.json", "--policy", "frozen.json", "--format", "csv"]);
  return { code, rows: readCsv(printed) };
}

test("every app is a row, in the order of the input", async () => {
  const { code, rows } = await classifyInCsv(
    anApp({ id: "b" }),
    anApp({ id: "a", name: "-Rota", audience: { users: 3000 }, ownership: { itOwner: "IT, North" } }),
  );
  expect(code).toBe(0);
  expect(rows).toMatchObject([
    {
      app: "b",
      tier: "alone",
      tierRank: "0",
      ceiling: "alone",
      settled: "true",
      findings: "0",
      findingIds: "",
      nextStep: "",
      users: "20",
    },
    {
      app: "a",
      name: "'-Rota",
      tier: "experts",
      tierRank: "2",
      nextStep: "Let IT make it fast; screens and rules stay yours.",
      findings: "2",
      findingIds: "high-user-volume; many-users",
      findingTitles: "Very many users; Many users",
      coveredIds: "",
      openQuestions: "0",
      users: "3000",
      itOwner: "IT, North",
    },
  ]);
});

test("the next step is what helps most, though another finding that it settles has no advice", async () => {
  const daily = anApp({ audience: { users: 140 }, criticality: { dailyDependence: true, support: true } });
  const { rows } = await classifyInCsv(daily);
  expect(rows[0]).toMatchObject({
    findingIds: "mission-critical; business-critical; many-users",
    nextStep: "Agree with IT who is called when it fails.",
  });
});

test("what is not known is empty, and the most of something is not told as the least", async () => {
  const { rows } = await classifyInCsv(
    { id: "blank", name: "Blank" },
    { id: "few", name: "Few", audience: { users: { atMost: 12 } } },
    { id: "some", name: "Some", audience: { users: { atLeast: 12, atMost: 90 } } },
  );
  expect(rows.map(({ app, users, dailyDependence }) => [app, users, dailyDependence])).toEqual([
    ["blank", "", ""],
    ["few", "", ""],
    ["some", "12", ""],
  ]);
  expect(Number(rows[0]?.openQuestions)).toBeGreaterThan(3);
  expect(rows[0]?.question).toMatch(/\?$/);
});

test("one that cannot be read has no row, and stops no other", async () => {
  const { code, rows } = await classifyInCsv({ id: 7 }, anApp());
  expect([code, rows.length]).toEqual([2, 1]);
});
