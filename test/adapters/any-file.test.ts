import fc from "fast-check";
import { safeParseProfile } from "plimsoll";
import {
  type Adapted,
  detectFormat,
  fromCanvasApp,
  fromCopilotAgent,
  fromN8n,
  fromNodeRed,
  fromPowerAutomate,
  fromPowerPlatformInventory,
  fromProfile,
  mergeProfiles,
  type Place,
} from "plimsoll/adapters";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { draws } from "../prove/draws.js";
import { onSharedData, readFolder, readShared, sharedFiles, sharedFolders } from "./shared-data.js";

type Files = Readonly<Record<string, string>>;

interface Artifact {
  readonly name: string;
  readonly files: Files;
  readonly read: (files: Files) => readonly Adapted[];
}

const only = (files: Files): string => Object.values(files)[0] ?? "";

const documents = (folder: string, read: (text: string, file: string) => readonly Adapted[]): readonly Artifact[] =>
  sharedFiles(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({
      name: `${folder}/${file}`,
      files: { [file]: readShared(`${folder}/${file}`) },
      read: (files) => read(only(files), file),
    }));

const folders = (folder: string, read: (files: Files, name: string) => Adapted): readonly Artifact[] =>
  sharedFolders(folder).map((name) => ({
    name: `${folder}/${name}`,
    files: readFolder(`${folder}/${name}`),
    read: (files) => [read(files, name)],
  }));

const artifacts: readonly Artifact[] = [
  ...documents("n8n/files", (text, file) => [fromN8n(text, { file })]),
  ...documents("n8n/files-damaged", (text, file) => [fromN8n(text, { file })]),
  ...documents("power-automate/files", (text, file) => [fromPowerAutomate(text, { file })]),
  ...documents("node-red/files", (text, file) => [fromNodeRed(text, { file })]),
  ...documents("power-platform-inventory/files", (text, file) => fromPowerPlatformInventory(text, { file }).apps),
  ...folders("power-apps-canvas/apps", (files, file) => fromCanvasApp(files, { file })),
  ...folders("copilot-studio/files", (files, file) => fromCopilotAgent(files, { file, parseYaml: parse })),
];

/** Each file of an artifact as data, read once: as JSON, else as YAML; text where it is neither. */
function documentsOf(files: Files): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(files).map(([path, text]) => {
      const plain = text.replace(/^\uFEFF/, "");
      for (const read of [(text: string): unknown => JSON.parse(text), (text: string): unknown => parse(text)]) {
        try {
          return [path, read(plain)];
        } catch {
          // The next may read it.
        }
      }
      return [path, undefined];
    }),
  );
}

/** Whether a place is there: what its pointer leads to, or its line. */
function isThere(
  { file, pointer, line }: Place,
  { name, files }: Artifact,
  read: ReadonlyMap<string, unknown>,
): boolean {
  if (files[file] === undefined) return pointer === undefined && line === undefined && name.endsWith(file);
  if (line !== undefined) return line >= 1 && line <= files[file].split("\n").length;
  const keys = (pointer ?? "")
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  let value = read.get(file);
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}

onSharedData(
  "every file gives profiles that can be read, and every statement has evidence that leads to a place in the file",
  () => {
    expect(artifacts.length).toBeGreaterThan(150);
    for (const artifact of artifacts) {
      const read = documentsOf(artifact.files);
      for (const { profile, evidence, hints, unresolved, problems } of artifact.read(artifact.files)) {
        expect(safeParseProfile(profile), artifact.name).toMatchObject({ ok: true });
        const told = fromProfile(profile, { file: "" }).evidence.map(({ pointer }) => pointer);
        const proven = new Set(evidence.map(({ pointer }) => pointer));
        expect(
          told.filter((pointer) => !proven.has(pointer)),
          artifact.name,
        ).toEqual([]);
        const places = [...evidence, ...hints, ...unresolved]
          .map(({ at }) => at)
          .concat(problems.flatMap((problem) => problem.places));
        expect(
          places.filter((place) => !isThere(place, artifact, read)),
          artifact.name,
        ).toEqual([]);
      }
    }
  },
);

onSharedData("evidence tells what stands in the profile", () => {
  for (const artifact of artifacts) {
    for (const reading of artifact.read(artifact.files)) {
      const [alone] = mergeProfiles([reading]);
      const pick = ({ integrations = [], ...rest }: Adapted["profile"]) => ({
        integrations: integrations.length,
        automation: rest.automation?.ai,
        size: rest.size,
      });
      expect(alone && pick(alone.profile), artifact.name).toEqual(pick(reading.profile));
      expect(
        alone?.problems.filter(({ code }) => code === "contradiction"),
        artifact.name,
      ).toEqual([]);
    }
  }
});

