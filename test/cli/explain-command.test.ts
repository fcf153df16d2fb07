import { pathsTo } from "plimsoll/analysis";
import { harmlessApp } from "plimsoll/testing";
import { expect, test } from "vitest";
import { frozenPolicy } from "../frozen/frozen-policy.js";
import { runOn } from "./a-terminal.js";

const crowd = harmlessApp("Rota").usedBy(140).build();
const crossing = harmlessApp("Stock").writes("ERP").build();
const files = {
  "rota.json": JSON.stringify(crowd),
  "stock.json": JSON.stringify(crossing),
  "frozen.json": JSON.stringify(frozenPolicy),
  "open.json": JSON.stringify({ id: "open", name: "Open" }),
};
const run = (...argv: readonly string[]) => runOn(files, ["explain", ...argv, "--policy", "frozen.json"]);

test("it says what to change", async () => {
  expect(await run("rota.json", "--to", "alone")).toEqual({
    code: 0,
    printed: [
      "Rota: Together",
      "To get to Alone, one thing changes:",
      "  → Let 99 people use it at most, instead of 140.",
      "",
    ].join("\n"),
    complained: "",
  });
});

test("it says what changes together, and where there are several ways", async () => {
  const { printed } = await run("stock.json", "--to", "alone");
  expect(printed).toMatch(/To get to Alone, 2 things change together:\n {2}→ .*\n {2}→ .*\n\nOr to Alone, /);
});

test("it says when an app is there, or cannot be brought there", async () => {
  expect((await run("rota.json", "--to", "together")).printed).toContain("It is at Together already.");
  expect((await run("open.json", "--to", "alone")).printed).toBe(
    "Open: Alone at least, and could be Experts\nNothing that can be changed brings it to Alone for certain. Answer its open questions, or ask IT: early is good.\n",
  );
});

test("as JSON it is the paths", async () => {
  const told = JSON.parse((await run("rota.json", "--to", "alone", "--json")).printed);
  expect(told).toEqual(JSON.parse(JSON.stringify(pathsTo(crowd, "alone", frozenPolicy))));
});

test.each([[[]], [["--to", "nobody"]]])("without a tier that there is, it asks for one: %j", async (argv) => {
  const { code, complained } = await run("rota.json", ...argv);
  expect(code).toBe(2);
  expect(complained).toContain("The tiers are: alone, together, experts.");
});

test("without a policy, the tiers are those of the standard policy", async () => {
  const { complained } = await runOn(files, ["explain", "rota.json", "--to", "nobody"]);
  expect(complained).toContain("The tiers are: citizen, it-review, professional.");
});
