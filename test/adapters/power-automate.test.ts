import { type Adapted, connectors, extendConnectors, fromPowerAutomate } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";

const source = { file: "flow.json" };

const flowOf = (actions: object, more: object = {}, triggers: object = {}) => ({
  properties: { definition: { triggers, actions }, ...more },
});

const read = (actions: object, more: object = {}, triggers: object = {}): Adapted =>
  fromPowerAutomate(flowOf(actions, more, triggers), source);

const systemsOf = ({ profile }: Adapted) => profile.integrations?.map(({ system, direction }) => [system, direction]);

const unresolvedOf = ({ unresolved }: Adapted) => unresolved.map(({ kind, what }) => [kind, what]);

const artifactOf = ({ profile }: Adapted) => profile.extensions?.artifact;

/** An action of today. */
const act = (apiId: string, operationId: string, parameters: object = {}) => ({
  type: "OpenApiConnection",
  inputs: { host: { apiId: `/apis/shared_${apiId}`, operationId }, parameters },
});

/** An action of an older export, which names a path and no operation. */
const older = (apiId: string, method: string, path: string, more: object = {}) => ({
  type: "ApiConnection",
  inputs: { host: { apiId: `/apis/shared_${apiId}` }, method, path, ...more },
});

describe("what an operation does", () => {
  const sql = "ExecutePassThroughNativeQuery_V2";
  const cases: readonly (readonly [string, object, unknown, unknown])[] = [
    [
      "a request whose method is worked out",
      act("sharepointonline", "HttpRequest", { "parameters/method": "@a" }),
      undefined,
      ["unknown-operation", "sharepointonline HttpRequest"],
    ],
    ["SQL that reads", act("sql", sql, { "query/query": "select 1" }), "read", undefined],
    ["SQL that writes", act("sql", sql, { "query/query": "delete from a" }), "write", undefined],
    [
      "SQL whose first word every object has",
      act("sql", sql, { "query/query": "constructor" }),
      undefined,
      ["unknown-operation", `sql ${sql}`],
    ],
    ["SQL that is not there", act("sql", sql), undefined, ["unknown-operation", `sql ${sql}`]],
    [
      "a function that may do either",
      act("sap", "CallSapFunction"),
      undefined,
      ["unknown-operation", "sap CallSapFunction"],
    ],
    ["a method of an older export", older("sharepointonline", "get", "/datasets/a"), "read", undefined],
    [
      "a method that is worked out",
      older("sharepointonline", "@a", "/datasets/a"),
      undefined,
      ["unknown-operation", "sharepointonline"],
    ],
    [
      "a method that every object has",
      older("sharepointonline", "constructor", "/datasets/a"),
      undefined,
      ["unknown-operation", "sharepointonline"],
    ],
    ["an older export that posts to a model", older("azureopenai", "post", "/deployments/a"), "read", undefined],
    [
      "an older request, by its method inside",
      older("sharepointonline", "post", "/datasets/a/httprequest", { body: { method: "GET" } }),
      "read",
      undefined,
    ],
    ["an older mail, by the table", older("office365", "post", "/v2/Mail"), "write", undefined],
  ];
  test.each(cases)("%s", (_, action, direction, unresolved) => {
    const reading = read({ A: action });
    expect(reading.profile.integrations?.map((each) => each.direction)).toEqual([direction]);
    expect(unresolvedOf(reading)).toEqual(unresolved === undefined ? [] : [unresolved]);
  });

  test.each([
    ["request", { body: { method: "DELETE" } }, "write"],
    ["sql", { parameters: { query: "select 1" } }, "read"],
    ["unknown", {}, undefined],
  ])("a table may say of an older path that it is %s", (doing, more, direction) => {
    const does = { [doing]: "post:/run" };
    const add = [{ id: "acmeledger", title: "Acme Ledger", role: "system-of-record", does }] as const;
    const ours = extendConnectors(connectors, { powerPlatform: { add } });
    const flow = flowOf({ A: older("acmeledger", "post", "/run", more) });
    expect(systemsOf(fromPowerAutomate(flow, { ...source, connectors: ours }))).toEqual([["acmeledger", direction]]);
  });
});

