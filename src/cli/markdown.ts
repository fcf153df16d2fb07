import { inBrackets } from "./brackets.js";
import type { Observation, ReportedApp, ReportedFinding, ReportedQuestion } from "./reported.js";
import { markdownText } from "./table.js";

function reason({ title, why, advice, seen }: ReportedFinding): readonly string[] {
  const line = ({ sentence, pointers }: Observation) =>
    `  - ${markdownText(`${sentence}${inBrackets(pointers, ", ")}`)}`;
  const next = advice === "" ? [] : [`  - → ${markdownText(advice)}`];
  return [`- **${markdownText(title)}.** ${markdownText(why)}`, ...seen.map(line), ...next];
}

function setAside({ title, standing }: ReportedFinding): readonly string[] {
  return standing.kind === "set-aside" ? [`- ${markdownText(`${title}: ${standing.because}. Nothing to do.`)}`] : [];
}

const task = ({ question, stakes }: ReportedQuestion) =>
  `- [ ] ${markdownText(`${question}${inBrackets(stakes, "; ")}`)}`;

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? [`## ${heading}`, "", ...lines, ""] : [];

/** An app as a page of Markdown, to be pasted into a wiki or a pull request: what is still open is a list of tasks. */
export function markdown({ name, summary, findings, questions }: ReportedApp): string {
  const holding = findings.filter(({ standing }) => standing.kind === "holds");
  return [
    `# ${markdownText(name)}`,
    "",
    ...summary.flatMap((line) => [markdownText(line), ""]),
    ...section("Why", holding.flatMap(reason)),
    ...section("Taken care of", findings.flatMap(setAside)),
    ...section("Still open: an answer could change the tier", questions.map(task)),
  ].join("\n");
}
