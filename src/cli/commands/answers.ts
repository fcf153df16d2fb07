import type { Answering, FieldAnswer } from "plimsoll/analysis";
import { isDay } from "../option-kinds.js";

/** What a line that somebody typed comes to: an answer, that they do not know, or nothing that fits. */
export type Typed =
  | { readonly kind: "answer"; readonly answer: FieldAnswer }
  | { readonly kind: "not-known" }
  | { readonly kind: "unfit" };

const unfit: Typed = { kind: "unfit" };
const answered = (answer: FieldAnswer): Typed => ({ kind: "answer", answer });

/** What may be answered, for a person. */
export function choicesIn(answering: Answering): string {
  switch (answering.kind) {
    case "number":
      return `a ${answering.whole ? "whole " : ""}number of ${answering.unit} in digits, or: at least 20, at most 50, 20 to 50`;
    case "yes-or-no":
      return "yes or no";
    case "choice":
      return Object.values(answering.choices).join(", ");
    case "person":
      return "a role or a name; or nobody";
    case "text":
      return "a text; or none";
    case "date":
      return "a date such as 2026-03-31";
    case "several":
      return `any of ${Object.values(answering.choices).join(", ")}, with commas between them, and others; or none`;
    case "names":
      return "names, with commas between them, and others where there may be more; or none";
  }
}

const plain = (text: string) => text.trim().toLowerCase();

/** What people type who do not know. */
const notKnown = /^(\?*|(i )?(do not|don'?t) know|unknown|not (sure|known)|no idea|tbd)$/;

/** The ends of a list that is not complete: "and others", "etc.", "…". */
const others = /(^|[\s,;])(((and|or|und|oder|&)\s+)?(others?|more|andere|weitere|mehr)|etc\.?|usw\.?|\.\.\.|…)$/i;

function listFrom(text: string, nameOf: (name: string) => string | undefined): Typed {
  if (plain(text) === "none") return answered({ names: [], isAll: true });
  const isAll = !others.test(text.trim());
  const names = text
    .trim()
    .replace(others, "")
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map(nameOf);
  const fitting = names.filter((name) => name !== undefined);
  return fitting.length > 0 && fitting.length === names.length ? answered({ names: fitting, isAll }) : unfit;
}

/** The value of which somebody typed the value itself, or the words for it. */
function choiceFrom(choices: Readonly<Record<string, string>>, text: string): string | undefined {
  const isMeant = ([value, words]: readonly [string, string]) => [value, words].map(plain).includes(plain(text));
  return Object.entries(choices).find(isMeant)?.[0];
}

/** Digits, with a point or a comma where a number is not whole; a comma before three digits could mean either. */
function numberFrom(text: string): number | undefined {
  const isClear = /^\d+([.,]\d{1,2}|[.,]\d{4,})?$/.test(text.trim());
  return isClear ? Number(text.trim().replace(",", ".")) : undefined;
}

/** How people say that they do not know a number exactly: the least, the most, or both. */
const bounds = [
  /^at least (?<atLeast>\S+)$/,
  /^(?<atLeast>\S+?)( or more|\+)$/,
  /^(at most|up to) (?<atMost>\S+)$/,
  /^(?<atMost>\S+) or (less|fewer)$/,
  /^between (?<atLeast>\S+) and (?<atMost>\S+)$/,
  /^(?<atLeast>[^\s–-]+)( to | ?[–-] ?)(?<atMost>[^\s–-]+)$/,
];

/** A number, or the ends between which one lies. */
function numbersIn(text: string): Typed {
  const exactly = numberFrom(text);
  if (exactly !== undefined) return answered(exactly);
  const found = bounds.map((bound) => bound.exec(plain(text))).find((match) => match !== null);
  const ends: Readonly<Record<string, string | undefined>> = found?.groups ?? {};
  const [atLeast, atMost] = [ends.atLeast, ends.atMost].map((end) => (end === undefined ? undefined : numberFrom(end)));
  const isClear = Object.values(ends).every((end) => numberFrom(end ?? "") !== undefined);
  if (!isClear || (atLeast ?? atMost) === undefined) return unfit;
  if (atMost === undefined) return answered({ atLeast: atLeast ?? 0 });
  return answered(atLeast === undefined ? { atMost } : { atLeast, atMost });
}

/** Reads what somebody typed as the answer to a question. */
export function typedAnswer(answering: Answering, text: string): Typed {
  if (notKnown.test(plain(text))) return { kind: "not-known" };
  switch (answering.kind) {
    case "number":
      return numbersIn(text);
    case "yes-or-no": {
      const isYes = yesOrNo(text);
      return isYes === undefined ? unfit : answered(isYes);
    }
    case "choice": {
      const value = choiceFrom(answering.choices, text);
      return value === undefined ? unfit : answered(value);
    }
    case "person":
      return answered(plain(text) === "nobody" ? null : text.trim());
    case "text":
      return answered(plain(text) === "none" ? null : text.trim());
    case "date":
      return isDay(text.trim()) && text.trim().length === 10 ? answered(text.trim()) : unfit;
    case "several":
      return listFrom(text, (name) => choiceFrom(answering.choices, name));
    case "names":
      return listFrom(text, (name) => name);
  }
}

/** Whether a line says yes, or no; nothing, where it says neither. */
export function yesOrNo(text: string): boolean | undefined {
  if (/^y(es)?$/.test(plain(text))) return true;
  return /^no?$/.test(plain(text)) ? false : undefined;
}
