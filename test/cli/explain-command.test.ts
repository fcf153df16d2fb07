import { standardPolicy } from "plimsoll";
import { pathsTo } from "plimsoll/analysis";
import { harmlessApp } from "plimsoll/testing";
import { expect, test } from "vitest";
import { runOn } from "./a-terminal.js";

const crowd = harmlessApp("Rota").usedBy(140).build();
const crossing = harmlessApp("Stock").writes("ERP").build();
const files = {
  "rota.json": JSON.stringify(crowd),
  "stock.json": JSON.stringify(crossing),
  "open.json": JSON.stringify({ id: "open", name: "Open" }),
};
const run = (...argv: readonly string[]) => runOn(files, ["explain", ...argv]);

test("it says what to change", async () => {
  expect(await run("rota.json", "--to", "citizen")).toEqual({
    code: 0,
    printed: [
      "Rota: IT review",
      "To get to Citizen, one thing changes:",
      "  → Let 99 people use it at most, instead of 140.",
      "",
    ].join("\n"),
    complained: "",
  });
});

test("it says what changes together, and where there are several ways", async () => {
  const { printed } = await run("stock.json", "--to", "citizen");
  expect(printed).toMatch(/To get to Citizen, 2 things change together:\n {2}→ .*\n {2}→ .*\n\nOr to Citizen, /);
});

test("it says when an app is there, or cannot be brought there", async () => {
  expect((await run("rota.json", "--to", "it-review")).printed).toContain("It is at IT review already.");
  expect((await run("open.json", "--to", "citizen")).printed).toBe(
    "Open: Citizen at least, and could be Professional\nNothing that can be changed brings it to Citizen for certain. Answer its open questions, or ask IT: early is good.\n",
  );
});

test("as JSON it is the paths", async () => {
  const told = JSON.parse((await run("rota.json", "--to", "citizen", "--json")).printed);
  expect(told).toEqual(JSON.parse(JSON.stringify(pathsTo(crowd, "citizen", standardPolicy))));
});

test.each([[[]], [["--to", "nobody"]]])("without a tier that there is, it asks for one: %j", async (argv) => {
  const { code, complained } = await run("rota.json", ...argv);
  expect(code).toBe(2);
  expect(complained).toContain("The tiers are: citizen, it-review, professional.");
});
