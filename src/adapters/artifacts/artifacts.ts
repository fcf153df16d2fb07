/**
 * Something that one adapter reads: a document, or the folder of a canvas app or of an agent, with the files that belong to it.
 *
 * @example
 * ```ts
 * import { type Artifact, artifactsIn } from "plimsoll/adapters";
 *
 * const [orders]: readonly Artifact[] = artifactsIn(["flows/orders.json"]);
 *
 * orders; // → { kind: "document", file: "flows/orders.json", paths: ["flows/orders.json"] }
 * ```
 */
export interface Artifact {
  readonly kind: "document" | "canvas-app" | "copilot-agent";
  /** What it is called by: the path of a document, or of a folder; empty where the folder is all there is. */
  readonly file: string;
  /** The files that belong to it. */
  readonly paths: readonly string[];
}

const plain = (path: string): string => path.replaceAll("\\", "/");

/** The folders that a path leads through, the outermost first; "" is the one that holds everything. */
function foldersOf(path: string): readonly string[] {
  const parts = plain(path).split("/").slice(0, -1);
  return ["", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))];
}

/** Finds folders by what stands in them: for each path, the outermost in which it stands. */
function within(paths: readonly string[], ...tails: readonly RegExp[]): (path: string) => string | undefined {
  const folders = new Set(
    paths.flatMap((path) =>
      tails.flatMap((tail) => {
        const match = tail.exec(plain(path));
        return match === null ? [] : [plain(path).slice(0, match.index).replace(/\/$/, "")];
      }),
    ),
  );
  return (path) => foldersOf(path).find((folder) => folders.has(folder));
}

/** Packed canvas apps, those with a manifest, and those that have formulas alone. */
const canvasTails = [
  /(?<=\.msapp)\//i,
  /(?:^|\/)CanvasManifest\.json$/i,
  /(?:^|\/)Src\/[^/]+\.(?:fx|pa)\.ya?ml$/i,
] as const;

/** Agents of a solution, or of a workspace, in which other agents may stand. */
const agentTails = [/(?:^|\/)bots\/[^/]+\/bot\.xml$/i, /(?:^|\/)(?:settings|agent)\.mcs\.ya?ml$/i] as const;

const isFlow = (path: string): boolean => /(?:^|\/)Workflows\/(?:[^/]+\/)?[^/]+\.json$/i.test(plain(path));

/**
 * Says what there is to read in a folder or an archive, by the paths in it: each canvas app and each agent with its files, and each document
 * of JSON that stands by itself. Flows of an agent's solution are documents, too, since an inventory knows them as apps of their own.
 *
 * @example
 * ```ts
 * import { artifactsIn } from "plimsoll/adapters";
 *
 * const paths = ["solution/CanvasApps/rooms.msapp/Src/Home.pa.yaml", "solution/Workflows/Remind.json", "solution/logo.png"];
 *
 * artifactsIn(paths).map(({ kind, file }) => [kind, file]);
 * // → [["canvas-app", "solution/CanvasApps/rooms.msapp"], ["document", "solution/Workflows/Remind.json"]]
 * ```
 */
export function artifactsIn(paths: readonly string[]): readonly Artifact[] {
  const canvasOf = within(paths, ...canvasTails);
  const agentOf = within(paths, ...agentTails);
  const folders = { "canvas-app": new Map<string, string[]>(), "copilot-agent": new Map<string, string[]>() };
  const documents: string[] = [];
  const put = (kind: keyof typeof folders, folder: string, path: string) => {
    const known = folders[kind].get(folder);
    if (known === undefined) folders[kind].set(folder, [path]);
    else known.push(path);
  };
  for (const path of paths) {
    const canvas = canvasOf(path);
    const agent = canvas === undefined ? agentOf(path) : undefined;
    if (canvas !== undefined) put("canvas-app", canvas, path);
    if (agent !== undefined) put("copilot-agent", agent, path);
    const isFree = canvas === undefined && (agent === undefined || isFlow(path));
    if (isFree && /\.json$/i.test(path)) documents.push(path);
  }
  const foldersAs = (kind: keyof typeof folders) =>
    [...folders[kind]].map(([file, own]): Artifact => ({ kind, file, paths: own }));
  return [
    ...foldersAs("canvas-app"),
    ...foldersAs("copilot-agent"),
    ...documents.map((path): Artifact => ({ kind: "document", file: path, paths: [path] })),
  ];
}
