import { askCommand } from "./ask-command.js";
import { auditCommand } from "./audit-command.js";
import { backtestCommand } from "./backtest-command.js";
import { classifyCommand } from "./classify-command.js";
import { type Command, defineCommand } from "./command.js";
import { demoCommand } from "./demo-command.js";
import { diffCommand } from "./diff-command.js";
import { explainCommand } from "./explain-command.js";
import { guideCommand } from "./guide-command.js";
import { lintCommand } from "./lint-command.js";
import { policyOption } from "./options.js";
import { reviewCommand } from "./review-command.js";
import { UsageError } from "./terminal.js";
import { testCommand } from "./test-command.js";

const ask = defineCommand({
  name: "ask",
  summary: "ask about an app, until its tier is settled",
  files: { written: "[FILE]", atLeast: 0, atMost: 1, hold: "FILE holds the app profile to begin with." },
  options: { policy: policyOption },
  formats: { text: "", json: "the profile and its classification" },
  fails: "",
  run: ({ files: [file], options: { policy }, format }, terminal) => {
    if (file === "-" || policy === "-") {
      throw new UsageError(
        "plimsoll ask takes the answers from standard input, so that nothing else can come from there.",
      );
    }
    return askCommand({ file, policy, json: false, format }, terminal);
  },
});

/** The commands, in the order in which the help has them. */
export const commands: readonly Command[] = [
  classifyCommand,
  reviewCommand,
  auditCommand,
  guideCommand,
  backtestCommand,
  ask,
  explainCommand,
  lintCommand,
  diffCommand,
  testCommand,
  demoCommand,
];
