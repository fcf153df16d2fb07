import { notAmong } from "../nearest-name.js";
import { type Terminal, UsageError } from "../terminal.js";
import { allVisible } from "./visible.js";

/** The formats that commands answer in. */
export type Format = "text" | "md" | "html" | "csv" | "json" | "sarif" | "lcov";

/** What every format is, for whoever has not met it. */
const meanings = {
  text: "",
  md: "Markdown",
  html: "a page to hand over",
  csv: "for spreadsheets",
  json: "",
  sarif: "for viewers of findings",
  lcov: "for tools that read coverage",
} as const satisfies Record<Format, string>;

const either = (names: readonly string[]) => names.join(", ").replace(/, ([^,]*)$/, " or $1");

/** The format of a command that is not asked for one: text, where it has that, and the first of its formats where it has not. */
const otherwiseIn = (formats: readonly string[]): string | undefined =>
  formats.find((each) => each === "text") ?? formats[0];

/** The options that ask for a format, where there is more than one way to answer. */
export function formatOptions(formats: Readonly<Partial<Record<Format, string>>>) {
  const named = Object.entries(formats).map(([name, note]) => {
    // The keys of what is typed by formats.
    const said = note || meanings[name as Format];
    return said === "" ? name : `${name} (${said})`;
  });
  if (named.length < 2) return {};
  const otherwise = otherwiseIn(Object.keys(formats));
  return {
    format: { kind: "format", help: `answer as ${either(named)}; ${otherwise} when left out` },
    json: { kind: "flag", help: "short for --format json" },
  } as const;
}

/**
 * The format to answer in, among those that a command knows.
 *
 * @throws {UsageError} when the command does not know it, or two were asked for.
 */
export function formatIn<Known extends Format>(values: ReadonlyMap<string, string>, formats: readonly Known[]): Known {
  const asked = values.get("format");
  if (values.has("json") && asked !== undefined && asked !== "json") {
    throw new UsageError(`--json and --format ${asked} ask for two formats. Say one of them.`);
  }
  const format = values.has("json") ? "json" : (asked ?? otherwiseIn(formats) ?? "text");
  const known = formats.find((each) => each === format);
  if (known !== undefined) return known;
  throw new UsageError(notAmong("format", format, formats, " here"));
}

/** Whether a format is for programs, which are to get everything as it is. */
const areForPrograms = {
  text: false,
  md: false,
  html: false,
  csv: false,
  json: true,
  sarif: true,
  lcov: false,
} as const satisfies Record<Format, boolean>;

/** Data as it is to be told in a format: for people so that everything in it can be seen. */
export function shownIn(format: Format): <Data>(data: Data) => Data {
  return areForPrograms[format] ? (data) => data : allVisible;
}

/** Prints pieces one after the other, each when there is room for it. */
export async function printAll(
  pieces: Iterable<string> | AsyncIterable<string>,
  { print }: Pick<Terminal, "print">,
): Promise<void> {
  for await (const piece of pieces) await print(piece);
}
