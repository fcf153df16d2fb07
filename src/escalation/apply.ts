import type { CasePart, EscalationCase, Lesson } from "./case.js";
import type { EscalationEvent, EventOf, Opening } from "./event.js";

/** The case that an opening begins. */
export function begin(opening: Opening): EscalationCase {
  const { id, app, need, builder, recognisedBy, signs } = opening;
  return {
    schemaVersion: 1,
    id,
    app,
    state: "recognised",
    revision: 1,
    need,
    builder,
    recognisedBy,
    signs,
    preservation: null,
    itOwner: null,
    businessOwner: null,
    parts: [],
    lessons: [],
    ending: null,
    events: [opening],
  };
}

function mark(parts: readonly CasePart[], { part }: EventOf<"part-marked">): readonly CasePart[] {
  const marked: CasePart = { ...part, rebuilt: null };
  const isKnown = parts.some(({ id }) => id === part.id);
  return isKnown ? parts.map((known) => (known.id === part.id ? marked : known)) : [...parts, marked];
}

function lessonOf({ lesson }: EventOf<"lesson-recorded">): Lesson {
  const { why, earlier, signs = [], proposal = null } = lesson;
  return { why, earlier, signs, proposal };
}

const endingOf = ({ at, by, why }: EventOf<"closed" | "withdrawn" | "false-alarm">) => ({ ending: { at, by, why } });

/** What the events of each kind change in a case, besides its state and its history. */
const changes: {
  readonly [Kind in EscalationEvent["kind"]]: (event: EventOf<Kind>, given: EscalationCase) => Partial<EscalationCase>;
} = {
  opened: () => ({}),
  preserved: ({ how }) => ({ preservation: how }),
  "partnership-agreed": ({ itOwner, businessOwner }) => ({ itOwner, businessOwner }),
  "owner-changed": ({ side, owner }) => (side === "it" ? { itOwner: owner } : { businessOwner: owner }),
  "part-marked": (event, { parts }) => ({ parts: mark(parts, event) }),
  "rebuilding-begun": () => ({}),
  "part-rebuilt": ({ part, how }, { parts }) => ({
    parts: parts.map((known) => (known.id === part ? { ...known, rebuilt: how } : known)),
  }),
  "learning-begun": () => ({}),
  "lesson-recorded": (event, { lessons }) => ({ lessons: [...lessons, lessonOf(event)] }),
  closed: endingOf,
  withdrawn: endingOf,
  "false-alarm": endingOf,
};

/** What an event changes in a case, besides its state and its history. */
export function changesBy(event: EscalationEvent, given: EscalationCase): Partial<EscalationCase> {
  // Of each kind stands there what takes its events.
  const change = changes[event.kind] as (event: EscalationEvent, given: EscalationCase) => Partial<EscalationCase>;
  return change(event, given);
}
