import { expect } from "vitest";
import { onACopy } from "./on-a-copy.js";
import { askingForDocs, together } from "./recipes.js";

/**
 * LOUDLY: this is not the whole suite. Followed here are all the recipes on one copy, and held to them are the tests that could have a
 * stake in what they change, which once they all had: pictures, what hosts answer, examples, stories, audits, what a platform is told,
 * the command, the pages and the standard policy; without the properties of these rooms, the slips and the compiler, which take minutes.
 * `npm run recipes:all` follows the same recipes with every test there is, which takes as long as two whole suites.
 */
const withAStake = [
  "test/analysis/removable-facts",
  "test/architecture",
  "test/backtest/backtest.test",
  "test/stories",
  "test/cli/commands/demo",
  "test/cli/every-command",
  "test/cli/commands/explain-command",
  "test/cli/harmless",
  "test/cli/commands/tiers-command",
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
