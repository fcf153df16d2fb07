import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runOn } from "./a-terminal.js";

const rota = { id: "rota", name: "Rota", audience: { users: 60 } };
const stock = { id: "stock", name: "Stock", audience: { users: 5 } };
const ours = { extends: "standard", id: "ours", version: "1.0.0", change: { "many-users": { lines: { users: 50 } } } };

/** Runs the command where a configuration lies, beside what it names. */
function run(config: object, ...argv: readonly string[]) {
  const files = {
    "plimsoll.config.json": config,
    "policy.json": ours,
    "standard.json": { ...ours, change: {} },
    "rota.json": rota,
    "stock.json": stock,
    "approvals.json": [],
  };
  return runOn(Object.fromEntries(Object.entries(files).map(([name, held]) => [name, JSON.stringify(held)])), argv);
}

const all = { policy: "policy.json", approvals: "approvals.json", portfolio: "rota.json" };

describe("a configuration is what a command reads where nothing else is said", () => {
  test.each<readonly [argv: readonly string[], printed: string, complained: string]>([
    [["classify"], "the line is 50 or more", "From plimsoll.config.json: --policy policy.json, rota.json\n"],
    [["classify", "rota.json"], "the line is 50 or more", "From plimsoll.config.json: --policy policy.json\n"],
    [
      ["audit"],
      "the line is 50 or more",
      "From plimsoll.config.json: --policy policy.json, --approvals approvals.json, rota.json\n",
    ],
    [["lint"], "5 notes.", "From plimsoll.config.json: policy.json\n"],
    [["diff", "standard.json", "policy.json"], "- Rota: ", "From plimsoll.config.json: --portfolio rota.json\n"],
    [["guide"], "50 people or more", "From plimsoll.config.json: --policy policy.json\n"],
  ])("%j", async (argv, printed, complained) => {
    const ending = await run(all, ...argv);
    expect(ending.printed).toContain(printed);
    expect([ending.code, ending.complained]).toEqual([0, complained]);
  });

  test.each<readonly [why: string, argv: readonly string[]]>([
    ["where all is said", ["classify", "rota.json", "--policy", "standard.json"]],
    ["where it is to be left out", ["classify", "rota.json", "--no-config"]],
    ["where there is nothing that it could say", ["demo"]],
  ])("and is none, nor spoken of, %s", async (_, argv) => {
    const { code, printed, complained } = await run(all, ...argv);
    expect([code, complained]).toEqual([0, ""]);
    expect(printed).not.toContain("the line is 50 or more");
  });

  test("named, it is not spoken of", async () => {
    const { printed, complained } = await run(all, "classify", "--config", "plimsoll.config.json");
    expect(printed).toContain("the line is 50 or more");
    expect(complained).toBe("");
  });

  test("its paths begin at its folder, wherever the command runs", async () => {
    const files = {
      "../../plimsoll.config.yaml": "policy: lines/policy.json\nportfolio: [rota.json]\n",
      "../../lines/policy.json": JSON.stringify(ours),
      "../../rota.json": JSON.stringify(rota),
    };
    const { printed, complained } = await runOn(files, ["classify"]);
    expect(printed).toContain("the line is 50 or more");
    expect(complained).toBe("From ../../plimsoll.config.yaml: --policy ../../lines/policy.json, ../../rota.json\n");
  });
});

describe("a configuration that cannot be used is refused", () => {
  test.each<readonly [why: string, config: object, argv: readonly string[], said: string]>([
    [
      "with a field that is none",
      { polcy: "a" },
      ["guide"],
      'plimsoll.config.json, at /polcy: "polcy" is not a field here. Did you mean "policy"?',
    ],
    ["with what is no path", { policy: 5 }, ["guide"], "plimsoll.config.json, at /policy: Expected text, but saw 5."],
    ["where its file is not there", { policy: "absent.json" }, ["guide"], "There is no file absent.json."],
    [
      "where an option takes one file, and it has two",
      { portfolio: ["rota.json", "stock.json"] },
      ["diff", "standard.json", "policy.json"],
      "plimsoll.config.json, at /portfolio: --portfolio takes one file, but the configuration names 2. Name one on the command line.",
    ],
    ["where it is named and left out", all, ["guide", "--no-config", "--config", "a.json"], "Say one of them."],
    ["where it is named and not there", all, ["guide", "--config", "a.json"], "There is no file a.json."],
    [
      "where it names no apps and nobody else does",
      {},
      ["classify"],
      "plimsoll classify takes at least one file, and was given none. A plimsoll.config.json can name it as its portfolio.",
    ],
  ])("%s", async (_, config, argv, said) => {
    const { code, printed, complained } = await run(config, ...argv);
    expect([code, printed]).toEqual([2, ""]);
    expect(complained).toContain(said);
  });
});

describe("code that a configuration names", () => {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const facts = join(folder, "facts.mjs");
  writeFileSync(
    facts,
    `export const facts = { namedByTeam: {
      question: "Does its name begin with its team?", domain: { kind: "boolean" }, cost: 1, changeable: true,
      risk: "falling", answerAt: ["/name"], derive: () => ({ kind: "exact", value: false }),
    } };`,
  );
  const policy = JSON.stringify({
    ...{ id: "named", version: "1.0.0", title: "Named" },
    tiers: ["low", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
    criteria: [{ id: "a", tier: "high", title: "A", why: "So.", when: { fact: "namedByTeam", is: false } }],
  });
  const files = {
    "plimsoll.config.json": JSON.stringify({ facts, policy: "named.json" }),
    "named.json": policy,
    "rota.json": JSON.stringify(rota),
  };

  test("is not run where the configuration merely lies there", async () => {
    const { code, printed, complained } = await runOn(files, ["classify", "rota.json"]);
    expect([code, printed]).toEqual([2, ""]);
    expect(complained).toBe(
      `plimsoll.config.json asks for --facts ${facts}, which is code and would be run. Read it; then say ` +
        `--config plimsoll.config.json or --facts ${facts}, or leave the configuration out with --no-config.\n`,
    );
  });

  test.each([[["--config", "plimsoll.config.json"]], [["--facts", facts]]])(
    "is run where somebody says %j",
    async (said) => {
      const { code, printed } = await runOn(files, ["classify", "rota.json", ...said]);
      expect(code).toBe(0);
      expect(printed).toContain("Does its name begin with its team?");
    },
  );
});

describe("the help", () => {
  test.each(["classify", "lint"])(
    "of %s says what is read where no file is named, and how to name a configuration",
    async (name) => {
      const { printed } = await runOn({}, [name, "--help"]);
      expect(printed).toMatch(/of the\s+configuration is read\./);
      expect(printed).toContain("--config FILE");
      expect(printed).toContain("--no-config");
    },
  );

  test("of what no configuration matters to is silent about it", async () => {
    expect((await runOn({}, ["demo", "--help"])).printed).not.toContain("config");
  });
});
