import type { Mapping } from "plimsoll/adapters";
import { safeParseMapping } from "plimsoll/schema";
import type { Terminal } from "../terminal.js";
import { loadOne } from "./load.js";

/**
 * How tables are read, as a file says.
 *
 * @throws {InputError} when the file cannot be used.
 */
export const loadMapping = (file: string, terminal: Terminal): Promise<Mapping> =>
  loadOne(file, "mapping", (input) => safeParseMapping(input), terminal);
