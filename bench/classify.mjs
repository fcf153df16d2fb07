/**
 * Classifies fresh profiles by the standard policy in several ways, in one run: the full explained result by plimsoll and
 * by hand, what a person acts on by a function that is written for this policy alone, and the rules that hold and that could by two
 * rule engines. First the answers are compared, then the time that they take, on apps of all kinds and on each kind alone.
 * Ends with 1 when a promise about the ratios is not kept.
 */
import assert from "node:assert/strict";
import { classify as classifyBy, createClassifier, safeParseProfile, standardPolicy } from "plimsoll";
import { profileSchema } from "plimsoll/schema";
import { Bench } from "tinybench";
import * as z from "zod/mini";
import { judgeByHand } from "./by-hand.mjs";
import { classifyByHand } from "./hand-written.mjs";
import { classifyByJsonLogicEngine } from "./json-logic-engine.mjs";
import { classifyByJsonRulesEngine } from "./json-rules-engine.mjs";
import { answerOf } from "./plain-facts.mjs";
import { kinds, profilesFrom } from "./profiles.mjs";

const rounds = 7;
const perBatch = 500;
const compared = 5_000;

const classify = createClassifier(standardPolicy);

/** Rule engines know no components; where none is named, there is nothing to know. */
const withoutComponents = (profiles) => profiles.filter((profile) => !JSON.stringify(profile).includes('"component"'));

async function compareAnswers() {
  const profiles = profilesFrom(1, compared);
  for (const profile of profiles) assert.deepStrictEqual(classify(profile), classifyByHand(profile));
  const simple = withoutComponents(profiles);
  for (const profile of simple) {
    const { tier, ceiling, findings } = classify(profile);
    const acted = findings.map(({ id, status, evidence }) => {
      return { id, status, evidence: evidence.map(({ observed, pointers }) => ({ observed, pointers })) };
    });
    assert.deepStrictEqual(judgeByHand(profile), { tier, ceiling, findings: acted });
    const idsOf = (status) => findings.filter((finding) => finding.status === status).map(({ id }) => id);
    const answer = answerOf(idsOf("holds"), idsOf("possible"));
    assert.deepStrictEqual([answer.tier, answer.ceiling], [tier, ceiling]);
    assert.deepStrictEqual(await classifyByJsonRulesEngine(profile), answer);
    assert.deepStrictEqual(classifyByJsonLogicEngine(profile), answer);
  }
  const answers = profiles.map(classify);
  const mean = (countOf) => (answers.reduce((sum, answer) => sum + countOf(answer), 0) / answers.length).toFixed(1);
  const findings = mean((answer) => answer.findings.length);
  const questions = mean((answer) => answer.questions.length);
  console.log(`Answers are equal: in full on ${profiles.length} profiles, with the rule engines on ${simple.length}.`);
  console.log(`On average, an answer has ${findings} findings and ${questions} questions.`);
  console.log(
    "Rule engines know no third value: they are asked twice, for what is certain and for what is possible.\n",
  );
}

/** A different seed for every batch, so that nothing is ever asked about the same object twice. */
let seed = 1;
let batch = [];

/** Functions that know no components are asked about apps that name none, and so is whoever is held against them. */
const freshProfiles = () => {
  batch = withoutComponents(profilesFrom(++seed, perBatch));
};
const freshTexts = () => {
  batch = profilesFrom(++seed, perBatch).map((profile) => JSON.stringify(profile));
};

const each = (work) => () => {
  for (const one of batch) work(one);
};

