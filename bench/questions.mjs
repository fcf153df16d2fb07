/**
 * Asks what to ask next about random apps, as an intake form does: about new apps, by an analysis that was asked about
 * others before. Prints the median beside that of `classify` in the same run. Ends with 1 when a promise is not kept.
 */
import { createClassifier, standardPolicy } from "plimsoll";
import { createAnalysis, nextQuestions, tierRange } from "plimsoll/analysis";
import { profilesFrom } from "./profiles.mjs";

const apps = 2000;
const promised = { milliseconds: 1, megabytes: 100 };

const classify = createClassifier(standardPolicy);
const analysis = createAnalysis(standardPolicy);
const ask = (app) => nextQuestions(app, analysis);
const warming = profilesFrom(1, apps);
const measured = profilesFrom(2, apps);
const isOpen = measured.map((app) => !classify(app).settled);

function timed(ask) {
  for (const app of warming) ask(app);
  return measured.map((app) => {
    const start = performance.now();
    ask(app);
    return performance.now() - start;
  });
}

function quantile(times, share) {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length * share)];
}

const only = (times) => times.filter((_, index) => isOpen[index]);
const classified = timed(classify);
const asked = timed(ask);
const ranged = timed((app) => tierRange(app, analysis));
const unit = quantile(classified, 0.5);

const line = (what, times) => {
  const [median, most] = [quantile(times, 0.5), quantile(times, 0.9)];
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  console.log(
    `${what.padEnd(32)} median ${median.toFixed(3)} ms, ${(median / unit).toFixed(1)} times classify; mean ${mean.toFixed(3)} ms, 90 of 100 below ${most.toFixed(3)} ms`,
  );
  return median;
};

console.log(`${apps} random apps, of which ${isOpen.filter(Boolean).length} are open, after ${apps} others:`);
line("classify", classified);
line("tierRange", ranged);
const medians = [line("nextQuestions", asked), line("nextQuestions of open apps", only(asked))];

// What is remembered is bounded: many more apps take no more room.
const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
const before = heap();
for (let seed = 3; seed < 13; seed++) for (const app of profilesFrom(seed, apps)) ask(app);
const grown = heap() - before;
console.log(`after ${10 * apps} more apps, ${grown.toFixed(0)} MB more are in use`);

const isKept = medians.every((median) => median <= promised.milliseconds) && grown <= promised.megabytes;
console.log(
  isKept ? "As promised: a median of at most 1 ms." : "BROKEN: a median of more than 1 ms, or memory that grows.",
);
process.exitCode = isKept ? 0 : 1;
