import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createCallers, describeCaller } from "../src/callers.js";
import { limits } from "../src/limits.js";
import { readSettings } from "../src/settings.js";
import { openApi, shown, temporaryFolder, tokenOf } from "./api.mjs";

const rota = { id: "rota", name: "Rota", audience: { users: 140 } };
const held = {
  review: "production-readiness",
  answers: { readiness: "met", support: shown, failure: "met" },
  scope: { users: 200, systems: [], data: ["general"], environment: "production" },
};
const opening = {
  need: { what: "Shifts are planned on one page.", of: "Ward team" },
  builder: "Ward clerk",
  recognisedBy: "business",
};

let api;

before(async () => {
  api = await openApi();
  await api.ask("PUT", "/apps/rota", { body: rota });
});
after(() => api.close());

describe("a caller", () => {
  const requests = [
    ["GET", "/apps"],
    ["GET", "/apps/rota"],
    ["GET", "/audit"],
    ["PUT", "/apps/other", { id: "other", name: "Other" }],
    ["POST", "/apps/rota/approvals", held],
    ["POST", "/apps/rota/cases", opening],
  ];

  for (const [method, url, body] of requests) {
    test(`is known, or refused: ${method} ${url}`, async () => {
      const nobody = await api.ask(method, url, { body, as: null });
      assert.deepEqual([nobody.status, nobody.headers["www-authenticate"]], [401, "Bearer"]);
      for (const authorization of [
        "Bearer wrong",
        "Bearer ",
        "Basic dTpw",
        `bearer${tokenOf("Dashboard")}`,
        "x".repeat(9_000),
      ]) {
        const stranger = await api.ask(method, url, { body, as: null, headers: { authorization } });
        assert.equal(stranger.status, 401, authorization);
      }
    });
  }

  for (const [method, url, body] of requests.slice(3)) {
    test(`that may only look changes nothing: ${method} ${url}`, async () => {
      const { status, body: problem } = await api.ask(method, url, { body, as: "Dashboard" });
      assert.equal(status, 403);
      assert.match(problem.title, /Dashboard/);
    });
  }

  test("that may only look does look, and asks whether something may be done", async () => {
    assert.equal((await api.ask("GET", "/apps/rota", { as: "Dashboard" })).status, 200);
    const asked = await api.ask("POST", "/apps/rota/authorizations", { body: { kind: "deploy" }, as: "Dashboard" });
    assert.equal(asked.body.decision, "review");
  });

  test("gives approvals in its own role, and is refused when that is none of the review's approvers", async () => {
    const given = await api.ask("POST", "/apps/rota/approvals", { body: held });
    assert.deepEqual([given.status, given.body.by], [201, "IT operations"]);
    const other = await api.ask("POST", "/apps/rota/approvals", { body: held, as: "Ward clerk" });
    assert.equal(other.status, 403);
    assert.match(other.body.title, /IT operations/);
  });

  test("cannot say that it is somebody else", async () => {
    const approval = await api.ask("POST", "/apps/rota/approvals", {
      body: { ...held, by: "IT operations" },
      as: "Ward clerk",
    });
    assert.deepEqual([approval.status, approval.body.problems[0].pointer], [422, "/by"]);
    const opened = await api.ask("POST", "/apps/rota/cases", {
      body: { ...opening, by: "IT director" },
      as: "Ward clerk",
    });
    assert.deepEqual([opened.status, opened.body.problems[0].pointer], [422, "/by"]);
    const { body } = await api.ask("POST", "/apps/rota/cases", { body: opening, as: "Ward clerk" });
    assert.equal(body.case.events[0].by, "Ward clerk");
    const event = { kind: "preserved", by: "IT director", how: "It runs on." };
    const moved = await api.ask("POST", `/cases/${body.case.id}/events`, { body: event, seen: 1, as: "Ward clerk" });
    assert.deepEqual([moved.status, moved.body.problems[0].pointer], [422, "/by"]);
  });

  test("cannot date what happened", async () => {
    const { status, body } = await api.ask("POST", "/apps/rota/approvals", { body: { ...held, on: "2020-01-01" } });
    assert.deepEqual([status, body.problems[0].pointer], [422, "/on"]);
  });

  test("stands in the history of what it submitted", async () => {
    await api.ask("PUT", "/apps/rota", { body: { ...rota, audience: { users: 20 } }, seen: 1, as: "Ward clerk" });
    const { body } = await api.ask("GET", "/apps/rota/history");
    assert.deepEqual(
      body.submissions.map(({ revision, by, tier }) => [revision, by, tier]),
      [
        [2, "Ward clerk", "citizen"],
        [1, "IT operations", "it-review"],
      ],
    );
    const earlier = (await api.ask("GET", "/apps/rota/history?before=2&most=1")).body;
    assert.deepEqual([earlier.submissions.map(({ revision }) => revision), earlier.before], [[1], 1]);
    assert.equal((await api.ask("GET", "/apps/nobody/history")).status, 404);
  });
});

