/** Requests that nobody would send in good faith: each is answered with a status that the document tells, and never with 500. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { openApi, operationOf, tokenOf } from "./api.mjs";
import { databases } from "./databases.mjs";

/** How many requests of each kind; INTAKE_HOSTILE asks for more. */
const numRuns = Number(process.env.INTAKE_HOSTILE ?? 150);

const rota = {
  id: "rota",
  name: "Rota",
  integrations: [{ system: "ERP", direction: "read" }],
  data: [{ class: "general" }],
};
const bodies = {
  "PUT /apps/rota": rota,
  "POST /apps/rota/approvals": {
    review: "production-readiness",
    answers: { readiness: "met", support: { accepted: "The team lead is called." }, failure: "met" },
    scope: { users: 50, systems: [{ system: "ERP", direction: "read" }], data: ["general"], environment: "production" },
    expiresOn: "2026-06-01",
  },
  "POST /apps/rota/authorizations": { kind: "connect", integration: { system: "ERP", direction: "write" } },
  "POST /apps/rota/cases": {
    need: { what: "Shifts.", of: "Ward" },
    builder: "Ward clerk",
    recognisedBy: "business",
  },
  "POST /cases/{case}/events": { kind: "preserved", how: "It runs on." },
};
const reads = [
  "/apps",
  "/apps/rota",
  "/apps/rota/history",
  "/apps/rota/reviews",
  "/apps/rota/approvals",
  "/apps/rota/cases",
  "/audit",
  "/cases/{case}",
];

const odd = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202e",
  "__proto__",
  "constructor",
  "2026-02-30",
  [],
  {},
  [[]],
];
const oddKeys = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "",
  "\u0000",
  "by",
  "at",
  "id",
  "app",
  "$ref",
  "kind",
];
const oddTexts = [
  "\u0000",
  "'",
  '"',
  "../..",
  "%",
  "\\",
  "€".repeat(700),
  "😀".repeat(900),
  "a".repeat(2_001),
  ".",
  " ",
  "\u202e",
  "'; drop table apps; --",
];

/** A place in a value, by which everything in it can be reached. */
const placesIn = (value, place = []) =>
  typeof value === "object" && value !== null
    ? [place, ...Object.keys(value).flatMap((key) => placesIn(value[key], [...place, key]))]
    : [place];

function replaced(value, [key, ...rest], other) {
  if (key === undefined) return other;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = replaced(copy[key], rest, other);
  return copy;
}

/** A body that is right but for one place, where there is something else, or something more. */
const nearly = (body) =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...placesIn(body)), fc.oneof(fc.constantFrom(...odd), fc.jsonValue({ maxDepth: 3 })))
      .map(([place, other]) => JSON.stringify(replaced(body, place, other))),
    fc
      .tuple(fc.constantFrom(...oddKeys), fc.constantFrom(...odd))
      .map(([key, value]) => `{${JSON.stringify(key)}:${JSON.stringify(value)},${JSON.stringify(body).slice(1)}`),
    fc
      .tuple(fc.nat(), fc.nat())
      .map(
        ([at, length]) =>
          JSON.stringify(body).slice(0, at % 200) + JSON.stringify(body).slice((at % 200) + (length % 5)),
      ),
  );

const depth = 50_000;
const wholes = [
  "",
  " ",
  "null",
  "[]",
  "7",
  '"text"',
  "{",
  "\ufeff{}",
  '{"id":"rota","id":"other","name":"Rota"}',
  '{"__proto__":{"by":"IT operations"}}',
  '{"constructor":{"prototype":{"by":"x"}}}',
  "[".repeat(depth) + "]".repeat(depth),
  `${'{"a":'.repeat(depth / 2)}1${"}".repeat(depth / 2)}`,
  `{"id":"rota","name":"Rota","extensions":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`,
  `{"id":"rota","name":"Rota","integrations":[${Array(60_000).fill("{}").join(",")}]}`,
  `{"id":"rota","name":"Rota","data":[${Array(60_000).fill("[]").join(",")}]}`,
  `{"answers":{${Array.from({ length: 15_000 }, (_, index) => `"a${index}":1`).join(",")}}}`,
  `{"id":"rota","name":"${"a".repeat(200_000)}"}`,
  `{${Array.from({ length: 15_000 }, (_, index) => `"k${index}":1`).join(",")}}`,
  `"${"a".repeat(300_000)}"`,
  Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
];

const contentTypes = [
  "application/json",
  "application/json; charset=utf-16",
  "APPLICATION/JSON",
  "text/plain",
  "text/html",
  "application/xml",
  "multipart/form-data; boundary=a",
  "application/x-www-form-urlencoded",
  "application/problem+json",
  "application/json/json",
  ";",
  "a",
  "application/json, text/plain",
];
const ifMatches = [
  "*",
  '"1"',
  "1",
  'W/"1"',
  '"0"',
  '"01"',
  '"-1"',
  '""',
  '"1", "2"',
  `"${"9".repeat(400)}"`,
  '"999999999"',
  '"9999999999"',
  "\u00ff",
  '"1e9"',
  '"0x1"',
];

