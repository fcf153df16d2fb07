import { createAnalysis } from "plimsoll/analysis";
import { constraints, facts, generatedPolicy, mutant } from "./generated-policy.mjs";
const what = process.argv[2];
const policy = generatedPolicy(2);
const a = createAnalysis(policy, { facts, constraints });
a.canReach("one");
const empty = { id: "app", name: "App", extensions: {} };
const t = performance.now();
for (let i = 0; i < 3; i++) {
if (what === "diff") a.diffPolicies(mutant(policy, 2 + i));
if (what === "next") a.nextQuestions(empty);
if (what === "lint") a.lintPolicy();
if (what === "mut") a.comparePolicies(Array.from({ length: 200 }, (_, index) => mutant(policy, 2000 + index)));
}
console.log(what, (performance.now() - t) / 3);