onSharedData("no file is taken for one of another format", () => {
  const formats: Readonly<Record<string, string | undefined>> = {
    n8n: "n8n",
    "power-automate": "power-automate",
    "node-red": "node-red",
    "power-apps-canvas": "canvas-app",
    "copilot-studio": "copilot-agent",
  };
  for (const { name, files } of artifacts) {
    const format = formats[name.split("/")[0] ?? ""];
    if (format !== undefined)
      expect(detectFormat(Object.keys(files).length === 1 ? only(files) : files), name).toBe(format);
  }
  for (const file of ["flow-list.json", "flow-admin-get.json", "copilot-row.json"]) {
    expect(detectFormat(readShared(`power-platform-inventory/files/${file}`)), file).toBe("power-platform-inventory");
  }
  for (const file of sharedFiles("apps-script/files"))
    expect(detectFormat(readShared(`apps-script/files/${file}`)), file).toBeUndefined();
  for (const file of sharedFiles("make/files"))
    expect(detectFormat(readShared(`make/files/${file}`)), file).toBeUndefined();
});

/** Damage that befalls files: cut off, a part gone, a part doubled, letters changed. */
const damages: Readonly<Record<string, (text: string, at: number) => string>> = {
  "cut off": (text, at) => text.slice(0, at),
  "without a part": (text, at) => text.slice(0, at) + text.slice(at + 40),
  "with a part doubled": (text, at) => text.slice(0, at + 60) + text.slice(at),
  "with values of another type": (text, at) =>
    text.slice(0, at) + text.slice(at).replace(/"[^"]*"(?=\s*[,}\]])/, "[null,{}]"),
  "with keys of another name": (text, at) =>
    text.slice(0, at) + text.slice(at).replace(/"[^"]*"(?=\s*:)/, '"__proto__"'),
};

describe.each(Object.keys(damages))("files %s", (damage) => {
  onSharedData("throw nothing, and give profiles that can be read", () => {
    for (const artifact of artifacts) {
      for (const share of [0.1, 0.37, 0.5, 0.83, 0.99]) {
        const files = Object.fromEntries(
          Object.entries(artifact.files).map(([path, text]) => [
            path,
            damages[damage]?.(text, Math.floor(text.length * share)) ?? text,
          ]),
        );
        for (const { profile, problems } of artifact.read(files)) {
          expect(safeParseProfile(profile), artifact.name).toMatchObject({ ok: true });
          expect(problems.every(({ places }) => places.length > 0)).toBe(true);
        }
      }
    }
  });
});

const readers: Readonly<Record<string, (value: unknown) => readonly Adapted[]>> = {
  n8n: (value) => [fromN8n(value, { file: "a.json" })],
  "power-automate": (value) => [fromPowerAutomate(value, { file: "a.json" })],
  "node-red": (value) => [fromNodeRed(value, { file: "a.json" })],
  "power-platform-inventory": (value) => fromPowerPlatformInventory(value, { file: "a.json" }).apps,
  "canvas-app": (value) => [
    fromCanvasApp(
      {
        "DataSources/A.json": JSON.stringify(value) ?? "",
        "Src/A.fx.yaml": `A As screen:\n    X: =${JSON.stringify(value)}`,
      },
      { file: "a" },
    ),
  ],
  "copilot-agent": (value) => [
    fromCopilotAgent(
      {
        "settings.mcs.yml": JSON.stringify(value) ?? "",
        "actions/A.mcs.yml": `kind: TaskDialog\naction: ${JSON.stringify(value)}`,
      },
      { file: "a", parseYaml: parse },
    ),
  ],
};

const keys = [
  "nodes",
  "connections",
  "type",
  "parameters",
  "properties",
  "definition",
  "actions",
  "triggers",
  "inputs",
  "host",
  "name",
  "id",
  "kind",
  "x",
  "y",
  "wires",
  "main",
  "node",
  "connectionReferences",
  "operationId",
  "url",
  "method",
  "data",
  "Name",
  "Type",
  "ApiId",
  "settings",
  "pinData",
];

const texts = [
  "n8n-nodes-base.httpRequest",
  "n8n-nodes-base.slack",
  "n8n-nodes-base.webhook",
  "Request",
  "Http",
  "OpenApiConnection",
  "mysql",
  "inject",
  "http request",
  "function",
  "TaskDialog",
  "microsoft.powerapps/canvasapps",
  "ConnectedDataSourceInfo",
  "main",
  "GET",
  "={{ $json }}",
  "@parameters('$connections')['a']['connectionId']",
  "\uD800",
  "",
];

const likeAnArtifact = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom<unknown>(...texts, null, true, 0, -1, 1e308),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 6 }),
  ),
})).value;

test.each(Object.keys(readers))(
  "whatever JSON is handed in as %s, nothing is thrown, and a profile that can be read comes out",
  (format) => {
    fc.assert(
      fc.property(likeAnArtifact, (value) => {
        for (const { profile } of readers[format]?.(value) ?? [])
          expect(safeParseProfile(profile)).toMatchObject({ ok: true });
        expect(() => detectFormat(value)).not.toThrow();
      }),
      draws(300),
    );
  },
);
