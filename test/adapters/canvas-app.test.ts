import { type Adapted, connectors, extendConnectors, fromCanvasApp } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";

const api = (name: string) => `/providers/microsoft.powerapps/apis/shared_${name}`;

const table = (Name: string, connector: string) => ({
  Name,
  Type: "ConnectedDataSourceInfo",
  ApiId: api(connector),
  IsWritable: true,
});

const service = (Name: string, connector: string) => ({ Name, Type: "ServiceInfo", ApiId: api(connector) });

const sources = [
  table("Rooms", "sharepointonline"),
  table("Entries", "acmeledger"),
  { Name: "Accounts", Type: "NativeCDSDataSourceInfo" },
  { Name: "Basket", Type: "CollectionDataSourceInfo" },
  { Name: "Loose", Type: "ConnectedDataSourceInfo" },
  service("Office365Users", "office365users"),
  service("Mail", "office365"),
  service("Groups", "office365groups"),
  service("Ledger", "acmeledger"),
  service("Sap", "sap"),
  service("Writer", "azureopenai"),
  service("Approve", "logicflows"),
];

const source = { file: "app" };

/** An app of one screen with a formula, and of its data sources those that stand in the formula. */
const withFormula = (formula: string, more: object = {}): Adapted =>
  fromCanvasApp(
    {
      "DataSources/All.json": JSON.stringify(sources.filter(({ Name }) => formula.includes(Name))),
      "Src/Home.fx.yaml": `Home As screen:\n    OnVisible: =${formula}`,
    },
    { ...source, ...more },
  );

const integrationsOf = ({ profile }: Adapted) =>
  profile.integrations?.map(({ system, direction }) => [system, direction]);

const unresolvedOf = ({ unresolved }: Adapted) => unresolved.map(({ kind, what }) => [kind, what]);

describe("what a formula does to a data source", () => {
  const cases: readonly (readonly [formula: string, integrations: unknown, unresolved: unknown])[] = [
    ["Filter(Rooms, Free)", [["sharepointonline", "read"]], []],
    ["Patch(Rooms, Defaults(Rooms), {Title: 1})", [["sharepointonline", "write"]], []],
    ["RemoveIf(Rooms, Old); CountRows(Rooms)", [["sharepointonline", "bidirectional"]], []],
    ["Patch(Accounts, Defaults(Accounts), {Name: 1})", [["dataverse", "write"]], []],
    ['Notify("Patch(Rooms,") // Patch(Rooms,', undefined, [["unused-connection", "Rooms"]]],
    ["Collect(Basket, {Title: 1})", [], []],
    ["Patch(Loose, Defaults(Loose), {Title: 1})", [], []],
    ["Set(me, Office365Users.MyProfileV2())", [["office365users", "read"]], []],
    ["Mail.SendEmailV2(to, subject, body)", [["office365", "write"]], []],
    [
      "Groups.HttpRequest(address)",
      [["office365groups", undefined]],
      [["unknown-operation", "office365groups HttpRequest"]],
    ],
    ["Sap.CallSapFunction(name)", [["sap", undefined]], [["unknown-operation", "sap CallSapFunction"]]],
    ["Ledger.CreateEntry(1)", [["acmeledger", "write"]], [["unknown-connector", "acmeledger"]]],
    ["Ledger.Frobnicate(1); Ledger.Frobnicate(2)", [["acmeledger", undefined]], [["unknown-connector", "acmeledger"]]],
    ["First(Entries)", [["acmeledger", "read"]], [["unknown-connector", "acmeledger"]]],
    ["Approve.Run(1)", undefined, [["sub-flow", "Approve"]]],
    ["IsBlank(Approve)", undefined, [["sub-flow", "Approve"]]],
    ["Writer.Frobnicate(1)", [["azureopenai", "read"]], []],
  ];
  test.each(cases)("%s", (formula, integrations, unresolved) => {
    const app = withFormula(formula);
    expect(integrationsOf(app)).toEqual(integrations);
    expect(unresolvedOf(app)).toEqual(unresolved);
  });

  test("an operation that a formula writes otherwise than the connector is told by the table", () => {
    const { evidence } = withFormula("Set(me, Office365Users.MyProfileV2())");
    expect(evidence.find(({ pointer }) => pointer === "/integrations/0/direction")).toMatchObject({
      basis: "stated",
      at: { file: "Src/Home.fx.yaml", line: 2 },
    });
  });

  test("an operation whose verb says nothing does what its table says of such operations", () => {
    const add = [{ id: "acmeledger", title: "Acme Ledger", role: "system-of-record", otherwise: "create" }] as const;
    const ours = extendConnectors(connectors, { powerPlatform: { add } });
    expect(integrationsOf(withFormula("Ledger.Frobnicate(1)", { connectors: ours }))).toEqual([
      ["acmeledger", "write"],
    ]);
  });

  test("a form is written where it is submitted, and a form on a flow or on nothing reaches no system", () => {
    const submitted = (dataSource: string) =>
      fromCanvasApp(
        {
          "DataSources/All.json": JSON.stringify(sources.filter(({ Name }) => dataSource.includes(Name))),
          "Src/Home.fx.yaml": [
            "Home As screen:",
            "    Form1 As form:",
            `        DataSource: =${dataSource}`,
            "    Button1 As button:",
            "        OnSelect: =SubmitForm(Form1)",
          ].join("\n"),
        },
        source,
      );
    expect(integrationsOf(submitted("Rooms"))).toEqual([["sharepointonline", "bidirectional"]]);
    expect(integrationsOf(submitted("'Rooms'"))).toEqual([["sharepointonline", "bidirectional"]]);
    expect(integrationsOf(submitted("Basket"))).toEqual([]);
    expect(integrationsOf(submitted("Approve"))).toBeUndefined();
  });
});

