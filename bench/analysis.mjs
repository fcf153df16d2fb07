/**
 * Asks exact questions about the standard policy, the examples, and generated policies of 40 facts and 60 rules, and holds
 * the time that each takes to what is promised. Ends with 1 when a promise is not kept.
 */
import { readdirSync, readFileSync } from "node:fs";
import { parsePolicy, standardPolicy } from "plimsoll";
import {
  canReach,
  comparePolicies,
  createAnalysis,
  diffPolicies,
  lintPolicy,
  moreRiskNeverLowers,
  nextQuestions,
  pathsTo,
  prove,
} from "plimsoll/analysis";
import { constraints, facts, factsFor, generatedPolicy, mutant } from "./generated-policy.mjs";

const folder = new URL("../examples/policies/", import.meta.url);
const examples = readdirSync(folder)
  .filter((file) => /^[a-z-]+\.json$/.test(file))
  .map((file) => [file, parsePolicy(JSON.parse(readFileSync(new URL(file, folder), "utf8")))]);

const results = [];

/** Runs something, and says how many milliseconds it took. */
function timed(run) {
  const start = performance.now();
  const answer = run();
  return [performance.now() - start, answer];
}

function report(what, milliseconds, most) {
  const isKept = milliseconds <= most;
  results.push(isKept);
  console.log(
    `${what.padEnd(64)} ${milliseconds.toFixed(1).padStart(8)} ms  (promised: ${most})${isKept ? "" : "  BROKEN"}`,
  );
}

// A first run, so that what is measured is not the engine's warming up.
lintPolicy(standardPolicy);

for (const [name, policy] of [["standard", standardPolicy], ...examples]) {
  report(`${name}: prepare and full lint`, timed(() => lintPolicy(policy))[0], 100);
  report(`${name}: prepare and monotonicity`, timed(() => prove(policy, moreRiskNeverLowers()))[0], 100);
}

const rounds = 5;
const empty = { id: "app", name: "App", extensions: {} };
const risky = Object.fromEntries(Object.entries(facts).map(([name, { domain }]) => [name, riskyValue(domain)]));
const property = {
  never: { tier: { is: "one" } },
  where: {
    all: [
      { fact: "fact0", atLeast: 30 },
      { fact: "fact20", is: true },
    ],
  },
};

/** How long each question about a generated policy takes, in milliseconds. */
function measured(round) {
  const policy = generatedPolicy(round);
  const mutants = Array.from({ length: 200 }, (_, index) => mutant(policy, 1000 * round + index));
  const analysis = createAnalysis(policy, { facts, constraints });
  const ask = (question) => timed(question)[0];
  return {
    prepare: ask(() => canReach(analysis, "one")),
    claim: ask(() => prove(analysis, property)),
    diff: ask(() => diffPolicies(analysis, mutant(policy, round))),
    counterfactual: ask(() => pathsTo({ ...empty, extensions: risky }, "two", analysis, { most: 1 })),
    question: ask(() => nextQuestions(empty, analysis)),
    lint: ask(() => lintPolicy(analysis)),
    mutants: ask(() => comparePolicies(analysis, mutants)),
  };
}

function riskyValue(domain) {
  if (domain.kind === "number") return 30;
  if (domain.kind === "ordinal") return domain.levels[1];
  if (domain.kind === "boolean") return false;
  if (domain.kind === "enum") return domain.values[0];
  return [];
}

measured(0);
const times = Array.from({ length: rounds }, (_, round) => measured(round + 1));
const slowest = (what) => Math.max(...times.map((each) => each[what]));

console.log(`\nGenerated policies of 40 facts and 60 rules, the slowest of ${rounds}:`);
report("prepare", slowest("prepare"), 300);
report("claim", slowest("claim"), 50);
report("diff, with its regions", slowest("diff"), 50);
report("nearest counterfactual", slowest("counterfactual"), 50);
report("next question", slowest("question"), 50);
report("full lint", slowest("lint"), 1000);
report("200 mutants, each proven equivalent or told apart", slowest("mutants"), 2000);

const megabytes = process.resourceUsage().maxRSS / 1024;
const isSmall = megabytes <= 200;
results.push(isSmall);
console.log(
  `${"most memory of this run".padEnd(64)} ${megabytes.toFixed(0).padStart(8)} MB  (promised: 200)${isSmall ? "" : "  BROKEN"}`,
);

/** How long it takes to look through twice as large a policy, and through the same without one of its rules. */
function measuredTwice(round) {
  const policy = generatedPolicy(round, 2);
  const analysis = createAnalysis(policy, { facts: factsFor(2), constraints });
  const [prepare] = timed(() => canReach(analysis, "one"));
  const without = (index) => ({ ...policy, criteria: policy.criteria.filter((_, each) => each !== index) });
  const removals = [0, 7, 118].map((index) => timed(() => diffPolicies(analysis, without(index)))[0]);
  const [lint] = timed(() => lintPolicy(analysis));
  return { prepare, removal: Math.max(...removals), lint };
}

const timesTwice = Array.from({ length: rounds }, (_, round) => measuredTwice(round + 1));
const slowestTwice = (what) => Math.max(...timesTwice.map((each) => each[what]));

console.log(`\nGenerated policies of 80 facts and 120 rules, the slowest of ${rounds}:`);
report("diff with one rule less", slowestTwice("removal"), 3000);
report("full lint", slowestTwice("lint"), 3000);
const prepared = slowestTwice("prepare");
const timesPrepare = (what) => (slowestTwice(what) / prepared).toFixed(1);
console.log(
  `In times of what it takes to prepare the policy (${prepared.toFixed(0)} ms): a diff ${timesPrepare("removal")}, a full lint ${timesPrepare("lint")}.`,
);

process.exitCode = results.every(Boolean) ? 0 : 1;
