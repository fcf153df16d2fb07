import { type Catalogue, type Problem, safeParseProfile } from "plimsoll";
import {
  type Adapted,
  type Artifact,
  artifactsIn,
  type ConnectorTables,
  type Format,
  fromArtifact,
  fromProfile,
  type Mapping,
  type Place,
} from "plimsoll/adapters";
import type { Terminal } from "../../terminal.js";
import { readEntries } from "../entries.js";
import { nameOf } from "../load.js";
import { yamlParser } from "../yaml.js";
import { type Found, type Unread, unreadBecause } from "./found.js";
import { withLines } from "./lines.js";
import { isTable, readTable } from "./table.js";
import { textOf } from "./text.js";
import { filesUnder } from "./walk.js";

/** Where what is told of an app comes from. */
export type Origin = Format | "profile" | "table";

/** What one thing that was found came to. */
export type Step =
  | { readonly kind: "apps"; readonly origin: Origin; readonly apps: readonly Adapted[] }
  | { readonly kind: "unread"; readonly unread: Unread }
  /** A document of no format that is known. */
  | { readonly kind: "left"; readonly path: string }
  /** What is odd, and kept nothing from being read. */
  | { readonly kind: "note"; readonly sentence: string };

export interface ExportOptions {
  readonly connectors: ConnectorTables;
  /** How tables are read; without one, those of exports are, and no others. */
  readonly map: Mapping | undefined;
  /** The facts whose answers a profile may hold among its extensions. */
  readonly facts: Catalogue;
}

const profileLines = /\.(?:ndjson|jsonl)$/i;

const yaml = /\.ya?ml$/i;

/** Files of an artifact that hold text which an adapter looks at. */
const isText = (path: string): boolean => /\.(?:json|ya?ml|xml)$|(?:^|\/)data$/i.test(path);

/** The texts of an artifact; of what is no text, only that it is there. */
async function textsOf({ paths }: Artifact, files: ReadonlyMap<string, Found>) {
  const texts: Record<string, string> = {};
  const unread: Unread[] = [];
  for (const path of paths) {
    try {
      const found = paths.length === 1 || isText(path) ? files.get(path) : undefined;
      texts[path] = found === undefined ? "" : textOf(await found.read());
    } catch (error) {
      unread.push(unreadBecause(path, error));
    }
  }
  return { texts, unread };
}

/** Whether a value is meant as a profile: it is called as one, and has no fields that are none of a profile's. */
function isProfile(value: unknown, facts: Catalogue): boolean {
  const { id, name } = Object(value) as { readonly id?: unknown; readonly name?: unknown }; // whatever it is, it has them or not
  if (typeof id !== "string" || typeof name !== "string") return false;
  const read = safeParseProfile(value, { facts });
  return read.ok || !read.problems.some(({ code, pointer }) => code === "unknown-key" && /^\/[^/]*$/.test(pointer));
}

/** What is wrong with a profile, in sentences. */
const inSentences = (problems: readonly Problem[]): string =>
  problems.map(({ pointer, message }) => `${pointer === "" ? "" : `At ${pointer}: `}${message}`).join(" ");

/** The profiles that a document of no known format holds: one, a list of them, or one a line. */
async function* profilesIn(path: string, bytes: Uint8Array, { facts }: ExportOptions): AsyncIterable<Step> {
  const { layout, entries } = await readEntries(of(bytes), path);
  const placeOf = (position: number): Place => {
    if (layout === "array") return { file: path, pointer: `/${position - 1}` };
    return layout === "lines" ? { file: path, line: position } : { file: path };
  };
  for await (const entry of entries) {
    if ("problem" in entry) {
      yield { kind: "unread", unread: { path: entry.label, problem: entry.problem } };
      continue;
    }
    const read = safeParseProfile(entry.value, { facts });
    if (read.ok) yield { kind: "apps", origin: "profile", apps: [fromProfile(read.value, placeOf(entry.position))] };
    else yield { kind: "unread", unread: { path: entry.label, problem: inSentences(read.problems) } };
  }
}

async function* of(...pieces: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* pieces;
}

/** A document that no adapter reads may hold profiles; in a folder anything else may lie beside them. */
async function* readUnknown(path: string, text: string, isNamed: boolean, options: ExportOptions): AsyncIterable<Step> {
  const value: unknown = JSON.parse(text);
  const first = Array.isArray(value) ? value[0] : value;
  if (isProfile(first, options.facts)) yield* profilesIn(path, Buffer.from(text), options);
  else if (!isNamed) yield { kind: "left", path };
  else
    yield {
      kind: "unread",
      unread: { path, problem: "This is in no format that plimsoll reads, and holds no app profile." },
    };
}

async function* readArtifact(
  artifact: Artifact,
  files: ReadonlyMap<string, Found>,
  isNamed: boolean,
  options: ExportOptions,
): AsyncIterable<Step> {
  const { texts, unread } = await textsOf(artifact, files);
  for (const each of unread) yield { kind: "unread", unread: each };
  const isDocument = artifact.kind === "document";
  if (isDocument && unread.length > 0) return;
  const parseYaml =
    artifact.kind === "copilot-agent" ? await yamlParser() : (text: string): unknown => JSON.parse(text);
  const { format, apps, problems } = fromArtifact(artifact, texts, { connectors: options.connectors, parseYaml });
  for (const problem of problems) {
    yield { kind: "unread", unread: { path: artifact.file, problem: inSentences([problem]) } };
  }
  if (format !== undefined) yield { kind: "apps", origin: format, apps: withLines(apps, texts) };
  else if (isDocument && problems.length === 0) {
    yield* readUnknown(artifact.file, texts[artifact.file] ?? "", isNamed, options);
  }
}

/** Reads everything under some paths, one artifact after another; whatever cannot be read stops nothing else. */
export async function* readExports(
  paths: readonly string[],
  options: ExportOptions,
  terminal: Terminal,
): AsyncIterable<Step> {
  for (const path of paths) {
    const walk = await filesUnder(path, terminal);
    for (const sentence of walk.notes) yield { kind: "note", sentence };
    for (const unread of walk.unread) yield { kind: "unread", unread };
    const files = new Map(walk.files.map((found) => [found.path, found]));
    const name = nameOf(path);
    const isNamed = files.has(name);
    const found = artifactsIn([...files.keys()]);
    const named: Artifact = { kind: "document", file: name, paths: [name] };
    for (const found of walk.files.filter(({ path: file }) => isTable(file))) {
      yield* readTable(found, options.map, isNamed);
    }
    // In a folder a file of YAML may be anything; one that was named is profiles.
    const holdsProfiles = (file: string) => profileLines.test(file) || (isNamed && yaml.test(file));
    const isDocument = isNamed && found.length === 0 && !holdsProfiles(path) && !isTable(path);
    const artifacts = isDocument ? [named] : found;
    for (const artifact of artifacts) yield* readArtifact(artifact, files, isNamed, options);
    for (const { path: lines, read } of walk.files) {
      if (!holdsProfiles(lines)) continue;
      try {
        yield* profilesIn(lines, await read(), options);
      } catch (error) {
        yield { kind: "unread", unread: unreadBecause(lines, error) };
      }
    }
  }
}
