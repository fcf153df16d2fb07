import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openApi, shown, tokenOf } from "./api.mjs";

const asPerson = { accept: "text/html" };
const form = { ...asPerson, "content-type": "application/x-www-form-urlencoded" };
const odd = { id: "<i>odd/id&?</i>", name: '<script>alert("1")</script>', data: [{ class: "health" }] };

let api;
let cookie;

const look = (url, headers = {}) => api.service.inject({ url, headers: { ...asPerson, ...headers } });
const signIn = (token, headers = {}) =>
  api.service.inject({
    method: "POST",
    url: "/login",
    headers: { ...form, ...headers },
    payload: new URLSearchParams({ token }).toString(),
  });

before(async () => {
  api = await openApi();
  await api.ask("PUT", "/apps/rota", { body: { id: "rota", name: "Rota", audience: { users: 140 } } });
  await api.ask("PUT", "/apps/rota", {
    body: { id: "rota", name: "Rota", audience: { users: 20 } },
    seen: 1,
    as: "Ward clerk",
  });
  await api.ask("PUT", `/apps/${encodeURIComponent(odd.id)}`, { body: odd });
  const opening = { need: { what: "Shifts.", of: "Ward" }, builder: null, recognisedBy: "business" };
  await api.ask("POST", "/apps/rota/cases", { body: opening, as: "Ward lead" });
  const scope = { users: 50, systems: [], data: ["general"], environment: "production" };
  await api.ask("POST", "/apps/rota/approvals", {
    body: { review: "production-readiness", answers: { readiness: "met", support: shown, failure: "met" }, scope },
  });
  const answer = await signIn(tokenOf("Dashboard"));
  cookie = answer.headers["set-cookie"].split(";")[0];
});
after(() => api.close());

describe("signing in", () => {
  test("is asked of whoever is not known", async () => {
    for (const url of ["/", "/page/audit", "/page/apps/rota"]) {
      const { statusCode, headers } = await look(url);
      assert.deepEqual([statusCode, headers.location], [303, "/login"]);
    }
    assert.equal((await look("/login")).statusCode, 200);
  });

  test("sets a cookie that no script reads, that no other site sends along, and that is not the token", async () => {
    const { statusCode, headers } = await signIn(` ${tokenOf("Dashboard")} `);
    assert.deepEqual([statusCode, headers.location], [303, "/"]);
    assert.match(headers["set-cookie"], /; Path=\/; HttpOnly; SameSite=Strict$/);
    assert.ok(!headers["set-cookie"].includes(tokenOf("Dashboard")));
  });

  test("sets a cookie that is only sent encrypted, where a proxy says that it came so", async () => {
    const proxied = await openApi(undefined, { trustProxy: true });
    const { headers } = await proxied.service.inject({
      method: "POST",
      url: "/login",
      headers: { ...form, "x-forwarded-proto": "https" },
      payload: `token=${tokenOf("Dashboard")}`,
    });
    assert.match(headers["set-cookie"], /; Secure/);
    await proxied.close();
  });

  test("is refused with a wrong token, and from another site", async () => {
    for (const token of ["", "wrong", "x".repeat(3_000)]) {
      const { statusCode, headers, body } = await signIn(token);
      assert.deepEqual([statusCode, headers["set-cookie"]], [401, undefined]);
      assert.match(body, /Nobody has this token/);
    }
    const elsewhere = await signIn(tokenOf("Dashboard"), { "sec-fetch-site": "cross-site" });
    assert.deepEqual([elsewhere.statusCode, elsewhere.headers["set-cookie"]], [403, undefined]);
  });

  test("does not count with a cookie that somebody made", async () => {
    const [name, value] = cookie.split("=");
    const [id, until] = decodeURIComponent(value).split(".");
    for (const forged of ["", id, `${id}.${until}`, `${id}.${Number(until) + 1}.${"a".repeat(43)}`, `${value}x`]) {
      assert.equal((await look("/", { cookie: `${name}=${encodeURIComponent(forged)}` })).statusCode, 303);
    }
  });

  test("is for looking: what changes something asks for a token", async () => {
    const answer = await api.service.inject({
      method: "PUT",
      url: "/apps/new",
      headers: { cookie },
      payload: { id: "new", name: "New" },
    });
    assert.equal(answer.statusCode, 401);
  });

  test("ends when a person signs out", async () => {
    const { statusCode, headers } = await api.service.inject({
      method: "POST",
      url: "/logout",
      headers: { ...form, cookie },
      payload: "",
    });
    assert.deepEqual([statusCode, headers.location], [303, "/login"]);
    assert.match(headers["set-cookie"], /^intake=; .*Expires=Thu, 01 Jan 1970/);
  });
});

