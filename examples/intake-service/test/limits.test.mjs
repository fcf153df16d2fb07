import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { after, before, describe, test } from "node:test";
import { limits } from "../src/limits.js";
import { most } from "../src/registry.js";
import { openApi, shown, temporaryFolder, tokenOf } from "./api.mjs";
import { startProcess } from "./process.mjs";

const authorization = `Authorization: Bearer ${tokenOf("IT operations")}`;

/** Sends bytes on a connection of their own, and resolves to all that came back once it was closed. */
async function send(port, text, { isEnded = false } = {}) {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(text);
  if (isEnded) socket.end();
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  await once(socket, "close");
  return answer;
}

/** The status and the problem document of an answer as it came over the wire. */
function problemOf(answer) {
  const [head, body] = answer.split("\r\n\r\n");
  assert.match(head, /content-type: application\/problem\+json/i);
  return { status: Number(head.split(" ")[1]), ...JSON.parse(body) };
}

describe("a service that listens", () => {
  let api;
  let port;

  before(async () => {
    const quick = { headersTime: 300, requestTime: 600, requestsPerMinute: 1_000_000, signInsPerMinute: 3 };
    api = await openApi(undefined, { limits: { ...limits, ...quick } });
    await api.service.listen({ host: "127.0.0.1", port: 0 });
    ({ port } = api.service.server.address());
  });
  after(() => api.close());

  test("closes a connection whose headers come too slowly, and says so", async () => {
    assert.equal(problemOf(await send(port, "GET /apps HTTP/1.1\r\nHost: a\r\nX-Slow: ")).status, 408);
  });

  test("closes a connection whose body comes too slowly", async () => {
    const head = `PUT /apps/a HTTP/1.1\r\nHost: a\r\n${authorization}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`;
    assert.equal(problemOf(await send(port, head)).status, 408);
  });

  test("refuses headers that are too large", async () => {
    const answer = await send(port, `GET /apps HTTP/1.1\r\nHost: a\r\nX-Large: ${"x".repeat(limits.headers)}\r\n\r\n`);
    assert.equal(problemOf(answer).status, 431);
  });

  for (const [title, text] of [
    ["no HTTP", "Hello!\r\n\r\n"],
    ["a length that is none", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n"],
    ["two lengths", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    [
      "a length and chunks",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
    ["a header with a control character", "GET / HTTP/1.1\r\nHost: a\r\nX-Odd: \u0000\r\n\r\n"],
  ]) {
    test(`refuses ${title} with a problem document`, async () => {
      assert.equal(problemOf(await send(port, text)).status, 400);
    });
  }

  test("refuses a body that is too large, and does not read it from strangers", async () => {
    const body = JSON.stringify({ id: "a", name: "A".repeat(limits.body) });
    const put = (headers) =>
      fetch(`http://127.0.0.1:${port}/apps/a`, {
        method: "PUT",
        headers: { "content-type": "application/json", ...headers },
        body,
      });
    assert.equal((await put({ authorization: `Bearer ${tokenOf("Security")}` })).status, 413);
    assert.equal((await put({})).status, 401);
  });

  test("takes no more tries to sign in than its limit", async () => {
    const tryIt = () =>
      api.service.inject({
        method: "POST",
        url: "/login",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: "token=guess",
      });
    const statuses = [];
    for (let count = 0; count < 5; count++) statuses.push((await tryIt()).statusCode);
    assert.deepEqual(statuses, [401, 401, 401, 429, 429]);
  });
});

test("a caller that asks too often is asked to wait, and the others are not", async () => {
  const api = await openApi(undefined, { limits: { ...limits, requestsPerMinute: 3 } });
  for (let count = 0; count < 3; count++) assert.equal((await api.ask("GET", "/apps")).status, 200);
  const refused = await api.ask("GET", "/apps");
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers["retry-after"]) > 0);
  assert.equal((await api.ask("GET", "/apps", { as: "Dashboard" })).status, 200);
  // Strangers are counted too, wherever they knock.
  for (let count = 0; count < 3; count++) await api.ask("GET", "/apps", { as: null });
  assert.equal((await api.ask("GET", "/apps", { as: null })).status, 429);
  assert.equal((await api.service.inject("/nowhere")).statusCode, 429);
  await api.close();
});

test("an app is given as many approvals and cases as are kept, and no more", async () => {
  const api = await openApi();
  await api.ask("PUT", "/apps/rota", { body: { id: "rota", name: "Rota" } });
  const scope = { users: 50, systems: [], data: ["general"], environment: "production" };
  const held = { review: "production-readiness", answers: { readiness: "met", support: shown, failure: "met" }, scope };
  const opening = { need: { what: "Shifts.", of: "Ward" }, builder: null, recognisedBy: "business" };
  for (const [path, count, body] of [
    ["approvals", most.approvals, held],
    ["cases", most.cases, opening],
  ]) {
    const add = () => api.ask("POST", `/apps/rota/${path}`, { body });
    const statuses = await Promise.all(Array.from({ length: count }, async () => (await add()).status));
    assert.ok(statuses.every((status) => status === 201));
    assert.equal((await add()).status, 409);
    assert.equal((await api.ask("GET", `/apps/rota/${path}`)).body.length, count);
  }
  await api.close();
});

test("no more audits wait than the limit says, and one that takes too long is stopped", async () => {
  const api = await openApi(undefined, { limits: { ...limits, auditsWaiting: 2 } });
  const answers = await Promise.all(Array.from({ length: 6 }, () => api.ask("GET", "/audit")));
  const statuses = new Set(answers.map(({ status }) => status));
  assert.deepEqual([...statuses].sort(), [200, 503]);
  await api.close();
  const hasty = await openApi(undefined, { limits: { ...limits, auditTime: 1 } });
  assert.equal((await hasty.ask("GET", "/audit")).status, 503);
  await hasty.close();
});

for (const signal of ["SIGTERM", "SIGINT"]) {
  test(`${signal} ends the process within 5 seconds, whatever hangs`, async () => {
    const { folder, remove } = temporaryFolder();
    const { port, child, ended } = await startProcess(`${folder}/intake.db`);
    const hanging = [
      "",
      "GET /apps HTTP/1.1\r\nHost: a\r\n",
      "PUT /apps/a HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
    ];
    const sockets = hanging.map((text) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(text);
      return socket;
    });
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    const begun = performance.now();
    child.kill(signal);
    const [code] = await ended;
    const seconds = (performance.now() - begun) / 1_000;
    assert.equal(code, 0);
    assert.ok(seconds < 5, `it took ${seconds} s`);
    for (const socket of sockets) socket.destroy();
    remove();
  });
}
