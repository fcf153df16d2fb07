import { lintPolicy } from "plimsoll/analysis";
import { match } from "ts-pattern";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { lintInMarkdown, lintInSarif, lintInText } from "./lint-report.js";
import { loadPolicy } from "./load.js";
import { painter } from "./paint.js";
import { exitCodes, type Terminal } from "./terminal.js";

/** What `plimsoll lint` was asked. */
export interface LintArguments {
  readonly file: string;
  readonly json: boolean;
  readonly format: string | undefined;
  /** The version of the command. */
  readonly version: string;
}

/** Looks for what no form shows in a policy. */
export async function lintCommand(given: LintArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "md", "json", "sarif"]);
  const policy = await loadPolicy(given.file, terminal);
  const lint = lintPolicy(policy);
  terminal.print(
    match(format)
      .with("text", () => lintInText(lint, painter(terminal.showsColours)))
      .with("md", () => lintInMarkdown(policy.title, lint))
      .with("json", () => writeJson([lint], "one"))
      .with("sarif", () => lintInSarif(lint, given))
      .exhaustive(),
  );
  return lint.findings.some(({ severity }) => severity === "error") ? exitCodes.failed : exitCodes.done;
}