describe("the pages", () => {
  test("show every app with its load line, a page at a time", async () => {
    const { statusCode, body } = await look("/", { cookie });
    assert.equal(statusCode, 200);
    assert.equal(body.match(/class="plimsoll-load-line"/g).length, 2);
    assert.ok(body.includes('href="/page/apps/rota"'));
    assert.ok(body.includes(`href="/page/apps/${encodeURIComponent(odd.id)}"`));
    const after = await look("/?after=zzz", { cookie });
    assert.match(after.body, /These were all of them/);
  });

  test("show one app with its questions, its history, its approvals and its cases", async () => {
    const { body } = await look("/page/apps/rota", { cookie });
    for (const told of [
      "Ask this first",
      "Citizen, could still be Professional",

      "IT review, could still be Professional",
      "submitted by Ward clerk",
      "production-readiness",
      "opened",
      "by Ward lead",
    ]) {
      assert.ok(body.includes(told), told);
    }
    const early = await look("/page/apps/rota?before=2", { cookie });
    assert.ok(!early.body.includes("submitted by Ward clerk"));
  });

  test("show the audit with the heat map, and which apps to look at first", async () => {
    const { body } = await look("/page/audit?capacity=1", { cookie });
    assert.match(body, /class="plimsoll-heat-map"/);
    assert.equal(body.match(/<li>/g).length, 1);
  });

  test("show names as they are, whatever they try to be", async () => {
    for (const url of ["/", "/page/audit", `/page/apps/${encodeURIComponent(odd.id)}`]) {
      const { body } = await look(url, { cookie });
      assert.ok(!body.includes("<script") && !body.includes("<i>odd"), url);
      assert.ok(body.includes("&lt;script&gt;"), url);
    }
  });

  test("need no script and no exception from the content security policy", async () => {
    for (const url of ["/", "/page/audit", "/page/apps/rota", "/login", "/page/apps/nobody"]) {
      const { body, headers } = await look(url, { cookie });
      assert.doesNotMatch(headers["content-security-policy"], /unsafe|nonce|sha256|\*|https?:|data:/);
      assert.match(headers["content-security-policy"], /default-src 'none'/);
      assert.doesNotMatch(body, /<script|<style|\sstyle=|\son\w+=|javascript:/);
      assert.match(headers["content-type"], /^text\/html/);
    }
  });

  test("tell what does not work to people on a page, and to programs as a problem document", async () => {
    const page = await look("/page/apps/nobody", { cookie });
    assert.equal(page.statusCode, 404);
    assert.match(page.body, /There is no app &quot;nobody&quot;/);
    assert.equal((await look("/?after=%00", { cookie })).statusCode, 422);
    const program = await look("/page/apps/nobody", { cookie, accept: "application/json" });
    assert.match(program.headers["content-type"], /problem\+json/);
  });

  test("are answered with headers that keep them to themselves", async () => {
    const { headers } = await look("/", { cookie });
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["referrer-policy"], "no-referrer");
    assert.equal(headers["cache-control"], "private, no-store");
    assert.match((await look("/style.css")).headers["content-type"], /^text\/css/);
  });
});
