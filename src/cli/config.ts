import { dirname, isAbsolute, join } from "node:path";
import { type Config, safeParseConfig } from "plimsoll";
import type { Call, Command } from "./command.js";
import { loadOne } from "./reading/load.js";
import { isShipped } from "./reading/shipped.js";
import { InputError, type Terminal, UsageError } from "./terminal.js";

/** What a configuration is called, where nobody names one: the first of these that there is. */
const names = ["plimsoll.config.json", "plimsoll.config.yaml", "plimsoll.config.yml"];

/** What it says of a command: paths, from the working folder, for an option or for the files. */
interface Taken {
  /** As it would stand on the command line. */
  readonly written: string;
  readonly option?: string;
  readonly paths: readonly string[];
}

/** All that a configuration can say. */
const fields = Object.keys({
  policy: true,
  with: true,
  facts: true,
  approvals: true,
  portfolio: true,
  map: true,
  connectors: true,
} satisfies Record<keyof Config, true>);

/** Whether a configuration can say anything that a command reads. */
export const canTake = ({ options, files }: Command): boolean =>
  files.otherwise !== undefined || fields.some((name) => Object.hasOwn(options, name));

/** What a command takes of a configuration: what it knows, and was not told. */
function takenOf(config: Config, file: string, { options, files }: Command, call: Call): readonly Taken[] {
  const said = Object.entries(config).map(([name, value]: [string, string | readonly string[]]) => ({
    name,
    paths: [value].flat().map((path) => (isAbsolute(path) || isShipped(path) ? path : join(dirname(file), path))),
  }));
  return said.flatMap(({ name, paths }): readonly Taken[] => {
    const isForFiles = name === files.otherwise && call.files.length === 0;
    const isForOption = Object.hasOwn(options, name) && !call.values.has(name);
    if (isForOption && options[name]?.kind === "packs") {
      const packs = paths.join(",");
      return [{ written: `--${name} ${packs}`, option: name, paths: [packs] }];
    }
    if (isForOption && paths.length > 1) {
      throw new InputError([
        `${file}, at /${name}: --${name} takes one file, but the configuration names ${paths.length}. Name one on the command line.`,
      ]);
    }
    return [
      ...(isForOption ? [{ written: `--${name} ${paths.join(" ")}`, option: name, paths }] : []),
      ...(isForFiles ? [{ written: paths.join(" "), paths }] : []),
    ];
  });
}

/** Code is run where somebody has said so: a configuration that merely lies there runs none. */
function assertRunsNothing(taken: readonly Taken[], file: string, { options }: Command): void {
  const facts = taken.find(({ option }) => option !== undefined && options[option]?.kind === "facts");
  if (facts === undefined) return;
  throw new InputError([
    `${file} asks for ${facts.written}, which is code and would be run. Read it; then say --config ${file} or ` +
      `${facts.written}, or leave the configuration out with --no-config.`,
  ]);
}

/**
 * A call, with what a configuration says besides: the one that is named, or the first that is found from the working folder upwards.
 * Of one that was found it is said what was taken from it.
 *
 * @throws {InputError} when it cannot be used, or asks for code and nobody named it.
 */
export async function withConfig(command: Command, call: Call, terminal: Terminal): Promise<Call> {
  const named = call.values.get("config");
  const isRefused = call.values.has("no-config");
  if (isRefused && named !== undefined)
    throw new UsageError("--config names a configuration, and --no-config leaves it out. Say one of them.");
  if (isRefused || !canTake(command)) return call;
  const file = named ?? (await terminal.find(names));
  if (file === undefined) return call;
  const config = await loadOne(file, "configuration", (input) => safeParseConfig(input), terminal);
  const taken = takenOf(config, file, command, call);
  if (named === undefined) {
    assertRunsNothing(taken, file, command);
    if (taken.length > 0) await terminal.complain(`From ${file}: ${taken.map(({ written }) => written).join(", ")}`);
  }
  const values = taken.flatMap(({ option, paths: [path] }) =>
    option === undefined || path === undefined ? [] : [[option, path] as const],
  );
  const files = taken.flatMap(({ option, paths }) => (option === undefined ? paths : []));
  return { files: [...call.files, ...files], values: new Map([...call.values, ...values]) };
}
