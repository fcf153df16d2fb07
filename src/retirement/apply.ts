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

/** What the events of each kind change in a retirement, besides its state and its history. */
const changes: {
  readonly [Kind in RetirementEvent["kind"]]: (
    event: RetirementEventOf<Kind>,
    given: RetirementCase,
  ) => Partial<RetirementCase>;
} = {
  suggested: () => ({}),
  asked: ({ who }, { asked }) => ({ asked: [...asked, { who, answer: null, why: null }] }),
  answered: ({ who, needed, why }, { asked }) => ({
    asked: heard(asked, { who, answer: needed ? "needed" : "not-needed", why }),
  }),
  "stayed-silent": ({ who, tried }, { asked }) => ({ asked: heard(asked, { who, answer: "silent", why: tried }) }),
  archived: ({ at, where, restore, instead }) => ({ archive: { on: at, where, restore, instead } }),
  decided: ({ at, by, why }) => ({ decision: { at, by, why } }),
  kept: (event) => ({ owner: event.owner, ...endingOf(event) }),
  closed: endingOf,
  withdrawn: endingOf,
};

/** What an event changes in a retirement, besides its state and its history. */
export function changesBy(event: RetirementEvent, given: RetirementCase): Partial<RetirementCase> {
  // Of each kind stands there what takes its events.
  const change = changes[event.kind] as (event: RetirementEvent, given: RetirementCase) => Partial<RetirementCase>;
  return change(event, given);
}
