import { PlimsollError } from "plimsoll";
import {
  type Connector,
  type ConnectorTable,
  connectors,
  extendConnectors,
  fromN8n,
  fromNodeRed,
} from "plimsoll/adapters";
import { describe, expect, test } from "vitest";

const tables: readonly (readonly [string, ConnectorTable])[] = Object.entries({ ...connectors });

/** The names in a text of a table, or in a list. */
const namesIn = (names: string | readonly string[] = ""): readonly string[] =>
  typeof names === "string" ? names.split(/\s+/).filter((name) => name !== "") : names;

describe.each(tables)("the table %s", (_, table) => {
  test("has each connector once, under whatever name", () => {
    const names = table.connectors.flatMap(({ id, aliases }) =>
      [id, ...namesIn(aliases)].map((name) => name.toLowerCase()),
    );
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    // A connector may name itself among its types.
    const ids = new Set(table.connectors.map(({ id }) => id.toLowerCase()));
    expect(twice.filter((name) => !ids.has(name))).toEqual([]);
    expect(ids.size).toBe(table.connectors.length);
  });

  test("says of no operation that it does two things", () => {
    const twice = table.connectors.flatMap(({ id, does = {} }) => {
      const names = Object.values(does).flatMap((each) => [...new Set(namesIn(each))]);
      return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${id} ${name}`);
    });
    expect(twice).toEqual([]);
  });

  test("means an operation that it knows where none is named", () => {
    const unknown = table.connectors.flatMap(({ id, does = {}, usually = [], role, otherwise }) => {
      const names = new Set(Object.values(does).flatMap((each) => namesIn(each)));
      if (role === "processing" || otherwise !== undefined) return [];
      return usually.filter(({ operation }) => !names.has(operation)).map(({ operation }) => `${id} ${operation}`);
    });
    expect(unknown).toEqual([]);
  });
});

describe("tables of one's own", () => {
  const ledger: Connector = { id: "ledger", title: "Ledger", role: "system-of-record", does: { create: "post" } };
  const workflow = (type: string, operation: string) => ({
    name: "Books",
    nodes: [{ type, name: "Book", parameters: { operation } }],
  });
  const directionIn = (given: typeof connectors, type: string, operation: string) =>
    fromN8n(workflow(type, operation), { file: "a.json", connectors: given }).profile.integrations?.map(
      ({ direction, operations }) => [direction, operations],
    );

  test("know a connector that was added", () => {
    const ours = extendConnectors(connectors, { n8n: { add: [ledger] } });
    expect(directionIn(ours, "n8n-nodes-acme.ledger", "post")).toEqual([["write", ["create"]]]);
  });

  test("read an operation as the change says, and no longer as the base does", () => {
    const ours = extendConnectors(connectors, { n8n: { change: { postgres: { does: { pay: "insert" } } } } });
    expect(directionIn(ours, "n8n-nodes-base.postgres", "insert")).toEqual([["write", ["pay"]]]);
    expect(directionIn(connectors, "n8n-nodes-base.postgres", "insert")).toEqual([["write", ["create"]]]);
  });

  test("no longer know a connector that was taken away", () => {
    const ours = extendConnectors(connectors, { n8n: { change: { postgres: null } } });
    const { unresolved } = fromN8n(workflow("n8n-nodes-base.postgres", "insert"), { file: "a.json", connectors: ours });
    expect(unresolved.map(({ kind, what }) => [kind, what])).toEqual([["unknown-connector", "postgres"]]);
  });

  test("know more names of a connector, as a text or as a list", () => {
    for (const aliases of ["acmeSql acmePg", ["acmeSql", "acmePg"]]) {
      const ours = extendConnectors(connectors, { n8n: { change: { postgres: { aliases }, slack: { aliases } } } });
      expect(directionIn(ours, "n8n-nodes-acme.acmePg", "insert")).toEqual([["write", ["create"]]]);
      expect(directionIn(ours, "n8n-nodes-base.postgres", "insert")).toEqual([["write", ["create"]]]);
    }
  });

  test("leave the tables alone that no change names", () => {
    const ours = extendConnectors(connectors, { hosts: { version: "ours" } });
    expect(ours).toEqual({ ...connectors, hosts: { ...connectors.hosts, version: "ours" } });
  });

  test("read no verb in a name that has no end", () => {
    const long = "get".padEnd(300, "x");
    expect(directionIn(connectors, "n8n-nodes-base.postgres", long)).toEqual([[undefined, []]]);
    const node = { id: "a", type: `klicktipp-${long}-get`, x: 1, y: 1, wires: [] };
    expect(fromNodeRed([node], { file: "a.json" }).profile.integrations?.[0]?.direction).toBeUndefined();
  });

  test("refuse a change of what is not there, and a connector that is there already", () => {
    const extend = () =>
      extendConnectors(connectors, { n8n: { change: { postgre: { title: "P" } }, add: [{ ...ledger, id: "slack" }] } });
    expect(extend).toThrow(PlimsollError);
    try {
      extend();
    } catch (error) {
      const problems = error instanceof PlimsollError ? error.problems : [];
      expect(problems.map(({ pointer, suggestion }) => [pointer, suggestion])).toEqual([
        ["/n8n/change/postgre", "postgres"],
        ["/n8n/add/0", undefined],
      ]);
    }
  });

  const refused: readonly (readonly [title: string, changes: unknown, pointer: string])[] = [
    ["an effect that there is not", { n8n: { add: [{ ...ledger, does: { wrte: "x" } }] } }, "/n8n/add/0/does/wrte"],
    ["a role that there is not", { n8n: { change: { slack: { role: "chat" } } } }, "/n8n/change/slack/role"],
    ["names that are none", { n8n: { change: { slack: { aliases: 7 } } } }, "/n8n/change/slack/aliases"],
    [
      "operations that are none",
      { hosts: { add: [{ id: "a.example", title: "A", does: { read: [1] } }] } },
      "/hosts/add/0/does/read",
    ],
    ["a platform that there is not", { zapier: {} }, "/zapier"],
    ["what is no change at all", "n8n", ""],
  ];
  test.each(refused)("refuse %s, as it may come from a file", (_, changes, pointer) => {
    // What a file holds may be anything.
    const extend = () => extendConnectors(connectors, changes as Parameters<typeof extendConnectors>[1]);
    expect(extend).toThrow(
      expect.objectContaining({ code: "invalid-option", problems: [expect.objectContaining({ pointer })] }),
    );
  });
});