const ways = [
  { name: "classify: by hand, what is acted on", run: each(judgeByHand), fresh: freshProfiles },
  { name: "classify: plimsoll", run: each(classify), fresh: freshProfiles },
  { name: "classify: json-logic-engine, asked twice", run: each(classifyByJsonLogicEngine), fresh: freshProfiles },
  {
    name: "classify: json-rules-engine, asked twice",
    run: async () => {
      for (const profile of batch) await classifyByJsonRulesEngine(profile);
    },
    fresh: freshProfiles,
  },
  { name: "classify: by hand, the whole answer", run: each(classifyByHand), fresh: freshProfiles },
  { name: "parse: JSON.parse", run: each(JSON.parse), fresh: freshTexts },
  {
    name: "parse: the schema alone",
    run: each((text) => z.safeParse(profileSchema, JSON.parse(text))),
    fresh: freshTexts,
  },
  { name: "parse: plimsoll", run: each((text) => safeParseProfile(JSON.parse(text))), fresh: freshTexts },
  {
    name: "classify: plimsoll, handed the policy each time",
    run: each((profile) => classifyBy(profile, standardPolicy)),
    fresh: freshProfiles,
  },
];

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Microseconds per profile, by way: one short run of all ways, so that a busy machine is busy for all of them. */
async function measure() {
  const bench = new Bench({ time: 200, iterations: 3, warmupTime: 50, warmupIterations: 1 });
  for (const { name, run, fresh } of ways) bench.add(name, run, { beforeEach: fresh });
  await bench.run();
  return bench.tasks.map(({ result }) => (result.latency.p50 * 1_000) / perBatch);
}

/** Microseconds for one profile with so many systems and kinds of data. */
function timeOfLong(length) {
  const times = Array.from({ length: 15 }, () => {
    const profile = {
      id: "long",
      name: "Long",
      integrations: Array.from({ length }, (_, index) => ({ system: `System ${index}`, direction: "bidirectional" })),
      data: Array.from({ length }, () => ({ class: "health" })),
    };
    const start = performance.now();
    classify(profile);
    return (performance.now() - start) * 1_000;
  });
  return median(times);
}

await compareAnswers();
const measured = [];
for (let round = 0; round < rounds; round++) measured.push(await measure());

/** The median over the rounds of the ratio within each round. */
const ratio = (way, to) => median(measured.map((times) => times[way] / times[to]));

console.table(
  ways.map(({ name }, way) => ({
    way: name,
    "µs per profile": Number(median(measured.map((times) => times[way])).toFixed(2)),
    "ratio to the first of its kind": Number(ratio(way, name.startsWith("parse") ? 5 : 0).toFixed(2)),
  })),
);

console.log("\nTime is linear in the size of a profile:");
console.table(
  [100, 1_000, 10_000].map((entries) => ({
    entries,
    "µs per entry": Number((timeOfLong(entries) / entries).toFixed(3)),
  })),
);

/** How long the way of each kind takes, beside the whole answer by plimsoll, in one run. */
async function ratiosByKind(run) {
  const bench = new Bench({ time: 200, iterations: 3, warmupTime: 50, warmupIterations: 1 });
  for (const [name, kind] of Object.entries(kinds)) {
    const fresh = () => {
      batch = withoutComponents(profilesFrom(++seed, perBatch, kind));
    };
    bench.add(`${name}: plimsoll`, each(classify), { beforeEach: fresh });
    bench.add(name, each(run), { beforeEach: fresh });
  }
  await bench.run();
  const times = bench.tasks.map(({ result }) => result.latency.p50);
  return Object.fromEntries(Object.keys(kinds).map((name, at) => [name, times[2 * at] / times[2 * at + 1]]));
}

const byHand = await ratiosByKind(judgeByHand);
const tierAlone = await ratiosByKind(classify.tierOf);
const rounded = (ratios) =>
  Object.fromEntries(Object.entries(ratios).map(([name, value]) => [name, Number(value.toFixed(2))]));
console.log("\nHow many times as long the whole answer takes as what stands before it:");
console.table({ "by hand, what is acted on": rounded(byHand), "the tier alone, by tierOf": rounded(tierAlone) });

const promises = [
  { text: "plimsoll takes at most 5 times as long as by hand", seen: ratio(1, 0), kept: ratio(1, 0) <= 5 },
  {
    text: "json-rules-engine takes at least 20 times as long as plimsoll",
    seen: ratio(3, 1),
    kept: ratio(3, 1) >= 20,
  },
  {
    text: "with the same policy again, plimsoll takes at most 1.3 times as long as a prepared classifier",
    seen: ratio(8, 1),
    kept: ratio(8, 1) <= 1.3,
  },
];
for (const { text, seen, kept } of promises) console.log(`${kept ? "kept  " : "BROKEN"} ${text}: ${seen.toFixed(2)}`);
if (promises.some(({ kept }) => !kept)) process.exitCode = 1;
