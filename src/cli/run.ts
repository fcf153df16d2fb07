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

const usage = `plimsoll: the load line for low-code apps

  plimsoll classify FILE|-   say where each app sits, why, and what is still open
  plimsoll review FILE|-     say which reviews are due before a milestone
  plimsoll audit FILE|-      say which apps of a portfolio to look at first, and why
  plimsoll guide             say what can be built alone, when to talk to somebody, and to whom
  plimsoll backtest FILE|-   say when each line would have been seen, and how early
  plimsoll ask [FILE]        ask about an app, until its tier is settled
  plimsoll explain FILE      say what to change, so that an app gets to a tier
  plimsoll lint POLICY       say which rules of a policy never stand, never decide, or contradict themselves
  plimsoll diff A B          say which apps a change of policy moves, and where to
  plimsoll test FILES…       hold tests and claims against a policy
  plimsoll demo              tell the stories of nine apps that outgrew their makers

FILE holds one app profile, an array of them, or one per line (NDJSON); "-" is standard input.

Options of classify
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --max-tier ID    end with 1 when an app is above this tier, or could be
  --format FORMAT  text, md (Markdown), json, laid out as the input was, or sarif, for viewers of findings;
                   --json is short for --format json

Options of review, whose FILE holds one app profile
  --milestone ID   what comes next; start, connect, access or deploy in the standard policy
  --approvals FILE approvals that were given: one, an array of them, or one per line
  --as-of DATE     the day on which they are to count; today when left out
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --format FORMAT  text, md (Markdown) or json; --json is short for the last

Options of audit, whose FILE holds profiles, or apps with their approvals: { "profile": …, "approvals": [ … ] }
  --approvals FILE approvals that were given: one, an array of them, or one per line
  --as-of DATE     the day of the audit; today when left out
  --since DATE     the day of the last audit: say what is new, and whether this one is overdue
  --capacity N     how many apps there is time to look at; 100 when left out
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --format FORMAT  text, md (Markdown), json or sarif; --json is short for --format json

Options of guide
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --format FORMAT  text, md (Markdown, with practice cases) or json; --json is short for the last

Options of backtest, whose FILE holds a timeline: { "moments": [{ "on": DATE, "profile": … }], "incidentOn": DATE }
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --against FILE   another policy, as JSON: say what it would have gained
  --format FORMAT  text, md (Markdown) or json; --json is short for the last

Options of ask, whose FILE holds the app profile to begin with
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --format FORMAT  text, or json: the profile and its classification; --json is short for the last

Options of explain, whose FILE holds one app profile
  --to ID          the tier to get to
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --format FORMAT  text or json; --json is short for the last

Options of lint and diff, whose files hold a policy each
  --portfolio FILE for diff: apps, of which those are listed that would move
  --format FORMAT  text, md (Markdown) or json; --json is short for the last

Options of test, whose FILES hold policy tests: { "tests": [ … ], "claims": [ … ] }
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --coverage       say what of the policy no test shows
  --mutation       say which slips in the policy no test notices
  --format FORMAT  text, json or lcov; --json is short for --format json

It ends with 0 when done; 1 when an app is above --max-tier, a test or claim fails, a slip goes unnoticed, or lint
finds an error; 2 when the input cannot be used.
`;

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
    run: ([file = ""], { json, format }, terminal) => lintCommand({ file, json, format }, terminal),
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
