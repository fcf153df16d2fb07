import type { Policy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { runOn } from "./a-terminal.js";

const words = { title: "Many", why: "Sites differ." };
const policy: Policy = {
  id: "sites",
  version: "1.0.0",
  title: "By sites",
  facts: {
    sites: {
      question: "At how many sites is it used?",
      domain: { kind: "number", min: 0, whole: true, unit: "sites" },
      from: { read: "/extensions/sites" },
    },
  },
  tiers: ["local", "central"].map((id) => ({ id, title: id, advice: "Go on." })),
  criteria: [{ ...words, id: "many-sites", tier: "central", when: { fact: "sites", atLeast: 3 } }],
};
const app = (id: string, sites: unknown) => ({ id, name: id, extensions: { sites } });
const files = {
  "policy.json": JSON.stringify(policy),
  "other.json": JSON.stringify({ ...policy, id: "other", criteria: [] }),
  "app.json": JSON.stringify(app("rota", "many")),
  "apps.ndjson": [app("rota", 4), app("stock", "many"), app("pay", 1)].map((each) => JSON.stringify(each)).join("\n"),
  "timeline.json": JSON.stringify({ moments: [{ on: "2026-01-12", profile: app("rota", "many") }] }),
  "tests.json": JSON.stringify({
    tests: [
      { name: "words", profile: app("rota", "many"), expect: { invalid: { at: "/extensions/sites" } } },
      { name: "a few", profile: app("rota", 4), expect: { tier: "central" } },
    ],
  }),
};
const run = (...argv: readonly string[]) => runOn(files, argv);
const expected = 'Expected a whole number from 0 on, but saw "many".';

describe("what is no value of a policy's own fact is told with its place", () => {
  test.each([
    ["explain", ["explain", "app.json", "--to", "local", "--policy", "policy.json"], "app.json, at /extensions/sites"],
    ["ask", ["ask", "app.json", "--policy", "policy.json"], "app.json, at /extensions/sites"],
    [
      "backtest",
      ["backtest", "timeline.json", "--policy", "policy.json"],
      "timeline.json, at /moments/0/profile/extensions/sites",
    ],
    [
      "backtest against another",
      ["backtest", "timeline.json", "--policy", "other.json", "--against", "policy.json"],
      "timeline.json, at /moments/0/profile/extensions/sites",
    ],
  ])("%s", async (_, argv, place) => {
    expect(await run(...argv)).toMatchObject({ code: 2, printed: "", complained: `${place}: ${expected}\n` });
  });

  test("and no other app is left out for it", async () => {
    const { code, printed, complained } = await run("classify", "apps.ndjson", "--policy", "policy.json", "--json");
    const told = printed
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(told.map(({ app: id, tier }) => [id, tier])).toEqual([
      ["rota", "central"],
      ["pay", "local"],
    ]);
    expect([code, complained]).toEqual([2, `apps.ndjson, line 2, at /extensions/sites: ${expected}\n`]);
  });

  test("of an app that two policies look at once", async () => {
    const { complained, printed } = await run("diff", "policy.json", "other.json", "--portfolio", "apps.ndjson");
    expect(complained).toBe(`apps.ndjson, line 2, at /extensions/sites: ${expected}\n`);
    expect(printed).toContain("rota");
  });
});

test("a test can expect that a value is none", async () => {
  expect(await run("test", "tests.json", "--policy", "policy.json")).toMatchObject({ code: 0 });
});

test("where no review is, none is due", async () => {
  const { code, complained } = await run("review", "app.json", "--policy", "policy.json");
  expect(code).toBe(2);
  expect(complained).toContain("This policy has no reviews, so none is due.");
});
