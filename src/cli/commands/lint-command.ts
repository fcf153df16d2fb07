import { createAnalysis, lintPolicy } from "plimsoll/analysis";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { factsOption, packsOption } from "../options.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes } from "../terminal.js";
import { printAll, shownIn } from "../writing/format.js";
import { jsonOf } from "../writing/json.js";
import { painter } from "../writing/paint.js";
import { lintInMarkdown, lintInSarif, lintInText } from "./lint-report.js";

/** Looks for what no form shows in a policy. */
export const lintCommand = defineCommand({
  name: "lint",
  summary: "say which rules of a policy never hold, never decide, or contradict themselves",
  files: {
    written: "POLICY",
    atLeast: 1,
    atMost: 1,
    otherwise: "policy",
    hold: 'POLICY is standard, recommended, or a file that holds a policy; "-" is standard input.',
  },
  options: { with: packsOption, facts: factsOption },
  formats: { text: "", md: "", json: "", sarif: "" },
  fails: "it finds an error",
  run: async ({ files: [file = ""], options, format, version }, terminal) => {
    const { facts } = options;
    const policy = await loadPolicy({ policy: file, ...options }, terminal);
    const lint = lintPolicy(createAnalysis(policy, { facts }));
    const shown = shownIn(format);
    const written = match(format)
      .with("text", () => [lintInText(shown(lint), painter(terminal.showsColours))])
      .with("md", () => [lintInMarkdown(shown(policy.title), shown(lint))])
      .with("json", () => [jsonOf(lint)])
      .with("sarif", () => lintInSarif(lint, { file, version }))
      .exhaustive();
    await printAll(written, terminal);
    return lint.findings.some(({ severity }) => severity === "error") ? exitCodes.failed : exitCodes.done;
  },
});
