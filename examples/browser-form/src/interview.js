import { deriveFacts, standardFacts } from "plimsoll";
import { isWithin, lastKeyOf, valueAt, withValue } from "./pointer.js";
import { analysis } from "./policy.js";
import { kindOf, shapeAt } from "./schema.js";

/**
 * One thing that is asked of a person: the places of the profile where the answer belongs, and what is asked there.
 *
 * @typedef {object} Step
 * @property {"name" | "question" | "edit" | "mend"} kind
 * @property {string} id What tells it from other steps.
 * @property {string} title
 * @property {readonly string[]} places JSON Pointers.
 * @property {readonly string[]} asked Of each entry of a list, the keys that are asked for first; all, when empty.
 */

const isList = (pointer) => shapeAt(pointer)?.type === "array";

/** Which key of a list's entries a fact looks at, found out with an entry of which nothing is told. */
function keyAsked(fact, list) {
  if (kindOf(shapeAt(list)) !== "entries") return [];
  const { evidence } = deriveFacts(withValue({ id: "probe", name: "Probe" }, `${list}/0`, {}))[fact];
  return evidence.filter((pointer) => isWithin(pointer, `${list}/0`)).map(lastKeyOf);
}

/** Where the answer to a question belongs: in a list that stands already, the entries that do not say. */
function placesOf(fact, profile) {
  const { answerAt } = standardFacts[fact];
  if (!answerAt.every(isList) || profile.partial?.includes(answerAt[0])) return answerAt;
  const silent = deriveFacts(profile)[fact].evidence.filter(
    (pointer) => !answerAt.includes(pointer) && valueAt(profile, pointer) === undefined,
  );
  return silent.length > 0 ? silent : answerAt;
}

/** The step that asks for a fact. */
export function stepFor(fact, profile) {
  const places = placesOf(fact, profile);
  const asked = places.filter(isList).flatMap((list) => keyAsked(fact, list));
  return { kind: "question", id: fact, title: standardFacts[fact].question, places, asked };
}

/** Whether a person can be asked for what stands at a pointer. */
const canBeAsked = (pointer) => {
  const shape = shapeAt(pointer);
  return shape !== undefined && kindOf(shape) !== undefined && !isWithin(pointer, "/partial");
};

/** The step that asks to look at mistakes again. */
function mending(problems) {
  const places = [...new Set(problems.map(({ pointer }) => pointer).filter(canBeAsked))];
  const title = problems.length === 1 ? "One thing needs another look" : `${problems.length} things need another look`;
  return { kind: "mend", id: "mend", title, places, asked: [] };
}

const asksName = { kind: "name", id: "name", title: "What is the app called?", places: ["/name"], asked: [] };

/**
 * What to ask next: first what cannot be read, then the name, then the question that settles the tier soonest.
 *
 * @param {object} seen
 * @param {unknown} seen.draft
 * @param {import("plimsoll").AppProfile} seen.profile What can be read of the draft.
 * @param {readonly import("plimsoll").Problem[]} seen.problems What cannot.
 * @param {readonly import("plimsoll/analysis").NextQuestion[]} seen.questions
 * @param {ReadonlySet<string>} seen.skipped The ids of steps that were left open.
 * @returns {Step | undefined} Nothing, when nothing is left to ask.
 */
export function nextStep({ draft, profile, problems, questions, skipped }) {
  if (problems.length > 0) return mending(problems);
  if (valueAt(draft, "/name") === undefined && !skipped.has("name")) return asksName;
  const next = questions.find(({ fact }) => !skipped.has(fact));
  return next && stepFor(next.fact, profile);
}

/** The questions that are open, the most telling first, and how many answers it takes. */
export function openQuestions(profile) {
  const told = analysis.nextQuestions(profile);
  return told.verdict === "open" ? told : { questions: [], worst: { atLeast: 0, atMost: 0 } };
}
