import { extendPolicy, standardPolicy } from "plimsoll";
import { diffPolicies } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { runOn } from "./a-terminal.js";

const stricter = extendPolicy(standardPolicy, {
  id: "ours",
  version: "1.0.0",
  change: { "many-users": { lines: { users: 50 } } },
});
const rota = { id: "rota", name: "Rota [old]", audience: { users: 60 } };
const files = {
  "a.json": JSON.stringify(standardPolicy),
  "b.json": JSON.stringify(stricter),
  "apps.json": JSON.stringify([rota]),
  "broken.json": JSON.stringify([{ id: "rota" }]),
  "lines.json": '{"id":"rota","name":"Rota","audience":{"users":60}}\nno\n',
  "none.json": "[]",
};
const run = (...argv: readonly string[]) => runOn(files, ["diff", ...argv]);

test("it says which apps move, from where to where, and whom that concerns", async () => {
  expect(await run("a.json", "b.json", "--portfolio", "apps.json")).toEqual({
    code: 0,
    printed: [
      "From citizen to it-review, of the apps that were citizen",
      "",
      "- How many people use it now? 50 people or more",
      "",
      "Of the portfolio",
      "",
      "- Rota [old]: citizen → it-review",
      "",
    ].join("\n"),
    complained: "",
  });
});

test("of policies that are the same it says so", async () => {
  expect((await run("a.json", "a.json")).printed).toBe("Both put every possible app into the same tier.\n");
});

test("as JSON it is the diff, as Markdown a page", async () => {
  const told = JSON.parse((await run("a.json", "b.json", "--json")).printed);
  expect(told).toEqual(JSON.parse(JSON.stringify(diffPolicies(standardPolicy, stricter))));
  const page = (await run("a.json", "b.json", "--portfolio", "apps.json", "--format", "md")).printed;
  expect(page).toContain(`# The standard load line (${standardPolicy.version}) → The standard load line (1.0.0)\n`);
  expect(page).toContain("## From citizen to it-review, of the apps that were citizen\n\n- How many");
  expect(page).toContain("- Rota \\[old\\]: citizen → it-review");
});

test.each([
  ["broken.json", "broken.json, entry 1, at /name"],
  ["lines.json", "lines.json, line 2, column 1: This is not JSON"],
])("an app of the portfolio that cannot be read does not stop the others: %s", async (file, complaint) => {
  const { code, printed, complained } = await run("a.json", "b.json", "--portfolio", file);
  expect(code).toBe(2);
  expect(complained).toContain(complaint);
  expect(printed).toContain("From citizen to it-review");
  expect(printed.includes("- Rota: citizen → it-review")).toBe(file === "lines.json");
});

test("of an empty portfolio it says that nothing was looked at, and ends with 1", async () => {
  const { code, complained } = await run("a.json", "b.json", "--portfolio", "none.json");
  expect(code).toBe(1);
  expect(complained).toContain("none.json: There is no app in it");
  expect((await run("a.json", "b.json", "--portfolio", "none.json", "--allow-empty")).code).toBe(0);
});

test("it takes two files", async () => {
  expect((await run("a.json")).complained).toContain("plimsoll diff takes two files, and was given 1.");
});
