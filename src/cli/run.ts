import { parseArgs } from "node:util";
import { PlimsollError } from "plimsoll";
import { askCommand } from "./ask-command.js";
import { auditCommand } from "./audit-command.js";
import { backtestCommand } from "./backtest-command.js";
import { classifyCommand } from "./classify-command.js";
import { demo } from "./demo.js";
import { diffCommand } from "./diff-command.js";
import { explainCommand } from "./explain-command.js";
import { guideCommand } from "./guide-command.js";
import { lintCommand } from "./lint-command.js";
import { painter } from "./paint.js";
import { reviewCommand } from "./review-command.js";
import { exitCodes, type Terminal, UsageError } from "./terminal.js";
import { testCommand } from "./test-command.js";
import { usage } from "./usage.js";

const options = {
  policy: { type: "string" },
  against: { type: "string" },
  approvals: { type: "string" },
  "as-of": { type: "string" },
  since: { type: "string" },
  capacity: { type: "string" },
  milestone: { type: "string" },
  format: { type: "string" },
  "max-tier": { type: "string" },
  to: { type: "string" },
  portfolio: { type: "string" },
  coverage: { type: "boolean", default: false },
  mutation: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

type Values = ReturnType<typeof parse>["values"];

interface Command {
  /** How many files it takes: at least, and at most. */
  readonly files: readonly [atLeast: number, atMost: number];
  readonly run: (files: readonly string[], values: Values, terminal: Terminal, version: string) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  classify: {
    files: [1, 1],
    run: ([file = ""], { policy, json, format, "max-tier": maxTier }, terminal, version) =>
      classifyCommand({ file, policy, json, format, maxTier, version }, terminal),
  },
  review: {
    files: [1, 1],
    run: ([file = ""], { milestone, approvals, "as-of": asOf, policy, json, format }, terminal) =>
      reviewCommand({ file, milestone, approvals, asOf, policy, json, format }, terminal),
  },
  audit: {
    files: [1, 1],
    run: ([file = ""], { approvals, "as-of": asOf, since, capacity, policy, json, format }, terminal, version) =>
      auditCommand({ file, approvals, asOf, since, capacity, policy, json, format, version }, terminal),
  },
  guide: {
    files: [0, 0],
    run: (_files, { policy, json, format }, terminal) => guideCommand({ policy, json, format }, terminal),
  },
  backtest: {
    files: [1, 1],
    run: ([file = ""], { policy, against, json, format }, terminal) =>
      backtestCommand({ file, policy, against, json, format }, terminal),
  },
  ask: {
    files: [0, 1],
    run: ([file], { policy, json, format }, terminal) => askCommand({ file, policy, json, format }, terminal),
  },
  explain: {
    files: [1, 1],
    run: ([file = ""], { to, policy, json, format }, terminal) =>
      explainCommand({ file, to, policy, json, format }, terminal),
  },
  lint: {
    files: [1, 1],
    run: ([file = ""], { json, format }, terminal, version) => lintCommand({ file, json, format, version }, terminal),
  },
  diff: {
    files: [2, 2],
    run: ([before = "", after = ""], { portfolio, json, format }, terminal) =>
      diffCommand({ before, after, portfolio, json, format }, terminal),
  },
  test: {
    files: [1, Number.POSITIVE_INFINITY],
    run: (files, { policy, coverage, mutation, json, format }, terminal) =>
      testCommand({ files, policy, coverage, mutation, json, format }, terminal),
  },
  demo: {
    files: [0, 0],
    run: async (_files, _values, terminal) => {
      terminal.print(demo(painter(terminal.showsColours)));
      return exitCodes.done;
    },
  },
};

function print(text: string, terminal: Terminal): number {
  terminal.print(text);
  return exitCodes.done;
}

function filesInWords([atLeast, atMost]: Command["files"]): string {
  if (atMost === 0) return "no file";
  if (atMost === 2) return "two files";
  if (atMost > 2) return "at least one file";
  return atLeast === 1 ? "one file" : "one file at most";
}

async function dispatch(argv: readonly string[], version: string, terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(argv);
  const [name, ...files] = positionals;
  if (values.version) return print(`${version}\n`, terminal);
  if (values.help || name === undefined) return print(usage, terminal);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    throw new UsageError(`There is no command "${name}". The commands are: ${Object.keys(commands).join(", ")}.`);
  }
  const [atLeast, atMost] = command.files;
  if (files.length < atLeast || files.length > atMost) {
    throw new UsageError(`plimsoll ${name} takes ${filesInWords(command.files)}.`);
  }
  return command.run(files, values, terminal, version);
}

/** What to tell whoever gave what cannot be used; nothing, when the fault is not theirs. */
function complaintAbout(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  // Everything that the library is asked comes from the command line and its files.
  return error instanceof PlimsollError ? error.problems.map(({ message }) => message).join("\n") : undefined;
}

/** Runs the command, and gives the code to end with. */
export async function run(argv: readonly string[], version: string, terminal: Terminal): Promise<number> {
  try {
    return await dispatch(argv, version, terminal);
  } catch (error) {
    const complaint = complaintAbout(error);
    if (complaint === undefined) throw error;
    terminal.complain(`${complaint}\nplimsoll --help says how it is used.\n`);
    return exitCodes.badInput;
  }
}
