import { type Adapted, fromNodeRed } from "plimsoll/adapters";
import { describe, expect, test } from "vitest";

const placed = (type: string, fields: object = {}) => ({ id: "n", type, x: 1, y: 1, wires: [], ...fields });

const read = (...nodes: readonly object[]) => fromNodeRed(nodes, { file: "flows.json" });

const systemsOf = ({ profile }: Adapted) =>
  profile.integrations?.map(({ system, direction, role }) => [system, direction, role]);

const openIn = ({ unresolved }: Adapted) => unresolved.map(({ kind, what }) => [kind, what]);

/** Why the direction of the first system is told. */
const basisIn = ({ evidence }: Adapted) =>
  evidence.find(({ pointer }) => pointer === "/integrations/0/direction")?.basis;

describe("what a request says", () => {
  const host = "http:a.example.org";
  const url = "https://a.example.org/x";
  const cases: readonly (readonly [string, object, readonly unknown[], readonly unknown[]])[] = [
    ["reads by its method", { url, method: "GET" }, [host, "read", "system-of-record"], []],
    ["changes by its method", { url, method: "PUT" }, [host, "write", "system-of-record"], []],
    ["reads where it names no method, as the product does", { url }, [host, "read", "system-of-record"], []],
    ["stays open where a message says the method", { url, method: "use" }, [host, undefined, "system-of-record"], []],
    [
      "stays open where its method is none that there is",
      { url, method: "constructor" },
      [host, undefined, "system-of-record"],
      [],
    ],
    [
      "has a host that is worked out",
      { url: "https://{{host}}/x", method: "GET", name: "Fetch" },
      ["http:dynamic", "read", "system-of-record"],
      [["dynamic-host", "Fetch"]],
    ],
    [
      "has an address that nothing before it sets",
      { url: "{{{payload}}}", method: "POST", name: "Push" },
      ["http:dynamic", "write", "system-of-record"],
      [["dynamic-host", "Push"]],
    ],
    [
      "has neither address nor method",
      { method: "use", name: "Any" },
      ["http:dynamic", undefined, "system-of-record"],
      [["dynamic-host", "Any"]],
    ],
    [
      "asks a model, whatever its host",
      { url: "https://llm.example.org/v1/chat/completions", method: "POST" },
      ["http:llm.example.org", "read", "processing"],
      [],
    ],
  ];
  test.each(cases)("one %s", (_, fields, system, open) => {
    const reading = read(placed("http request", fields));
    expect(systemsOf(reading)).toEqual([system]);
    expect(openIn(reading)).toEqual(open);
  });

  test("what the method is told by is the node, or what the product does without one", () => {
    expect(basisIn(read(placed("http request", { url, method: "GET" })))).toBe("stated");
    expect(basisIn(read(placed("http request", { url })))).toBe("default");
  });

  test("a model that is asked answers; where the host is open, a model may, and other systems too", () => {
    const asking = read(placed("http request", { url: "https://api.openai.com/v1/chat/completions", method: "POST" }));
    expect(asking.profile.automation?.ai).toBe("answers");
    const open = read(placed("http request", { method: "GET" }));
    expect(open.profile.automation?.ai).toBeUndefined();
    expect(open.profile.partial).toContain("/integrations");
  });
});

