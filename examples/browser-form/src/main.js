import "./style.css";
import { endCard, showProblems, stepCard } from "./card.js";
import { doubtNote } from "./doubt.js";
import { forgetDraft, keepDraft, keptDraft, readFile, saveAsFile } from "./drafts.js";
import { button, element } from "./element.js";
import { nextStep, openQuestions, stepFor } from "./interview.js";
import { keyOfDoubt, readDraft, toKeep, waysBack } from "./judgement.js";
import { showLoadLine } from "./load-line.js";
import { answersPanel, fill, findingsPanel, openPanel, waysPanel } from "./panels.js";
import { isWithin, parentOf, valueAt, withValue } from "./pointer.js";
import { classify } from "./policy.js";
import { titleAt } from "./schema.js";
import { standing } from "./words.js";

const part = (id) => document.getElementById(id);

/** What is told, and where the interview is. Everything else on the page follows from it. */
const state = { draft: {}, skipped: new Set(), confirmed: new Set(), step: undefined, before: [], isChecked: false };

/** What follows from the draft at once; it takes well under a millisecond, so that the picture moves as one types. */
function look() {
  const { profile, problems } = readDraft(state.draft, state.confirmed);
  return { profile, problems, classification: classify(profile) };
}

function showStanding({ profile, classification }) {
  const words = standing(classification, classification.questions.filter(({ opens }) => opens === "tier").length);
  showLoadLine(part("picture"), classification, { name: profile.name, words });
  part("verdict").dataset.tier = classification.tier;
  return words;
}

function showProblemsHere({ problems }) {
  const { step } = state;
  if (step === undefined) return [];
  const here = problems.filter(
    ({ pointer }) => step.kind === "mend" || step.places.some((place) => isWithin(pointer, place)),
  );
  // Before a question is left, nobody needs to hear that it is not answered yet, or not to the end.
  const heard = here.filter(({ code }) => state.isChecked || (code !== "missing" && code !== "doubt"));
  const doubts = heard.filter(({ code }) => code === "doubt").map(({ doubt }) => doubtNote(doubt, onDoubt));
  const mistakes = heard.filter(({ code }) => code !== "doubt");
  fill(part("card").querySelector(".notes"), [...showProblems(part("card"), mistakes).map(noteOf), ...doubts]);
  return here;
}

/** What somebody says about a doubt: that it is meant so, or what is meant instead. */
function onDoubt(doubt, instead) {
  if (instead === undefined) state.confirmed.add(keyOfDoubt(doubt));
  else state.draft = instead(state.draft);
  changed();
  if (state.step.kind === "mend") go(nextStep(settle()));
  else showCard();
}

/** A mistake where the form has no field: it can be left out, or be called by the name that was meant. */
function noteOf({ pointer, code, message, suggestion }) {
  const change = (draft) => {
    state.draft = draft;
    changed();
    go(nextStep(settle()));
  };
  const without = () => withValue(state.draft, pointer, undefined);
  const renamed = () => withValue(without(), `${parentOf(pointer)}/${suggestion}`, valueAt(state.draft, pointer));
  const canRename = code === "unknown-key" && suggestion !== undefined;
  return element(
    "div",
    { class: "note" },
    element("p", {}, message),
    element(
      "div",
      { class: "actions" },
      canRename && button(`Call it "${suggestion}"`, () => change(renamed())),
      button("Leave it out", () => change(without())),
    ),
  );
}

/** How many milliseconds nobody types before what takes longer is worked out, and the clock that waits for it. */
const quiet = 300;
let waiting;

/** What takes longer. */
function settle() {
  clearTimeout(waiting);
  const seen = look();
  const { profile, classification } = seen;
  const open = openQuestions(profile);
  const words = standing(classification, open.questions.length);
  if (part("standing").textContent !== words) part("standing").textContent = words;
  fill(part("findings"), findingsPanel(classification));
  fill(part("ways"), waysPanel(waysBack(profile, classification), classification));
  fill(part("open"), openPanel(open, ask));
  fill(part("answers"), answersPanel(state.draft, edit));
  return { ...seen, draft: state.draft, skipped: state.skipped, questions: open.questions };
}

