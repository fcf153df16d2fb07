import { parseArgs } from "node:util";
import { backtestCommand } from "./backtest-command.js";
import { classifyCommand } from "./classify-command.js";
import { demo } from "./demo.js";
import { painter } from "./paint.js";
import { exitCodes, type Terminal, UsageError } from "./terminal.js";

const usage = `plimsoll: the load line for low-code apps

  plimsoll classify FILE|-   say where each app sits, why, and what is still open
  plimsoll backtest FILE|-   say when each line would have been seen, and how early
  plimsoll demo              tell the stories of nine apps that outgrew their makers

FILE holds one app profile, an array of them, or one per line (NDJSON); "-" is standard input.

Options of classify
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --max-tier ID    end with 1 when an app is above this tier, or could be
  --json           print classifications as JSON, laid out as the input was

Options of backtest, whose FILE holds a timeline: { "moments": [{ "on": DATE, "profile": … }], "incidentOn": DATE }
  --policy FILE    lines of your own, as JSON; the standard policy when left out
  --against FILE   another policy, as JSON: say what it would have gained
  --format FORMAT  text, md (Markdown) or json; --json is short for the last

It ends with 0 when done, 1 when an app is above --max-tier, 2 when the input cannot be used.
`;

const options = {
  policy: { type: "string" },
  against: { type: "string" },
  format: { type: "string" },
  "max-tier": { type: "string" },
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
  /** How many files it takes. */
  readonly files: 0 | 1;
  readonly run: (file: string, values: Values, terminal: Terminal) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  classify: {
    files: 1,
    run: (file, { policy, json, "max-tier": maxTier }, terminal) =>
      classifyCommand({ file, policy, json, maxTier }, terminal),
  },
  backtest: {
    files: 1,
    run: (file, { policy, against, json, format }, terminal) =>
      backtestCommand({ file, policy, against, json, format }, terminal),
  },
  demo: {
    files: 0,
    run: async (_file, _values, terminal) => {
      terminal.print(demo(painter(terminal.showsColours)));
      return exitCodes.done;
    },
  },
};

function print(text: string, terminal: Terminal): number {
  terminal.print(text);
  return exitCodes.done;
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
  if (files.length !== command.files) {
    throw new UsageError(`plimsoll ${name} takes ${command.files === 0 ? "no" : "one"} file.`);
  }
  return command.run(files[0] ?? "", values, terminal);
}

/** Runs the command, and gives the code to end with. */
export async function run(argv: readonly string[], version: string, terminal: Terminal): Promise<number> {
  try {
    return await dispatch(argv, version, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(`${error.message}\nplimsoll --help says how it is used.\n`);
    return exitCodes.badInput;
  }
}
