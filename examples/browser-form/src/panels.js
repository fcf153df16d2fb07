import { evidenceInWords } from "plimsoll";
import { helpWords } from "./card.js";
import { button, element } from "./element.js";
import { valueAt } from "./pointer.js";
import { tierOf } from "./policy.js";
import { kindOf, placesIn, shapeAt, titleAt } from "./schema.js";
import { counted, valueInWords } from "./words.js";

const titled = (words, ...children) => [element("h2", {}, words), ...children];

const chip = (tier) => element("span", { class: "chip", "data-tier": tier }, tierOf(tier).title);

function findingItem({ title, tier, why, advice, evidence }) {
  return element(
    "li",
    { "data-tier": tier },
    element("h3", {}, title, " ", chip(tier)),
    element("p", {}, why),
    advice && element("p", { class: "advice" }, advice),
    element("ul", { class: "evidence" }, ...evidence.map((each) => element("li", {}, evidenceInWords(each)))),
  );
}

/** The lines that are crossed, and those that a component keeps from being crossed. */
export function findingsPanel({ findings }) {
  const over = findings.filter(({ status }) => status === "holds");
  const covered = findings.filter(({ status }) => status === "covered");
  const list = (some) => element("ul", { class: "findings" }, ...some.map(findingItem));
  return [
    ...titled("Lines it is over"),
    over.length > 0 ? list(over) : element("p", {}, "None, as far as you have told."),
    ...(covered.length > 0 ? [element("h3", {}, "Covered by components of IT"), list(covered)] : []),
  ];
}

/** A sentence with what can be done about it. */
const actionItem = (words, action) =>
  element("li", {}, element("div", { class: "line" }, element("span", {}, ...words), action));

/** What has to be done about an app, all together. */
const changesList = ({ changes }) => element("ul", {}, ...changes.map(({ words }) => element("li", {}, words)));

const isMore = ({ changes }) => changes.length > 1;

function pathsList(paths) {
  if (paths.length === 1) return changesList(paths[0]);
  const items = paths.map((path) =>
    element("li", {}, isMore(path) ? "All of these together:" : "This alone:", changesList(path)),
  );
  return element("ol", { class: "paths" }, ...items);
}

/** What has to change, in half a sentence. */
function introduced(paths) {
  if (paths.length > 1) return "Any one of these ways is enough";
  return isMore(paths[0]) ? "These together are enough" : "This alone is enough";
}

const andThen = "When the app has changed, come back and change its answers.";

const isHopeless = "No change that is yours to make brings it there. That is no failure: it has become important.";

function wayBack({ tier, isSupposed, paths }) {
  const title = element("h3", {}, `Back to ${tierOf(tier).title}`);
  if (paths.length === 0) return [title, element("p", {}, isHopeless)];
  const supposing = isSupposed ? ", supposing that what is open turns out well" : "";
  return [title, element("p", {}, `${introduced(paths)}${supposing}:`), pathsList(paths)];
}

/** How to get back under each line, and whom to ask. */
export const waysPanel = (ways, classification) =>
  ways.length === 0
    ? []
    : [
        ...titled("Back under the line", ...ways.flatMap(wayBack)),
        ways.some(({ paths }) => paths.length > 0) && element("p", { class: "hint" }, andThen),
        element("h3", {}, "Or stay, and call IT"),
        ...helpWords(classification),
      ];

/** The questions whose answers could still change the tier. */
export function openPanel({ questions, worst }, onask) {
  if (questions.length === 0) return titled("Still open", element("p", {}, "Nothing that could change the answer."));
  const { atLeast, atMost } = worst;
  const range = atLeast === atMost ? counted(atMost, "answer") : `${atLeast} to ${atMost} answers`;
  const item = ({ fact, question, cost }) =>
    actionItem(
      [question, " ", element("span", { class: "hint" }, `about ${counted(cost, "minute")}`)],
      button("Answer", () => onask(fact), { class: "link", "aria-label": `Answer: ${question}` }),
    );
  return titled(
    "Still open",
    element("p", {}, `At worst it takes ${range} to be sure; the most telling question comes first.`),
    element("ol", { class: "open" }, ...questions.slice(0, 3).map(item)),
    questions.length > 3 &&
      element(
        "details",
        {},
        element("summary", {}, `${counted(questions.length - 3, "more question")}`),
        element("ol", { start: 4, class: "open" }, ...questions.slice(3).map(item)),
      ),
  );
}

function answerRow(place, draft, onedit) {
  const words = valueInWords(place, valueAt(draft, place));
  const title = titleAt(place);
  return element(
    "div",
    { class: "row", "data-told": String(words !== undefined) },
    element("dt", {}, title),
    element("dd", {}, words ?? "Not known yet"),
    element(
      "dd",
      {},
      button("Change", () => onedit(place), { class: "link", "aria-label": `Change: ${title}` }),
    ),
  );
}

/** The parts of a profile: what stands at its top, and then each group and each list. */
const parts = [
  { title: "The app", places: placesIn("").filter((place) => ["text", "choice"].includes(kindOf(shapeAt(place)))) },
  ...placesIn("")
    .filter((place) => ["group", "entries"].includes(kindOf(shapeAt(place))))
    .map((place) => ({
      title: titleAt(place),
      places: kindOf(shapeAt(place)) === "group" ? placesIn(place) : [place],
    })),
];

/** All that can be told of an app, with what was told. */
export function answersPanel(draft, onedit) {
  const sections = parts.map(({ title, places }) => {
    const told = places.filter((place) => valueAt(draft, place) !== undefined).length;
    const summary = element(
      "summary",
      {},
      title,
      " ",
      element("span", { class: "hint" }, `${told} of ${places.length} told`),
    );
    const rows = places.map((place) => answerRow(place, draft, onedit));
    return element("details", { "data-told": String(told > 0) }, summary, element("dl", {}, ...rows));
  });
  return titled("All answers", element("p", {}, "Change any of them whenever you like."), ...sections);
}

/** Fills a panel, and leaves open what was open in it. */
export function fill(panel, children) {
  const summaries = () => [...panel.querySelectorAll("details > summary")];
  const nameOf = ({ firstChild }) => firstChild.textContent;
  const opened = new Set(
    summaries()
      .filter(({ parentElement }) => parentElement.open)
      .map(nameOf),
  );
  panel.replaceChildren(...children.filter((child) => child !== false));
  for (const summary of summaries()) if (opened.has(nameOf(summary))) summary.parentElement.open = true;
  panel.hidden = panel.childElementCount === 0;
}
