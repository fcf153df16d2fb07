import type { Classification } from "../classify/index.js";
import { standardPolicy } from "../standard/index.js";
import type { FindingInWords, Observation, QuestionInWords, ReasonInWords } from "./app-in-words.js";
import { assertOptions } from "./handed-in.js";
import { classificationInWords } from "./in-words.js";
import { element, htmlText } from "./markup.js";
import type { RenderOptions } from "./options.js";
import { marksOf, standingInWords } from "./tiers.js";

const list = (name: string, items: readonly string[]) => element("ul", { class: `plimsoll-${name}` }, ...items);

const paragraph = (name: string, words: string) => element("p", { class: `plimsoll-${name}` }, htmlText(words));

const observation = ({ sentence }: Observation) => element("li", {}, htmlText(sentence));

function reason({ found, advice, severity, seen }: ReasonInWords): string {
  const what = found.map(
    ({ titles, why }) => `${element("strong", {}, htmlText(`${titles.join("; ")}.`))}${htmlText(` ${why}`)}`,
  );
  return element(
    "li",
    { class: `plimsoll-${severity}` },
    what.join(" "),
    seen.length > 0 ? list("seen", seen.map(observation)) : "",
    advice === "" ? "" : paragraph("advice", advice),
  );
}

function setAside({ title, standing }: FindingInWords): readonly string[] {
  if (standing.kind !== "set-aside") return [];
  return [element("li", {}, htmlText(`${title}: ${standing.because}. Nothing to do.`))];
}

function task({ question, stakes }: QuestionInWords): string {
  return element(
    "li",
    {},
    htmlText(question),
    " ",
    element("span", { class: "plimsoll-stakes" }, htmlText(`(${stakes.join("; ")})`)),
  );
}

/**
 * A classification as a fragment of HTML: headings and lists, no script, no style, no ids, no links. Every text is escaped. What
 * it looks like is for your style sheet: `docs/rendering.md` lists the class names.
 *
 * @param options `headingLevel` is the level of its first heading, 2 when left out; those below are one deeper.
 * @throws {PlimsollError} with code `invalid-policy`, when another policy than that of the options has classified; with
 * code `invalid-option`, when it is no classification, or an option is none that there is.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { classificationHtml } from "plimsoll/render";
 *
 * const app = { id: "rd", name: "R&D <tests>" };
 *
 * classificationHtml(classify(app), { name: app.name, headingLevel: 3 }).includes("<h3>R&amp;D &lt;tests&gt;</h3>"); // → true
 * ```
 */
export function classificationHtml(
  classification: Classification,
  options: RenderOptions & { readonly headingLevel?: 1 | 2 | 3 | 4 | 5 } = {},
): string {
  assertOptions(options);
  const { policy = standardPolicy, headingLevel = 2 } = options;
  const { name, summary, findings, reasons, questions } = classificationInWords(classification, options);
  const heading = (depth: number, words: string) => element(`h${headingLevel + depth}`, {}, htmlText(words));
  const section = (words: string, kind: string, items: readonly string[]) =>
    items.length > 0 ? heading(1, words) + list(kind, items) : "";
  return element(
    "article",
    { class: "plimsoll-classification" },
    heading(0, name),
    paragraph("standing", standingInWords(marksOf(classification, policy))),
    paragraph("summary", summary),
    section("Why", "reasons", reasons.map(reason)),
    section("Taken care of", "set-aside", findings.flatMap(setAside)),
    section("Still open: an answer could change the tier", "questions", questions.map(task)),
  );
}
