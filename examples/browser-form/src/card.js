import { button, element } from "./element.js";
import { entryName, field } from "./fields.js";
import { parentOf } from "./pointer.js";
import { policy, rankOf, tierOf } from "./policy.js";
import { titleAt } from "./schema.js";

const isInEntry = (pointer) => /\/\d+\/[^/]+$/.test(pointer);

/** The fields of a step: one that is the question itself, or several under it. */
function fieldsOf({ title, places, asked, kind }, form) {
  if (places.length === 1 && kind !== "mend") {
    return [
      field({
        pointer: places[0],
        form,
        asked,
        title,
        isQuestion: true,
      }),
    ];
  }
  const titleOf = (pointer) =>
    isInEntry(pointer) ? `${titleAt(pointer)}: ${entryName(parentOf(pointer), form)}` : titleAt(pointer);
  const fields = places.map((pointer) => field({ pointer, form, asked, title: titleOf(pointer) }));
  return [element("fieldset", {}, element("legend", {}, element("h2", {}, title)), ...fields)];
}

/**
 * The card that asks one step.
 *
 * @param {import("./interview.js").Step} step
 * @param {import("./fields.js").Form} form
 * @param {{ onnext: () => void, onback: (() => void) | undefined }} ways
 */
export function stepCard(step, form, { onnext, onback }) {
  const words = step.kind === "question" || step.kind === "name" ? "Next question" : "Done";
  return element(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        onnext();
      },
    },
    ...fieldsOf(step, form),
    element("div", { class: "notes" }),
    element(
      "div",
      { class: "actions" },
      element("button", { class: "main" }, words),
      onback && button("Back", onback, { class: "quiet" }),
    ),
    step.kind === "question" &&
      element("p", { class: "hint" }, "Not sure? Go on: the question stays on your list, and nothing is assumed."),
  );
}

/** Whom to ask, once an app is over a line: kindly, and with what to bring. */
export function helpWords({ tier }) {
  const { help } = policy;
  if (rankOf(tier) === 0 || help === undefined) return [];
  return [
    element("p", {}, `Asking early is good judgement: it is how good apps grow up. Talk to ${help.who}.`),
    element("p", {}, help.how),
    element("p", {}, `Bring ${help.bring}: this page, printed, says most of it.`),
  ];
}

const isOpen = "What is open stays open, and nothing is assumed. Come back to it whenever you know more.";

/** The card when nothing is left to ask. */
export function endCard({ tier, settled }, { onagain, onsave, onprint, onback }) {
  const { title, advice } = tierOf(tier);
  return element(
    "div",
    { class: "end" },
    element("h2", { tabindex: -1 }, settled ? `That settles it: ${title}` : "That is all you could tell for now"),
    element("p", { class: "advice" }, settled ? advice : isOpen),
    rankOf(tier) > 0 && element("p", {}, "How to get back under the line, and how to ask for help, stands below."),
    element(
      "div",
      { class: "actions" },
      !settled && button("Ask me again", onagain, { class: "main" }),
      button("Print it", onprint),
      button("Save it as a file", onsave),
      onback && button("Back", onback, { class: "quiet" }),
    ),
  );
}

/** Shows each problem at the field that it is about; what is about no field is returned. */
export function showProblems(card, problems) {
  const fields = [...card.querySelectorAll("[data-place]")];
  const left = new Set(problems);
  const taken = fields.map((each) => ({ each, messages: [] }));
  for (const problem of problems) {
    const at = taken.filter(({ each: { dataset } }) => `${problem.pointer}/`.startsWith(`${dataset.place}/`)).at(-1);
    if (at === undefined) continue;
    at.messages.push(problem.message);
    left.delete(problem);
  }
  for (const { each, messages } of taken) {
    each.querySelector(":scope > .problem").textContent = messages.join(" ");
    const controls = each.querySelectorAll(":scope > input, :scope > textarea");
    for (const control of controls) control.setAttribute("aria-invalid", String(messages.length > 0));
    each.toggleAttribute("data-wrong", messages.length > 0);
  }
  return [...left];
}
