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
import { ratiosOf, tell, timeOf } from "./ratios.mjs";

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

const all = (read, profiles) => () => timeOf(() => profiles.forEach(read), 5);

const promises = {
  mixed: { ajv: 3 },
  complete: { ajv: 10 },
  "mixed, every tenth refused": { "zod/mini": 4 },
};

for (const [group, profiles] of Object.entries(groups)) {
  for (const profile of profiles) {
    const answers = Object.values(readers).map((read) => read(profile));
    if (new Set(answers).size !== 1) throw new Error(`The readers differ about ${JSON.stringify(profile)}.`);
  }
  for (const peer of ["ajv", "zod/mini"]) {
    const ratios = await ratiosOf(all(readers.plimsoll, profiles), all(readers[peer], profiles));
    tell(`${group}, beside ${peer}`, ratios, promises[group][peer]);
  }
}
