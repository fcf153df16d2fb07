import fc from "fast-check";
import { type CaseState, escalationDiagram } from "plimsoll/escalation";
import { escalationMermaid } from "plimsoll/render";
import { describe, expect, test } from "vitest";
import { anyName } from "../arbitraries/hostile-names.js";
import { agreed, caseAfter, opened, preserved } from "../escalation/a-case.js";
import { visibly } from "../words/markdown.js";

test("without a case it is the path", () => {
  expect(escalationMermaid()).toBe(escalationDiagram());
});

test("a case is as it was looked at", async () => {
  const given = caseAfter(opened, preserved, agreed);
  await expect(`${escalationMermaid(given)}\n`).toMatchFileSnapshot("golden/partnership.mmd");
});

const states: readonly CaseState[] = [
  "recognised",
  "preserved",
  "partnership",
  "rebuilding",
  "learning",
  "closed",
  "withdrawn",
  "false-alarm",
];

describe("the state of a case is marked, with a sign beside its name", () => {
  test.each(states)("%s", (state) => {
    const lines = escalationMermaid({ ...opened, state }).split("\n");
    const name = state.replace("-", "_");
    expect(lines.filter((line) => line.includes("here"))).toEqual([
      "  classDef here font-weight:bold,stroke-width:4px",
      `  class ${name} here`,
    ]);
    expect(lines).toContain(`  ${name} : ◉ ${state}`);
    expect(lines.some((line) => line.startsWith(`  ${name} -->`) || line.includes(`--> ${name} `))).toBe(true);
  });
});

test("a name stays in its title, whatever it is", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const [begin, title = "", end, diagram] = escalationMermaid({ ...opened, app: { id: "a", name } }).split("\n");
      expect([begin, end, diagram]).toEqual(["---", "---", "stateDiagram-v2"]);
      expect(title).toMatch(/^title: "[\u0020-\u007e]*"$/);
      expect(title).not.toMatch(/[<>&%]/);
      expect(JSON.parse(title.slice("title: ".length))).toBe(visibly(name));
    }),
  );
});
