import { readdirSync, readFileSync } from "node:fs";
import { parsePolicy, standardPolicy } from "plimsoll";
import { createAnalysis, moreRiskNeverLowers } from "plimsoll/analysis";
import { constraints, facts, generatedPolicy, mutant } from "./generated-policy.mjs";

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

const slowest = (times) => Math.max(...times);

function report(what, milliseconds, most) {
  const isKept = milliseconds <= most;
  results.push(isKept);
  console.log(`${what.padEnd(64)} ${milliseconds.toFixed(1).padStart(8)} ms  (promised: ${most})${isKept ? "" : "  BROKEN"}`);
}

// A first run, so that what is measured is not the engine's warming up.
createAnalysis(standardPolicy).lintPolicy();

for (const [name, policy] of [["standard", standardPolicy], ...examples]) {
  report(`${name}: prepare and full lint`, timed(() => createAnalysis(policy).lintPolicy())[0], 100);
  report(`${name}: prepare and monotonicity`, timed(() => createAnalysis(policy).prove(moreRiskNeverLowers()))[0], 100);
}

const rounds = 5;
const times = { compile: [], diff: [], claim: [], counterfactual: [], question: [], lint: [], mutants: [] };
for (let round = 1; round <= rounds; round++) {
  const policy = generatedPolicy(round);
  const changed = mutant(policy, round);
  const empty = { id: "app", name: "App", extensions: {} };
  const busy = { ...empty, extensions: Object.fromEntries(Object.entries(facts).map(([name, { domain }]) => [name, riskyValue(domain)])) };
  const [compile, analysis] = timed(() => {
    const prepared = createAnalysis(policy, { facts, constraints });
    prepared.canReach("one");
    return prepared;
  });
  times.compile.push(compile);
  const property = { never: { tier: { is: "one" } }, where: { all: [{ fact: "fact0", atLeast: 30 }, { fact: "fact20", is: true }] } };
  times.claim.push(timed(() => analysis.prove(property))[0]);
  times.diff.push(timed(() => analysis.diffPolicies(changed))[0]);
  times.counterfactual.push(timed(() => analysis.pathsTo(busy, "two", { most: 1 }))[0]);
  times.question.push(timed(() => analysis.nextQuestions(empty))[0]);
  times.lint.push(timed(() => analysis.lintPolicy())[0]);
  const mutants = Array.from({ length: 200 }, (_, index) => mutant(policy, 1000 * round + index));
  times.mutants.push(timed(() => analysis.comparePolicies(mutants))[0]);
}

function riskyValue(domain) {
  if (domain.kind === "number") return 30;
  if (domain.kind === "ordinal") return domain.levels[1];
  if (domain.kind === "boolean") return false;
  if (domain.kind === "enum") return domain.values[0];
  return [];
}

console.log(`\nGenerated policies of 40 facts and 60 rules, the slowest of ${rounds}:`);
report("prepare", slowest(times.compile), 300);
report("claim", slowest(times.claim), 50);
report("diff", slowest(times.diff), 50);
report("nearest counterfactual", slowest(times.counterfactual), 50);
report("next question", slowest(times.question), 50);
report("full lint", slowest(times.lint), 1000);
report("200 mutants, each proven equivalent or told apart", slowest(times.mutants), 2000);

const megabytes = process.resourceUsage().maxRSS / 1024;
const isSmall = megabytes <= 200;
results.push(isSmall);
console.log(`${"most memory of this run".padEnd(64)} ${megabytes.toFixed(0).padStart(8)} MB  (promised: 200)${isSmall ? "" : "  BROKEN"}`);

process.exitCode = results.every(Boolean) ? 0 : 1;
