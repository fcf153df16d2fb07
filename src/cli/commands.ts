import type { Command } from "./command.js";
import { askCommand } from "./commands/ask-command.js";
import { auditCommand } from "./commands/audit-command.js";
import { backtestCommand } from "./commands/backtest-command.js";
import { classifyCommand } from "./commands/classify-command.js";
import { demoCommand } from "./commands/demo-command.js";
import { diffCommand } from "./commands/diff-command.js";
import { explainCommand } from "./commands/explain-command.js";
import { factsCommand } from "./commands/facts-command.js";
import { guideCommand } from "./commands/guide-command.js";
import { importCommand } from "./commands/import-command.js";
import { initCommand } from "./commands/init-command.js";
import { lintCommand } from "./commands/lint-command.js";
import { reviewCommand } from "./commands/review-command.js";
import { sqlCommand } from "./commands/sql-command.js";
import { testCommand } from "./commands/test-command.js";

/** The commands, in the order in which the help has them. */
export const commands: readonly Command[] = [
  initCommand,
  importCommand,
  classifyCommand,
  reviewCommand,
  auditCommand,
  guideCommand,
  backtestCommand,
  askCommand,
  explainCommand,
  lintCommand,
  diffCommand,
  factsCommand,
  sqlCommand,
  testCommand,
  demoCommand,
];
