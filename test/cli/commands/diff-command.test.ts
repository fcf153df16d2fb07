import { extendPolicy, standardPolicy } from "plimsoll";
import { createAnalysis, diffPolicies } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { runOn } from "../a-terminal.js";

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
      "Written differently, and decides differently",
      "",
      '- In the rule "Many users", "when" was: How many people use it now? 100 people or more. Now it is: How many people use it now? 50 people or more. (/criteria/0/when)',
      "  For example, an app: citizen → it-review; many-users holds (it-review)",
      '- In the policy, "id" was: standard. Now it is: ours. (/id)',
      "  For example, an app before start, with approvals: architecture is not due → architecture is due (scope: met, data: met, systems: met, fit: open)",
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
  expect((await run("a.json", "a.json")).printed).toBe("Both policies decide the same for every possible app.\n");
});

test("as JSON it is the diff, as Markdown a page", async () => {
  const told = JSON.parse((await run("a.json", "b.json", "--json")).printed);
  const analysis = createAnalysis(standardPolicy, { asOf: "2026-03-31" });
  expect(told).toEqual(JSON.parse(JSON.stringify(diffPolicies(analysis, stricter))));
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

const raised = structuredClone({
  ...standardPolicy,
  reviews: standardPolicy.reviews?.slice(0, 1) ?? [],
  boundaries: [],
});

test.each([
  [
    "a review is asked of fewer apps",
    { reviews: raised.reviews.map((review) => ({ ...review, above: "it-review" })) },
    "architecture is not due",
  ],
  ["words", { title: "Another title" }, "and decides the same"],
])("it says what else is decided otherwise, and ends with 1 where that is asked for: %s", async (_, change, said) => {
  const both = { "a.json": JSON.stringify(raised), "b.json": JSON.stringify({ ...raised, ...change }) };
  const isSame = "title" in change;
  const plain = await runOn(both, ["diff", "a.json", "b.json"]);
  expect(plain.code).toBe(0);
  expect(plain.printed).toContain(said);
  expect(plain.printed.startsWith("Both policies decide the same for every possible app.")).toBe(isSame);
  expect((await runOn(both, ["diff", "a.json", "b.json", "--exit-code"])).code).toBe(isSame ? 0 : 1);
});

test("it takes two files", async () => {
  expect((await run("a.json")).complained).toContain("plimsoll diff takes two files, and was given 1.");
});
