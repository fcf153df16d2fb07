import type { Effect, Role } from "../effects.js";

/**
 * What an operation does, or how that is found out: from the method of its request, from its SQL, or not at all.
 *
 * @example
 * ```ts
 * import type { Doing } from "plimsoll/adapters";
 *
 * const doing: Doing = "request";
 *
 * doing; // → "request"
 * ```
 */
export type Doing = Effect | "request" | "sql" | "unknown";

/**
 * The operation that is meant where none is named: of any version, or of those below one; of any resource, or of one.
 *
 * @example
 * ```ts
 * import type { UsualOperation } from "plimsoll/adapters";
 *
 * const first: UsualOperation = { below: 2, operation: "read" };
 *
 * first.operation; // → "read"
 * ```
 */
export interface UsualOperation {
  readonly below?: number;
  readonly resource?: string;
  readonly operation: string;
}

/**
 * Names: a text with blanks between them, so that a table stays readable, or a list where a name holds a blank.
 *
 * @example
 * ```ts
 * import type { Names } from "plimsoll/adapters";
 *
 * const names: Names = "getEntry listEntries";
 *
 * names; // → "getEntry listEntries"
 * ```
 */
export type Names = string | readonly string[];

/**
 * A connector of a platform as data.
 *
 * @example
 * ```ts
 * import type { Connector } from "plimsoll/adapters";
 *
 * const ledger: Connector = {
 *   id: "acmeLedger",
 *   title: "Acme Ledger",
 *   role: "system-of-record",
 *   does: { read: "getEntry listEntries", create: "postEntry" },
 * };
 *
 * ledger.title; // → "Acme Ledger"
 * ```
 */
export interface Connector {
  /** What a profile calls the system. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Other names that the platform has for it. */
  readonly aliases?: Names;
  /** What stands at the other end; left out, that is unknown. */
  readonly role?: Role;
  /** What each operation does. */
  readonly does?: Readonly<Partial<Record<Doing, Names>>>;
  /** What is meant where no operation is named; the first that fits. */
  readonly usually?: readonly UsualOperation[];
  /** What an operation does that is not named here and whose verb says nothing. */
  readonly otherwise?: Effect;
  readonly tier?: "standard" | "premium";
  /** What it can do beyond data: administer, send data outside the organisation, run code. */
  readonly power?: "administration" | "outside" | "code";
}

/**
 * The connectors of one platform, with the names that stand for nothing outside it, and the verbs by which an unknown operation is read.
 *
 * @example
 * ```ts
 * import { connectors } from "plimsoll/adapters";
 *
 * connectors.n8n.connectors.some(({ id }) => id === "postgres"); // → true
 * ```
 */
export interface ConnectorTable {
  readonly platform: string;
  /** The day on which the table was last looked through. */
  readonly version: string;
  readonly connectors: readonly Connector[];
  /** Building blocks that reach nothing outside: conditions, variables, parsers. */
  readonly inside?: Names;
  /** Building blocks that hold code of the app's own. */
  readonly code?: Names;
  /** Services that an artifact uses for artificial intelligence, by the ids of their connectors. */
  readonly intelligence?: Names;
}

/**
 * The tables by which artifacts are read, one for each platform, and the hosts that are known.
 *
 * @example
 * ```ts
 * import { type ConnectorTables, connectors } from "plimsoll/adapters";
 *
 * const tables: ConnectorTables = connectors;
 *
 * Object.keys(tables); // → ["powerPlatform", "n8n", "nodeRed", "hosts"]
 * ```
 */
export interface ConnectorTables {
  readonly powerPlatform: ConnectorTable;
  readonly n8n: ConnectorTable;
  readonly nodeRed: ConnectorTable;
  /** Hosts that are called without a connector; `id` is the host, or the end of it. */
  readonly hosts: ConnectorTable;
}
