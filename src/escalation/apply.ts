import { match } from "ts-pattern";
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

/** What an event changes in a case, besides its state and its history. */
export function changesBy(event: EscalationEvent, { parts, lessons }: EscalationCase): Partial<EscalationCase> {
  return match(event)
    .returnType<Partial<EscalationCase>>()
    .with({ kind: "preserved" }, ({ how }) => ({ preservation: how }))
    .with({ kind: "partnership-agreed" }, ({ itOwner, businessOwner }) => ({ itOwner, businessOwner }))
    .with({ kind: "owner-changed" }, ({ side, owner }) =>
      side === "it" ? { itOwner: owner } : { businessOwner: owner },
    )
    .with({ kind: "part-marked" }, (marked) => ({ parts: mark(parts, marked) }))
    .with({ kind: "part-rebuilt" }, ({ part, how }) => ({
      parts: parts.map((known) => (known.id === part ? { ...known, rebuilt: how } : known)),
    }))
    .with({ kind: "lesson-recorded" }, (recorded) => ({ lessons: [...lessons, lessonOf(recorded)] }))
    .with({ kind: "closed" }, { kind: "withdrawn" }, { kind: "false-alarm" }, endingOf)
    .with({ kind: "opened" }, { kind: "rebuilding-begun" }, { kind: "learning-begun" }, () => ({}))
    .exhaustive();
}
