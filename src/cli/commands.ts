import { askCommand } from "./ask-command.js";
import { auditCommand } from "./audit-command.js";
import { backtestCommand } from "./backtest-command.js";
import { classifyCommand } from "./classify-command.js";
import type { Command } from "./command.js";
import { demoCommand } from "./demo-command.js";
import { diffCommand } from "./diff-command.js";
import { explainCommand } from "./explain-command.js";
import { guideCommand } from "./guide-command.js";
import { lintCommand } from "./lint-command.js";
import { reviewCommand } from "./review-command.js";
import { testCommand } from "./test-command.js";

/** The commands, in the order in which the help has them. */
export const commands: readonly Command[] = [
  classifyCommand,
  reviewCommand,
  auditCommand,
  guideCommand,
  backtestCommand,
  askCommand,
  explainCommand,
  lintCommand,
  diffCommand,
  testCommand,
  demoCommand,
];