describe("an open service", () => {
  let open;
  before(async () => {
    open = await openApi(undefined, { callers: undefined });
  });
  after(() => open.close());

  test("takes a caller's word for its role", async () => {
    await open.ask("PUT", "/apps/rota", { body: rota, as: null });
    const headers = { "intake-role": "IT operations" };
    const given = await open.ask("POST", "/apps/rota/approvals", { body: held, as: null, headers });
    assert.deepEqual([given.status, given.body.by], [201, "IT operations"]);
    assert.equal((await open.ask("POST", "/apps/rota/approvals", { body: held, as: null })).status, 403);
  });
});

describe("the settings", () => {
  const file = (name) => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

  test("say who may call: nothing starts open by accident", () => {
    assert.throws(() => readSettings([], {}), /Who may call/);
    assert.throws(() => readSettings([], { INTAKE_OPEN: "0" }), /Who may call/);
    assert.throws(() => readSettings(["--open"], { INTAKE_CALLERS: "callers.json" }), /exclude each other/);
    assert.throws(() => readSettings([], { INTAKE_CALLERS: "nowhere.json" }), /"nowhere.json" cannot be read/);
    assert.throws(() => readSettings(["--open"], { PORT: "http" }), /PORT is to be a whole number/);
    assert.equal(readSettings(["--open"], {}).callers, undefined);
    assert.equal(readSettings([], { INTAKE_OPEN: "1" }).callers, undefined);
  });

  test("of a service that is not told are asked for, and it ends with 2", () => {
    const { status, stderr } = spawnSync(process.execPath, [file("server.js")], { env: { PATH: process.env.PATH } });
    assert.equal(status, 2);
    assert.match(String(stderr), /Who may call/);
  });

  for (const list of [
    {},
    [],
    [{ role: "A" }],
    [{ role: "A", may: ["fly"], sha256: "0".repeat(64) }],
    [describeCaller("\n", [], "t")],
  ]) {
    test(`hold a list of callers that is one, not ${JSON.stringify(list)}`, () => {
      assert.throws(() => createCallers(list), /The list of callers/);
    });
  }

  test("get a new caller with a token that is kept nowhere", () => {
    const { folder, remove } = temporaryFolder();
    const list = join(folder, "callers.json");
    const make = (...words) => spawnSync(process.execPath, [file("new-caller.js"), ...words], { encoding: "utf8" });
    const token = make(list, "IT operations", "read", "approve").stdout.trim();
    const other = make(list, "Dashboard", "read").stdout.trim();
    const { callers } = readSettings([], { INTAKE_CALLERS: list });
    assert.deepEqual(callers.byToken(token)?.may, ["read", "approve"]);
    assert.equal(callers.byToken(other)?.role, "Dashboard");
    assert.equal(callers.byToken(`${other} `), undefined);
    assert.ok(!readFileSync(list, "utf8").includes(token));
    assert.equal(statSync(list).mode & 0o077, 0);
    assert.equal(make(list, "Dashboard", "fly").status, 2);
    assert.equal(make(list).status, 2);
    remove();
  });

  test("leave room for the longest id that a profile may have", () => {
    assert.ok(limits.headers > 2_000 * "%E2%82%AC".length + 4_000);
  });
});