describe("the connector of an action", () => {
  const through = (host: object, connectionReferences: object = {}) =>
    read(
      { A: { type: "OpenApiConnection", inputs: { host: { operationId: "GetItems", ...host } } } },
      { connectionReferences },
    );
  const named = (name: string) => ({ api: { name } });
  const cases: readonly (readonly [string, Adapted, unknown, unknown])[] = [
    [
      "by the key of a connection",
      through({ connectionName: "a" }, { a: named("shared_sharepointonline") }),
      ["sharepointonline"],
      [],
    ],
    [
      "by a key that says it, where no connection has it",
      through({ connectionName: "shared_sharepointonline_1" }),
      ["sharepointonline"],
      [],
    ],
    [
      "in an expression",
      through({ connection: { name: "@parameters('$connections')['shared_sharepointonline']['connectionId']" } }),
      ["sharepointonline"],
      [],
    ],
    ["nowhere", through({}), undefined, [["unknown-connector", "GetItems"]]],
    [
      "while a connection that nobody knows is not used",
      through({ connectionName: "a" }, { a: named("shared_sharepointonline"), b: named("shared_acmeledger") }),
      ["sharepointonline"],
      [["unused-connection", "acmeledger"]],
    ],
  ];
  test.each(cases)("stands %s", (_, reading, systems, unresolved) => {
    expect(reading.profile.integrations?.map(({ system }) => system)).toEqual(systems);
    expect(unresolvedOf(reading)).toEqual(unresolved);
  });
});

describe("a request by hand", () => {
  const http = (inputs: object, type = "Http") => read({ A: { type, inputs } });
  const uri = "https://a.example.org/x";
  const cases: readonly (readonly [string, Adapted, unknown, unknown])[] = [
    ["writes by its method", http({ method: "PATCH", uri }), [["http:a.example.org", "write"]], []],
    [
      "does what is not known, by a method that is worked out",
      http({ method: "@a", uri }),
      [["http:a.example.org", undefined]],
      [],
    ],
    [
      "does what is not known, by a method that every object has",
      http({ method: "constructor", uri }),
      [["http:a.example.org", undefined]],
      [],
    ],
    ["subscribes", http({ subscribe: { method: "POST", uri } }, "HttpWebhook"), [["http:a.example.org", "write"]], []],
    [
      "reaches a host that is worked out",
      http({ method: "GET", uri: "@a" }),
      [["http:dynamic", "read"]],
      [["dynamic-host", "A"]],
    ],
  ];
  test.each(cases)("%s", (_, reading, systems, unresolved) => {
    expect(systemsOf(reading)).toEqual(systems);
    expect(unresolvedOf(reading)).toEqual(unresolved);
  });

  const secrets: readonly (readonly [string, object, string | undefined])[] = [
    ["in its sign-in", { authentication: { type: "Raw", value: "Bearer 0123456789" } }, "/authentication/value"],
    [
      "in its password",
      { authentication: { type: "Basic", username: "a", password: "0123456789" } },
      "/authentication/password",
    ],
    ["in a header", { headers: { "x-api-key": "0123456789" } }, "/headers/x-api-key"],
    ["in its query", { queries: { key: "0123456789" } }, "/queries/key"],
    [
      "in what subscribes",
      { subscribe: { headers: { Authorization: "Bearer 0123456789" } } },
      "/subscribe/headers/Authorization",
    ],
    ["nowhere, where it is worked out", { headers: { "x-api-key": "@parameters('key')" } }, undefined],
    ["nowhere, where a header is no text", { headers: { "x-api-key": 7 } }, undefined],
  ];
  test.each(secrets)("carries a secret %s", (_, inputs, where) => {
    const reading = http({ method: "GET", uri, ...inputs });
    const told = reading.evidence.find(({ pointer }) => pointer === "/integrations/0/secret");
    expect(reading.profile.integrations?.[0]?.secret).toBe(where === undefined ? undefined : "embedded");
    expect(told?.at.pointer).toBe(where === undefined ? undefined : `/properties/definition/actions/A/inputs${where}`);
    expect(artifactOf(reading)).toMatchObject({ secretsInFile: where !== undefined });
    expect(JSON.stringify(reading)).not.toContain("0123456789");
  });

  test("that asks a model means that a model answers", () => {
    const reading = http({ method: "POST", uri: "https://api.openai.com/v1/chat/completions" });
    expect(reading.profile.automation?.ai).toBe("answers");
    expect(systemsOf(reading)).toEqual([["http:api.openai.com", "read"]]);
  });
});