describe("what a function before a request sets", () => {
  const after = (code: string, fields: object = {}) =>
    read(
      { ...placed("function", { func: code, wires: [["r"]] }), id: "f" },
      { ...placed("http request", { name: "Ask", ...fields }), id: "r" },
    );
  const cases: readonly (readonly [string, string, object, unknown, unknown])[] = [
    [
      "the address and the method",
      'msg.url = "https://a.example.org/x"; msg.method = "DELETE"',
      { method: "use" },
      [["http:a.example.org", "write", "system-of-record"]],
      [],
    ],
    [
      "the address alone: how it is asked stays open",
      'msg.url = "https://a.example.org/x"; msg.method = verb',
      { method: "use" },
      [["http:a.example.org", undefined, "system-of-record"]],
      [],
    ],
    [
      "the address of a request with a method of its own",
      'msg.url = "https://a.example.org/x"; msg.method = "DELETE"',
      { method: "GET" },
      [["http:a.example.org", "read", "system-of-record"]],
      [],
    ],
    [
      "the address of a request with the method of the product",
      "msg.url = 'https://a.example.org/x'",
      {},
      [["http:a.example.org", "read", "system-of-record"]],
      [],
    ],
    [
      "an address that is worked out",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what such a function holds
      "msg.url = `https://${host}/x`",
      {},
      [["http:dynamic", "read", "system-of-record"]],
      [["dynamic-host", "Ask"]],
    ],
    ["nothing of it", "msg.payload = 1", {}, [["http:dynamic", "read", "system-of-record"]], [["dynamic-host", "Ask"]]],
    [
      "an address that the node does not take",
      'msg.url = "https://b.example.org"',
      { url: "https://a.example.org" },
      [["http:a.example.org", "read", "system-of-record"]],
      [],
    ],
  ];
  test.each(cases)("%s", (_, code, fields, systems, open) => {
    const reading = after(code, fields);
    expect(systemsOf(reading)).toEqual(systems);
    expect(openIn(reading)).toEqual(open);
  });

  test("is not said to be all where more stands before it than is looked at", () => {
    const setting = Array.from({ length: 150 }, (_, index) => ({
      ...placed("function", { func: "msg.url = 'https://a.example.org'", wires: [["r"]] }),
      id: `f${index}`,
    }));
    const reading = read(...setting, { ...placed("http request", { name: "Ask" }), id: "r" });
    expect(reading.profile.integrations?.map(({ system }) => system)).toEqual(["http:a.example.org", "http:dynamic"]);
    expect(openIn(reading)).toEqual([["dynamic-host", "Ask"]]);
  });
});

describe("what a node does", () => {
  const sql = (query?: string) => placed("postgresql", query === undefined ? {} : { query });
  const cases: readonly (readonly [string, object, unknown, unknown, unknown])[] = [
    [
      "SQL that reads",
      sql("WITH a AS (SELECT 1) SELECT * FROM a"),
      ["postgresql", "read", "system-of-record"],
      "stated",
      [],
    ],
    [
      "SQL that calls a procedure",
      sql("CALL book()"),
      ["postgresql", undefined, "system-of-record"],
      undefined,
      [["unknown-operation", "postgresql"]],
    ],
    [
      "SQL that nothing shows",
      sql(),
      ["postgresql", undefined, "system-of-record"],
      undefined,
      [["unknown-operation", "postgresql"]],
    ],
    [
      "SQL that makes its own table",
      placed("mysql", { sql: "CREATE TABLE log (n INT)" }),
      ["mysql", "write", "own-store"],
      "stated",
      [],
    ],
    [
      "an operation that is a procedure",
      placed("MSSQL", { modeOptType: "execute" }),
      ["mssql", undefined, "system-of-record"],
      undefined,
      [["unknown-operation", "MSSQL"]],
    ],
    ["a bulk of rows", placed("MSSQL", { modeOptType: "bulk" }), ["mssql", "write", "system-of-record"], "stated", []],
    [
      "what is meant where nothing is said",
      placed("GSheet"),
      ["googleSheets", "read", "system-of-record"],
      "default",
      [],
    ],
    [
      "what its method says",
      placed("GSheet", { method: "append" }),
      ["googleSheets", "write", "system-of-record"],
      "stated",
      [],
    ],
    ["a model", placed("claude"), ["anthropic", "read", "processing"], "connector", []],
    ["a file that is read", placed("file in"), ["localFile", "read", "own-store"], "stated", []],
    ["a file that is written", placed("file"), ["localFile", "write", "own-store"], "stated", []],
    ["what goes out to a store", placed("influxdb out"), ["influxdb", "write", "system-of-record"], "stated", []],
    ["what goes out to a channel", placed("mqtt out"), ["mqtt", "write", "channel"], "stated", []],
    ["a verb in its type", placed("klicktipp-contact-delete"), ["klicktipp", "write", "system-of-record"], "verb", []],
    [
      "no verb in its type",
      placed("klicktipp-contact"),
      ["klicktipp", undefined, "system-of-record"],
      undefined,
      [["unknown-operation", "klicktipp-contact"]],
    ],
  ];
  test.each(cases)("%s", (_, given, system, basis, open) => {
    const reading = read(given);
    expect(systemsOf(reading)).toEqual([system]);
    expect(basisIn(reading)).toBe(basis);
    expect(openIn(reading)).toEqual(open);
  });

  test("with SQL that a function sets, which counts with its own", () => {
    const flow = (func: string) =>
      read(
        { ...placed("template", { template: func, wires: [["f"]] }), id: "t" },
        { ...placed("change", { wires: [["d"]] }), id: "f" },
        { ...placed("mysql", { query: "SELECT 1" }), id: "d" },
      );
    expect(systemsOf(flow("DELETE FROM stock"))).toEqual([["mysql", "bidirectional", "system-of-record"]]);
    expect(systemsOf(flow("Hello"))).toEqual([["mysql", "read", "system-of-record"]]);
  });

  test("is open where so much stands before it that not all is looked at", () => {
    const reading = (last: string) =>
      read(
        ...Array.from({ length: 150 }, (_, index) => ({
          ...placed("function", { func: index === 149 ? last : "msg.topic = 'SELECT 1'", wires: [["d"]] }),
          id: `f${index}`,
        })),
        { ...placed("mysql"), id: "d" },
      );
    for (const last of ["msg.topic = 'SELECT 1'", "msg.topic = 'DELETE FROM stock'"]) {
      expect(systemsOf(reading(last))).toEqual([["mysql", undefined, "system-of-record"]]);
      expect(openIn(reading(last))).toEqual([["unknown-operation", "mysql"]]);
    }
  });

  test("what stands before another node of its type is meant for that one", () => {
    const reading = read(
      { ...placed("function", { func: "msg.topic = 'DELETE FROM a'", wires: [["one"]] }), id: "f" },
      { ...placed("mysql", { query: "SELECT 1", wires: [["two"]] }), id: "one", d: true },
      { ...placed("mysql", { query: "SELECT 2", wires: [["two"]] }), id: "two" },
    );
    expect(systemsOf(reading)).toEqual([["mysql", "read", "system-of-record"]]);
    expect(openIn(reading)).toEqual([["disabled", "mysql"]]);
  });
});

