import {
  type AppInWords,
  type FindingInWords,
  type Observation,
  placesInWords,
  type QuestionInWords,
  type ReasonInWords,
} from "plimsoll/render";
import { inBrackets } from "./brackets.js";
import type { Paint } from "./paint.js";

const mostQuestions = 5;

/** What was found, why it matters, what was seen, and what to do next. */
export function reason(
  { found, seen, advice }: Omit<ReasonInWords, "severity" | "findings">,
  paint: Paint,
): readonly string[] {
  const what = found.map(({ titles, why }) => `  ${paint("bold", `${titles.join("; ")}.`)} ${why}`);
  const line = (observation: Observation) =>
    `    ${observation.sentence}${paint("dim", inBrackets(placesInWords(observation), ", "))}`;
  const next = advice === "" ? [] : [`    ${paint("cyan", "→")} ${advice}`];
  return [...what, ...seen.map(line), ...next];
}

function setAside({ title, standing }: FindingInWords): readonly string[] {
  return standing.kind === "set-aside" ? [`  ${title}: ${standing.because}. Nothing to do.`] : [];
}

/** What to find out first. */
function firstQuestions(questions: readonly QuestionInWords[], paint: Paint): readonly string[] {
  const asked = questions
    .slice(0, mostQuestions)
    .map(({ question, stakes }) => `  ${paint("cyan", "?")} ${question}${paint("dim", inBrackets(stakes, "; "))}`);
  const more = questions.length - asked.length;
  return more > 0 ? [...asked, `    … and ${more} more.`] : asked;
}

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? ["", `  ${heading}`, ...lines] : [];

/** Tells a person where an app sits, why, and what to do next. */
export function report(app: AppInWords, paint: Paint): string {
  const { name, loadLine, summary, sinceBefore = [], findings, reasons, questions } = app;
  return [
    paint("bold", name),
    `  ${loadLine}`,
    `  ${summary}`,
    ...section(
      "What has changed",
      sinceBefore.map((sentence) => `  ${sentence}`),
    ),
    ...section(
      "Why",
      reasons.flatMap((each) => reason(each, paint)),
    ),
    ...section("Taken care of", findings.flatMap(setAside)),
    ...section("Still open: an answer could change the tier", firstQuestions(questions, paint)),
    "",
  ].join("\n");
}
