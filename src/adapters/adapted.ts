import type { Pointer, Problem } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Json } from "../shapes/index.js";

/**
 * A place in an artifact: a file, and in it a JSON Pointer where it holds data, a line, from one on, where it holds text, or a row and a
 * column where it holds tables.
 *
 * @example
 * ```ts
 * import type { Place } from "plimsoll/adapters";
 *
 * const trigger: Place = { file: "orders.json", pointer: "/nodes/0" };
 *
 * trigger.pointer; // → "/nodes/0"
 * ```
 */
export interface Place {
  readonly file: string;
  readonly pointer?: Pointer;
  readonly line?: number;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  /** The row of a table, from one on, with its headings and what stands above them. */
  readonly row?: number;
  /** The column of a table by its letter, as in a workbook. */
  readonly column?: string;
}

/**
 * Why something is told: the artifact states it, the table of connectors says it, it is the default of that node and version, the verb in
 * the name of an operation says it, the name of the file, or the mapping of a table, for every row or column of it.
 *
 * @example
 * ```ts
 * import type { Basis } from "plimsoll/adapters";
 *
 * const basis: Basis = "verb";
 *
 * basis; // → "verb"
 * ```
 */
export type Basis = "stated" | "connector" | "default" | "verb" | "file-name" | "mapping";

/**
 * Where one statement of a profile comes from.
 *
 * @example
 * ```ts
 * import { fromN8n } from "plimsoll/adapters";
 *
 * const { evidence } = fromN8n({ name: "Orders", nodes: [] }, { file: "orders.json" });
 *
 * evidence.find(({ pointer }) => pointer === "/name")?.at; // → { file: "orders.json", pointer: "/name" }
 * ```
 */
export interface Provenance {
  /** Where it stands in the profile. */
  readonly pointer: Pointer;
  /** What this place tells of it. */
  readonly value: Json;
  readonly at: Place;
  readonly basis: Basis;
}

/**
 * What an artifact suggests and does not tell. It words a question and is never a fact.
 *
 * @example
 * ```ts
 * import { fromN8n } from "plimsoll/adapters";
 *
 * const sheet = { type: "n8n-nodes-base.googleSheets", name: "Save", parameters: { sheetName: { cachedResultName: "Invoices" } } };
 *
 * fromN8n({ name: "Orders", nodes: [sheet] }, { file: "orders.json" }).hints[0]?.question; // → 'Something is named "Invoices": does it hold financial data?'
 * ```
 */
export interface Hint {
  /** What a person should be asked for, as a pointer into the profile. */
  readonly pointer: Pointer;
  readonly question: string;
  readonly at: Place;
}

/**
 * What an artifact mentions and does not explain.
 *
 * @example
 * ```ts
 * import type { UnresolvedKind } from "plimsoll/adapters";
 *
 * const kind: UnresolvedKind = "sub-flow";
 *
 * kind; // → "sub-flow"
 * ```
 */
export type UnresolvedKind =
  | "sub-flow"
  | "unknown-connector"
  | "unknown-operation"
  | "dynamic-host"
  | "expression"
  | "disabled"
  | "unreachable"
  | "unused-connection"
  | "outside"
  | "unread";

/**
 * Something that an artifact mentions and does not explain, so that a person or another artifact has to.
 *
 * @example
 * ```ts
 * import { fromN8n } from "plimsoll/adapters";
 *
 * const own = { type: "n8n-nodes-acme.ledger", name: "Ledger" };
 *
 * fromN8n({ name: "Books", nodes: [own] }, { file: "books.json" }).unresolved.map(({ kind, what }) => [kind, what]); // → [["unknown-connector", "ledger"]]
 * ```
 */
export interface Unresolved {
  readonly kind: UnresolvedKind;
  /** Its name in the artifact. */
  readonly what: string;
  readonly at: Place;
}

/**
 * What is wrong with an artifact, or between several: its pointer leads into the artifact, or, for a contradiction, into the merged profile.
 *
 * @example
 * ```ts
 * import { fromN8n } from "plimsoll/adapters";
 *
 * fromN8n("{", { file: "cut.json" }).problems.map(({ code, places }) => [code, places]); // → [["not-json", [{ file: "cut.json", pointer: "" }]]]
 * ```
 */
export interface ArtifactProblem extends Problem {
  /** Where it stands: for a contradiction, every place that takes part. */
  readonly places: readonly Place[];
}

/**
 * What was read from an artifact: a partial profile, which tells nothing that the artifact does not tell, and where each statement comes from.
 *
 * @example
 * ```ts
 * import { type Adapted, fromN8n } from "plimsoll/adapters";
 *
 * const workflow = {
 *   name: "Orders",
 *   nodes: [{ type: "n8n-nodes-base.slack", typeVersion: 2, name: "Tell sales", parameters: {} }],
 * };
 * const read: Adapted = fromN8n(workflow, { file: "orders.json" });
 *
 * read.profile.integrations?.[0]?.direction; // → "write"
 * read.evidence.find(({ pointer }) => pointer === "/integrations/0/direction")?.basis; // → "default"
 * ```
 */
export interface Adapted {
  readonly profile: AppProfile;
  readonly evidence: readonly Provenance[];
  readonly hints: readonly Hint[];
  readonly unresolved: readonly Unresolved[];
  readonly problems: readonly ArtifactProblem[];
}
