import { type ConnectorTables, connectors } from "./connectors/index.js";

/**
 * What the caller knows of an artifact: its file, and, if it is known from elsewhere, the id and the name of the app.
 *
 * @example
 * ```ts
 * import { fromN8n, type Source } from "plimsoll/adapters";
 *
 * const source: Source = { file: "flows/orders.json", id: "orders" };
 *
 * fromN8n({ name: "Orders", nodes: [] }, source).profile.id; // → "orders"
 * ```
 */
export interface Source {
  /** The name of the file, as evidence shows it: of a folder, its name. */
  readonly file: string;
  /** The id of the app; without one, that of the artifact, or else the name of the file. */
  readonly id?: string;
  /** The name of the app; without one, that of the artifact, or else the name of the file. */
  readonly name?: string;
  /** The connectors to read by; those of the package, where none are given. */
  readonly connectors?: ConnectorTables;
}

/** The tables to read by. */
export const tablesOf = (source: Source): ConnectorTables => source.connectors ?? connectors;

/** The name of a file without its folder and its ending. */
export function nameOfFile(file: string): string {
  const parts = file.split(/[/\\]/).filter((part) => part.trim() !== "");
  const name = parts.at(-1) ?? "unnamed";
  const stem = name.replace(/\.[A-Za-z0-9]{1,8}$/, "");
  return stem.trim() === "" ? name : stem;
}