describe("code of its own", () => {
  const cases: readonly (readonly [string, object])[] = [
    ["a script in a workbook", act("excelonlinebusiness", "RunScriptProd")],
    ["code inside the flow", { type: "JavaScriptCode", inputs: { code: "return 1" } }],
  ];
  test.each(cases)("%s is a part", (_, action) => {
    const reading = read({ Reckon: action });
    expect(artifactOf(reading)).toMatchObject({ customCode: true });
    expect(reading.profile.parts).toEqual([{ name: "Reckon", kind: "scripts" }]);
  });
});

test("an action of a type that nobody knows is not passed over", () => {
  const reading = read({ A: { type: "Teleport" }, B: {} });
  expect(reading.profile.integrations).toBeUndefined();
  expect(unresolvedOf(reading)).toEqual([
    ["unread", "A: an action of the type Teleport"],
    ["unread", "B: an action of the type that is not named"],
  ]);
});

describe("who starts a flow, and who gets in", () => {
  const cases: readonly (readonly [string, object, string, unknown])[] = [
    ["a clock", { type: "Recurrence" }, "schedule", undefined],
    ["a window of time", { type: "SlidingWindow" }, "schedule", undefined],
    ["a connector", { type: "OpenApiConnection" }, "event", undefined],
    ["a type that every object has", { type: "constructor" }, "event", undefined],
    ["nothing that is named", {}, "event", undefined],
    ["a person", { type: "Request", kind: "Button" }, "manual", undefined],
    ["an app", { type: "Request", kind: "PowerAppV2" }, "app", undefined],
    ["an address", { type: "Request", kind: "Http" }, "webhook", [{ name: "T", kind: "webhook" }]],
    ["an address without a kind", { type: "Request" }, "webhook", [{ name: "T", kind: "webhook" }]],
    [
      "an address of a kind that every object has",
      { type: "Request", kind: "constructor" },
      "webhook",
      [{ name: "T", kind: "webhook" }],
    ],
    [
      "an address for anybody",
      { type: "Request", inputs: { triggerAuthenticationType: "All" } },
      "webhook",
      [{ name: "T", kind: "webhook", admits: "anybody" }],
    ],
    [
      "an address for somebody whom every object has",
      { type: "Request", inputs: { triggerAuthenticationType: "constructor" } },
      "webhook",
      [{ name: "T", kind: "webhook" }],
    ],
  ];
  test.each(cases)("%s", (_, trigger, kind, entrances) => {
    const reading = read({}, {}, { T: trigger });
    expect(artifactOf(reading)).toMatchObject({ triggers: [kind] });
    expect(reading.profile.entrances).toEqual(entrances);
  });
});

describe("the name and the id of a flow", () => {
  const id = "5EA99A31-a482-ec11-8d21-000d3a5b6b34";
  const small = id.toLowerCase();
  const other = "11111111-a482-ec11-8d21-000d3a5b6b34";
  const cases: readonly (readonly [string, object, object, string, string])[] = [
    ["from the name of its file", {}, { file: `Workflows/Leave-${id}.json` }, "Leave", small],
    ["from a file that is called by its id", {}, { file: `${id}.json` }, id, small],
    ["from a file without an id", {}, { file: "Leave.json" }, "Leave", "Leave"],
    [
      "from what the export says",
      { name: id, properties: { displayName: "Leave" } },
      { file: `Other-${other}.json` },
      "Leave",
      small,
    ],
    [
      "from an address that names an environment first",
      { id: `/environments/Default-${other}/flows/${id}` },
      { file: "Leave.json" },
      "Leave",
      small,
    ],
    [
      "from the caller",
      { name: other, properties: { displayName: "Other" } },
      { file: "a.json", id: "leave", name: "Leave" },
      "Leave",
      "leave",
    ],
  ];
  test.each(cases)("%s", (_, document, from, name, expected) => {
    const flow = { definition: { triggers: {}, actions: {} }, ...document };
    const { profile } = fromPowerAutomate(flow, { ...source, ...from });
    expect([profile.name, profile.id]).toEqual([name, expected]);
  });
});

test("a day that the calendar does not have is not told", () => {
  const { profile } = read({}, { createdTime: "2024-02-30T09:00:00Z", lastModifiedTime: "2024-02-29T09:00:00Z" });
  expect(profile.lifecycle).toEqual({ lastChangedOn: "2024-02-29" });
});
