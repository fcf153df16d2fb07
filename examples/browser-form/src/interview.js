import { standardFacts } from "plimsoll";
import { nextQuestions, openFields } from "plimsoll/analysis";
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

const nothing = { id: "nothing", name: "Nothing" };

/** Which key of a list's entries is asked first, found out with an entry of which nothing is told. */
const keysAsked = (fact, list) =>
  openFields(withValue(nothing, `${list}/0`, {}), fact)
    .map(({ pointer }) => pointer)
    .filter((pointer) => isWithin(pointer, `${list}/0`))
    .map(lastKeyOf);

/** What is asked at one place; a list is shown whole, so that nobody has to ask for what else is in it. */
const questionAt = ({ pointer, question }, fact) =>
  (isList(pointer) && openFields(nothing, fact).find((field) => field.pointer === pointer)?.question) || question;

/** The step that asks for a fact: where what is open of it belongs, or all of it, where nothing is. */
export function stepFor(name, profile) {
  const fact = standardFacts[name];
  const fields = openFields(profile, fact);
  const places = fields.length > 0 ? fields.map(({ pointer }) => pointer) : fact.answerAt;
  const title = fields.length === 1 ? questionAt(fields[0], fact) : fact.question;
  const asked = places.filter(isList).flatMap((list) => keysAsked(fact, list));
  return { kind: "question", id: places.join(" "), title, places, asked };
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
  const open = questions.filter(({ fact }) => openFields(profile, standardFacts[fact]).length > 0);
  return open.map(({ fact }) => stepFor(fact, profile)).find(({ id }) => !skipped.has(id));
}

/** The questions that are open, the most telling first, and how many answers it takes. */
export function openQuestions(profile) {
  const told = nextQuestions(profile, analysis);
  return told.verdict === "open" ? told : { questions: [], worst: { atLeast: 0, atMost: 0 } };
}
