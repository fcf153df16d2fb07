import { type Adapted, fromN8n, fromNodeRed, fromPowerAutomate, fromPowerPlatformInventory } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";

const systemsOf = ({ profile }: Adapted) =>
  profile.integrations?.map(({ system, direction, role }) => [system, direction, role]);

const node = (type: string, parameters: object = {}, typeVersion = 1) => ({
  type: `n8n-nodes-base.${type}`,
  typeVersion,
  name: type,
  parameters,
});

describe("what a node of n8n does", () => {
  const cases: readonly (readonly [string, object, unknown])[] = [
    ["writes by default", node("postgres"), [["postgres", "write", "system-of-record"]]],
    ["reads by default", node("airtable"), [["airtable", "read", "system-of-record"]]],
    ["sends by default", node("slack", {}, 2), [["slack", "write", "channel"]]],
    ["asks and waits", node("gmail", { operation: "sendAndWait" }, 2), [["gmail", "bidirectional", "channel"]]],
    [
      "runs SQL that reads",
      node("mySql", { operation: "executeQuery", query: "SELECT 1" }),
      [["mySql", "read", "system-of-record"]],
    ],
    [
      "runs SQL that does both",
      node("mySql", { operation: "executeQuery", query: "SELECT 1; DELETE FROM a" }),
      [["mySql", "bidirectional", "system-of-record"]],
    ],
    [
      "runs SQL that is worked out",
      node("mySql", { operation: "executeQuery", query: "={{ $json.q }}" }),
      [["mySql", undefined, "system-of-record"]],
    ],
    [
      "has an operation that is worked out",
      node("notion", { operation: "={{ $json.o }}" }),
      [["notion", undefined, "system-of-record"]],
    ],
    [
      "requests",
      node("httpRequest", { url: "https://a.example.org/x" }),
      [["http:a.example.org", "read", "system-of-record"]],
    ],
    [
      "requests with a method that is worked out",
      node("httpRequest", { url: "https://a.example.org/x", method: "={{ $json.m }}" }),
      [["http:a.example.org", undefined, "system-of-record"]],
    ],
    [
      "asks a model by a request",
      node("httpRequest", { url: "https://api.openai.com/v1/chat/completions", method: "POST" }),
      [["http:api.openai.com", "read", "processing"]],
    ],
    [
      "queries by GraphQL",
      node("graphql", { endpoint: "https://a.example.org", query: "query { a }" }),
      [["http:a.example.org", "read", "system-of-record"]],
    ],
    [
      "changes by GraphQL",
      node("graphql", { endpoint: "https://a.example.org", query: "mutation { a }" }),
      [["http:a.example.org", "write", "system-of-record"]],
    ],
    [
      "requests with a named credential",
      node("httpRequest", {
        url: "https://a.example.org",
        method: "POST",
        authentication: "predefinedCredentialType",
        nodeCredentialType: "slackApi",
      }),
      [["slack", "write", "channel"]],
    ],
    [
      "is of a kind that nobody knows",
      node("acmeLedger", { operation: "createEntry" }),
      [["acmeLedger", "write", undefined]],
    ],
  ];
  test.each(cases)("%s", (_, given, expected) => {
    expect(systemsOf(fromN8n({ nodes: [given], connections: {} }, { file: "a.json" }))).toEqual(expected);
  });

  test("keeps a secret where it stands, and tells the place", () => {
    const headerParameters = { parameters: [{ name: "Authorization", value: "Bearer 0123456789" }] };
    const reading = fromN8n(
      {
        nodes: [node("httpRequest", { url: "https://a.example.org", headerParameters })],
        pinData: { a: [{ json: { email: "one@example.org" } }] },
      },
      { file: "a.json" },
    );
    expect(JSON.stringify(reading)).not.toMatch(/0123456789|one@example/);
    expect(reading.profile.integrations?.[0]?.secret).toBe("embedded");
    expect(reading.evidence.find(({ pointer }) => pointer === "/integrations/0/secret")?.at.pointer).toBe(
      "/nodes/0/parameters/headerParameters/parameters/0/value",
    );
  });
});

describe("what an action of Power Automate does", () => {
  const action = (operationId: string, parameters: object = {}, apiId = "/apis/shared_commondataserviceforapps") => ({
    type: "OpenApiConnection",
    inputs: { host: { apiId, operationId }, parameters },
  });
  const cases: readonly (readonly [string, object, unknown])[] = [
    ["reads", action("ListRecords"), [["dataverse", "read", "system-of-record"]]],
    [
      "runs an action",
      action("PerformUnboundAction", { actionName: "merge" }),
      [["dataverse", "write", "system-of-record"]],
    ],
    [
      "runs a search",
      action("PerformUnboundAction", { actionName: "searchquery" }),
      [["dataverse", "read", "system-of-record"]],
    ],
    ["asks a model", action("aibuilderpredict_customprompt"), [["aibuilder", "read", "processing"]]],
    [
      "writes by a request",
      action("HttpRequest", { "parameters/method": "POST" }, "/apis/shared_sharepointonline"),
      [["sharepointonline", "write", "system-of-record"]],
    ],
    [
      "reads by a request",
      action("HttpRequest", { "parameters/method": "GET" }, "/apis/shared_sharepointonline_1"),
      [["sharepointonline", "read", "system-of-record"]],
    ],
    [
      "requests by hand",
      { type: "Http", inputs: { method: "DELETE", uri: "https://a.example.org/x" } },
      [["http:a.example.org", "write", "system-of-record"]],
    ],
    [
      "requests what is worked out",
      { type: "Http", inputs: { method: "GET", uri: "@variables('a')" } },
      [["http:dynamic", "read", "system-of-record"]],
    ],
  ];
  test.each(cases)("%s", (_, given, expected) => {
    const flow = {
      properties: { definition: { triggers: {}, actions: { Scope: { type: "Scope", actions: { A: given } } } } },
    };
    expect(systemsOf(fromPowerAutomate(flow, { file: "a.json" }))).toEqual(expected);
  });
});

test("a workflow of n8n has days that the calendar has, and no others", () => {
  const workflow = { nodes: [], connections: {}, createdAt: "2024-02-29T09:00:00Z", updatedAt: "2024-02-30T09:00:00Z" };
  expect(fromN8n(workflow, { file: "a.json" }).profile.lifecycle).toEqual({ startedOn: "2024-02-29" });
});

test("a node of Node-RED that sends mails writes, and one that takes them in reads", () => {
  const placed = (type: string) => fromNodeRed([{ id: "a", type, x: 1, y: 1, wires: [] }], { file: "a.json" });
  expect(systemsOf(placed("e-mail"))).toEqual([["email", "write", "channel"]]);
  expect(systemsOf(placed("e-mail in"))).toEqual([["email", "read", "system-of-record"]]);
});

test("rows may stand one after another, and name no person", () => {
  const row = (id: string) =>
    JSON.stringify({
      resourceId: id,
      type: "Canvas App",
      name: `App ${id}`,
      owner: "one@example.org",
      createdTime: "2024-02-30",
      sharedUsers: 3,
    });
  const { apps, problems } = fromPowerPlatformInventory(`${row("1")}\n${row("2")}`, { file: "lake.json" });
  expect(apps.map(({ profile }) => [profile.id, profile.lifecycle, profile.audience])).toEqual([
    ["1", undefined, { canOpen: { atLeast: 3 } }],
    ["2", undefined, { canOpen: { atLeast: 3 } }],
  ]);
  expect(problems).toEqual([]);
  expect(JSON.stringify(apps)).not.toContain("one@example.org");
});