describe("what a model does in an app", () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    ["answers, where a formula asks one", "Writer.Chat(1)", "answers"],
    ["nothing, where nothing can hide one", "Filter(Rooms, Free)", "none"],
    ["is not known, where a flow runs", "Approve.Run(1)", undefined],
  ];
  test.each(cases)("it %s", (_, formula, expected) => {
    expect(withFormula(formula).profile.automation?.ai).toBe(expected);
  });
});

describe("without formulas", () => {
  const app = fromCanvasApp(
    {
      "DataSources/All.json": JSON.stringify({
        DataSources: [table("Rooms", "sharepointonline"), service("Approve", "logicflows")],
      }),
    },
    source,
  );

  test("systems are told, and nothing of directions or of models", () => {
    expect(integrationsOf(app)).toEqual([["sharepointonline", undefined]]);
    expect(app.profile.partial).toContain("/integrations");
    expect(app.profile.automation).toBeUndefined();
    expect(unresolvedOf(app)).toEqual([
      ["unused-connection", "Rooms"],
      ["unused-connection", "Approve"],
    ]);
  });

  test("nobody can say that there is no code, no raw request and no secret", () => {
    expect(app.profile.extensions).toEqual({ artifact: { formats: ["canvas-app"] } });
  });
});

describe("what connections name", () => {
  const connected = (connection: object, formula: string) =>
    fromCanvasApp(
      {
        "Connections/Connections.json": JSON.stringify({ a: connection, b: { dataSources: ["Nothing"] } }),
        "Src/Home.pa.yaml": `Screens:\n  Home:\n    Properties:\n      OnVisible: =${formula}\n`,
      },
      source,
    );
  const id = api("sharepointonline");
  const cases: readonly (readonly [string, object, string])[] = [
    ["by their data sources", { connectionRef: { id }, dataSources: ["Rooms"] }, "First(Rooms)"],
    ["else by their name", { connectionRef: { id, displayName: "SharePoint" } }, "SharePoint.GetItems(1)"],
    ["else by their connector", { connectionRef: { id } }, "sharepointonline.GetItems(1)"],
  ];
  test.each(cases)("%s", (_, connection, formula) => {
    const app = connected(connection, formula);
    expect(integrationsOf(app)).toEqual([["sharepointonline", "read"]]);
    expect(app.unresolved).toEqual([]);
  });
});

describe("how many screens there are at least", () => {
  const cases: readonly (readonly [string, string, number | undefined])[] = [
    ["of the older form", "Home As screen:\n\nDetail As screen:\n", 2],
    ["of the newer form", "Screens:\n  Home:\n    Children:\n  Detail:\n", 2],
    ["of the newer form, with more after them", "Screens:\n  Home:\n    Properties:\nEditorState:\n  Order:\n", 1],
    ["of the newer form, with none in it", "Screens:\n", undefined],
    ["of neither form", "App As appinfo:\n", undefined],
  ];
  test.each(cases)("%s", (_, text, count) => {
    const { profile } = fromCanvasApp({ "Src/App.pa.yaml": text }, source);
    expect(profile.size).toEqual(count === undefined ? undefined : { atLeast: count });
    expect(profile.entrances).toEqual(count === undefined ? undefined : [{ kind: "screen" }]);
    expect(profile.automation?.triggers).toEqual(count === undefined ? undefined : ["person"]);
  });
});

describe("what the manifest tells", () => {
  const home = { "Src/App.fx.yaml": "App As appinfo:\n" };
  const read = (manifest: object, more: object = {}) =>
    fromCanvasApp({ ...home, "CanvasManifest.json": JSON.stringify(manifest) }, { ...source, ...more }).profile;
  const properties = { Name: "rooms.msapp", Id: "7", AppDescription: "Books  rooms" };

  test("its name as published, its id, what it is for", () => {
    expect(read({ PublishInfo: { AppName: "Rooms" }, Properties: properties })).toMatchObject({
      name: "Rooms",
      id: "7",
      description: "Books rooms",
    });
    expect(read({ Properties: properties }).name).toBe("rooms.msapp");
  });

  test("without them the name of the file counts, and nothing is made up", () => {
    const profile = read({});
    expect([profile.name, profile.id, profile.description, profile.parts]).toEqual([
      "app",
      "app",
      undefined,
      undefined,
    ]);
    expect(fromCanvasApp(home, source).profile.name).toBe("app");
  });

  test("a name and an id that are handed in come before them", () => {
    expect(read({ Properties: properties }, { id: "rooms", name: "Meeting rooms" })).toMatchObject({
      id: "rooms",
      name: "Meeting rooms",
    });
  });

  test("components of others are a part", () => {
    expect(read({ Properties: { ContainsThirdPartyPcfControls: true } }).parts).toEqual([
      { kind: "components", origin: "marketplace" },
    ]);
  });
});

test("a folder that is no canvas app is told", () => {
  const { profile, problems } = fromCanvasApp({ "README.md": "" }, source);
  expect(problems.map(({ code }) => code)).toEqual(["wrong-type"]);
  expect(profile).toEqual({ id: "app", name: "app" });
});
