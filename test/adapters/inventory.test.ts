import { type Adapted, connectors, extendConnectors, fromPowerPlatformInventory } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";

const file = "rows.json";

const read = (row: object): Adapted => {
  const { apps, problems } = fromPowerPlatformInventory([row], { file });
  expect(problems).toEqual([]);
  const [app] = apps;
  if (app === undefined) throw new Error("The row was not read.");
  return app;
};

/** A row of the kit's table of apps. */
const kit = (cells: object) => read({ admin_appidstring: "a", admin_displayname: "Rooms", ...cells });

/** A row of the resource graph or of an admin interface. */
const resource = (properties: object, type = "microsoft.powerapps/canvasapps") => read({ name: "a", type, properties });

const agentType = "microsoft.copilotstudio/agents";
const flowType = "microsoft.powerautomate/cloudflows";

describe("what a row is about", () => {
  const cases: readonly (readonly [string, object, string, string])[] = [
    ["a canvas app", { type: "microsoft.powerapps/canvasapps" }, "app", "Power Apps"],
    ["a flow", { type: "Microsoft.ProcessSimple/environments/flows" }, "flow", "Power Automate"],
    ["an agent", { type: agentType }, "agent", "Copilot Studio"],
    ["an app of the lake", { type: "Model Driven App" }, "app", "Power Apps"],
    ["a flow of the lake", { type: "Cloud flow" }, "flow", "Power Automate"],
    ["an app of the kit", { admin_appid: "a" }, "app", "Power Apps"],
    ["an exported app, by a label", { AppIDString: "a" }, "app", "Power Apps"],
    ["a flow of the kit", { admin_flowid: "a" }, "flow", "Power Automate"],
    ["an agent of the kit", { admin_pvaid: "a" }, "agent", "Copilot Studio"],
    ["an agent of Dataverse", { botid: "a" }, "agent", "Copilot Studio"],
  ];
  test.each(cases)("%s", (_, row, kind, platform) => {
    expect(read(row).profile).toMatchObject({ kind, platform });
  });

  test("a row of something else is a problem with its place", () => {
    const { apps, problems } = fromPowerPlatformInventory(
      { value: [{ type: "microsoft.powerplatform/environments", properties: {} }] },
      { file },
    );
    expect(apps).toEqual([]);
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([["unknown-value", "/value/0"]]);
  });
});

describe("what is no inventory", () => {
  const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
    ["an answer without rows is an inventory of nothing", { totalRecords: 0, data: [] }, []],
    ["so is its text", '{"totalRecords":0,"data":[]}', []],
    ["a number is told", 12, ["wrong-type"]],
    ["the text of a number as well", "12", ["wrong-type"]],
    ["nothing is told", null, ["wrong-type"]],
    ["a text that is cut off is told once", '[{"name":', ["not-json"]],
  ];
  test.each(cases)("%s", (_, input, codes) => {
    const { apps, problems } = fromPowerPlatformInventory(input, { file });
    expect([apps, problems.map(({ code }) => code)]).toEqual([[], codes]);
  });
});

