import type { Catalogue, Pack } from "plimsoll";
import type { ConnectorTables, Mapping } from "plimsoll/adapters";
import { loadConnectors } from "./reading/connectors-file.js";
import { loadFacts } from "./reading/facts-file.js";
import { loadMapping } from "./reading/mapping-file.js";
import { loadPacks } from "./reading/packs-file.js";
import { type Terminal, UsageError } from "./terminal.js";

interface Values {
  /** Said or not. */
  readonly flag: boolean;
  readonly file: string | undefined;
  /** The standard facts, and those of a module. */
  readonly facts: Catalogue;
  /** The connectors that the package knows, and those of a file. */
  readonly connectors: ConnectorTables;
  /** Packs by name, and those of files. */
  readonly packs: readonly Pack[];
  /** How tables are read. */
  readonly mapping: Mapping | undefined;
  /** A name that the policy gives: of a tier, of a milestone. */
  readonly id: string | undefined;
  /** One of the names that the command itself gives. */
  readonly name: string | undefined;
  readonly day: string | undefined;
  /** The day as of which something is asked: the one on which the command runs, when left out. */
  readonly today: string;
  /** How many apps. */
  readonly count: number | undefined;
  readonly format: string | undefined;
}

/** What kinds of options there are. */
export type Kind = keyof Values;

export type ValueOf<Of extends Kind> = Values[Of];

/** What stands for a value in the help, and what it is called when there is none; nothing stands behind a flag. */
export const placeholders = {
  flag: "",
  file: "FILE",
  facts: "FILE",
  connectors: "FILE",
  packs: "PACKS",
  mapping: "FILE",
  id: "ID",
  name: "NAME",
  day: "DATE",
  today: "DATE",
  count: "N",
  format: "FORMAT",
} as const satisfies Record<Kind, string>;

function readCount(option: string, text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0 && Number.isSafeInteger(count)) return count;
  throw new UsageError(`--${option} takes a whole number of apps, 1 or more, not "${text}".`);
}

/** An ISO date, or an instant with its offset from universal time. */
const dayForm = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** Whether a text is a day that there is, or an instant of one. */
export function isDay(text: string): boolean {
  const [, day = ""] = dayForm.exec(text) ?? [];
  if (day === "" || !Number.isFinite(Date.parse(text))) return false;
  // A day that a month does not have is moved to the next month.
  const midnight = new Date(`${day}T00:00:00Z`);
  return Number.isFinite(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

function readDay(option: string, text: string): string {
  if (isDay(text)) return text;
  throw new UsageError(`--${option} takes a day such as 2026-03-31, not "${text}".`);
}

/** Names with commas between them. */
const namesIn = (said = ""): readonly string[] =>
  said
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/**
 * Reads what was said to an option.
 *
 * @throws {UsageError} when it is not of its kind.
 * @throws {InputError} when a file that it is read from cannot be used.
 */
export async function readValue(
  option: string,
  kind: Kind,
  said: string | undefined,
  terminal: Terminal,
): Promise<Values[Kind]> {
  if (kind === "flag") return said !== undefined;
  if (kind === "facts") return loadFacts(said, terminal);
  if (kind === "connectors") return loadConnectors(said, terminal);
  if (kind === "packs") return loadPacks(namesIn(said), "", terminal);
  if (kind === "today") return said === undefined ? terminal.today() : readDay(option, said);
  if (said === undefined) return undefined;
  if (kind === "mapping") return loadMapping(said, terminal);
  if (kind === "count") return readCount(option, said);
  return kind === "day" ? readDay(option, said) : said;
}
