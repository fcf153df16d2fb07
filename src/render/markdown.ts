import type { Classification } from "../classify/index.js";
import { markdownText } from "../words/index.js";
import type { AppInWords, FindingInWords, Observation, QuestionInWords, ReasonInWords } from "./app-in-words.js";
import { assertAppInWords } from "./handed-in.js";
import { classificationInWords } from "./in-words.js";
import type { RenderOptions } from "./options.js";
import { placesInWords } from "./places-in-words.js";

/** What is said by the way, if anything is: " (a, b)". */
const inBrackets = (parts: readonly string[], between: string) => (parts.length > 0 ? ` (${parts.join(between)})` : "");

function reason({ found, advice, seen }: ReasonInWords): readonly string[] {
  const what = found.map(({ titles, why }) => `**${markdownText(titles.join("; "))}.** ${markdownText(why)}`);
  const line = (observation: Observation) =>
    `  - ${markdownText(`${observation.sentence}${inBrackets(placesInWords(observation), ", ")}`)}`;
  const next = advice === "" ? [] : [`  - → ${markdownText(advice)}`];
  return [`- ${what.join(" ")}`, ...seen.map(line), ...next];
}

function setAside({ title, standing }: FindingInWords): readonly string[] {
  return standing.kind === "set-aside" ? [`- ${markdownText(`${title}: ${standing.because}. Nothing to do.`)}`] : [];
}

const task = ({ question, stakes }: QuestionInWords) =>
  `- [ ] ${markdownText(`${question}${inBrackets(stakes, "; ")}`)}`;

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? [`## ${heading}`, "", ...lines, ""] : [];

/**
 * An app in words as a page of Markdown, for a wiki or a pull request: what is still open is a list of tasks.
 *
 * @throws {PlimsollError} with code `invalid-option`, when it is no app in words.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { appMarkdown, classificationInWords } from "plimsoll/render";
 *
 * const app = classificationInWords(classify({ id: "rota", name: "Rota" }), { name: "Rota" });
 *
 * appMarkdown({ ...app, summary: "We talk about it on Monday." }).split("\n")[4]; // → "We talk about it on Monday."
 * ```
 */
export function appMarkdown(app: AppInWords): string {
  assertAppInWords(app);
  const { name, loadLine, summary, sinceBefore = [], findings, reasons, questions } = app;
  return [
    `# ${markdownText(name)}`,
    "",
    markdownText(loadLine),
    "",
    markdownText(summary),
    "",
    ...section(
      "What has changed",
      sinceBefore.map((sentence) => `- ${markdownText(sentence)}`),
    ),
    ...section("Why", reasons.flatMap(reason)),
    ...section("Taken care of", findings.flatMap(setAside)),
    ...section("Still open: an answer could change the tier", questions.map(task)),
  ].join("\n");
}

/**
 * A classification as a page of Markdown: where the app sits, why, what to do next, and what is still open, as tasks.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when another policy than that of the options has classified; with
 * code `invalid-option`, when it is no classification, or an option is none that there is.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { classificationMarkdown } from "plimsoll/render";
 *
 * const app = { id: "pay", name: "Expenses", data: [{ class: "payment" as const }] };
 *
 * classificationMarkdown(classify(app), { name: app.name }).split("\n").slice(0, 3); // → ["# Expenses", "", "Citizen ━━━━━━━━ IT review ━━━━━━━━ ◉ PROFESSIONAL"]
 * ```
 */
export function classificationMarkdown(classification: Classification, options: RenderOptions = {}): string {
  return appMarkdown(classificationInWords(classification, options));
}
