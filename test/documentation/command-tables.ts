import type { Command } from "../../src/cli/command.js";
import { commands } from "../../src/cli/commands.js";
import { callOf, optionsOf } from "../../src/cli/help.js";
import { code, table } from "./markdown.js";

const optionTable = (command: Command) =>
  table(
    ["Option", "What it does"],
    optionsOf(command).map(([written, help]) => [code(written), help]),
  );

const namedOptions = commands
  .filter(({ options }) => Object.keys(options).length > 0)
  .map((command) => [`command-${command.name}`, () => optionTable(command)] as const);

/** The commands, and the options of each, by the name in their markers. */
export const commandTables: Readonly<Record<string, () => string>> = {
  commands: () =>
    table(
      ["Command", "What it does", "It ends with 1 when"],
      commands.map((command) => [code(callOf(command)), command.summary, command.fails || "never"]),
    ),
  ...Object.fromEntries(namedOptions),
};
