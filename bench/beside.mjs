/**
 * Classifies apps of each kind by this build and by another one, in one run: `node bench/beside.mjs OTHER/dist/index.js`.
 * Each profile is read anew for either, so that neither is asked about what the other has looked at.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as here from "plimsoll";
import { kinds, profilesFrom } from "./profiles.mjs";

const rounds = 30;
const batches = 20;
const perBatch = 200;

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("Say which build to compare with: node bench/beside.mjs OTHER/dist/index.js");
const there = await import(pathToFileURL(resolve(file)));

const classifiers = [here, there].map(({ createClassifier, standardPolicy }) => createClassifier(standardPolicy));

/** Nanoseconds per profile, in the quicker rounds: a busy machine makes the others slower. */
const quick = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 10)];

function timeOf(classify, text) {
  const profiles = JSON.parse(text);
  const start = process.hrtime.bigint();
  for (const profile of profiles) classify(profile);
  return Number(process.hrtime.bigint() - start) / profiles.length;
}

function measured(kind) {
  const texts = Array.from({ length: batches }, (_, seed) => JSON.stringify(profilesFrom(seed, perBatch, kind)));
  const times = classifiers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const text of texts) {
      for (const [index, classify] of classifiers.entries()) times[index].push(timeOf(classify, text));
    }
  }
  const [own, other] = times.map(quick);
  return { "ns here": Math.round(own), "ns there": Math.round(other), ratio: Number((own / other).toFixed(2)) };
}

console.table(Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, measured(kind)])));
