import type { Adapted, ArtifactProblem } from "../adapted.js";
import { fromCanvasApp } from "../canvas/index.js";
import { type AgentSource, fromCopilotAgent } from "../copilot/index.js";
import { detectFormat, type Format } from "../detect.js";
import { fromPowerPlatformInventory } from "../inventory/index.js";
import { eachN8n } from "../n8n/index.js";
import { fromNodeRed } from "../node-red/index.js";
import { fromPowerAutomate } from "../power-platform/index.js";
import { parseJson } from "../read-json.js";
import type { Source } from "../source.js";
import type { Artifact } from "./artifacts.js";

/**
 * What was read from an artifact: the format that it was taken for, the apps in it, and what is wrong with the rest. One of no format that is
 * known has no apps and no problems.
 *
 * @example
 * ```ts
 * import { fromArtifact, type ArtifactReading } from "plimsoll/adapters";
 *
 * const artifact = { kind: "document", file: "menu.json", paths: ["menu.json"] } as const;
 * const reading: ArtifactReading = fromArtifact(artifact, { "menu.json": '{ "soup": "leek" }' }, { parseYaml: JSON.parse });
 *
 * reading; // → { format: undefined, apps: [], problems: [] }
 * ```
 */
export interface ArtifactReading {
  readonly format: Format | undefined;
  readonly apps: readonly Adapted[];
  readonly problems: readonly ArtifactProblem[];
}

/** What reads a document of each format that documents have. */
const readers = {
  "power-automate": (document, source) => [fromPowerAutomate(document, source)],
  n8n: eachN8n,
  "node-red": (document, source) => [fromNodeRed(document, source)],
} as const satisfies Partial<Record<Format, (document: unknown, source: Source) => readonly Adapted[]>>;

const hasReader = (format: Format): format is keyof typeof readers => Object.hasOwn(readers, format);

function readDocument(text: string, source: Source): ArtifactReading {
  const parsed = parseJson(text);
  // Rows may stand one after another, which is no JSON.
  const format = detectFormat(parsed.ok ? parsed.value : text);
  if (format === "power-platform-inventory") {
    return { format, ...fromPowerPlatformInventory(parsed.ok ? parsed.value : text, source) };
  }
  if (!parsed.ok) {
    const at = { file: source.file, pointer: "" };
    return { format, apps: [], problems: [{ pointer: "", code: "not-json", message: parsed.message, places: [at] }] };
  }
  const read = format !== undefined && hasReader(format) ? readers[format] : undefined;
  return { format, apps: read?.(parsed.value, source) ?? [], problems: [] };
}

/**
 * Reads an artifact by the adapter for it, which is found out by what stands in it.
 *
 * @param texts The text of each of its files, by its path.
 *
 * @example
 * ```ts
 * import { artifactsIn, fromArtifact } from "plimsoll/adapters";
 *
 * const texts = { "orders.json": '{ "name": "Orders", "nodes": [], "connections": {} }' };
 * const read = artifactsIn(Object.keys(texts)).map((artifact) => fromArtifact(artifact, texts, { parseYaml: JSON.parse }));
 *
 * read.map(({ format, apps }) => [format, apps.map(({ profile }) => profile.name)]); // → [["n8n", ["Orders"]]]
 * ```
 */
export function fromArtifact(
  { kind, file, paths }: Artifact,
  texts: Readonly<Record<string, string>>,
  options: Omit<AgentSource, "file">,
): ArtifactReading {
  const source = { ...options, file };
  const textOf = (path: string): string => (Object.hasOwn(texts, path) ? (texts[path] ?? "") : "");
  if (kind === "document") return readDocument(textOf(paths[0] ?? file), source);
  const files = Object.fromEntries(
    paths.filter((path) => Object.hasOwn(texts, path)).map((path) => [path, textOf(path)]),
  );
  const app = kind === "canvas-app" ? fromCanvasApp(files, source) : fromCopilotAgent(files, source);
  return { format: kind, apps: [app], problems: [] };
}
