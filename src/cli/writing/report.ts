import {
  type AppInWords,
  type FindingInWords,
  type Observation,
  placesInWords,
  type QuestionInWords,
} from "plimsoll/render";
import { inBrackets } from "./brackets.js";
import type { Paint } from "./paint.js";

const mostQuestions = 5;

/** What was found, why it matters, and what to do next. */
export function reason(
  { title, why, advice }: Pick<FindingInWords, "title" | "why" | "advice">,
  paint: Paint,
): readonly string[] {
  const next = advice === "" ? [] : [`    ${paint("cyan", "→")} ${advice}`];
  return [`  ${paint("bold", `${title}.`)} ${why}`, ...next];
}

function reasonWithSeen(finding: FindingInWords, paint: Paint): readonly string[] {
  const [what = "", ...next] = reason(finding, paint);
  const line = (observation: Observation) =>
    `    ${observation.sentence}${paint("dim", inBrackets(placesInWords(observation), ", "))}`;
  return [what, ...finding.seen.map(line), ...next];
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
  const { name, loadLine, summary, sinceBefore = [], findings, questions } = app;
  const holding = findings.filter(({ standing }) => standing.kind === "holds");
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
      holding.flatMap((finding) => reasonWithSeen(finding, paint)),
    ),
    ...section("Taken care of", findings.flatMap(setAside)),
    ...section("Still open: an answer could change the tier", firstQuestions(questions, paint)),
    "",
  ].join("\n");
}