describe("what a cell tells", () => {
  const dates: readonly (readonly [string, unknown, string | undefined])[] = [
    ["a day", "2024-02-29", "2024-02-29"],
    ["a time", "2024-02-29T09:00:00Z", "2024-02-29"],
    ["a time after a blank", "2024-02-29 09:00", "2024-02-29"],
    ["a day that the calendar does not have", "2023-02-29", undefined],
    ["a month that it does not have", "2023-13-01", undefined],
    ["the date that stands for none", "0001-01-01T00:00:00Z", undefined],
    ["a number", 20240229, undefined],
    ["an empty cell", "", undefined],
  ];
  test.each(dates)("last use: %s", (_, cell, expected) => {
    expect(kit({ admin_applastlaunchedon: cell }).profile.lifecycle?.lastUsedOn).toBe(expected);
  });

  const shares: readonly (readonly [string, unknown, number | undefined])[] = [
    ["a number", 40, 40],
    ["the text of a number", " 40 ", 40],
    ["none, which does not count the owner", 0, undefined],
    ["less than none", -1, undefined],
    ["a part of one", 1.5, undefined],
    ["words", "many", undefined],
    ["a cell that holds more than one value", [40], undefined],
  ];
  test.each(shares)("shared with: %s", (_, cell, expected) => {
    const { audience } = kit({ "App Shared Users": cell }).profile;
    expect(audience?.canOpen).toEqual(expected === undefined ? undefined : { atLeast: expected });
  });

  const flags: readonly (readonly [string, unknown, string | undefined])[] = [
    ["true", true, "organisation"],
    ["the word for it", "Yes", "organisation"],
    ["false, which says nothing of how far it reaches", false, undefined],
    ["no", "No", undefined],
    ["an empty cell", "", undefined],
    ["something that is no cell", { toString: 1, valueOf: 1 }, undefined],
    ["a word that every object has", "constructor", undefined],
  ];
  test.each(flags)("shared with the tenant: %s", (_, cell, expected) => {
    expect(kit({ "Shared With Tenant": cell }).profile.audience?.reach).toBe(expected);
  });

  const environments: readonly (readonly [string, object, string | undefined])[] = [
    ["the default one, by its id", { environmentId: "Default-e1dd4023" }, "default"],
    [
      "the default one, by the id of its resource",
      { environment: { id: "/environments/Default-e1dd4023" } },
      "default",
    ],
    ["another id, of which nobody knows the kind", { environmentId: "e1dd4023" }, undefined],
    ["a number, which is no id", { environmentId: 7 }, undefined],
  ];
  test.each(environments)("environment: %s", (_, properties, expected) => {
    expect(resource(properties).profile.operation?.environment).toBe(expected);
  });

  const skus: readonly (readonly [string, string | undefined])[] = [
    ["Default", "default"],
    ["Developer", "personal"],
    ["Teams", "team"],
    ["[Not Available]", undefined],
  ];
  test.each(skus)("kind of environment: %s", (cell, expected) => {
    expect(kit({ EnvironmentType: cell }).profile.operation?.environment).toBe(expected);
  });

  test.each(["N/A", "Unknown", "[Manual Check Required]", "--", "None Specified", ""])(
    "%j in a cell means that nobody knows",
    (cell) => {
      const { profile } = kit({ "App Description": cell, "Data Classification": cell });
      expect([profile.description, profile.data]).toEqual([undefined, undefined]);
    },
  );

  test("what the organisation calls its data is a label, by the word and never by the bare number", () => {
    const formatted = "admin_requirement_6@OData.Community.Display.V1.FormattedValue";
    const { profile, evidence } = kit({ admin_requirement_6: 2, [formatted]: "Confidential" });
    expect([profile.data, profile.partial]).toEqual([[{ label: "Confidential" }], ["/data"]]);
    expect(evidence.find(({ pointer }) => pointer === "/data/0/label")?.at).toEqual({
      file,
      pointer: `/0/${formatted}`,
    });
    expect(kit({ admin_requirement_6: 2 }).profile.data).toBeUndefined();
    expect(kit({ [formatted]: " ", "Data Classification": "Internal" }).profile.data).toEqual([{ label: "Internal" }]);
  });

  test("that an app is in quarantine, or not, is told where a cell says so", () => {
    const quarantined = ({ profile }: Adapted) => profile.extensions?.artifact;
    expect(quarantined(kit({ admin_quarantineapp: true }))).toEqual({ quarantined: true });
    expect(quarantined(resource({ isQuarantined: false }))).toEqual({ quarantined: false });
    expect(quarantined(kit({ "Quarantine App": "perhaps" }))).toBeUndefined();
  });

  test("an id and a name that are handed in come before those of the row", () => {
    const row = { admin_appidstring: "a", admin_displayname: "Rooms" };
    const [app] = fromPowerPlatformInventory([row], { file, id: "rooms", name: "Meeting rooms" }).apps;
    expect([app?.profile.id, app?.profile.name]).toEqual(["rooms", "Meeting rooms"]);
  });
});

