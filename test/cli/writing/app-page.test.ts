import { standardPolicy } from "plimsoll";
import type { AppInWords, FindingInWords, ReasonInWords } from "plimsoll/render";
import { describe, expect, test } from "vitest";
import { appOnPage } from "../../../src/cli/writing/app-page.js";
import { elementsIn, readMarkup, wordsIn } from "../../render/markup.js";

const seen = [{ sentence: "140 people use it.", pointers: ["/audience/users"] }];

const many: ReasonInWords = {
  findings: ["many", "crowd", "outgrown"],
  found: [
    { titles: ["Many", "Crowd"], why: "They are many." },
    { titles: ["Outgrown"], why: "It was built for few." },
  ],
  severity: "high",
  seen,
  advice: "Talk to us.",
};

const rosters: FindingInWords = {
  id: "rosters",
  title: "Many",
  why: "They are many.",
  advice: "Talk to us.",
  severity: "high",
  source: "",
  standing: { kind: "set-aside", because: "covered by Rosters" },
  seen,
};

const rota: AppInWords = {
  id: "rota",
  name: "Rota",
  loadLine: "",
  summary: "So.",
  findings: [],
  reasons: [many],
  questions: [],
};

function pageOf(app: Partial<AppInWords>, standing = { tier: "citizen", ceiling: "citizen" }) {
  const shown = { app: { ...rota, ...app }, standing, id: "app-1", aside: "3 points", about: [], isOpen: true };
  return readMarkup(appOnPage(shown, standardPolicy).written);
}

const wordsOf = (app: Partial<AppInWords>) => wordsIn(pageOf(app)).replaceAll(/\s+/g, " ");

describe("an app on a page", () => {
  test("says what was found, why it matters, what was seen and what to do, each once", () => {
    expect(wordsOf({})).toContain(
      "WhyMany; Crowdhigh They are many. Outgrown It was built for few. 140 people use it.Talk to us.",
    );
  });

  test("folds away where its profile says so", () => {
    const [where] = elementsIn(pageOf({})).filter(({ attributes }) => attributes.class === "where");
    expect(where && [where.name, wordsIn(where)]).toEqual(["details", "Where in the profile/audience/users"]);
    expect(where?.attributes).not.toHaveProperty("open");
  });

  test("says where in an export it was seen, when that is known", () => {
    const places = [
      { file: "orders.json", line: 12, pointer: "/nodes/0" },
      { file: "orders.json", pointer: "/nodes/0" },
      { file: "orders.json" },
    ];
    const inExport = [{ sentence: "140 people use it.", pointers: [], places }];
    expect(wordsOf({ reasons: [{ ...many, seen: inExport }] })).toContain(
      "140 people use it. orders.json, line 12 orders.json at /nodes/0 orders.json",
    );
  });

  test("says what has changed, what is taken care of, and what is open", () => {
    const words = wordsOf({
      sinceBefore: ["12 → 140 people use it."],
      findings: [rosters],
      reasons: [],
      questions: [
        { question: "How many?", stakes: ["could mean Professional", "about 5 minutes"], answerAt: ["/a", "/b"] },
      ],
    });
    expect(words).toContain("What has changed12 → 140 people use it.");
    expect(words).toContain("Taken care ofMany: covered by Rosters. Nothing to do.");
    expect(words).toContain(
      "Still open: an answer could change the tierHow many? could mean Professional; about 5 minutesWhere in the profile/a/b",
    );
    expect(words).not.toContain("Why");
  });

  test.each([
    { tier: "citizen", ceiling: "citizen", words: "Citizen", marks: ["here", "above", "above"] },
    {
      tier: "it-review",
      ceiling: "professional",
      words: "IT review, perhaps Professional",
      marks: ["below", "here", "possible"],
    },
    { tier: "professional", ceiling: "professional", words: "Professional", marks: ["below", "below", "here"] },
  ])("shows where it sits, and says it: $words", ({ words, marks, ...standing }) => {
    const [line] = elementsIn(pageOf({}, standing)).filter(({ attributes }) => attributes.class === "line");
    expect(line?.attributes).toMatchObject({ role: "img", "aria-label": words });
    expect(
      line &&
        elementsIn(line)
          .slice(1)
          .map(({ attributes }) => attributes.class),
    ).toEqual(marks);
  });
});
