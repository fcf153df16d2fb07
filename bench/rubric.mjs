/**
 * Asks about apps of a rubric of 149 answers with one answer open, as a form does at its end: which tiers are left, and what to ask
 * next. Each time is that of a policy that was never asked before. Ends with 1 when a promise is not kept.
 */
import { createClassifier, parsePolicy, standardPolicy } from "plimsoll";
import { nextQuestions, tierRange } from "plimsoll/analysis";
import { largeApp, largePolicy } from "./large-rubric.mjs";

const promised = 200;

// A first run with another policy, so that what is measured is not the engine's warming up.
nextQuestions({ id: "app", name: "App" }, standardPolicy);

/** How long it takes to ask about an app by a policy that was just read. */
function timed(ask, app) {
  const policy = parsePolicy(largePolicy);
  const start = performance.now();
  ask(app, policy);
  return performance.now() - start;
}

const open = [9, 20, 50, 77, 148];
const worst = (ask) => Math.max(...open.map((each) => timed(ask, largeApp([each]))));

const results = [
  ["classify, policy checked and prepared", worst((app, policy) => createClassifier(policy)(app))],
  ["tierRange, first call", worst(tierRange)],
  ["nextQuestions, first call", worst(nextQuestions)],
];
for (const [what, milliseconds] of results) {
  const isKept = milliseconds <= promised;
  console.log(
    `${what.padEnd(40)} ${milliseconds.toFixed(1).padStart(7)} ms at most  (promised: ${promised})${isKept ? "" : "  BROKEN"}`,
  );
}
process.exitCode = results.every(([, milliseconds]) => milliseconds <= promised) ? 0 : 1;
