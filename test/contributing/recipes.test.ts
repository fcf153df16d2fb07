import { describe, expect, test } from "vitest";
import { read } from "../documentation/blocks.js";
import { onACopy } from "./on-a-copy.js";
import { askingForDocs, recipes, together } from "./recipes.js";

const page = "CONTRIBUTING.md";

/** The sections of the page, by their headings. */
const sections = new Map(
  read(page)
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split("\n")[0] ?? "", section] as const),
);

/** The files and folders that a text names. */
const namedIn = (text: string) =>
  [...text.matchAll(/`((?:src|test|docs)\/[^`]*|CHANGELOG\.md)`/g)].map(([, name = ""]) => name);

/** Recipes of which the compiler knows every step: `test/conditions/total.test.ts` begins them, and sees who is asked to go on. */
const followedByTheCompiler = ["Add an operator"];

test("every section that says how something is added or changed is followed here, and no other", () => {
  const promising = [...sections.keys()].filter((heading) => /^(?:Add|Change) /.test(heading));
  expect(promising.filter((heading) => !followedByTheCompiler.includes(heading))).toEqual(
    recipes.map(({ heading }) => heading),
  );
  expect(promising).toEqual(expect.arrayContaining([...followedByTheCompiler]));
});

describe.each(recipes)("$heading", ({ heading, change, rows, besides = [] }) => {
  test("names the files that it takes, and no others", () => {
    const taken = [...change, ...rows].map(({ file, named = file }) => named);
    const named = namedIn(sections.get(heading) ?? "");
    expect([...new Set(named)].sort()).toEqual([...new Set([...taken, ...besides])].sort());
  });
});

/**
 * LOUDLY: this is not the whole suite. Followed here are all the recipes on one copy, and held to them are the tests that could have a
 * stake in what they change, which once they all had: pictures, what hosts answer, examples, stories, audits, what a platform is told,
 * the command, the pages and the standard policy; without the properties of these rooms, the slips and the compiler, which take minutes.
 * `npm run recipes` follows the same recipes with every test there is, which takes as long as two whole suites.
 */
const withAStake = [
  "test/analysis/removable-facts",
  "test/architecture",
  "test/backtest/backtest.test",
  "test/stories",
  "test/cli/demo",
  "test/cli/every-command",
  "test/cli/explain-command",
  "test/cli/harmless",
  "test/cli/tiers-command",
  "test/documentation/code-blocks",
  "test/documentation/pages",
  "test/escalation/ownership",
  "test/examples",
  "test/facts/standard/audience",
  "test/facts/standard/catalogue",
  "test/facts/standard/rows",
  "test/governance/authorize.test",
  "test/governance/due-reviews",
  "test/hosts/golden",
  "test/interview/places",
  "test/portfolio/audit.test",
  "test/portfolio/findings",
  "test/formats/profile/json-schema",
  "test/render",
  "test/standard",
  "test/testing/app",
];
const withoutTheSlow = [
  "--testNamePattern",
  "^(?!.*(?:whatever it says|nothing in a name|compiles|by one step|every slip)).*$",
];

onACopy("on a copy of the project", [...together.asking, askingForDocs], (scratch) => {
  expect(scratch.failing(withAStake, withoutTheSlow)).toEqual([]);
});
