import { safeParseProfile } from "plimsoll";
import { detectFormat, fromN8n, fromNodeRed } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";

describe("what the caller says of an artifact", () => {
  const workflow = { id: "w", name: "Orders", nodes: [] };
  test("goes before what stands in it, with the file as evidence", () => {
    const { profile, evidence } = fromN8n(workflow, { file: "a.json", id: "orders", name: " Our\norders " });
    expect([profile.id, profile.name]).toEqual(["orders", "Our orders"]);
    const named = evidence.filter(({ pointer }) => pointer === "/id" || pointer === "/name");
    expect(named.map(({ pointer, at, basis }) => [pointer, at, basis])).toEqual([
      ["/name", { file: "a.json" }, "stated"],
      ["/id", { file: "a.json" }, "stated"],
    ]);
  });

  const files: readonly (readonly [string, string])[] = [
    ["flows/orders.json", "orders"],
    ["flows\\orders.json", "orders"],
    ["flows/orders/", "orders"],
    ["Orders v1.2 of us.json", "Orders v1.2 of us"],
    [".env", ".env"],
    ["", "unnamed"],
    ["/", "unnamed"],
  ];
  test.each(files)("and where nobody names it, the file does: %j", (file, name) => {
    const { profile, evidence } = fromN8n({ nodes: [] }, { file });
    expect([profile.id, profile.name]).toEqual([name, name]);
    expect(evidence.find(({ pointer }) => pointer === "/name")?.basis).toBe("file-name");
    expect(safeParseProfile(profile).ok).toBe(true);
  });

  test("a file whose name is only blanks gives no name", () => {
    const { profile } = fromN8n({ nodes: [] }, { file: "flows/ .json" });
    expect(profile.name).toBe(".json");
    expect(safeParseProfile(fromN8n({ nodes: [] }, { file: "  " }).profile).ok).toBe(true);
  });
});

describe("SQL", () => {
  const cases: readonly (readonly [string, string, string | undefined, readonly string[] | undefined])[] = [
    ["reads", "SELECT 1", "read", []],
    ["reads what it worked out before", "WITH a AS (SELECT 1) SELECT * FROM a", "read", []],
    ["deletes what it worked out before", "WITH a AS (SELECT 1) DELETE FROM b", "write", ["delete"]],
    ["reads, whatever a comment says", "/* DELETE */ SELECT 1 -- ; DROP TABLE a", "read", []],
    ["reads, whatever a text says", "SELECT '; DELETE FROM a'", "read", []],
    ["deletes behind a text that looks like a comment", "SELECT '--'; DELETE FROM a", "bidirectional", ["delete"]],
    ["grants", "GRANT SELECT ON a TO b", "write", ["grant-rights"]],
    ["calls a procedure, which may do anything", "CALL book()", undefined, []],
    ["calls a procedure after it read", "SELECT 1; CALL book()", undefined, []],
    ["begins with what is no verb", "constructor", undefined, []],
    ["has no statement", " ; ; ", undefined, []],
    ["is so long that not all is looked at", `SELECT 1;${" ".repeat(30_000)}DELETE FROM a`, undefined, []],
  ];
  test.each(cases)("that %s", (_, query, direction, operations) => {
    const node = { type: "n8n-nodes-base.postgres", name: "P", parameters: { operation: "executeQuery", query } };
    const { profile } = fromN8n({ nodes: [node] }, { file: "a.json" });
    expect(profile.integrations?.[0]?.direction).toBe(direction);
    expect(profile.integrations?.[0]?.operations).toEqual(operations);
    expect(profile.partial?.includes("/integrations/0/operations") ?? false).toBe(direction === undefined);
  });
});

describe("several uses of one system", () => {
  const node = (id: string, url: string, method: string, more: object = {}) => ({
    id,
    type: "http request",
    x: 1,
    y: 1,
    wires: [],
    url,
    method,
    ...more,
  });
  const read = (...nodes: readonly object[]) => fromNodeRed(nodes, { file: "flows.json" }).profile.integrations;

  test("are one system, whatever the port and the spelling of its host", () => {
    const found = read(
      node("a", "https://A.example.org:8443/x", "GET"),
      node("b", "https://a.example.org/y", "DELETE"),
    );
    expect(found).toMatchObject([{ system: "http:a.example.org", direction: "bidirectional", operations: ["delete"] }]);
  });

  test("tell a secret where one of them holds it", () => {
    const url = "https://a.example.org/x";
    expect(read(node("a", url, "GET"), node("b", url, "GET", { token: "0123456789" }))?.[0]?.secret).toBe("embedded");
    expect(read(node("a", url, "GET"), node("b", url, "GET"))?.[0]?.secret).toBeUndefined();
  });

  test("tell no credential of the platform where only one of them has one", () => {
    const slack = { type: "n8n-nodes-base.slack", name: "a", parameters: {} };
    const credentials = { slackApi: { id: "1", name: "ours" } };
    const secretOf = (...nodes: readonly object[]) =>
      fromN8n({ nodes }, { file: "a.json" }).profile.integrations?.[0]?.secret;
    expect(secretOf({ ...slack, credentials }, { ...slack, credentials })).toBe("platform");
    expect(secretOf({ ...slack, credentials }, slack)).toBeUndefined();
  });
});

test("a system without a name is none, and that there is one stays known", () => {
  const { profile, unresolved } = fromN8n(
    { nodes: [{ type: "acme.  ", name: "A", parameters: {} }] },
    { file: "a.json" },
  );
  expect(profile.integrations).toBeUndefined();
  expect(unresolved.map(({ kind }) => kind)).toEqual(["unknown-connector"]);
});

test("places are found again, however deep and whatever the keys", () => {
  const { hints } = fromN8n(
    { nodes: [], pinData: { "a/b~c": [{ json: { "e-mail/of": 1, customer: 2 } }] } },
    { file: "a.json" },
  );
  expect(hints.map(({ at }) => at.pointer)).toEqual([
    "/pinData/a~1b~0c/0/json/e-mail~1of",
    "/pinData/a~1b~0c/0/json/customer",
  ]);
});

describe("the format of", () => {
  const row = { resourceId: "1", name: "App" };
  const cases: readonly (readonly [string, unknown, string | undefined])[] = [
    ["nodes with parameters, without connections", { nodes: [{ parameters: {} }] }, "n8n"],
    ["nodes without either", { nodes: [{ id: "a" }] }, undefined],
    ["a definition alone", { actions: {}, triggers: {} }, "power-automate"],
    ["actions without triggers", { actions: {} }, undefined],
    ["rows that stand one after another", `${JSON.stringify(row)}\n${JSON.stringify(row)}`, "power-platform-inventory"],
    ["text that is none of it", "{ cut off", undefined],
    ["an answer with rows", { value: [row] }, "power-platform-inventory"],
    ["a list of nodes", [{ id: "a", type: "inject" }], "node-red"],
    ["a list of nodes as the API wraps it", { flows: [{ id: "a", type: "inject" }] }, "node-red"],
    ["a list of what has no type", [{ id: "a" }], undefined],
    ["a list of resources", [{ id: "a", type: "microsoft.compute/disks", properties: {} }], undefined],
    ["nothing", null, undefined],
  ];
  test.each(cases)("%s", (_, artifact, format) => {
    expect(detectFormat(artifact)).toBe(format);
  });
});