describe("a node of a type that nobody knows", () => {
  const settings = { id: "c", type: "acme-server", host: "a" };
  const cases: readonly (readonly [string, string, unknown])[] = [
    ["is a system where it has settings, and its verb counts", "acme-ledger-create", ["acme", "write", undefined]],
    ["stays open where its type has no verb", "acme-ledger", ["acme", undefined, undefined]],
    ["is named by its whole type where that begins with a mark", "_acme", ["_acme", undefined, undefined]],
  ];
  test.each(cases)("%s", (_, type, system) => {
    const reading = read(placed(type, { server: "c" }), settings);
    expect(systemsOf(reading)).toEqual([system]);
    expect(openIn(reading)).toEqual([["unknown-connector", type]]);
    expect(reading.profile.partial).toContain("/integrations");
  });

  test("without settings is no system, and the systems stay unknown", () => {
    const reading = read(placed("acme-ledger", { tls: "c", proxy: "c" }), settings);
    expect(reading.profile.integrations).toBeUndefined();
    expect(reading.profile.automation?.ai).toBeUndefined();
    expect(openIn(reading)).toEqual([["unknown-connector", "acme-ledger"]]);
  });
});

describe("what starts a flow", () => {
  const cases: readonly (readonly [string, object, string, string])[] = [
    ["a request", placed("http in", { url: "/a" }), "webhook", "request"],
    ["a plan of times", placed("cronplus"), "schedule", "schedule"],
    ["a timer", placed("bigtimer"), "schedule", "schedule"],
    ["a repeated injection", placed("inject", { repeat: "60" }), "schedule", "schedule"],
    ["an injection at certain times", placed("inject", { crontab: "0 6 * * *" }), "schedule", "schedule"],
    ["an injection by hand", placed("inject", { repeat: "", crontab: "" }), "manual", "person"],
    ["a button of a dashboard", placed("ui_button"), "app", "person"],
    ["a map that somebody clicks on", placed("worldmap in"), "app", "person"],
    ["a message", placed("mqtt in"), "event", "event"],
  ];
  test.each(cases)("%s", (_, given, kind, trigger) => {
    const { profile } = read(given);
    expect(profile.automation?.triggers).toEqual([trigger]);
    expect(profile.extensions?.artifact).toMatchObject({
      triggers: [kind],
      eventDriven: kind === "event" || kind === "webhook",
    });
  });

  test("an entrance has the name of its node, its address, or that of its type", () => {
    const names = [{ name: "Order", url: "/a" }, { url: "/a" }, {}].map(
      (fields) => read(placed("http in", fields)).profile.entrances?.[0]?.name,
    );
    expect(names).toEqual(["Order", "/a", "http in"]);
  });
});