/** The draft has changed: what is quick follows now, the rest when nobody has typed for a moment. */
function changed() {
  const seen = look();
  showStanding(seen);
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    settle();
    showProblemsHere(look());
  }, quiet);
  const { draft, skipped, confirmed } = state;
  const isKept = keepDraft({ draft, skipped: [...skipped], confirmed: [...confirmed] });
  part("kept").textContent = isKept
    ? "Your draft is kept in this browser, and nowhere else."
    : "This browser keeps no drafts. Save it as a file before you leave.";
}

const form = {
  read: (pointer) => valueAt(state.draft, pointer),
  write: (pointer, value) => {
    state.draft = withValue(state.draft, pointer, value);
    changed();
  },
};

const save = () => saveAsFile(toKeep(state.draft, state.confirmed));

/** Shows the card of the step, and puts the keyboard there. */
function showCard({ isFocused = true } = {}) {
  const { step, before } = state;
  const onback = before.length > 0 ? back : undefined;
  const card = step
    ? stepCard(step, form, { onnext: next, onback })
    : endCard(look().classification, { onagain: askAgain, onsave: save, onprint: () => print(), onback });
  part("card").replaceChildren(card);
  const here = showProblemsHere(look());
  if (!isFocused) return;
  const wrong = here.length > 0 ? "[data-wrong] input, [data-wrong] textarea, [data-wrong] button, .note button" : "";
  const first = (wrong && card.querySelector(wrong)) || card.querySelector("input, textarea, button, [tabindex]");
  // Of answers to choose from, the keyboard stands on the one that is chosen.
  const chosen = first.type === "radio" ? card.querySelector(`[name="${first.name}"]:checked`) : undefined;
  (chosen ?? first).focus();
}

function go(step, options) {
  state.step = step;
  state.isChecked = step?.kind === "mend";
  showCard(options);
}

/** Goes on: to what is wrong here, or else to the next question. */
function next() {
  const { step } = state;
  state.isChecked = true;
  if (showProblemsHere(look()).length > 0) {
    showCard();
    return;
  }
  if (step.kind === "question" || step.kind === "name") state.skipped.add(step.id);
  changed();
  state.before.push(step);
  go(nextStep(settle()));
}

function back() {
  const step = state.before.pop();
  state.skipped.delete(step.id);
  go(step);
}

function leaveFor(step) {
  if (state.step) state.before.push(state.step);
  go(step);
  part("card").scrollIntoView({ block: "nearest" });
}

const ask = (fact) => leaveFor(stepFor(fact, look().profile));

const edit = (place) => leaveFor({ kind: "edit", id: place, title: titleAt(place), places: [place], asked: [] });

function askAgain() {
  state.skipped.clear();
  changed();
  go(nextStep(settle()));
}

/** Begins with a draft: one that was kept, one from a file, or none. */
function begin({ draft, skipped = [], confirmed = [] }, options) {
  Object.assign(state, { draft, skipped: new Set(skipped), confirmed: new Set(confirmed), before: [] });
  changed();
  go(nextStep(settle()), options);
}

const say = (words) => {
  part("message").textContent = words;
};

part("save").addEventListener("click", save);

part("open-file").addEventListener("click", () => part("file").click());

part("file").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (file === undefined) return;
  const { draft, problem } = await readFile(file);
  target.value = "";
  say(problem ?? `"${file.name}" is open.`);
  if (draft) begin({ draft });
});

part("print").addEventListener("click", () => print());

part("clear").addEventListener("click", () => part("sure").showModal());

part("sure").addEventListener("close", ({ target }) => {
  if (target.returnValue !== "forget") return;
  begin({ draft: {} });
  forgetDraft();
  say("The draft is forgotten. This is a new one.");
});

/** On paper nothing can be opened, so that all of it is. */
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("#answers details[data-told=true]")) details.open = true;
});

begin(keptDraft() ?? { draft: {} }, { isFocused: false });