for (const { name, skip, start } of databases) {
  describe(`with ${name}`, { skip }, () => {
    let server;
    let api;
    let caseId;

    before(async () => {
      server = start();
      api = await openApi(server.newUrl("hostile"));
      await api.ask("PUT", "/apps/rota", { body: rota });
      caseId = (await api.ask("POST", "/apps/rota/cases", { body: bodies["POST /apps/rota/cases"] })).body.case.id;
    });
    after(async () => {
      await api.close();
      server.stop();
    });

    const token = { authorization: `Bearer ${tokenOf("IT operations")}` };

    /** Holds an answer to the document, where it tells of such a request; and to a problem document elsewhere. */
    function assertTold(method, url, answer) {
      assert.notEqual(answer.statusCode, 500, `${method} ${url.slice(0, 200)}: ${answer.body.slice(0, 200)}`);
      if (operationOf(api.service.swagger(), method, url)) return api.conforms(method, url, answer);
      if (answer.statusCode >= 400) assert.match(answer.headers["content-type"], /problem\+json/);
    }

    async function send(request, { headers, body } = {}) {
      const [method, path] = request.replace("{case}", caseId).split(" ");
      const sent = { "content-type": "application/json", ...token, ...headers };
      const answer = await api.service.inject({
        method,
        url: path,
        headers: sent,
        ...(body !== undefined && { payload: body }),
      });
      assertTold(method, path, answer);
      return answer.statusCode;
    }

    for (const [request, body] of Object.entries(bodies)) {
      test(`${request} takes any body that is nearly right`, async () => {
        const seen = new Set();
        const tried = fc.asyncProperty(
          nearly(body),
          fc.constantFrom(...ifMatches, undefined),
          async (text, ifMatch) => {
            const headers = request.endsWith("cases") || ifMatch === undefined ? {} : { "if-match": ifMatch };
            seen.add(await send(request, { body: text, headers }));
          },
        );
        await fc.assert(tried, { numRuns });
        assert.ok(seen.has(422) && seen.size > 1, [...seen].join());
      });

      test(`${request} takes any body that is none`, async () => {
        for (const whole of wholes) {
          const status = await send(request, { body: whole, headers: { "if-match": '"1"' } });
          assert.ok(status >= 400, `${status}: ${String(whole).slice(0, 80)}`);
        }
      });

      test(`${request} takes any type of content`, async () => {
        for (const type of contentTypes) {
          const status = await send(request, { body: "{}", headers: { "content-type": type } });
          assert.ok(status >= 400, `${status}: ${type}`);
        }
      });
    }

    test("any id, in the address and in a profile, is stored and found, or refused", async () => {
      const ids = fc.oneof(
        fc.constantFrom(...oddTexts),
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      );
      const kept = new Set();
      const tried = fc.asyncProperty(ids, async (text) => {
        const id = text.toWellFormed();
        const url = `/apps/${encodeURIComponent(id)}`;
        const answer = await api.service.inject({ method: "PUT", url, headers: token, payload: { id, name: "Odd" } });
        assertTold("PUT", url, answer);
        assertTold("GET", `${url}/history`, await api.service.inject({ url: `${url}/history`, headers: token }));
        const after = `/apps?after=${encodeURIComponent(id)}`;
        assertTold("GET", after, await api.service.inject({ url: after, headers: token }));
        if (answer.statusCode !== 201) return;
        kept.add(id);
        const found = await api.service.inject({ url, headers: token });
        assert.equal(found.json().profile.id, id);
      });
      await fc.assert(tried, { numRuns });
      // Each of them is another app, and the list has all of them, each once.
      const listed = [];
      for (let after = ""; after !== null; ) {
        const { apps, after: next } = (await api.ask("GET", `/apps?most=200&after=${encodeURIComponent(after)}`)).body;
        listed.push(...apps.map(({ app }) => app));
        after = next;
      }
      assert.deepEqual(listed.filter((id) => kept.has(id)).sort(), [...kept].sort());
    });

    test("any query and any address is answered", async () => {
      const names = ["after", "most", "before", "milestone", "capacity", "since", "asOf", "__proto__", "after[]", ""];
      const values = [
        "",
        "0",
        "-1",
        "1e9",
        "999999999999999999999",
        "NaN",
        "%00",
        "%",
        "%ff",
        "2026-02-30",
        "2999-01-01",
        "0000-01-01",
        "deploy",
        "__proto__",
        "a".repeat(5_000),
        "%F0%9F%98%80",
      ];
      const query = fc
        .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)), { maxLength: 4 })
        .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join("&"));
      const tried = fc.asyncProperty(fc.constantFrom(...reads), query, async (path, text) => {
        await send(`GET ${path}?${text}`);
      });
      await fc.assert(tried, { numRuns });
      for (const path of [
        "/%",
        "/apps/%E0%A4%A",
        "/apps/%00",
        "/apps//",
        "//",
        "/apps/a/b/c",
        `/apps/${"a".repeat(20_000)}`,
        "/cases/%00",
        "/cases/..%2f",
        "/apps/rota%2Fhistory",
      ]) {
        for (const method of ["GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD"]) {
          const answer = await api.service.inject({ method, url: path, headers: token });
          assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${method} ${path}: ${answer.statusCode}`);
          if (method !== "HEAD") assert.match(answer.headers["content-type"], /problem\+json/, `${method} ${path}`);
        }
      }
    });

    test("what was asked for by name is refused as it should be", async () => {
      assert.equal(await send("GET /apps?after=%00"), 422);
      assert.equal(
        await send("PUT /apps/rota", { body: JSON.stringify(rota), headers: { "if-match": `"${"9".repeat(400)}"` } }),
        400,
      );
      assert.equal(
        await send("PUT /apps/rota", { body: JSON.stringify(rota), headers: { "if-match": '"999999999"' } }),
        412,
      );
      const long = "€".repeat(2_000);
      const url = `/apps/${encodeURIComponent(long)}`;
      assert.equal(await send(`PUT ${url}`, { body: JSON.stringify({ id: long, name: "Long" }) }), 201);
      assert.equal(await send(`GET ${url}`), 200);
    });

    test("after all of it, the service answers as before", async () => {
      const { status, body } = await api.ask("GET", "/audit");
      assert.deepEqual([status, body.brokenOff, body.summary.unreadable], [200, null, 0]);
      assert.equal((await api.ask("GET", "/apps/rota")).status, 200);
    });
  });
}
