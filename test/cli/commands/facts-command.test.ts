import { standardPolicy } from "plimsoll";
import { factsTable } from "plimsoll/sql";
import { expect, test } from "vitest";
import { runOn } from "../a-terminal.js";
import { readCsv } from "../csv-reader.js";

const rota = {
  id: "rota",
  name: "Rota",
  audience: { users: { atLeast: 12 } },
  compliance: [{ regime: "PCI DSS" }],
  lifecycle: { reviewedOn: "2026-03-01" },
};
const stock = { id: "stock", name: "Stock", data: [{ class: "health" as const }] };
const files = {
  "apps.json": JSON.stringify([rota, stock]),
  "one.json": JSON.stringify({ ...rota, id: "=1+1" }),
  "none.json": "[]",
};
const run = (...argv: readonly string[]) => runOn(files, ["facts", ...argv]);

test("a row is what factsTable makes of an app, as of the day", async () => {
  const { code, printed, complained } = await run("apps.json", "--as-of", "2026-03-31");
  expect([code, complained]).toEqual([0, ""]);
  const { row } = factsTable(standardPolicy);
  const rows = printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(rows).toEqual([rota, stock].map((app) => row(app, { asOf: "2026-03-31" })));
  expect(rows[0]).toMatchObject({
    users_at_least: 12,
    users_at_most: null,
    compliance_regimes_certain: "|pcidss|",
    days_since_review_at_most: 30,
  });
});

test("a table for databases has the same, and nothing where nothing is told", async () => {
  const { code, printed } = await run("apps.json", "--format", "csv");
  const [first] = readCsv(printed);
  expect(code).toBe(0);
  expect(first).toMatchObject({
    app: "rota",
    users_at_least: "12",
    users_at_most: "",
    compliance_regimes_possible: "|pcidss|",
  });
});

test("what a spreadsheet would run is not written as something else: it is left to JSON", async () => {
  const { code, printed, complained } = await run("one.json", "--format", "csv");
  expect([code, readCsv(printed).length]).toEqual([2, 0]);
  expect(complained).toBe('=1+1: A spreadsheet would not take "=1+1" in app as it is. --format json writes it.\n');
  expect(JSON.parse((await run("one.json")).printed).app).toBe("=1+1");
});

test("no app is no table", async () => {
  const { code, complained } = await run("none.json");
  expect([code, complained]).toEqual([
    1,
    "none.json: There is no app in it, so nothing was looked at. If that is intended, say --allow-empty.\n",
  ]);
  expect((await run("none.json", "--allow-empty")).code).toBe(0);
});
