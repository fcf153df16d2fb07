import fc from "fast-check";
import { classify } from "plimsoll";
import { type AppInWords, appMarkdown, classificationMarkdown } from "plimsoll/render";
import { describe, expect, test } from "vitest";
import { anyName } from "../arbitraries/hostile-names.js";

const rota: AppInWords = {
  id: "rota",
  name: "Rota",
  loadLine: "Low ━━ ◉ HIGH",
  summary: "Come and see us.",
  reasons: [
    {
      findings: ["many", "crowd", "outgrown"],
      found: [
        { titles: ["Many", "Crowd"], why: "They are many." },
        { titles: ["Outgrown"], why: "It was built for few." },
      ],
      severity: "medium",
      seen: [
        { sentence: "140 people use it.", pointers: ["/audience/users", "/partial"] },
        {
          sentence: "They are in R&D.",
          pointers: ["/audience/departments/0"],
          places: [{ file: "apps.csv", row: 2, column: "B" }],
        },
      ],
      advice: "Talk to us.",
    },
    {
      findings: ["late"],
      found: [{ titles: ["Late"], why: "It is late." }],
      severity: "low",
      seen: [{ sentence: "Nobody has looked at it.", pointers: [] }],
      advice: "",
    },
  ],
  findings: [
    {
      id: "money",
      title: "Money",
      why: "It costs.",
      advice: "Count it.",
      severity: "high",
      source: "",
      standing: { kind: "set-aside", because: "covered by Payments" },
      seen: [],
    },
    {
      id: "far",
      title: "Far",
      why: "It is far.",
      advice: "Go there.",
      severity: "high",
      source: "",
      standing: { kind: "possible" },
      seen: [],
    },
  ],
  questions: [
    { question: "Who owns it?", stakes: ["could mean High", "about 5 minutes"], answerAt: ["/ownership"] },
    { question: "Who else?", stakes: [], answerAt: [] },
  ],
};

test("what has changed since it was last told comes before the reasons, each a line of its own", () => {
  const page = appMarkdown({ ...rota, sinceBefore: ["12 → 140 people use it.", "Now also in *R&D*."] });
  expect(page).toContain("\n## What has changed\n\n- 12 → 140 people use it.\n- Now also in \\*R\\&D\\*.\n\n## Why\n");
  expect(appMarkdown({ ...rota, sinceBefore: [] })).toBe(appMarkdown(rota));
});

test("an app is a page: where it sits, why, what is taken care of, and tasks", () => {
  expect(appMarkdown(rota)).toBe(
    [
      "# Rota",
      "",
      "Low ━━ ◉ HIGH",
      "",
      "Come and see us.",
      "",
      "## Why",
      "",
      "- **Many; Crowd.** They are many. **Outgrown.** It was built for few.",
      "  - 140 people use it.",
      "  - They are in R\\&D. (apps\\.csv, B2)",
      "  - → Talk to us.",
      "- **Late.** It is late.",
      "  - Nobody has looked at it.",
      "",
      "## Taken care of",
      "",
      "- Money: covered by Payments. Nothing to do.",
      "",
      "## Still open: an answer could change the tier",
      "",
      "- [ ] Who owns it? (could mean High; about 5 minutes)",
      "- [ ] Who else?",
      "",
    ].join("\n"),
  );
});

test("sections with nothing in them are left out", () => {
  expect(appMarkdown({ ...rota, findings: [], reasons: [], questions: [] })).not.toContain("##");
});

test("every open question is a task, each place in the profile once", () => {
  const profile = { id: "rota", name: "Rota" };
  const tasks = classificationMarkdown(classify(profile))
    .split("\n")
    .filter((line) => line.startsWith("- [ ] "));
  const places = new Set(classify(profile).questions.map(({ answerAt }) => answerAt.join()));
  expect(tasks).toHaveLength(places.size);
});

describe("a text stays a text", () => {
  test.each([
    { text: "R|D *hours*", written: "R\\|D \\*hours\\*" },
    { text: "`rm` _now_ ~~gone~~", written: "\\`rm\\` \\_now\\_ \\~\\~gone\\~\\~" },
    { text: "<b>&amp;</b>", written: "\\<b\\>\\&amp;\\</b\\>" },
    { text: "![x](y)", written: "!\\[x\\](y)" },
    { text: " two\r\n\n# lines ", written: "two \\# lines" },
    { text: "\\ $x$ #7", written: "\\\\ \\$x\\$ \\#&#8203;7" },
    { text: "- [x] done", written: "\\- \\[x\\] done" },
    { text: "+ one", written: "\\+ one" },
    { text: "1. one", written: "1\\. one" },
    { text: "12) one", written: "12\\) one" },
    { text: "===", written: "\\===" },
    { text: "3 apps, 2 - 1 = 1. 📦", written: "3 apps, 2 - 1 = 1. 📦" },
  ])("$text", ({ text, written }) => {
    const page = appMarkdown({
      ...rota,
      name: text,
      loadLine: text,
      summary: text,
      questions: [{ question: text, stakes: [], answerAt: [] }],
    });
    expect(page).toContain(`# ${written}\n\n${written}\n\n`);
    expect(page).toContain(`- [ ] ${written}\n`);
  });

  test("and a page keeps its shape, whatever its texts are", () => {
    /** What makes each line of a page what it is. */
    const shapeOf = (app: AppInWords) =>
      appMarkdown(app)
        .split("\n")
        .map((line) => /^(?:#+ | *- (?:\[ \] |\*\*)?|)/.exec(line)?.[0]);
    const saying = (text: string): AppInWords => ({
      ...rota,
      name: text,
      loadLine: text,
      summary: text,
      findings: rota.findings.map((finding) => ({ ...finding, title: text })),
      reasons: rota.reasons.map((reason) => ({
        ...reason,
        found: reason.found.map(({ titles }) => ({ titles: titles.map(() => text), why: text })),
        advice: reason.advice && text,
        seen: reason.seen.map(({ pointers }) => ({ sentence: text, pointers: pointers.map(() => text) })),
      })),
      questions: rota.questions.map(({ stakes }) => ({
        question: text,
        stakes: stakes.map(() => text),
        answerAt: [text],
      })),
    });
    const text = anyName.filter((name) => name.trim() !== "");
    fc.assert(
      fc.property(text, (name) => {
        expect(shapeOf(saying(name))).toEqual(shapeOf(rota));
      }),
    );
  });
});
