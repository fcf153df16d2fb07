import { safeParseProfile } from "plimsoll";
import { type Adapted, type Connector, connectors, extendConnectors, fromN8n } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";

const node = (type: string, parameters: object = {}, more: object = {}) => ({
  type: `n8n-nodes-base.${type}`,
  name: type,
  parameters,
  ...more,
});

const read = (...nodes: readonly object[]) => fromN8n({ name: "Orders", nodes, connections: {} }, { file: "a.json" });

const systemsOf = ({ profile }: Adapted) =>
  profile.integrations?.map(({ system, direction, role }) => [system, direction, role]);

const openIn = ({ unresolved }: Adapted) => unresolved.map(({ kind, what }) => [kind, what]);

/** On what basis a statement stands. */
const basisOf = ({ evidence }: Adapted, of: string) => evidence.find(({ pointer }) => pointer === of)?.basis;

describe("what a node does", () => {
  const named = { url: "https://crm.example.org", authentication: "predefinedCredentialType" };
  const cases: readonly (readonly [string, object, unknown, unknown])[] = [
    [
      "a request with a credential of a system that no table has",
      node("httpRequest", { ...named, nodeCredentialType: "acmeCrmApi" }),
      ["acmeCrm", "read", "system-of-record"],
      [],
    ],
    [
      "a query to GraphQL without an address",
      node("graphql", { query: "query { a }" }),
      ["http:dynamic", "read", "system-of-record"],
      [["dynamic-host", "graphql"]],
    ],
    [
      "GraphQL that shows no query",
      node("graphql", { endpoint: "https://a.example.org" }),
      ["http:a.example.org", undefined, "system-of-record"],
      [],
    ],
    [
      "a request with a method that is none",
      node("httpRequest", { url: "https://a.example.org", method: "constructor" }),
      ["http:a.example.org", undefined, "system-of-record"],
      [],
    ],
    [
      "a node that puts into a store of vectors",
      node("vectorStorePineconeInsert"),
      ["pinecone", "write", "system-of-record"],
      [],
    ],
    [
      "a node that takes out of a store of vectors",
      node("vectorStorePineconeLoad"),
      ["pinecone", "read", "system-of-record"],
      [],
    ],
    [
      "SQL that stands nowhere",
      node("postgres", { operation: "executeQuery" }),
      ["postgres", undefined, "system-of-record"],
      [["unknown-operation", "postgres executeQuery"]],
    ],
    [
      "SQL that begins with what is no verb",
      node("postgres", { operation: "executeQuery", query: "constructor" }),
      ["postgres", undefined, "system-of-record"],
      [["unknown-operation", "postgres executeQuery"]],
    ],
    [
      "an operation whose name has no verb",
      node("postgres", { operation: "frobnicate" }),
      ["postgres", undefined, "system-of-record"],
      [["unknown-operation", "postgres frobnicate"]],
    ],
    [
      "a connector that requests, and by default reads",
      node("facebookGraphApi"),
      ["facebookGraphApi", "read", "system-of-record"],
      [],
    ],
    [
      "a connector that requests to delete",
      node("facebookGraphApi", { httpRequestMethod: "DELETE" }),
      ["facebookGraphApi", "write", "system-of-record"],
      [],
    ],
    [
      "a connector that requests what is worked out",
      node("facebookGraphApi", { httpRequestMethod: "={{ $json.m }}" }),
      ["facebookGraphApi", undefined, "system-of-record"],
      [["unknown-operation", "facebookGraphApi request"]],
    ],
    [
      "a node whose whole type is what others end with",
      { type: "acme.Tool", name: "Acme", parameters: { operation: "createEntry" } },
      ["Tool", "write", undefined],
      [["unknown-connector", "Tool"]],
    ],
  ];
  test.each(cases)("%s", (_, given, system, open) => {
    const reading = read(given);
    expect(systemsOf(reading)).toEqual([system]);
    expect(openIn(reading)).toEqual(open);
  });

  test.each([
    ["POST", "publish"],
    ["DELETE", "delete"],
  ])("a connector that requests by %s does this at the other end: %s", (method, operation) => {
    const { profile } = read(node("facebookGraphApi", { httpRequestMethod: method }));
    expect(profile.integrations?.[0]?.operations).toEqual([operation]);
  });

  test("a credential is read from what it says by itself, and not from what is worked out", () => {
    const reading = read(
      node("httpRequest", {
        url: "https://a.example.org",
        authentication: "predefinedCredentialType",
        nodeCredentialType: "={{ $json.c }}",
      }),
    );
    expect(systemsOf(reading)).toEqual([["http:a.example.org", "read", "system-of-record"]]);
  });
});

describe("what a table of one's own says", () => {
  const cases: readonly (readonly [string, Partial<Connector>, unknown, unknown])[] = [
    ["a usual operation that is only a verb", { usually: [{ operation: "fetchEntries" }] }, "read", "default"],
    ["what is done whatever the operation", { otherwise: "run" }, "write", "default"],
    ["a service that computes", { role: "processing" }, "read", "connector"],
    ["nothing", {}, undefined, undefined],
  ];
  test.each(cases)("%s", (_, fields, direction, basis) => {
    const ours = extendConnectors(connectors, {
      n8n: { add: [{ id: "acmeLedger", title: "Acme Ledger", ...fields }] },
    });
    const reading = fromN8n({ nodes: [node("acmeLedger")] }, { file: "a.json", connectors: ours });
    expect(reading.profile.integrations?.[0]?.direction).toBe(direction);
    expect(basisOf(reading, "/integrations/0/direction")).toBe(basis);
  });
});

