import { match } from "ts-pattern";
import { sameName } from "../names/index.js";
import type { AskedRole, RetirementCase } from "./case.js";
import type { RetirementEvent, RetirementEventOf, Suggestion } from "./event.js";

/** The retirement that a suggestion begins. */
export function begin(suggestion: Suggestion): RetirementCase {
  const { id, app, reasons, terms } = suggestion;
  return {
    schemaVersion: 1,
    id,
    app,
    state: "suggested",
    revision: 1,
    reasons,
    terms,
    asked: [],
    archive: null,
    owner: null,
    decision: null,
    ending: null,
    events: [suggestion],
  };
}

const heard = (asked: readonly AskedRole[], answered: AskedRole): readonly AskedRole[] =>
  asked.map((each) => (sameName(each.who, answered.who) ? { ...answered, who: each.who } : each));

const endingOf = ({ at, by, why }: RetirementEventOf<"closed" | "kept" | "withdrawn">) => ({ ending: { at, by, why } });

/** What an event changes in a retirement, besides its state and its history. */
export function changesBy(event: RetirementEvent, { asked }: RetirementCase): Partial<RetirementCase> {
  return match(event)
    .returnType<Partial<RetirementCase>>()
    .with({ kind: "asked" }, ({ who }) => ({ asked: [...asked, { who, answer: null, why: null }] }))
    .with({ kind: "answered" }, ({ who, needed, why }) => ({
      asked: heard(asked, { who, answer: needed ? "needed" : "not-needed", why }),
    }))
    .with({ kind: "stayed-silent" }, ({ who, tried }) => ({
      asked: heard(asked, { who, answer: "silent", why: tried }),
    }))
    .with({ kind: "archived" }, ({ at, where, restore, instead }) => ({ archive: { on: at, where, restore, instead } }))
    .with({ kind: "decided" }, ({ at, by, why }) => ({ decision: { at, by, why } }))
    .with({ kind: "kept" }, (kept) => ({ owner: kept.owner, ...endingOf(kept) }))
    .with({ kind: "closed" }, { kind: "withdrawn" }, endingOf)
    .with({ kind: "suggested" }, () => ({}))
    .exhaustive();
}
