import { factsOf, safeParseProfile } from "plimsoll";
import { atItsBest, doubtsIn, pathsByComponents, pathsTo } from "plimsoll/analysis";
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

/** What has to go so that a mistake is gone: where something is missing, or a name is in doubt, what it belongs to. */
const troubled = ({ code, pointer }) =>
  code === "missing" || (code === "doubt" && isIndex(lastKeyOf(parentOf(pointer)))) ? parentOf(pointer) : pointer;

/** By what a doubt is known again, wherever in its list the name comes to stand. */
export const keyOfDoubt = ({ pointer, kind, name }) => `${pointer.replaceAll(/\d+/g, "*")} ${kind} ${name}`;

/** What may not be meant as it stands in a draft, as long as nobody has said that it is; of each place the first. */
function doubtsAbout(draft, confirmed) {
  if (!isContainer(draft)) return [];
  const open = doubtsIn(draft, policy).filter((doubt) => !confirmed.has(keyOfDoubt(doubt)));
  const first = open.filter(({ pointer }, index) => open.findIndex((other) => other.pointer === pointer) === index);
  return first.map((doubt) => ({ pointer: doubt.pointer, code: "doubt", message: doubt.question, doubt }));
}

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
 * What can be read of a draft, and what is wrong with the rest. What cannot be read, or may not be meant, counts as unknown,
 * never as harmless.
 *
 * @param {unknown} draft
 * @param {ReadonlySet<string>} confirmed The keys of what is meant as it stands there.
 */
export function readDraft(draft, confirmed) {
  const whole = named(draft);
  const doubts = doubtsAbout(whole, confirmed);
  const { problems = [] } = safeParseProfile(whole);
  let rest = withoutTrouble(whole, doubts);
  let result = safeParseProfile(rest);
  while (!result.ok) {
    const left = named(withoutTrouble(rest, result.problems));
    rest = JSON.stringify(left) === JSON.stringify(rest) ? named({}) : left;
    result = safeParseProfile(rest);
  }
  return { profile: result.value, problems: [...problems, ...doubts] };
}

/** A draft as it is given away: without what may not be meant. */
export const toKeep = (draft, confirmed) => withoutTrouble(named(draft), doubtsAbout(named(draft), confirmed));

/** The same app, supposing that whatever is open turns out well; nothing, where that cannot be said. */
function supposedOf(profile) {
  const app = atItsBest(profile, factsOf(policy));
  return app && classify(app).tier === classify(profile).tier ? app : undefined;
}

/** The ways back on which components of IT handle something, each as what has to be done. */
function waysByComponents(profile, tier) {
  const told = pathsByComponents(profile, tier, analysis, { most: 3 });
  const paths = told.verdict === "found" ? told.paths : [];
  const helped = paths.filter(({ handled }) => handled.length > 0);
  return helped.map(({ handled, changes }) => ({ changes: [...handled, ...changes] }));
}

/**
 * The ways back under each line that the app is over, the nearest line first; `isSupposed` says that they hold only if what is
 * open turns out well.
 */
export function waysBack(profile, { tier }) {
  const below = policy.tiers.slice(0, rankOf(tier)).reverse();
  return below.map(({ id }) => {
    const told = pathsTo(profile, id, analysis, { most: 3 });
    const others = waysByComponents(profile, id);
    const paths = [...(told.verdict === "found" ? told.paths : []), ...others];
    if (told.verdict === "found" || others.length > 0) return { tier: id, isSupposed: false, paths };
    const best = supposedOf(profile);
    const hoped = best && pathsTo(best, id, analysis, { most: 3 });
    return { tier: id, isSupposed: hoped?.verdict === "found", paths: hoped?.paths ?? [] };
  });
}
