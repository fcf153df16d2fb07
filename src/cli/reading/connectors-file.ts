import { PlimsollError, type Result } from "plimsoll";
import { type ConnectorTables, connectors, extendConnectors } from "plimsoll/adapters";
import type { Terminal } from "../terminal.js";
import { loadOne } from "./load.js";

type Changes = Parameters<typeof extendConnectors>[1];

function extended(changes: unknown): Result<ConnectorTables> {
  try {
    // Whatever a file holds is refused where it is none.
    return { ok: true, value: extendConnectors(connectors, changes as Changes) };
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return { ok: false, problems: error.problems };
  }
}

/**
 * The connectors that the package knows, with the changes of a file.
 *
 * @throws {InputError} when the file cannot be used.
 */
export async function loadConnectors(file: string | undefined, terminal: Terminal): Promise<ConnectorTables> {
  return file === undefined ? connectors : loadOne(file, "set of changes to connectors", extended, terminal);
}
