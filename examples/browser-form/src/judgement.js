import { deriveFacts, safeParseProfile } from "plimsoll";
import { synthesizeProfile } from "plimsoll/analysis";
import { isContainer, isIndex, lastKeyOf, parentOf, valueAt, withValue } from "./pointer.js";
import { analysis, classify, policy, rankOf } from "./policy.js";

const slug = (name) =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");

/** A draft with the two things that every profile needs, as long as nobody has given them. */
export function named(draft) {
  if (!isContainer(draft) || Array.isArray(draft)) return draft;
  const { name = "This app", id = (typeof name === "string" && slug(name)) || "this-app", ...rest } = draft;
  return { id, name, ...rest };
}

/** What has to go so that a mistake is gone: where something is missing, what it is missing from. */
const troubled = ({ code, pointer }) => (code === "missing" ? parentOf(pointer) : pointer);

function withoutTrouble(draft, problems) {
  // From the end, so that what goes does not move what goes next.
  const pointers = [...new Set(problems.map(troubled))].sort((one, other) =>
    other.localeCompare(one, "en", { numeric: true }),
  );
  return pointers.reduce((rest, pointer) => {
    if (valueAt(rest, pointer) === undefined) return rest;
    const left = withValue(rest, pointer, undefined);
    const list = parentOf(pointer);
    if (!isIndex(lastKeyOf(pointer)) || list === "/partial") return left;
    // An entry that cannot be read is still there: the list is not all that there is.
    return { ...left, partial: [...new Set([left.partial ?? [], list].flat())] };
  }, draft);
}

/**
 * What can be read of a draft, and what is wrong with the rest. What cannot be read counts as unknown, never as harmless.
 *
 * @param {unknown} draft
 */
export function readDraft(draft) {
  let rest = named(draft);
  let result = safeParseProfile(rest);
  const { problems = [] } = result;
  while (!result.ok) {
    const left = named(withoutTrouble(rest, result.problems));
    rest = JSON.stringify(left) === JSON.stringify(rest) ? named({}) : left;
    result = safeParseProfile(rest);
  }
  return { profile: result.value, problems };
}

/** The same app, supposing that whatever is open turns out well; nothing, where that cannot be said. */
function atItsBest(profile) {
  const known = Object.entries(deriveFacts(profile)).filter(([, { kind }]) => kind !== "unknown");
  const app = synthesizeProfile(Object.fromEntries(known.map(([name, { value }]) => [name, value])));
  return app && classify(app).tier === classify(profile).tier ? app : undefined;
}

/**
 * The ways back under each line that the app is over, the nearest line first; `isSupposed` says that they hold only if what is
 * open turns out well.
 */
export function waysBack(profile, { tier }) {
  const below = policy.tiers.slice(0, rankOf(tier)).reverse();
  return below.map(({ id }) => {
    const told = analysis.pathsTo(profile, id, { most: 3 });
    if (told.verdict === "found") return { tier: id, isSupposed: false, paths: told.paths };
    const best = atItsBest(profile);
    const hoped = best && analysis.pathsTo(best, id, { most: 3 });
    return { tier: id, isSupposed: hoped?.verdict === "found", paths: hoped?.paths ?? [] };
  });
}
