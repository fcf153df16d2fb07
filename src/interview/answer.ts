import { isInDomain, misreadings, numbersFrom, standardFacts } from "../facts/index.js";
import { sameName } from "../names/index.js";
import type { Pointer, Problem, ProblemCode, Result } from "../problems/index.js";
import { type AppProfile, datesInOrder } from "../profile/index.js";
import { longestText } from "../shapes/index.js";
import { isInstant } from "../time/index.js";
import type { Answering, FieldAnswer, NamesAnswer, NumberAnswering } from "./answering.js";
import { namesIn, type Place, type ProfileField, placeAt, valuesTakenForNames } from "./field.js";
import { valueAt, withValueAt } from "./pointed.js";

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.trim() !== "" && value.length <= longestText;

const isNames = (answer: FieldAnswer): answer is NamesAnswer =>
  typeof answer === "object" && answer !== null && "names" in answer;

/** Whether an answer is a day, and no more than that. */
const isDay = (answer: FieldAnswer) => typeof answer === "string" && answer.length === 10 && isInstant(answer);

/** Whether an answer is a number that there can be, or bounds of one. */
function isNumber(answering: NumberAnswering, answer: FieldAnswer): boolean {
  const numbers = numbersFrom(answer);
  const isFit = (end: number) => isInDomain(answering, end) && (!answering.whole || Number.isSafeInteger(end));
  return (
    numbers !== undefined &&
    [numbers.low, numbers.high].filter(Number.isFinite).every(isFit) &&
    numbers.low <= numbers.high
  );
}

/** Why an answer does not fit how its field is answered; nothing, when it does. */
function misfit(answering: Answering, answer: FieldAnswer): string | undefined {
  switch (answering.kind) {
    case "number":
      return isNumber(answering, answer) ? undefined : `a number of ${answering.unit} that there can be`;
    case "yes-or-no":
      return typeof answer === "boolean" ? undefined : "yes or no";
    case "choice":
      return typeof answer === "string" && Object.hasOwn(answering.choices, answer) ? undefined : "one of the choices";
    case "person":
      return answer === null || isText(answer) ? undefined : "a role or a person, or nobody";
    case "text":
      return answer === null || isText(answer) ? undefined : "a text, or none";
    case "date":
      return isDay(answer) ? undefined : "a date such as 2026-03-31";
    case "several":
      return isNames(answer) && answer.names.every((name) => Object.hasOwn(answering.choices, name))
        ? undefined
        : "some of the choices";
    case "names":
      return isNames(answer) && answer.names.every(isText) ? undefined : "names";
  }
}

function entriesOf({ names, classes = [] }: NamesAnswer, place: Place): readonly unknown[] {
  const { answering, entries } = place;
  const known = answering.kind === "names" ? (answering.known ?? []) : [];
  const spelt = names.map((name) => known.find((other) => sameName(name, other)) ?? name);
  if (entries === undefined) return spelt;
  const unnamed = classes.map((value) => ({ [valuesTakenForNames(place)?.key ?? ""]: value }));
  return [...spelt.map((name) => ({ [entries.named]: name })), ...unnamed];
}

/** The profile with more in a list, and with whether that is all. */
function withNames(profile: AppProfile, { pointer }: ProfileField, answer: NamesAnswer, place: Place): AppProfile {
  const told = valueAt(profile, pointer);
  const all = [...(Array.isArray(told) ? told : []), ...entriesOf(answer, place)];
  const { partial = [], ...rest } = withValueAt(profile, pointer, all);
  const others = partial.filter((list) => list !== pointer);
  const incomplete = answer.isAll ? others : [...others, pointer];
  return incomplete.length > 0 ? { ...rest, partial: incomplete } : rest;
}

const refused = (pointer: string, code: ProblemCode, message: string): Result<never> => ({
  ok: false,
  problems: [{ pointer, code, message }],
});

function twice(profile: AppProfile, { pointer }: ProfileField, { names }: NamesAnswer, place: Place) {
  const told = namesIn(profile, pointer, place);
  return names.find((name, index) => [...told, ...names.slice(0, index)].some((other) => sameName(name, other)));
}

/** What in a profile contradicts itself. */
const contradictionsIn = (profile: AppProfile): readonly Pick<Problem, "pointer" | "related">[] => [
  ...misreadings(profile, standardFacts).filter(({ code }) => code === "contradiction"),
  ...datesInOrder.flatMap(([earlier, later]) =>
    String(valueAt(profile, earlier) ?? "") > String(valueAt(profile, later) ?? "9999")
      ? [{ pointer: later, related: [earlier] }]
      : [],
  ),
];

/** What is asked at a place. */
const questionAt = (pointer: Pointer) => placeAt(pointer, undefined)?.question ?? pointer;

/** A profile, unless the answer cannot be together with what was said before. */
function unlessContradicted(before: AppProfile, after: AppProfile, { pointer }: ProfileField): Result<AppProfile> {
  const [found] = contradictionsIn(after);
  if (found === undefined || contradictionsIn(before).length > 0) return { ok: true, value: after };
  const places = [found.pointer, ...(found.related ?? [])].map((place) => `"${questionAt(place)}"`);
  const message = `The answers to ${places.join(" and ")} cannot both be so. Correct one of them.`;
  return refused(pointer, "contradiction", message);
}

/**
 * The profile with what was answered to one of its {@link openFields}, and nothing else; or the problem that the answer does
 * not fit its field, or cannot be together with what was said before. What else the profile tells afterwards follows from
 * the answer: only facts that are answered at this field, or are read from it, are told otherwise than before.
 *
 * @example
 * ```ts
 * import { standardFacts } from "plimsoll";
 * import { openFields, withAnswer } from "plimsoll/analysis";
 *
 * const stock = { id: "stock", name: "Stock list" };
 * const told = openFields(stock, standardFacts.systemsWritten).map((field) =>
 *   withAnswer(stock, field, { names: ["ERP"], isAll: true }),
 * );
 *
 * told; // → [{ ok: true, value: { id: "stock", name: "Stock list", integrations: [{ system: "ERP" }] } }]
 * ```
 */
export function withAnswer(profile: AppProfile, field: ProfileField, answer: FieldAnswer): Result<AppProfile> {
  const { pointer, answering } = field;
  const wanted = misfit(answering, answer);
  if (wanted !== undefined) return refused(pointer, "wrong-type", `That is not an answer here: expected ${wanted}.`);
  if (!isNames(answer)) return unlessContradicted(profile, withValueAt(profile, pointer, answer), field);
  const place = placeAt(pointer, undefined) ?? { question: field.question, answering };
  const { values = [] } = valuesTakenForNames(place) ?? {};
  if ((answer.classes ?? []).some((value) => !values.includes(value)))
    return refused(
      pointer,
      "wrong-type",
      "That is not an answer here: expected names, or classes of data by themselves.",
    );
  const again = twice(profile, field, answer, place);
  if (again !== undefined) return refused(pointer, "duplicate", `"${again}" is there twice. Say it once.`);
  return unlessContradicted(profile, withNames(profile, field, answer, place), field);
}
