import { describe, expect, test } from "vitest";
import { runOn } from "../a-terminal.js";

const dose = { id: "dose", name: "Dose calculator", consequences: { safety: true } };
const night = {
  ...{ pack: "night-work", version: "1.0.0", title: "Night", description: "What runs at night." },
  add: {
    signs: [
      {
        ...{ id: "at-night", title: "Runs at night", severity: "low", why: "Nobody sees it fail." },
        when: { fact: "triggers", includesAny: ["schedule"] },
      },
    ],
  },
};
const batch = { id: "batch", name: "Batch", automation: { triggers: ["schedule"] } };

const run = (files: Readonly<Record<string, unknown>>, ...argv: readonly string[]) =>
  runOn(
    Object.fromEntries(
      Object.entries({ "dose.json": dose, "batch.json": batch, ...files }).map(([name, held]) => [
        name,
        JSON.stringify(held),
      ]),
    ),
    argv,
  );

const tierOf = async (files: Readonly<Record<string, unknown>>, ...argv: readonly string[]) => {
  const { printed, complained } = await run(files, "classify", ...argv, "--json");
  return complained === "" ? JSON.parse(printed).tier : complained;
};

describe("a policy that comes with the package is known by its name", () => {
  test.each<readonly [policy: string, tier: string]>([
    ["standard", "citizen"],
    ["recommended", "professional"],
  ])("%s", async (policy, tier) => {
    expect(await tierOf({}, "dose.json", "--policy", policy)).toBe(tier);
  });

  test("to lint and to compare", async () => {
    const { code, printed } = await run({}, "diff", "standard", "standard");
    expect([code, printed]).toEqual([0, "Both policies decide the same for every possible app.\n"]);
  });

  test("and a file of that name by its path", async () => {
    const ours = { extends: "recommended", id: "ours", version: "1.0.0", remove: ["can-hurt-people"] };
    expect(await tierOf({ "./standard": ours }, "dose.json", "--policy", "./standard")).toBe("citizen");
  });
});

describe("packs are added to a policy", () => {
  test.each<readonly [how: string, argv: readonly string[], tier: string]>([
    ["by its name", ["dose.json", "--with", "consequences"], "professional"],
    ["among others", ["dose.json", "--with", "exposure, consequences"], "professional"],
    ["from a file", ["batch.json", "--with", "./night.json"], "it-review"],
    ["to a file", ["dose.json", "--policy", "ours.json", "--with", "consequences"], "professional"],
  ])("%s", async (_, argv, tier) => {
    const files = { "night.json": night, "ours.json": { extends: "standard", id: "ours", version: "1.0.0" } };
    expect(await tierOf(files, ...argv)).toBe(tier);
  });

  test("by a file of changes, from its folder, before it changes what they bring", async () => {
    const ours = {
      ...{ extends: "standard", with: ["consequences", "./night.json"], id: "ours", version: "1.0.0" },
      change: { "can-hurt-people": { tier: "it-review" }, "at-night": { tier: "professional" } },
    };
    const files = { "teams/ours.json": ours, "teams/night.json": night };
    expect(await tierOf(files, "dose.json", "--policy", "teams/ours.json")).toBe("it-review");
    expect(await tierOf(files, "batch.json", "--policy", "teams/ours.json")).toBe("professional");
  });

  test("by a configuration", async () => {
    const files = { "plimsoll.config.json": { policy: "standard", with: ["rpa", "consequences"] } };
    const { printed, complained } = await run(files, "classify", "dose.json");
    expect(complained).toContain("--policy standard, --with rpa,consequences");
    expect(printed).toContain("A mistake can hurt somebody");
  });

  test.each<readonly [why: string, argv: readonly string[], said: string]>([
    [
      "there is none of that name",
      ["--with", "exposur"],
      'There is no pack "exposur". Did you mean "exposure"? The packs are: autonomy, consequences, end-user-computing, exposure, identity, operations, owasp-citizen-development, rpa, supply. A file is named by its path, such as ./exposur.json.',
    ],
    [
      "the policy has it already",
      ["--policy", "recommended", "--with", "exposure"],
      'The pack exposure, at /pack: The policy has the pack "exposure" already.',
    ],
    ["the file holds none", ["--with", "./dose.json"], "dose.json, at /pack: "],
  ])("and refused where %s", async (_, argv, said) => {
    const { code, complained } = await run({}, "classify", "dose.json", ...argv);
    expect(code).toBe(2);
    expect(complained).toContain(said);
  });
});
