import { button, element, freshId } from "./element.js";
import { isWithin, lastKeyOf, parentOf, withoutEntry } from "./pointer.js";
import { entryWord, inWords, isRequired, kindOf, namingPlace, placesIn, shapeAt, titleAt } from "./schema.js";

/**
 * What a field needs of the form that it stands in.
 *
 * @typedef {object} Form
 * @property {(pointer: string) => unknown} read
 * @property {(pointer: string, value: unknown) => void} write `undefined` says that the answer is not known.
 */

/** What is asked, as a heading where it is the question of the page. */
const heading = (words, isQuestion) => (isQuestion ? element("h2", {}, words) : words);

function notes(pointer) {
  const hint = shapeAt(pointer).description;
  const [hintId, problemId] = [freshId(), freshId()];
  return {
    hint: hint ? element("p", { class: "hint", id: hintId }, hint) : undefined,
    problem: element("p", { class: "problem", id: problemId }),
    describedby: hint ? `${hintId} ${problemId}` : problemId,
  };
}

/** A field with one control and its label. */
function single(pointer, title, isQuestion, control, ...others) {
  const { hint, problem, describedby } = notes(pointer);
  control.id = freshId();
  control.setAttribute("aria-describedby", describedby);
  const label = element("label", { for: control.id }, heading(title, isQuestion));
  return element("div", { class: "field", "data-place": pointer }, label, hint, control, ...others, problem);
}

/** A field of several controls. */
function group(pointer, title, isQuestion, ...controls) {
  const { hint, problem, describedby } = notes(pointer);
  const legend = element("legend", {}, heading(title, isQuestion));
  const attributes = { class: "field", "data-place": pointer, "aria-describedby": describedby };
  return element("fieldset", attributes, legend, hint, ...controls, problem);
}

/** A control with its label beside it. */
const tick = (type, words, attributes) =>
  element("label", { class: "tick" }, element("input", { type, ...attributes }), element("span", {}, words));

/** One of several answers, or none yet. */
function oneOf(answers) {
  return ({ pointer, title, isQuestion, form }) => {
    const name = freshId();
    const now = form.read(pointer);
    const options = answers(shapeAt(pointer)).map(([value, words]) =>
      tick("radio", words, { name, checked: now === value, onchange: () => form.write(pointer, value) }),
    );
    return group(pointer, title, isQuestion, element("div", { class: "ticks" }, ...options));
  };
}

const notKnown = [undefined, "Not known yet"];

/** What an input can show of a value that may be anything. */
const shown = (value) => (typeof value === "string" || typeof value === "number" ? value : undefined);

/** What is typed as a number is one; whatever else is typed stays as it is, so that its problem can be told. */
const numberFrom = (text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text);

function typed(attributes, valueFrom = (text) => text) {
  return ({ pointer, title, isQuestion, form }) => {
    const { examples } = shapeAt(pointer);
    const list = freshId();
    const control = element("input", {
      autocomplete: "off",
      ...attributes,
      list: examples ? list : undefined,
      required: isRequired(pointer),
      value: shown(form.read(pointer)),
      oninput: () => {
        const text = control.value.trim();
        form.write(pointer, text === "" ? undefined : valueFrom(text));
      },
    });
    const suggestions =
      examples && element("datalist", { id: list }, ...examples.map((value) => element("option", { value })));
    return single(pointer, title, isQuestion, control, suggestions);
  };
}

/** Text, or that there is nobody. */
function owner({ pointer, title, isQuestion, form }) {
  const now = form.read(pointer);
  const control = element("input", {
    autocomplete: "off",
    value: shown(now),
    disabled: now === null,
    oninput: () => form.write(pointer, control.value.trim() || undefined),
  });
  const nobody = tick("checkbox", "Nobody", {
    checked: now === null,
    onchange: ({ target }) => {
      control.disabled = target.checked;
      form.write(pointer, target.checked ? null : control.value.trim() || undefined);
    },
  });
  return single(pointer, title, isQuestion, control, nobody);
}

/** The lists that there may be more of. */
const partialLists = (form) => [form.read("/partial") ?? []].flat();

const sayPartial = (form, lists) => form.write("/partial", lists.length > 0 ? lists : undefined);

/** That a list is empty; or else its parts, and whether there may be more of them. */
function listField({ pointer, title, isQuestion, form }, parts) {
  const isEmpty = form.read(pointer)?.length === 0;
  const sayIncomplete = (isIncomplete) => {
    const others = partialLists(form).filter((list) => list !== pointer);
    sayPartial(form, isIncomplete ? [...others, pointer] : others);
  };
  const body = element("div", { class: "parts" });
  const incomplete = tick("checkbox", "There may be more than I have told", {
    checked: partialLists(form).includes(pointer),
    onchange: ({ target }) => sayIncomplete(target.checked),
  });
  const rest = element("div", { class: "parts", hidden: isEmpty }, body, incomplete);
  const none = tick("checkbox", "There are none", {
    checked: isEmpty,
    onchange: ({ target }) => {
      rest.hidden = target.checked;
      form.write(pointer, target.checked ? [] : undefined);
      sayPartial(
        form,
        partialLists(form).filter((list) => !isWithin(list, pointer)),
      );
      incomplete.firstChild.checked = false;
      body.replaceChildren(...parts(body));
    },
  });
  body.append(...parts(body));
  return group(pointer, title, isQuestion, none, rest);
}

