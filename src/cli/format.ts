import { UsageError } from "./terminal.js";

/** How the answer was asked for: `--json` is short for `--format json`. */
export interface FormatArguments {
  readonly json: boolean;
  readonly format: string | undefined;
}

/**
 * The format to answer in, among those that a command knows; text when none was asked for.
 *
 * @throws {UsageError} when the command does not know it.
 */
export function formatOf<Format extends string>(
  { json, format = "text" }: FormatArguments,
  formats: readonly Format[],
): Format {
  const asked = json ? "json" : format;
  const known = formats.find((each) => each === asked);
  if (known !== undefined) return known;
  throw new UsageError(`There is no format "${asked}" here. The formats are: ${formats.join(", ")}.`);
}
