import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Policy } from "plimsoll";
import { afterAll, describe, expect, test } from "vitest";
import { commands } from "../../../src/cli/commands.js";
import { runOn } from "../a-terminal.js";

const folder = mkdtempSync(join(tmpdir(), "facts-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a module, and gives its place. */
function written(name: string, code: string): string {
  const file = join(folder, name);
  writeFileSync(file, code);
  return file;
}

const fact = `{
  question: "How many pages does it have?",
  domain: { kind: "number", min: 0, whole: true, unit: "pages" },
  cost: 1,
  changeable: true,
  risk: "rising",
  answerAt: ["/extensions/pages"],
  derive: ({ extensions: { pages } = {} }) =>
    typeof pages === "number" ? { kind: "exact", value: pages } : { kind: "unknown" },
}`;
const good = written("facts.mjs", `export const facts = { pages: ${fact} };`);

const words = { title: "Long", why: "Nobody reads it." };
const policy: Policy = {
  id: "pages",
  version: "1.0.0",
  title: "By pages",
  tiers: ["short", "long"].map((id) => ({ id, title: id, advice: "Go on." })),
  criteria: [{ ...words, id: "many-pages", tier: "long", when: { fact: "pages", atLeast: 10 } }],
  audit: {
    everyDays: 90,
    points: { low: 1, medium: 2, high: 3 },
    checks: [
      { ...words, id: "long-check", advice: "Split it.", severity: "low", when: { fact: "pages", atLeast: 10 } },
    ],
  },
  reviews: [
    {
      id: "name",
      title: "Name",
      why: "Names stay.",
      milestone: "start",
      when: { fact: "pages", atLeast: 10 },
      checklist: [{ id: "short", question: "Is it short?" }],
      approvers: ["Editor"],
      minutes: 5,
      validFor: 90,
      covers: ["users"],
    },
  ],
};
const app = { id: "rota", name: "Rota", extensions: { pages: 23 } };
const other = { ...policy, id: "other", criteria: [] };
const files = Object.fromEntries(
  Object.entries({
    "policy.json": policy,
    "other.json": other,
    "app.json": app,
    "timeline.json": { moments: [{ on: "2026-01-12", profile: app }] },
    "tests.json": { tests: [{ name: "many pages", profile: app, expect: { tier: "long" } }] },
  }).map(([name, value]) => [name, JSON.stringify(value)]),
);

const byPolicy = ["--policy", "policy.json"];

/** Commands that ask a policy, and what each says where that asks for a fact that is code. */
const calls: Readonly<Record<string, readonly [argv: readonly string[], says: RegExp]>> = {
  classify: [["app.json", ...byPolicy], /How many pages does it have\? 23 pages; the line is 10 or more/],
  review: [["app.json", "--milestone", "start", ...byPolicy], /One review is due/],
  audit: [["app.json", ...byPolicy], /Rota/],
  guide: [byPolicy, /How many pages does it have\?/],
  backtest: [["timeline.json", ...byPolicy], /Long/],
  ask: [["app.json", ...byPolicy], /Rota: long/],
  explain: [["app.json", "--to", "long", ...byPolicy], /It is at long already/],
  lint: [["policy.json"], /Nothing to fix/],
  diff: [["policy.json", "other.json", "--portfolio", "app.json"], /Rota: long → short/],
  test: [["tests.json", ...byPolicy, "--coverage"], /1 test of 1 passed/],
};

describe("a module hands over facts that are code", () => {
  test.each(Object.entries(calls))("to plimsoll %s", async (name, [argv, says]) => {
    const { code, printed, complained } = await runOn(files, [name, ...argv, "--facts", good]);
    expect([code, complained]).toEqual([0, ""]);
    expect(printed).toMatch(says);
  });

  test.each(Object.entries(calls))("without which plimsoll %s cannot ask for them", async (name, [argv]) => {
    const { code, complained } = await runOn(files, [name, ...argv]);
    expect(code).toBe(2);
    expect(complained).toContain('There is no fact "pages".');
  });

  test("to every command that takes a policy", () => {
    const asking = commands.filter(
      ({ options, files: { written: taken } }) => options.policy || /POLICY|A B/.test(taken),
    );
    expect(asking.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(calls)));
    for (const { options } of asking) expect(options.facts?.kind).toBe("facts");
  });

  test.each([
    ["by name as the default", `export default { pages: ${fact} };`],
    [
      "beside the standard ones, from whatever copy of the package",
      `const users = {
        question: "How many?", domain: { kind: "number", min: 0, whole: true, unit: "people" }, cost: 5, changeable: true,
        risk: "rising", answerAt: ["/audience/users"],
        from: { read: "/audience/users", atLeast: ["/audience/peakConcurrent"], atMost: ["/audience/canOpen"] },
      };
      export const facts = { users, pages: ${fact} };`,
    ],
  ])("%s", async (says, code) => {
    const file = written(`${says.split(" ", 1)}.mjs`, code);
    expect(await runOn(files, ["classify", "app.json", ...byPolicy, "--facts", file])).toMatchObject({ code: 0 });
  });
});

describe("a fact of whatever domain, made by whatever copy of the package", () => {
  const withDomain = (domain: string) => `export const facts = { sites: { ...${fact}, domain: ${domain} } };`;
  const fit: readonly (readonly [string, string])[] = [
    ["ordinal", '{ kind: "ordinal", levels: ["few", "many"] }'],
    ["enum", '{ kind: "enum", values: ["one", "other"] }'],
    ["set", '{ kind: "set", members: ["one", "other"] }'],
    ["boolean", '{ kind: "boolean" }'],
    ["number", '{ kind: "number", min: 0 }'],
  ];
  test.each(fit)("of kind %s is taken with all that it needs", async (kind, domain) => {
    const file = written(`fit-${kind}.mjs`, withDomain(domain));
    expect(await runOn(files, ["guide", "--facts", file])).toMatchObject({ code: 0, complained: "" });
  });

  const unfit: readonly (readonly [string, string])[] = [
    ["ordinal", '{ kind: "ordinal" }'],
    ["enum", '{ kind: "enum", values: "one" }'],
    ["set", '{ kind: "set", members: [""] }'],
    ["number", '{ kind: "number" }'],
    ["none that there is", '{ kind: "text" }'],
  ];
  test.each(unfit)("of kind %s is refused without", async (kind, domain) => {
    const file = written(`unfit-${kind.slice(0, 6)}.mjs`, withDomain(domain));
    const { code, complained } = await runOn(files, ["guide", "--facts", file]);
    expect(code).toBe(2);
    expect(complained).toContain('the fact "sites": "domain" has to be one of number, ordinal, boolean, enum or set');
  });
});

describe("a module that hands over no facts is told, and why", () => {
  test.each([
    ["nothing.mjs", "export const sites = 1;", / exports no facts\. Export them by name as "facts", or as the default/],
    ["list.mjs", `export default [${fact}];`, / exports no facts\./],
    ["text.mjs", 'export const facts = { sites: "3" };', /the fact "sites": It is no fact\. Make it with defineFact\./],
    [
      "part.mjs",
      'export const facts = { sites: { question: "?" } };',
      /the fact "sites": "domain" has to be one of number/,
    ],
    [
      "function.mjs",
      `export const facts = { sites: { ...${fact}, derive: 3 } };`,
      /the fact "sites": "derive" has to be a function from a profile to what it tells\./,
    ],
    [
      "hiding.mjs",
      `export const facts = { users: ${fact} };`,
      /There is a standard fact "users" already, which this would hide\. Give it another name\./,
    ],
    ["throwing.mjs", 'throw new Error("no sites today");', /throwing\.mjs cannot be run: no sites today/],
    ["thrown.mjs", "throw 7;", /thrown\.mjs cannot be run: It throws something that is not an error\./],
    ["lost.mjs", 'import "./nowhere.mjs";', /lost\.mjs cannot be run: /],
    ["broken.mjs", "export const facts = {", /broken\.mjs cannot be run: /],
  ])("%s", async (name, code, says) => {
    const ending = await runOn(files, ["classify", "app.json", "--facts", written(name, code)]);
    expect(ending).toMatchObject({ code: 2, printed: "" });
    expect(ending.complained).toMatch(says);
    expect(ending.complained).toContain(join(folder, name));
  });

  test.each([
    ["a file that is not there", join(folder, "nowhere.mjs"), `There is no file ${join(folder, "nowhere.mjs")}.\n`],
    ["a folder", folder, `${folder} is a folder, and not a file.\n`],
  ])("%s", async (_, file, complained) => {
    expect(await runOn(files, ["guide", "--facts", file])).toMatchObject({ code: 2, printed: "", complained });
  });

  test("standard input, from which no module can come", async () => {
    const { code, complained } = await runOn(files, ["guide", "--facts", "-"]);
    expect(code).toBe(2);
    expect(complained).toContain("--facts takes a file: a module cannot come from standard input.");
  });

  test("a fact that throws is told by its name", async () => {
    const file = written(
      "late.mjs",
      `export const facts = { pages: { ...${fact}, derive: () => { throw new Error("no"); } } };`,
    );
    const { code, complained } = await runOn(files, ["classify", "app.json", ...byPolicy, "--facts", file]);
    expect([code, complained]).toEqual([2, 'The fact "pages" cannot be derived. no\n']);
  });
});