describe("what else the nodes tell", () => {
  test("a command may reach anything, so neither the systems nor models are told", () => {
    const { profile } = read(placed("exec", { name: "Restart", command: "sh" }));
    expect(profile.parts).toEqual([{ name: "Restart", kind: "scripts" }]);
    expect([profile.integrations, profile.automation?.ai]).toEqual([undefined, undefined]);
    const harmless = read(placed("function", { func: "return msg" })).profile;
    expect([harmless.integrations, harmless.automation?.ai]).toEqual([[], "none"]);
  });

  test("a pause lets the work go on after the call", () => {
    const waiting = read(placed("delay"), placed("GSheet")).profile;
    expect(waiting.integrations?.[0]?.asynchronous).toBe(true);
    expect(waiting.extensions?.artifact).toMatchObject({ asynchronous: true });
    expect(read(placed("GSheet")).profile.extensions?.artifact).toMatchObject({ asynchronous: false });
  });

  test.each([
    ["a system", "GSheet", "/0/apiKey"],
    ["a request", "http request", "/0/apiKey"],
    ["a block that reaches nothing", "jwt_sign", "/0/apiKey"],
  ])("a secret in %s is told with its place and never copied", (_, type, pointer) => {
    const reading = read(placed(type, { apiKey: "0123456789" }));
    expect(reading.profile.extensions?.artifact).toMatchObject({ secretsInFile: true });
    expect(reading.evidence.find((each) => each.pointer === "/extensions/artifact/secretsInFile")?.at).toEqual({
      file: "flows.json",
      pointer,
    });
    expect(JSON.stringify(reading)).not.toContain("0123456789");
  });

  test("a secret that is taken from elsewhere is none in the file", () => {
    const reading = read(placed("GSheet", { apiKey: "{{env.KEY}}" }));
    expect(reading.profile.extensions?.artifact).toMatchObject({ secretsInFile: false });
  });

  test("a node that fetches a token asks the host that gives it", () => {
    const at = (fields: object) => read(placed("oauth2", { name: "Log in", ...fields }));
    const known = at({ access_token_url: "https://login.example.org/oauth2" });
    expect(systemsOf(known)).toEqual([["http:login.example.org", "read", "system-of-record"]]);
    expect(systemsOf(at({ accessTokenUrl: "https://login.example.org" }))).toEqual(systemsOf(known));
    expect(at({}).profile.integrations).toEqual([]);
    const open = at({ access_token_url: "{{address}}" });
    expect(openIn(open)).toEqual([["dynamic-host", "Log in"]]);
    expect(open.profile.partial).toContain("/integrations");
  });

  test("the flows may come as the API wraps them, with entries that are no nodes", () => {
    const { profile, problems } = fromNodeRed(
      { flows: [null, 3, {}, placed("catch"), { ...placed("comment"), id: "c" }], rev: "1" },
      { file: "flows.json" },
    );
    expect([profile.size, profile.operation?.onError, problems]).toEqual([1, "handled", []]);
  });

  test("what is disabled counts for nothing: a node, a tab with its nodes", () => {
    const reading = read(
      { id: "tab", type: "tab", label: "Old", disabled: true },
      placed("mysql", { z: "tab", name: "Rows" }),
      { ...placed("GSheet", { name: "Sheet" }), d: true },
    );
    expect(openIn(reading)).toEqual([
      ["disabled", "Old"],
      ["disabled", "Rows"],
      ["disabled", "Sheet"],
    ]);
    expect([reading.profile.size, reading.profile.integrations]).toEqual([0, []]);
  });
});
