import type { Command, Options } from "./command.js";
import { canTake } from "./config.js";
import { placeholders } from "./option-kinds.js";
import { configOptions } from "./options.js";

const widest = 100;

/** Words in lines that are not too long. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** Names with what they mean beside them, in two columns. */
function columns(rows: readonly (readonly [name: string, meaning: string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.flatMap(([name, meaning]) =>
    wrapped(meaning, widest - width - 2).map((line, index) => `  ${(index === 0 ? name : "").padEnd(width)}${line}`),
  );
}

/** How a command is called. */
export function callOf({ name, files }: Command): string {
  return ["plimsoll", name, files.written].filter(Boolean).join(" ");
}

/** Options, each as it is written and with what it does. */
function rowsOf(options: Options): readonly (readonly [written: string, help: string])[] {
  return Object.entries(options).map(([name, { kind, help }]) => [`--${name} ${placeholders[kind]}`.trimEnd(), help]);
}

/** The options of a command, each as it is written and with what it does. */
export const optionsOf = ({ options }: Command) => rowsOf(options);

/** How one command is used. */
export function helpOf(command: Command): string {
  const { summary, files, fails } = command;
  const options = [...optionsOf(command), ...(canTake(command) ? rowsOf(configOptions) : [])];
  const otherwise =
    files.otherwise === undefined ? "" : ` Without one, the ${files.otherwise} of the configuration is read.`;
  const ends = `It ends with 0 when done${fails && `, with 1 when ${fails},`} and with 2 when something cannot be used.`;
  return [
    ...wrapped(`${callOf(command)}: ${summary}`, widest),
    ...(files.hold === "" ? [] : ["", ...wrapped(`${files.hold}${otherwise}`, widest)]),
    ...(options.length === 0 ? [] : ["", ...columns(options)]),
    "",
    ...wrapped(ends, widest),
    "",
  ].join("\n");
}

/** What commands there are. */
export function helpOfAll(commands: readonly Command[]): string {
  return [
    "plimsoll: the load line for low-code apps",
    "",
    ...columns(commands.map((command) => [callOf(command), command.summary])),
    "",
    'plimsoll COMMAND --help says more of a command, its files and its options. A file called "-" is standard',
    "input. What is the same in every call can stand in plimsoll.config.json. plimsoll --version says which",
    "version this is.",
    "",
  ].join("\n");
}
