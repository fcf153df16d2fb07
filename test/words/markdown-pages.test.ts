import fc from "fast-check";
import { classify } from "plimsoll";
import { guideMarkdown } from "plimsoll/guide";
import { type AppInWords, appMarkdown, classificationMarkdown } from "plimsoll/render";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { sayingAnything } from "../render/hostile-policy.js";
import { hostileText, type Node, treeOf } from "./markdown.js";

const timeout = 60_000;

/** The kinds of all nodes of a page. */
const kindsIn = ({ type, children = [] }: Node): readonly string[] => [type, ...children.flatMap(kindsIn)];

/** The HTML in a page. */
const htmlIn = ({ type, value = "", children = [] }: Node): readonly string[] =>
  type === "html" ? [value] : children.flatMap(htmlIn);

const plainKinds = ["root", "heading", "paragraph", "text", "list", "listItem", "strong"];

test("a page of an app holds headings, lists and text, whatever it tells", () => {
  const app = (text: string): AppInWords => ({
    id: text,
    name: text,
    loadLine: text,
    summary: text,
    findings: [
      {
        id: text,
        title: text,
        why: text,
        advice: text,
        severity: "low",
        source: text,
        standing: { kind: "set-aside", because: text },
        seen: [],
      },
    ],
    reasons: [
      {
        findings: [text, text],
        found: [
          { titles: [`T${text}`, text], why: text },
          { titles: [text], why: text },
        ],
        severity: "low",
        seen: [{ sentence: text, pointers: [text] }],
        advice: text,
      },
    ],
    questions: [{ question: text, stakes: [text], answerAt: [text] }],
  });
  fc.assert(
    fc.property(hostileText, (text) => {
      const kinds = new Set(kindsIn(treeOf(appMarkdown(app(text)))));
      expect([...kinds].filter((kind) => !plainKinds.includes(kind))).toEqual([]);
    }),
    draws(500),
  );
});

test("so does a page of a classification, whatever the policy says", { timeout }, () => {
  fc.assert(
    fc.property(sayingAnything, hostileText, (policy, name) => {
      const app = { id: "rota", name: "Rota", audience: { users: 700 }, data: [{ class: "health" as const }] };
      const page = treeOf(classificationMarkdown(classify(app, policy), { policy, name }));
      expect(kindsIn(page).filter((kind) => !plainKinds.includes(kind))).toEqual([]);
    }),
    draws(200),
  );
});

test("a guide holds tables and folded answers beside that, and no HTML but its own", { timeout }, () => {
  fc.assert(
    fc.property(sayingAnything, (policy) => {
      const page = treeOf(guideMarkdown(policy));
      const others = kindsIn(page).filter((kind) => !plainKinds.includes(kind));
      expect(others.filter((kind) => !["table", "tableRow", "tableCell", "html"].includes(kind))).toEqual([]);
      expect(new Set(htmlIn(page).flatMap((html) => html.split("\n")))).toEqual(
        new Set(["<details>", "<summary>The answer</summary>", "</details>"]),
      );
    }),
    draws(5),
  );
});
