import { createAnalysis, type LintFinding } from "plimsoll/analysis";
import { match } from "ts-pattern";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { loadPolicy } from "./load.js";
import { type Paint, painter } from "./paint.js";
import { markdownTable, markdownText } from "./table.js";
import { exitCodes, type Terminal } from "./terminal.js";

/** What `plimsoll lint` was asked. */
export interface LintArguments {
  readonly file: string;
  readonly json: boolean;
  readonly format: string | undefined;
}

const styles = { error: "red", warning: "yellow", note: "dim" } as const;

function inText(findings: readonly LintFinding[], paint: Paint): string {
  const lines = findings.flatMap(({ id, severity, pointer, explanation, suggestion, witness }) => [
    `${paint(styles[severity], severity)}  ${id}  ${pointer}`,
    `  ${explanation}`,
    `  → ${suggestion}`,
    ...(witness === undefined ? [] : [paint("dim", `  For example: ${JSON.stringify(witness.profile)}`)]),
    "",
  ]);
  return lines.map((line) => `${line}\n`).join("");
}

function inMarkdown(title: string, findings: readonly LintFinding[]): string {
  const rows = findings.map(({ severity, id, pointer, explanation, suggestion }) => [
    severity,
    id,
    pointer,
    `${explanation} ${suggestion}`,
  ]);
  const table = rows.length > 0 ? [...markdownTable({ headings: ["Severity", "What", "Where", "Why"], rows }), ""] : [];
  return [`# ${markdownText(title)}`, "", ...table, ""].join("\n");
}

function conclude(findings: readonly LintFinding[], complete: boolean): string {
  const count = (severity: LintFinding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  const kinds = (["error", "warning", "note"] as const).filter((severity) => count(severity) > 0);
  const counted = kinds.map((severity) => `${count(severity)} ${severity}${count(severity) === 1 ? "" : "s"}`);
  const found = counted.length > 0 ? `${counted.join(", ")}.` : "Nothing to mend.";
  return complete ? `${found}\n` : `${found} The policy is too large to look at all of it.\n`;
}

/** Looks for what no form shows in a policy. */
export async function lintCommand(given: LintArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "md", "json"]);
  const policy = await loadPolicy(given.file, terminal);
  const lint = createAnalysis(policy).lintPolicy();
  const { findings, complete } = lint;
  terminal.print(
    match(format)
      .with("text", () => `${inText(findings, painter(terminal.showsColours))}${conclude(findings, complete)}`)
      .with("md", () => `${inMarkdown(policy.title, findings)}${conclude(findings, complete)}`)
      .with("json", () => writeJson([lint], "one"))
      .exhaustive(),
  );
  return findings.some(({ severity }) => severity === "error") ? exitCodes.above : exitCodes.done;
}
