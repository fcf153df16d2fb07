/**
 * Reads profiles as the library does, and beside it, in the same run, as ajv does (which compiles a check from the JSON Schema with
 * `new Function`) and as zod/mini does (which the library words its mistakes with). Both only say whether a value fits; the library
 * also copies it, looks for contradictions and for names that are not what they seem. Ends with 1 when a promise is not kept.
 */
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { safeParseProfile } from "plimsoll";
import { profileJsonSchema, profileSchema } from "plimsoll/schema";
import * as z from "zod/mini";
import { kinds, profilesFrom, wholeFrom } from "./profiles.mjs";

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const fits = ajv.compile(profileJsonSchema());

const readable = (kind) =>
  profilesFrom(7, 2000, kind)
    .filter((profile) => safeParseProfile(profile).ok)
    .slice(0, 1000);
/** Each as a registry holds it, but that every tenth has a mistake in it. */
const refused = (profiles) =>
  profiles.map((profile, index) => (index % 10 === 0 ? { ...profile, audience: { users: "many" } } : profile));

const groups = {
  mixed: readable(kinds.mixed),
  complete: wholeFrom(7, 1000),
  "mixed, every tenth refused": refused(readable(kinds.mixed)),
};

const readers = {
  plimsoll: (profile) => safeParseProfile(profile).ok,
  ajv: (profile) => fits(profile),
  "zod/mini": (profile) => z.safeParse(profileSchema, profile).success,
};

/** The times of some rounds in milliseconds, one reader after the other in each, so that what else the machine does hits all. */
function timesOf(profiles, rounds = 15) {
  const times = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  for (let round = 0; round < rounds + 5; round++) {
    for (const [name, read] of Object.entries(readers)) {
      const begun = performance.now();
      for (let again = 0; again < 5; again++) for (const profile of profiles) read(profile);
      if (round >= 5) times[name].push(performance.now() - begun);
    }
  }
  return times;
}

const median = (times) => [...times].sort((one, other) => one - other)[times.length >> 1];

const promises = [
  ["mixed", "ajv", 3],
  ["complete", "ajv", 10],
  ["mixed, every tenth refused", "zod/mini", 4],
];

for (const [group, profiles] of Object.entries(groups)) {
  for (const profile of profiles) {
    const answers = Object.values(readers).map((read) => read(profile));
    if (new Set(answers).size !== 1) throw new Error(`The readers differ about ${JSON.stringify(profile)}.`);
  }
  const times = timesOf(profiles);
  for (const name of ["ajv", "zod/mini"]) {
    const ratios = times.plimsoll.map((time, round) => time / times[name][round]);
    const [least, middle, most] = [Math.min(...ratios), median(ratios), Math.max(...ratios)];
    const promise = promises.find(([at, peer]) => at === group && peer === name)?.[2];
    const isKept = promise === undefined || middle <= promise;
    if (!isKept) process.exitCode = 1;
    const promised = promise === undefined ? "" : `; at most ${promise} ${isKept ? "is kept" : "IS NOT KEPT"}`;
    console.log(`${group}: ${middle.toFixed(1)} times ${name} (${least.toFixed(1)} to ${most.toFixed(1)})${promised}`);
  }
}
