import { safeParseProfile } from "plimsoll";
import { type Artifact, artifactsIn, fromArtifact } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { onSharedData, readShared, sharedFiles } from "./shared-data.js";

const kindsIn = (paths: readonly string[]) =>
  artifactsIn(paths).map(({ kind, file, paths: own }) => [kind, file, own.length]);

describe("what there is to read in a folder", () => {
  const folders: readonly (readonly [title: string, paths: readonly string[], found: unknown])[] = [
    [
      "a document stands by itself",
      ["a.json", "b/c.JSON"],
      [
        ["document", "a.json", 1],
        ["document", "b/c.JSON", 1],
      ],
    ],
    ["what is no document is left alone", ["logo.png", "readme.md", "a.js"], []],
    [
      "whatever a document is called: what it is, it says itself",
      ["solution.json"],
      [["document", "solution.json", 1]],
    ],
    [
      "a canvas app is its folder",
      ["rooms/CanvasManifest.json", "rooms/Src/Home.fx.yaml", "rooms/DataSources/Rooms.json", "rooms2/a.json"],
      [
        ["canvas-app", "rooms", 3],
        ["document", "rooms2/a.json", 1],
      ],
    ],
    ["and the folder may be all there is", ["CanvasManifest.json", "Src/App.pa.yaml"], [["canvas-app", "", 2]]],
    ["it may have formulas alone", ["git/rooms/Src/App.pa.yaml"], [["canvas-app", "git/rooms", 1]]],
    [
      "a packed one is an app without formulas, too",
      ["s.zip/CanvasApps/rooms.msapp/Properties.json", "s.zip/CanvasApps/rooms.msapp/Controls/1.json"],
      [["canvas-app", "s.zip/CanvasApps/rooms.msapp", 2]],
    ],
    [
      "an agent of a solution has all of it but the canvas apps, and its flows stand by themselves as well",
      [
        "s/bots/helper/bot.xml",
        "s/bots/helper/configuration.json",
        "s/Workflows/Look.json",
        "s/customizations.xml",
        "s/CanvasApps/rooms.msapp/Properties.json",
      ],
      [
        ["canvas-app", "s/CanvasApps/rooms.msapp", 1],
        ["copilot-agent", "s", 4],
        ["document", "s/Workflows/Look.json", 1],
      ],
    ],
    [
      "agents inside a workspace belong to it",
      ["w/settings.mcs.yml", "w/agent.mcs.yml", "w/agents/inner/agent.mcs.yml", "w/.mcs/conn.json"],
      [["copilot-agent", "w", 4]],
    ],
    [
      "paths of Windows are paths",
      ["rooms\\CanvasManifest.json", "rooms\\Src\\App.fx.yaml"],
      [["canvas-app", "rooms", 2]],
    ],
  ];
  test.each(folders)("%s", (_, paths, found) => {
    expect(kindsIn(paths)).toEqual(found);
  });
});

const read = (texts: Readonly<Record<string, string>>) =>
  artifactsIn(Object.keys(texts)).map((artifact) => fromArtifact(artifact, texts, { parseYaml: parse }));

describe("reading what is there", () => {
  const workflow = (name: string) => ({
    name,
    nodes: [{ type: "n8n-nodes-base.slack", name: "Tell", parameters: {} }],
    connections: {},
  });

  test("every workflow of an export is an app, and its evidence leads to it", () => {
    const texts = { "all.json": JSON.stringify([workflow("One"), workflow("Two")]) };
    const [reading] = read(texts);
    expect(reading?.format).toBe("n8n");
    expect(reading?.problems).toEqual([]);
    expect(reading?.apps.map(({ profile, problems }) => [profile.name, problems])).toEqual([
      ["One", []],
      ["Two", []],
    ]);
    const named = reading?.apps.flatMap(({ evidence }) => evidence.filter(({ pointer }) => pointer === "/name"));
    expect(named?.map(({ at }) => at)).toEqual([
      { file: "all.json", pointer: "/0/name" },
      { file: "all.json", pointer: "/1/name" },
    ]);
  });

  test("what is of no format says nothing, and what is cut off says where", () => {
    expect(read({ "menu.json": '{ "soup": "leek" }' })).toEqual([{ format: undefined, apps: [], problems: [] }]);
    const [reading] = read({ "cut.json": '{\n "nodes": [' });
    expect(reading?.apps).toEqual([]);
    expect(reading?.problems.map(({ code, places }) => [code, places])).toEqual([
      ["not-json", [{ file: "cut.json", pointer: "" }]],
    ]);
  });

  test("rows one after another are an inventory", () => {
    const row = (id: string) => JSON.stringify({ resourceId: id, type: "Canvas App", name: `App ${id}` });
    const [reading] = read({ "lake.json": `${row("a")}\n${row("b")}` });
    expect([reading?.format, reading?.apps.map(({ profile }) => profile.name)]).toEqual([
      "power-platform-inventory",
      ["App a", "App b"],
    ]);
  });

  test("a packed app is named as it was published", () => {
    const texts = {
      "r.msapp/Properties.json": JSON.stringify({ Name: "1234.msapp", Id: "2b1a" }),
      "r.msapp/Resources/PublishInfo.json": JSON.stringify({ AppName: "Rooms" }),
      "r.msapp/Src/App.pa.yaml": "Screens:\n",
    };
    expect(read(texts)[0]?.apps.map(({ profile }) => [profile.id, profile.name])).toEqual([["2b1a", "Rooms"]]);
  });

  test("a file that was named and is not there has nothing in it", () => {
    const gone: Artifact = { kind: "document", file: "gone.json", paths: ["gone.json"] };
    expect(fromArtifact(gone, {}, { parseYaml: parse }).problems.map(({ code }) => code)).toEqual(["not-json"]);
    const polluted: Artifact = { kind: "document", file: "__proto__", paths: ["__proto__"] };
    expect(fromArtifact(polluted, {}, { parseYaml: parse }).apps).toEqual([]);
  });
});

onSharedData(
  "all real files at once are the artifacts that they are labelled as, and each app can be read back",
  () => {
    const of = [
      "n8n/files",
      "power-automate/files",
      "node-red/files",
      "power-apps-canvas/apps",
      "copilot-studio/files",
    ];
    const texts = Object.fromEntries(
      of.flatMap((folder) => sharedFiles(folder).map((file) => [`${folder}/${file}`, readShared(`${folder}/${file}`)])),
    );
    const formats: Record<string, number> = {};
    for (const { format, apps } of read(texts)) {
      for (const { profile } of apps) {
        formats[format ?? ""] = (formats[format ?? ""] ?? 0) + 1;
        expect(safeParseProfile(profile)).toMatchObject({ ok: true });
      }
    }
    const folders = (of: string) => new Set(sharedFiles(of).map((file) => file.split("/")[0])).size;
    const jsonIn = (of: string) => sharedFiles(of).filter((file) => file.endsWith(".json")).length;
    expect(formats).toMatchObject({
      n8n: jsonIn("n8n/files"),
      "node-red": jsonIn("node-red/files"),
      "canvas-app": folders("power-apps-canvas/apps"),
      "copilot-agent": folders("copilot-studio/files"),
    });
  },
);