describe("what a row only suggests is a question", () => {
  const builder = "/ownership/builderPresent";
  const understood = "/ownership/understoodBy";
  const cases: readonly (readonly [string, Adapted, readonly string[]])[] = [
    ["an owner", kit({ _admin_appowner_value: "7" }), [builder]],
    ["an owner who made it", resource({ ownerId: "7A", createdBy: "7a" }), [builder]],
    ["an owner who did not make it", resource({ ownerId: "7", createdBy: "8" }), [builder, understood]],
    ["a maker, where no owner is told", resource({ createdBy: "8" }), []],
    ["an owner without anything in it", resource({ owner: null }), []],
    ["groups", resource({ sharedGroupsCount: 1 }), ["/audience/canOpen"]],
    ["no groups", resource({ sharedGroupsCount: 0 }), []],
    ["groups, as a text", kit({ "App Shared Groups": "2" }), ["/audience/canOpen"]],
    ["something else than a number of groups", kit({ "App Shared Groups": { valueOf: 1, toString: 1 } }), []],
    ["guests", kit({ admin_appsharedguestuser: true }), ["/audience/outsideUsers"]],
    ["guests, in a word", kit({ admin_appsharedguesteditor: "Yes" }), ["/audience/outsideUsers"]],
    ["guests, as a number", kit({ admin_appsharedguestowner: 2 }), ["/audience/outsideUsers"]],
    [
      "guests after columns without any",
      kit({ admin_appsharedguestuser: 0, admin_appsharedguesteditor: false, admin_appsharedguestowner: "1" }),
      ["/audience/outsideUsers"],
    ],
    ["guests of a flow", read({ admin_flowid: "a", admin_flowsharedguestowner: 1 }), ["/audience/outsideUsers"]],
    [
      "no guests",
      kit({ admin_appsharedguestuser: "0", admin_appsharedguesteditor: "No", admin_appsharedguestowner: "" }),
      [],
    ],
  ];
  test.each(cases)("%s", (_, { hints }, pointers) => {
    expect(hints.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe("whether one has to sign in to an agent", () => {
  const cases: readonly (readonly [string, Adapted, unknown])[] = [
    ["None", resource({ authentication: "None" }, agentType), [{ kind: "agent", admits: "anybody" }]],
    ["another way", resource({ authentication: "Integrated" }, agentType), [{ kind: "agent" }]],
    ["1 in a row of Dataverse", read({ botid: "a", authenticationmode: 1 }), [{ kind: "agent", admits: "anybody" }]],
    ["1 as a text", read({ botid: "a", authenticationmode: "1" }), [{ kind: "agent", admits: "anybody" }]],
    ["2 in a row of Dataverse", read({ botid: "a", authenticationmode: 2 }), [{ kind: "agent" }]],
    ["a cell without anything in it", read({ botid: "a", authenticationmode: null }), undefined],
    ["no cell for it", read({ botid: "a" }), undefined],
    ["a row of an app", resource({ authentication: "None" }), undefined],
  ];
  test.each(cases)("%s", (_, { profile }, expected) => {
    expect(profile.entrances).toEqual(expected);
  });
});

const integrationsOf = ({ profile }: Adapted) =>
  profile.integrations?.map(({ system, direction, identity }) => [system, direction, identity]);

const unresolvedOf = ({ unresolved }: Adapted) => unresolved.map(({ kind, what }) => [kind, what]);

describe("the systems of a row of an admin interface", () => {
  const reference = (name: string, more: object = {}) => ({
    id: `/providers/Microsoft.PowerApps/apis/shared_${name}`,
    ...more,
  });
  const flow = (connectionReferences: object, actions: readonly object[], triggers: readonly object[] = []) =>
    resource({ connectionReferences, definitionSummary: { triggers, actions } }, flowType);
  const act = (swaggerOperationId: string) => ({ type: "OpenApiConnection", swaggerOperationId });

  const cases: readonly (readonly [string, Adapted, unknown, unknown])[] = [
    [
      "connectors of an app, of which no operation is named",
      resource({ connectionReferences: { a: reference("sharepointonline"), b: reference("logicflows") } }),
      [["sharepointonline", undefined, undefined]],
      [],
    ],
    [
      "an operation that one of the connectors knows",
      flow({ a: reference("sharepointonline", { source: "Invoker" }), b: reference("teams") }, [act("PatchItem")]),
      [
        ["sharepointonline", "write", "user"],
        ["teams", undefined, undefined],
      ],
      [],
    ],
    [
      "an operation of the only connector, read by its verb",
      flow({ a: reference("acmeledger") }, [act("CreateEntry")]),
      [["acmeledger", "write", undefined]],
      [["unknown-connector", "acmeledger"]],
    ],
    [
      "an operation that two connectors know",
      flow({ a: reference("sharepointonline"), b: reference("dataverse") }, [act("PostItem")]),
      [
        ["sharepointonline", undefined, undefined],
        ["dataverse", undefined, undefined],
      ],
      [],
    ],
    [
      "two connections to one connector, which are one system and may use different rights",
      flow(
        {
          a: reference("sharepointonline", { source: "Embedded" }),
          b: reference("sharepointonline", { source: "Invoker" }),
        },
        [act("PatchItem")],
      ),
      [["sharepointonline", "write", undefined]],
      [],
    ],
    [
      "an operation that nobody knows, with two connectors",
      flow({ a: reference("sharepointonline"), b: reference("teams") }, [act("CreateEntry")]),
      [
        ["sharepointonline", undefined, undefined],
        ["teams", undefined, undefined],
      ],
      [],
    ],
    ["an operation without any connector", flow({}, [act("CreateEntry")]), undefined, []],
  ];
  test.each(cases)("%s", (_, app, expected, unresolved) => {
    expect(integrationsOf(app)).toEqual(expected);
    expect(unresolvedOf(app)).toEqual(unresolved);
    if (expected !== undefined) expect(app.profile.partial).toContain("/integrations");
  });

  test("a trigger starts work in the system that it reads, and what has no type starts nothing", () => {
    const app = flow(
      { a: reference("sharepointonline") },
      [],
      [{ type: "OpenApiConnection", swaggerOperationId: "GetOnNewItems" }, { kind: "Http" }],
    );
    expect(app.profile.automation?.triggers).toEqual(["event"]);
    expect(app.profile.integrations).toMatchObject([
      { system: "sharepointonline", direction: "read", eventDriven: true },
    ]);
  });

  test("a button whose flow answers is called by other flows", () => {
    const summary = (actions: readonly object[]) =>
      resource({ definitionSummary: { triggers: [{ type: "Request", kind: "Button" }], actions } }, flowType).profile
        .automation?.triggers;
    expect(summary([{ type: "Response" }])).toEqual(["request"]);
    expect(summary([{ swaggerOperationId: "GetItems" }])).toEqual(["person"]);
  });
});

describe("the systems of a row of the resource graph", () => {
  const graph = (properties: object, tables = connectors) => {
    const [app] = fromPowerPlatformInventory([{ name: "a", type: flowType, properties }], {
      file,
      connectors: tables,
    }).apps;
    if (app === undefined) throw new Error("The row was not read.");
    return app;
  };
  const named = (name: string, ...operationIds: readonly (string | undefined)[]) => ({
    connectorId: `/providers/Microsoft.PowerApps/apis/shared_${name}`,
    operations: operationIds.map((operationId) => ({ operationId })),
  });
  const listing = (...powerPlatformConnectors: readonly object[]) => graph({ powerPlatformConnectors });
  const cases: readonly (readonly [string, Adapted, unknown, unknown])[] = [
    [
      "operations",
      listing(named("dataverse", "ListRecords", "DeleteRecord")),
      [["dataverse", "bidirectional", undefined]],
      [],
    ],
    ["a connector without operations", listing(named("dataverse")), [["dataverse", undefined, undefined]], []],
    ["an operation without a name", listing(named("dataverse", undefined)), [["dataverse", undefined, undefined]], []],
    [
      "an operation that nobody knows",
      listing(named("dataverse", "Frobnicate")),
      [["dataverse", undefined, undefined]],
      [["unknown-operation", "dataverse Frobnicate"]],
    ],
    [
      "a connector that nobody knows",
      listing(named("acmeledger", "GetEntry", "Frobnicate")),
      [["acmeledger", undefined, undefined]],
      [["unknown-connector", "acmeledger"]],
    ],
    ["a connector without an id", listing({ operations: [{ operationId: "ListRecords" }] }), undefined, []],
    ["what starts it", graph({ trigger: { connectorId: "shared_office365" } }), [["office365", "read", undefined]], []],
  ];
  test.each(cases)("%s", (_, app, expected, unresolved) => {
    expect(integrationsOf(app)).toEqual(expected);
    expect(unresolvedOf(app)).toEqual(unresolved);
  });

  test("a table of one's own explains a connector of one's own", () => {
    const add = [
      { id: "acmeledger", title: "Acme Ledger", role: "system-of-record", does: { pay: "Frobnicate" } },
    ] as const;
    const app = graph(
      { powerPlatformConnectors: [named("acmeledger", "Frobnicate")] },
      extendConnectors(connectors, { powerPlatform: { add } }),
    );
    expect(app.profile.integrations?.[0]?.operations).toEqual(["pay"]);
    expect(app.unresolved).toEqual([]);
  });
});
