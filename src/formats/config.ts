import * as z from "zod/mini";
import { documentSchemaOf, limitsOf, optional, type ReadOptions, readDocument, some, text } from "../json/index.js";
import type { Result } from "../problems/index.js";

/**
 * What the command reads where nothing else is said, as `plimsoll.config.json` holds it. Paths begin at the folder of that file.
 *
 * @example
 * ```ts
 * import type { Config } from "plimsoll";
 *
 * const config: Config = { policy: "policy.json", portfolio: ["sales.ndjson", "wards.ndjson"] };
 *
 * config.portfolio?.length; // → 2
 * ```
 */
export interface Config {
  /** standard, recommended, or a file. */
  readonly policy?: string;
  /** Packs that are added to it, by name or as files. */
  readonly with?: readonly string[];
  /** A module that is run, for facts that are code. */
  readonly facts?: string;
  readonly approvals?: string;
  /** One path with apps, or several: files, folders, archives. */
  readonly portfolio?: string | readonly string[];
  /** How tables are read. */
  readonly map?: string;
  /** What connectors of one's own do. */
  readonly connectors?: string;
}

const path = (description: string) => optional(text(), description);

/**
 * The zod schema of a `Config`; `configJsonSchema` has it as JSON Schema. Use `safeParseConfig` to read one: its messages are
 * written for people.
 *
 * @example
 * ```ts
 * import { configSchema } from "plimsoll/schema";
 * import * as z from "zod/mini";
 *
 * z.safeParse(configSchema, { policy: "policy.json" }).success; // → true
 * ```
 */
export const configSchema = z.strictObject({
  policy: path(
    "standard, recommended, or a file: a policy, or the changes that make it; the standard policy when left out.",
  ),
  with: optional(some(text()), "Packs that are added to it: by name, such as exposure, or files."),
  facts: path("A module that exports facts that are code. It is run only where this file is named with --config."),
  approvals: path("The approvals that were given."),
  portfolio: optional(z.union([text(), some(text())]), "The apps: a file, a folder or an archive, or several."),
  map: path("How tables are read: which column tells what."),
  connectors: path("Connectors of your own, and changes to those that are known."),
});

/**
 * The JSON Schema (2020-12) of `plimsoll.config.json`, for editors.
 *
 * @example
 * ```ts
 * import { configJsonSchema } from "plimsoll/schema";
 *
 * Object.keys(configJsonSchema().properties ?? {}); // → ["$schema", "policy", "with", "facts", "approvals", "portfolio", "map", "connectors"]
 * ```
 */
export function configJsonSchema(): z.core.JSONSchema.BaseSchema {
  return documentSchemaOf(configSchema);
}

/**
 * Reads an unknown value, such as `plimsoll.config.json`, as a {@link Config}, or lists every problem with its pointer. Never throws, but
 * for limits in `options` that are none. Whether there are such files is not looked at.
 *
 * @example
 * ```ts
 * import { safeParseConfig } from "plimsoll";
 *
 * const result = safeParseConfig({ polcy: "policy.json" });
 *
 * result.ok ? "" : result.problems[0]?.suggestion; // → "policy"
 * ```
 */
export function safeParseConfig(input: unknown, options: ReadOptions = {}): Result<Config> {
  return readDocument(configSchema, input, limitsOf("config", options));
}
