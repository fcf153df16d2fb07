import { buildGuide, extendPolicy, standardPolicy } from "plimsoll";
import { guideMarkdown, scenarios } from "plimsoll/guide";
import { describe, expect, test } from "vitest";
import { runOn } from "../a-terminal.js";

const ours = extendPolicy(standardPolicy, {
  id: "ours",
  version: "1.0.0",
  title: "Our lines",
  change: { "many-users": { lines: { users: 40 } } },
});
const run = (...argv: readonly string[]) => runOn({ "ours.json": JSON.stringify(ours) }, ["guide", ...argv]);

describe("for people", () => {
  test("it says what can be built alone, what not, and whom to ask", async () => {
    const { code, printed, complained } = await run();
    expect([code, complained]).toEqual([0, ""]);
    expect(printed.split("\n").slice(0, 5)).toEqual([
      "The standard load line",
      "",
      "  Citizen: Build and run it yourselves, and ask IT whenever you like.",
      "    How many people use it now? Fewer than 100 people",
      "    Which departments use it? Fewer than 2 departments",
    ]);
    expect(printed).toContain("\n    Many users. How many people use it now? 100 people or more\n");
    expect(printed).toContain("\n  Whom to ask: your IT team. ");
  });

  test("it follows the lines of another policy", async () => {
    const { printed } = await run("--policy", "ours.json");
    expect(printed).toContain("Our lines\n");
    expect(printed).toContain("Fewer than 40 people");
  });
});

test("as Markdown it is the whole guide", async () => {
  expect((await run("--policy", "ours.json", "--format", "md")).printed).toBe(guideMarkdown(ours));
});

test("as JSON it is the guide and the practice scenarios", async () => {
  expect(JSON.parse((await run("--json")).printed)).toEqual({ guide: buildGuide(), practice: scenarios() });
});

test("it takes no file, and no other format", async () => {
  expect((await run("ours.json")).complained).toContain("plimsoll guide takes no file, and was given 1.");
  expect((await run("--format", "sarif")).complained).toContain("text, md, json");
});
