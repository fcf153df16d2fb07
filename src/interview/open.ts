import { deriveFact, type Fact } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { calledOf, namesIn, type Place, type ProfileField, placeAt } from "./field.js";
import { valueAt, withValueAt } from "./pointed.js";

/** Everything that can be answered where there is something to choose from. */
function choicesAt({ answering }: Place): readonly unknown[] {
  if (answering.kind === "yes-or-no") return [true, false];
  if (answering.kind === "several") return [[], ...Object.keys(answering.choices).map((choice) => [choice])];
  if (answering.kind === "text") return [null, "A label of its own"];
  return answering.kind === "choice" ? Object.keys(answering.choices) : [];
}

/** The first field of an entry that is open and of which an answer would tell more of a fact. */
function openFieldOf(entry: unknown, fact: Fact, list: Pointer, { entries }: Place, profile: AppProfile) {
  // What one entry tells, the others do not change.
  const readingOf = (alone: unknown) =>
    JSON.stringify(deriveFact(fact.question, fact, withValueAt({ ...profile, partial: [] }, list, [alone]), undefined));
  const now = readingOf(entry);
  return Object.entries(entries?.fields ?? {}).find(
    ([field, place]) =>
      valueAt(entry, `/${field}`) === undefined &&
      choicesAt(place).some((answer) => readingOf(withValueAt(entry, `/${field}`, answer)) !== now),
  );
}

function fieldsOfEntries(profile: AppProfile, fact: Fact, list: Pointer, place: Place): readonly ProfileField[] {
  const entries = place.entries === undefined ? [] : valueAt(profile, list);
  return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown, index): readonly ProfileField[] => {
    const [key, open] = openFieldOf(entry, fact, list, place, profile) ?? [];
    if (key === undefined || open === undefined) return [];
    const question = open.question.replaceAll("{entry}", () => calledOf(entry, place));
    return [{ pointer: `${list}/${index}/${key}`, question, answering: open.answering }];
  });
}

/** So many names are told again when the others are asked for. */
const mostNamed = 3;

/** The question for whatever else is in a list. */
function askForOthers({ question }: Place, names: readonly string[]): string {
  if (names.length === 0) return question;
  const told = names.slice(0, mostNamed);
  const all = names.length > mostNamed ? [...told, `${names.length - mostNamed} more`] : told;
  const row = [all.slice(0, -1).join(", "), ...all.slice(-1)].filter((part) => part !== "").join(" and ");
  return question.replace(/\?$/, `, besides ${row}?`);
}

/**
 * The fields of a profile that a person can be asked for so that it tells more of a fact: of a list first its entries by
 * name, and then the field of each that is open. None, when all that a person could say stands there. Whoever asks them one
 * by one looks again after each answer: it may have answered others.
 *
 * @example
 * ```ts
 * import { type AppProfile, standardFacts } from "plimsoll";
 * import { openFields } from "plimsoll/analysis";
 *
 * const ask = (profile: AppProfile) => openFields(profile, standardFacts.unencryptedData).map(({ question }) => question);
 * const app = { id: "patients", name: "Patient scheduling" };
 *
 * ask(app); // → ["Which data does it hold or show?"]
 * ask({ ...app, data: [{ class: "health" }] }); // → ["Is the health data encrypted where it is stored?"]
 * ask({ ...app, data: [{ class: "general" }] }); // → []
 * ```
 */
export function openFields(profile: AppProfile, fact: Fact): readonly ProfileField[] {
  return fact.answerAt.flatMap((pointer): readonly ProfileField[] => {
    const place = placeAt(pointer, fact);
    if (place === undefined) return [];
    const { question, answering } = place;
    const told = valueAt(profile, pointer);
    // A number that is told as bounds may still be told exactly.
    const isOpen = told === undefined || (answering.kind === "number" && typeof told === "object");
    if (isOpen) return [{ pointer, question, answering }];
    const ofEntries = fieldsOfEntries(profile, fact, pointer, place);
    if (!profile.partial?.includes(pointer)) return ofEntries;
    return [...ofEntries, { pointer, question: askForOthers(place, namesIn(profile, pointer, place)), answering }];
  });
}
