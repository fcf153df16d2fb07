import type { Lint, LintFinding, LintId } from "plimsoll/analysis";
import { markdownText } from "plimsoll/render";
import type { Paint } from "../writing/paint.js";
import { locationOf, message, type SarifOptions, sarifLog } from "../writing/sarif.js";
import { markdownTable } from "../writing/table.js";

const severities = ["error", "warning", "note"] as const;
const styles = { error: "red", warning: "yellow", note: "dim" } as const;

/** What each finding is about, in a sentence. */
const meanings: Readonly<Record<LintId, string>> = {
  "never-holds": "A rule holds for no possible app.",
  "always-holds": "A rule holds for every app.",
  "never-decides": "Without a rule every app would be in the same tier.",
  "redundant-part": "A part of a condition changes nothing.",
  "idle-line": "All values of a fact lie on one side of a line.",
  "unreachable-tier": "No app is in a tier.",
  "falls-with-risk": "A rule holds, but not with more risk.",
  "no-advice": "A sign does not say what to do next.",
};

function conclusion({ findings, complete }: Lint): string {
  const counted = severities.flatMap((severity) => {
    const { length } = findings.filter((finding) => finding.severity === severity);
    return length === 0 ? [] : [`${length} ${severity}${length === 1 ? "" : "s"}`];
  });
  const found = counted.length > 0 ? `${counted.join(", ")}.` : "Nothing to fix.";
  return complete ? found : `${found} The policy is too large to check all of it.`;
}

/** The apps that show a finding. */
function shown({ witness, beside }: LintFinding): readonly string[] {
  return [
    ...(witness === undefined ? [] : [`For example: ${JSON.stringify(witness.facts)}`]),
    ...(beside === undefined ? [] : [`Beside it: ${JSON.stringify(beside.facts)}`]),
  ];
}

/** A lint for a terminal. */
export function lintInText(lint: Lint, paint: Paint): string {
  const lines = lint.findings.flatMap((finding) => [
    `${paint(styles[finding.severity], finding.severity)}  ${finding.id}  ${finding.pointer}`,
    `  ${finding.explanation}`,
    `  → ${finding.suggestion}`,
    ...shown(finding).map((line) => paint("dim", `  ${line}`)),
    "",
  ]);
  return `${[...lines, conclusion(lint)].join("\n")}\n`;
}

/** A lint as a page of Markdown. */
export function lintInMarkdown(title: string, lint: Lint): string {
  const headings = ["Severity", "What", "Where", "Why", "What to do"];
  const rows = lint.findings.map(({ severity, id, pointer, explanation, suggestion }) => [
    severity,
    id,
    pointer,
    explanation,
    suggestion,
  ]);
  const table = rows.length > 0 ? [...markdownTable({ headings, rows }), ""] : [];
  return [`# ${markdownText(title)}`, "", ...table, conclusion(lint), ""].join("\n");
}

/** A lint as a SARIF log. */
export function lintInSarif({ findings }: Lint, { version, file }: SarifOptions): AsyncIterable<string> {
  const ids = [...new Set(findings.map(({ id }) => id))];
  const rules = ids.map((id) => ({ id, name: id, shortDescription: message(meanings[id]) }));
  const results = findings.map((finding) => ({
    ruleId: finding.id,
    ruleIndex: ids.indexOf(finding.id),
    kind: "fail",
    level: finding.severity,
    message: message(finding.explanation, finding.suggestion, ...shown(finding)),
    locations: [locationOf(finding.pointer, file)],
    partialFingerprints: { "findingAndPlace/v1": `${finding.id}${finding.pointer}` },
  }));
  return sarifLog(version, results, () => rules);
}
