import { expect, test } from "vitest";
import { frozenPolicy } from "../../frozen/frozen-policy.js";
import { anApp } from "../../portfolio/portfolios.js";
import { runOn } from "../a-terminal.js";
import { readSarif } from "../sarif-schema.js";

const grown = anApp({ audience: { users: 140, builtFor: 20, departments: ["Sales", "Finance"] } });

async function auditSince(before: string, ...more: readonly string[]) {
  const files = {
    "apps.json": JSON.stringify([grown, anApp({ id: "new", name: "New", audience: { users: 140 } })]),
    "before.json": before,
    "frozen.json": JSON.stringify(frozenPolicy),
  };
  return runOn(files, ["audit", "apps.json", "--previous", "before.json", "--policy", "frozen.json", ...more]);
}

const before = JSON.stringify([anApp(), anApp({ id: "gone", name: "Gone" })]);

test("a terminal is told what has become of the portfolio, and of each app", async () => {
  const { code, printed, complained } = await auditSince(before);
  expect([code, complained]).toEqual([0, ""]);
  expect(printed).toContain("  1 app compared with before: 1 grown, 1 in a higher tier, 0 as before; 1 new, 1 gone.\n");
  expect(printed).toContain("  No longer there: Gone.\n");
  expect(printed).toMatch(/\n {2}What has grown {2}Apps\n {2}People {10}1\n\n/);
  expect(printed).toMatch(/What was found .*By .*Apps {2}Crossed since\n/);
  expect(printed).toMatch(/\n {2}Many users .*2 {5}1\n/);
  expect(printed).toContain(
    "\n\n  What has changed\n  Up from Alone to Experts.\n  20 → 140 people use it.\n  Now also used in Finance.\n  Crossed since: ",
  );
  expect(printed).toContain("\n\n  What has changed\n  New in the portfolio.\n");
});

test("a page of Markdown, and viewers of findings, are told the same", async () => {
  expect((await auditSince(before, "--format", "md")).printed).toContain(
    "\n## What has changed\n\n- Up from Alone to Experts.\n- 20 → 140 people use it.\n",
  );
  const { runs } = readSarif((await auditSince(before, "--format", "sarif")).printed);
  const told = runs[0].results.map((result) => Reflect.get(result, "properties"));
  expect(told).toContainEqual({ whatHasChanged: ["New in the portfolio."] });
});

test("programs get it as data", async () => {
  const { growth, ranked } = JSON.parse((await auditSince(before, "--json")).printed);
  expect(growth).toMatchObject({ summary: { grown: 1, new: 1, gone: 1 }, gone: [{ app: "gone", name: "Gone" }] });
  expect(ranked[0]).toMatchObject({ app: "rota", growth: { kind: "compared", rose: true } });
});

test("what cannot be read of before is said, with its place, and the command ends with 2", async () => {
  const { code, printed, complained } = await auditSince('{ "id": "rota" }\n{\n');
  expect(code).toBe(2);
  expect(complained).toContain("before.json, line 1 (rota), at /name: ");
  expect(complained).toMatch(/before\.json, line 2[^:]*: This is not JSON/);
  expect(printed).toContain("  For 2 apps it is unclear whether they are new.\n");
  expect(printed).toContain("  In the former portfolio, 2 apps could not be read.\n");
  expect(printed).toContain("  It may be new: not all of the former portfolio could be read.\n");
});

test("of what is only told now, or no longer, the first questions are named", async () => {
  const bare = JSON.stringify({ id: "rota", name: "Rota" });
  const { printed } = await auditSince(bare);
  expect(printed).toMatch(/\n {2}Not known before: How many people use it now\? .*\? .*\? And \d+ more\.\n/);
});

test("of a system that it now writes to, it is not said as well that it is connected to it", async () => {
  const withSystems = (...systems: readonly string[]) =>
    anApp({ integrations: systems.map((system) => ({ system, direction: system === "Till" ? "read" : "write" })) });
  const files = {
    "apps.json": JSON.stringify(withSystems("ERP", "SAP", "Till")),
    "same.json": JSON.stringify(withSystems("ERP", "SAP")),
    "before.json": JSON.stringify(withSystems("ERP")),
  };
  const told = async (now: string, before: string) =>
    (await runOn(files, ["audit", now, "--previous", before])).printed.match(/^ {2}Now .*$/gm);
  expect(await told("same.json", "before.json")).toEqual(["  Now also writes to SAP."]);
  expect(await told("apps.json", "before.json")).toEqual([
    "  Now also writes to SAP.",
    "  Now also connected to SAP and Till.",
  ]);
});
