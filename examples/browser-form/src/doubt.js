import { button, element } from "./element.js";
import { isIndex, keysOf, lastKeyOf, parentOf, valueAt, withValue } from "./pointer.js";

/** The entry that a name belongs to: what is asked for by name, or the name itself. */
const entryOf = (pointer) => (isIndex(lastKeyOf(pointer)) ? pointer : parentOf(pointer));

const isInList = (pointer) => keysOf(pointer).some(isIndex);

/** A draft in which there is nothing, or nobody. */
function withNone(draft, { pointer }) {
  if (!isInList(pointer)) return withValue(draft, pointer, null);
  const list = parentOf(entryOf(pointer));
  const others = [draft.partial ?? []].flat().filter((other) => other !== list);
  return withValue(withValue(draft, list, []), "/partial", others.length > 0 ? others : undefined);
}

/** A draft without the name. A list that is left empty says nothing: that there is none, nobody has said. */
function withoutName(draft, { pointer }) {
  if (!isInList(pointer)) return withValue(draft, pointer, undefined);
  const list = parentOf(entryOf(pointer));
  const left = withValue(draft, entryOf(pointer), undefined);
  return valueAt(left, list)?.length === 0 ? withValue(left, list, undefined) : left;
}

/** A draft in which data has a class instead of a name. */
const withClass = (draft, doubt) =>
  withValue(withValue(draft, doubt.pointer, undefined), `${entryOf(doubt.pointer)}/class`, doubt.class);

/**
 * What may not be meant as it is written, with what can be said about it.
 *
 * @param {import("plimsoll/analysis").Doubt} doubt
 * @param {(doubt: object, instead?: (draft: object) => object) => void} onanswer Without `instead`, it is meant so.
 */
export function doubtNote(doubt, onanswer) {
  const { kind, name, pointer, question, suggestion } = doubt;
  const yes = {
    none: ["Yes, there is none", (draft) => withNone(draft, doubt)],
    misspelt: [`Yes, "${suggestion}"`, (draft) => withValue(draft, pointer, suggestion)],
    class: [`Yes, its class is "${doubt.class}"`, (draft) => withClass(draft, doubt)],
    strange: ["Yes, it is called that", undefined],
  };
  const no = {
    none: [`No, it is called "${name}"`, undefined],
    misspelt: [`No, it is called "${name}"`, undefined],
    class: [`No, it is called "${name}"`, undefined],
    strange: ["No, leave it out", (draft) => withoutName(draft, doubt)],
  };
  const answer = ([words, instead]) => button(words, () => onanswer(doubt, instead));
  const asked = question.includes(`"${name}"`) ? question : `"${name}": ${question}`;
  return element(
    "div",
    { class: "note" },
    element("p", {}, asked),
    element("div", { class: "actions" }, answer(yes[kind]), answer(no[kind])),
  );
}