function several(place) {
  const { pointer, form } = place;
  const chosen = () => [form.read(pointer) ?? []].flat();
  return listField(place, () => [
    element(
      "div",
      { class: "ticks" },
      ...shapeAt(pointer).items.enum.map((value) =>
        tick("checkbox", inWords(value), {
          checked: chosen().includes(value),
          onchange: ({ target }) => {
            const others = chosen().filter((other) => other !== value);
            const values = target.checked ? [...others, value] : others;
            form.write(pointer, values.length > 0 ? values : undefined);
          },
        }),
      ),
    ),
  ]);
}

function lines(place) {
  const { pointer, form } = place;
  const label = freshId();
  return listField(place, () => {
    const now = form.read(pointer);
    const control = element("textarea", {
      id: label,
      rows: 3,
      oninput: () => {
        const values = control.value.split("\n").map((line) => line.trim());
        const told = values.filter((line) => line !== "");
        form.write(pointer, told.length > 0 ? told : undefined);
      },
    });
    control.value = [now ?? []].flat().filter(shown).join("\n");
    return [element("label", { for: label }, "One on each line"), control];
  });
}

/** What an entry is called: by its own name, or by its number. */
export function entryName(pointer, form) {
  const list = parentOf(pointer);
  const name = form.read(namingPlace(pointer) ?? pointer);
  return typeof name === "string" ? name : `${titleAt(list)} ${Number(lastKeyOf(pointer)) + 1}`;
}

/** An entry of a list: what it is called and what is asked, and the rest for those who want to tell more. */
function entry(pointer, { form, asked }, onremove) {
  const places = placesIn(pointer);
  const isFirst = (place) =>
    asked.length === 0
      ? kindOf(shapeAt(place)) !== "group"
      : place === namingPlace(pointer) || isRequired(place) || asked.includes(lastKeyOf(place));
  const fields = (chosen) => chosen.map((place) => field({ pointer: place, form, asked: [] }));
  const rest = places.filter((place) => !isFirst(place));
  const name = entryName(pointer, form);
  return element(
    "fieldset",
    { class: "entry" },
    element("legend", {}, name),
    ...fields(places.filter(isFirst)),
    rest.length > 0 && element("details", {}, element("summary", {}, "Tell more about it"), ...fields(rest)),
    button("Remove", onremove, { class: "quiet", "aria-label": `Remove ${name}` }),
  );
}

function entries(place) {
  const { pointer, form } = place;
  const all = () => [form.read(pointer) ?? []].flat();
  const word = entryWord(pointer);
  const parts = (body) => {
    const change = (values) => {
      form.write(pointer, values.length > 0 ? values : undefined);
      body.replaceChildren(...parts(body));
    };
    const add = button(`Add a ${word}`.replace(/\ba (?=[aeio])/, "an "), () => {
      change([...all(), {}]);
      [...body.querySelectorAll(".entry")].at(-1)?.querySelector("input, select, textarea")?.focus();
    });
    const made = all().map((_, index) =>
      entry(`${pointer}/${index}`, place, () => {
        sayPartial(form, withoutEntry(partialLists(form), pointer, index));
        change(all().toSpliced(index, 1));
        body.lastElementChild.focus();
      }),
    );
    return [...made, add];
  };
  return listField(place, parts);
}

const fieldsByKind = {
  flag: oneOf(() => [[true, "Yes"], [false, "No"], notKnown]),
  choice: oneOf((shape) => [...shape.enum.map((value) => [value, inWords(value)]), notKnown]),
  number: typed({ inputmode: "decimal" }, numberFrom),
  day: typed({ type: "date" }),
  text: typed({}),
  owner,
  several,
  lines,
  entries,
  group: ({ pointer, title, isQuestion, form }) =>
    group(pointer, title, isQuestion, ...placesIn(pointer).map((place) => field({ pointer: place, form, asked: [] }))),
};

/**
 * The field for one place of a profile, made from what the schema says of it.
 *
 * @param {object} place
 * @param {string} place.pointer
 * @param {Form} place.form
 * @param {readonly string[]} place.asked Of each entry of a list, the keys that are asked for first; all, when empty.
 * @param {string} [place.title] What is asked; the schema's own title, when left out.
 * @param {boolean} [place.isQuestion] Whether this is what the page asks now.
 * @returns {HTMLElement}
 */
export function field({ pointer, title = titleAt(pointer), isQuestion = false, ...place }) {
  return fieldsByKind[kindOf(shapeAt(pointer))]({ ...place, pointer, title, isQuestion });
}
