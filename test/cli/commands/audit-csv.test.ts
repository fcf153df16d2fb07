import { describe, expect, test } from "vitest";
import { frozenPolicy } from "../../frozen/frozen-policy.js";
import { anApp } from "../../portfolio/portfolios.js";
import { runOn } from "../a-terminal.js";
import { readCsv } from "../csv-reader.js";

const crowd = anApp({
  id: "rota",
  name: "=Rota, new; “Größe”",
  platform: "Power Apps",
  kind: "app",
  audience: { users: 3000 },
  ownership: {
    businessOwner: "Operations",
    itOwner: null,
    owners: [
      { name: "Ada", active: true },
      { name: "Bo", active: false },
    ],
  },
  lifecycle: { stage: "production", productionSince: "2025-01-02", reviewedOn: "2026-03-01" },
});

async function auditInCsv(apps: readonly unknown[], ...more: readonly string[]) {
  const files = {
    "apps.json": JSON.stringify(apps),
    "before.json": JSON.stringify([anApp(), anApp({ id: "gone" })]),
    "frozen.json": JSON.stringify(frozenPolicy),
  };
  const argv = ["audit", "apps.json", "--policy", "frozen.json", "--format", "csv", ...more];
  const { code, printed, complained } = await runOn(files, argv);
  return { code, rows: readCsv(printed), headings: printed.split("\r\n")[0], complained };
}

test("an app is a row, by which a spreadsheet sorts and filters", async () => {
  const { code, rows, complained } = await auditInCsv([crowd]);
  expect([code, complained]).toEqual([0, ""]);
  expect(rows).toEqual([
    {
      rank: "1",
      app: "rota",
      name: "'=Rota, new; “Größe”",
      tier: "experts",
      tierRank: "2",
      ceiling: "experts",
      settled: "true",
      points: "12",
      reason: "12 points: Very many users (9), Many users (3).",
      nextStep: "Let IT make it fast; screens and rules stay yours.",
      findings: "2",
      findingIds: "high-user-volume; many-users",
      findingTitles: "Very many users; Many users",
      newFindingIds: "",
      openQuestions: "0",
      question: "",
      users: "3000",
      dailyDependence: "false",
      systemsWritten: "0",
      dataSensitivity: "none",
      idle: "false",
      platform: "Power Apps",
      kind: "app",
      stage: "production",
      productionSince: "2025-01-02",
      reviewedOn: "2026-03-01",
      lastUsedOn: "",
      businessOwner: "Operations",
      itOwner: "nobody",
      owners: "Ada; Bo (gone)",
      builderPresent: "",
      growth: "",
      tierBefore: "",
      crossedIds: "",
      whatHasChanged: "",
      suggests: "",
    },
  ]);
});

test("an app that nobody uses is suggested for retirement, where the policy does", async () => {
  const asleep = { id: "old", name: "Old form", audience: { users: 0 } };
  const { printed } = await runOn({ "old.json": JSON.stringify(asleep) }, [
    "audit",
    "old.json",
    "--policy",
    "recommended",
    "--format",
    "csv",
  ]);
  expect(readCsv(printed)[0]).toMatchObject({ app: "old", suggests: "retirement" });
});

test("the columns are the same, whatever there is to say", async () => {
  const { headings } = await auditInCsv([]);
  expect((await auditInCsv([crowd], "--previous", "before.json")).headings).toBe(headings);
});

test("what nobody tells is empty, and what is found as the JSON has it", async () => {
  const { rows } = await auditInCsv([{ id: "blank", name: "Blank" }]);
  expect(rows).toMatchObject([
    { app: "blank", tier: "alone", ceiling: "experts", settled: "false", users: "", itOwner: "" },
  ]);
  expect(Number(rows[0]?.openQuestions)).toBeGreaterThan(3);
});

test("apps without a row are counted beside the table", async () => {
  const apps = [crowd, { ...crowd, id: "b" }, anApp({ id: "c" }), anApp({ id: "d", lifecycle: { stage: "retired" } })];
  const { code, rows, complained } = await auditInCsv(apps, "--capacity", "1");
  expect([code, rows.length]).toEqual([0, 1]);
  expect(complained).toBe(
    "There is 1 app in the table, and not these: 1 beyond --capacity, which deserves a look; 1 without findings; 1 that is retired.\n",
  );
});

describe("held against before, an app is", () => {
  const growthOf = async (...apps: readonly unknown[]) => (await auditInCsv(apps, "--previous", "before.json")).rows;

  test("grown, with what has grown and which lines that crossed", async () => {
    expect(await growthOf(crowd)).toMatchObject([
      {
        growth: "grown",
        tierBefore: "alone",
        crossedIds: "high-user-volume; many-users",
        whatHasChanged:
          "Up from Alone to Experts. 20 → 3000 people use it. Crossed since: Very many users, Many users. No longer told: Which departments use it?",
      },
    ]);
  });

  test("new, or as it was", async () => {
    expect(await growthOf({ ...crowd, id: "new" })).toMatchObject([{ growth: "new", tierBefore: "", crossedIds: "" }]);
    const slow = anApp({ performance: { symptoms: ["slow"] } });
    expect(await growthOf(slow)).toMatchObject([{ growth: "unchanged", tierBefore: "alone", whatHasChanged: "" }]);
    expect(await growthOf({ ...slow, audience: { users: 3 } })).toMatchObject([{ growth: "changed" }]);
  });
});