describe("who gets in", () => {
  const cases: readonly (readonly [string, object, string | undefined, string | undefined])[] = [
    ["no check is named, and the product makes none", {}, "anybody", "default"],
    ["that there is no check is stated", { authentication: "none" }, "anybody", "stated"],
    ["a check is named", { authentication: "headerAuth" }, undefined, undefined],
  ];
  test.each(cases)("%s", (_, parameters, admits, basis) => {
    const reading = read(node("webhook", parameters, { name: "Order" }));
    expect(reading.profile.entrances).toEqual([{ name: "Order", kind: "webhook", ...(admits && { admits }) }]);
    expect(basisOf(reading, "/entrances/0/admits")).toBe(basis);
  });

  test("a chat that is not public is no entrance, and one that is, is", () => {
    expect(read(node("chatTrigger")).profile.entrances).toBeUndefined();
    expect(read(node("chatTrigger", { public: true })).profile.entrances).toMatchObject([{ kind: "agent" }]);
  });

  test("the fields of a form are asked about", () => {
    const { hints } = read(
      node("formTrigger", { formFields: { values: [{ fieldLabel: "Your e-mail" }, { fieldLabel: "Colour" }] } }),
    );
    expect(hints.map(({ pointer, at }) => [pointer, at.pointer])).toEqual([
      ["/data", "/nodes/0/parameters/formFields/values/0/fieldLabel"],
    ]);
  });
});

describe("nodes without names", () => {
  const nameless = (type: string, parameters: object = {}, more: object = {}) => {
    const { name: _, ...rest } = node(type, parameters, more);
    return rest;
  };

  test("are called by their types, whatever is said of them", () => {
    const reading = read(
      nameless("code"),
      nameless("httpRequest", { url: "={{ $json.u }}" }),
      nameless("slack", {}, { disabled: true }),
    );
    expect(reading.profile.parts).toEqual([{ name: "code", kind: "scripts" }]);
    expect(openIn(reading)).toEqual([
      ["disabled", "slack"],
      ["dynamic-host", "httpRequest"],
    ]);
  });

  test("are called by their types as entrances, and where nothing reaches them", () => {
    const reading = read(nameless("webhook"), node("slack", {}, { name: "Tell" }));
    expect(reading.profile.entrances).toMatchObject([{ name: "webhook" }]);
    const lost = fromN8n({ nodes: [node("webhook"), nameless("slack")], connections: {} }, { file: "a.json" });
    expect(openIn(lost)).toEqual([["unreachable", "slack"]]);
  });
});

test("names of many lines, and without an end, are kept as a profile may hold them", () => {
  const name = `Run\nit ${"x".repeat(200_000)}`;
  const { profile } = read(node("webhook", {}, { name }), node("code", {}, { name }));
  const result = safeParseProfile(profile);
  expect(result.ok ? [] : result.problems).toEqual([]);
  expect(profile.entrances?.[0]?.name).toMatch(/^Run it x+$/);
});

describe("what stands about a workflow in its file", () => {
  test("its id, be it a number, its dates and its workflow for errors", () => {
    const { profile } = fromN8n(
      {
        id: 7,
        name: "Orders",
        nodes: [],
        createdAt: "2024-03-01T09:00:00.000Z",
        updatedAt: "yesterday",
        settings: { errorWorkflow: "9" },
      },
      { file: "orders.json" },
    );
    expect(profile).toMatchObject({ id: "7", operation: { onError: "handled" } });
    expect(profile.lifecycle).toEqual({ startedOn: "2024-03-01" });
  });

  test("an export of several is read for its first, and says that there are more", () => {
    const reading = fromN8n(
      [
        { name: "One", nodes: [] },
        { name: "Two", nodes: [] },
      ],
      { file: "all.json" },
    );
    expect(reading.profile.name).toBe("One");
    expect(reading.problems.map(({ code, pointer }) => [code, pointer])).toEqual([["too-large", "/1"]]);
    expect(fromN8n([{ name: "One", nodes: [] }], { file: "all.json" }).problems).toEqual([]);
  });

  test.each([["workflow"], ["data"]])("it may be wrapped as %s", (key) => {
    expect(fromN8n({ [key]: { name: "One", nodes: [] } }, { file: "a.json" }).profile.name).toBe("One");
  });

  test("a node without a type is a problem with its place, and the others are read", () => {
    const reading = read({ name: "Lost" }, node("slack", {}, { typeVersion: 2 }));
    expect(reading.problems.map(({ code, pointer }) => [code, pointer])).toEqual([["missing", "/nodes/0"]]);
    expect(systemsOf(reading)).toEqual([["slack", "write", "channel"]]);
  });
});
