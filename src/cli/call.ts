import { parseArgs } from "node:util";
import { nearestName } from "plimsoll";
import type { Call, Command, Options } from "./command.js";
import { notAmong } from "./nearest-name.js";
import { placeholders } from "./option-kinds.js";
import { configOptions } from "./options.js";
import { UsageError } from "./terminal.js";

/** What was asked on the command line. */
export type Asked =
  | { readonly kind: "version" }
  | { readonly kind: "help"; readonly command: Command | undefined }
  | { readonly kind: "call"; readonly command: Command; readonly call: Call };

const ofAll = {
  help: { kind: "flag", help: "say how to use the command" },
  version: { kind: "flag", help: "say which version this is" },
} as const satisfies Options;

/** What can be said to a command, besides asking how it is used. */
const optionsOf = ({ options }: Command): Options => ({ ...options, ...configOptions });

const shorts: Readonly<Record<string, string>> = { h: "help", v: "version" };

/** What was said of an option: its name, as it was written, and the text behind it, if there was any. */
interface Said {
  readonly name: string;
  readonly written: string;
  readonly value: string | undefined;
  /** Whether the value stands behind an equals sign. */
  readonly isInline: boolean;
}

/** Takes the words apart; which options take a value is the same for all commands that have them. */
function takeApart(argv: readonly string[], commands: readonly Command[]) {
  const known = Object.assign({}, ...commands.map(optionsOf), ofAll) as Options; // of those that go in
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { kind }]) => [
      name,
      { type: kind === "flag" ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: false, tokens: true });
  const said: Said[] = [];
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind === "option") {
      const { name, rawName, value, inlineValue } = token;
      said.push({
        name: rawName.startsWith("--") ? name : (shorts[name] ?? name),
        written: rawName,
        value,
        isInline: inlineValue === true,
      });
    }
  }
  return { said, words };
}

/** What to say of an option that a command does not have. */
function unknownOption({ name, written }: Said, command: Command, commands: readonly Command[]): string {
  const names = Object.keys({ ...optionsOf(command), ...ofAll }).map((option) => `--${option}`);
  const meant = nearestName(written, names);
  const others = commands.filter(({ options }) => Object.hasOwn(options, name)).map((each) => each.name);
  const hint = [
    meant === undefined ? "" : ` Did you mean "${meant}"?`,
    others.length === 0 ? "" : ` It is one of plimsoll ${others.join(", ")}.`,
  ].join("");
  return `plimsoll ${command.name} has no option "${written}".${hint || ` It has ${names.join(", ")}.`}`;
}

/** The text behind an option, which is there exactly when its kind takes one. */
function textBehind({ written, value, isInline }: Said, kind: keyof typeof placeholders): string {
  if (kind === "flag") {
    if (value === undefined) return "";
    throw new UsageError(`${written} takes no value, but was given "${value}".`);
  }
  // What looks like the next option is the next option, unless it is said with an equals sign.
  const isMissing = value === undefined || value === "" || (!isInline && value.length > 1 && value.startsWith("-"));
  if (isMissing) throw new UsageError(`${written} takes a value: ${written} ${placeholders[kind]}.`);
  return value;
}

function readOptions(
  said: readonly Said[],
  command: Command,
  commands: readonly Command[],
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const options = optionsOf(command);
  for (const each of said) {
    const option = Object.hasOwn(options, each.name) ? options[each.name] : undefined;
    if (option === undefined) throw new UsageError(unknownOption(each, command, commands));
    if (values.has(each.name) && option.kind !== "flag")
      throw new UsageError(`${each.written} is there twice. Give it once.`);
    values.set(each.name, textBehind(each, option.kind));
  }
  return values;
}

function filesInWords({ atLeast, atMost }: Command["files"]): string {
  if (atMost === 0) return "no file";
  if (atMost === 2) return "two files";
  if (atMost > 2) return "at least one file";
  return atLeast === 1 ? "one file" : "one file at most";
}

/**
 * Refuses what no command could do with its files.
 *
 * @throws {UsageError} which says why.
 */
export function assertFiles(command: Command, call: Call): void {
  const { name, files } = command;
  const options = optionsOf(command);
  if (call.files.length < files.atLeast || call.files.length > files.atMost) {
    const hint = call.files.length === 0 && files.otherwise !== undefined;
    throw new UsageError(
      `plimsoll ${name} takes ${filesInWords(files)}, and was given ${call.files.length || "none"}.` +
        (hint ? ` A plimsoll.config.json can name it as its ${files.otherwise}.` : ""),
    );
  }
  const module = [...call.values].find(([option, value]) => options[option]?.kind === "facts" && value === "-");
  if (module !== undefined)
    throw new UsageError(`--${module[0]} takes a file: a module cannot come from standard input.`);
  const named = [...call.values].flatMap(([option, value]) => (options[option]?.kind === "file" ? [value] : []));
  if ([...call.files, ...named].filter((file) => file === "-").length > 1) {
    throw new UsageError('Standard input can be read once only: "-" can stand for one file.');
  }
}

/**
 * Reads a command line.
 *
 * @throws {UsageError} when it cannot be meant.
 */
export function readCall(argv: readonly string[], commands: readonly Command[]): Asked {
  const { said, words } = takeApart(argv, commands);
  const [name, ...files] = words;
  const isAsked = (option: keyof typeof ofAll) => said.some((each) => each.name === option && each.value === undefined);
  const command = commands.find((each) => each.name === name);
  if (name !== undefined && command === undefined) {
    const names = commands.map((each) => each.name);
    throw new UsageError(notAmong("command", name, names));
  }
  if (isAsked("version")) return { kind: "version" };
  if (isAsked("help")) return { kind: "help", command };
  if (command === undefined) {
    const [first] = said;
    if (first === undefined) return { kind: "help", command };
    throw new UsageError(`Say which command ${first.written} is for: plimsoll COMMAND ${first.written}.`);
  }
  return { kind: "call", command, call: { files, values: readOptions(said, command, commands) } };
}
