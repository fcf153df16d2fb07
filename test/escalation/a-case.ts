import { type EscalationCase, type EscalationEvent, openCase, transition } from "plimsoll/escalation";
import { expect } from "vitest";

/** The first day of every case here. */
export const firstDay = "2026-01-12";

/** A case that has just been opened. */
export const opened: EscalationCase = openCase({
  id: "case-7",
  at: firstDay,
  by: "IT director",
  app: { id: "rota", name: "Rota" },
  need: { what: "Shifts are planned on one page.", of: "Ward team" },
  builder: "Ward clerk",
  recognisedBy: "it",
  signs: [{ id: "business-critical", title: "Daily work depends on it", since: "2025-11-03" }],
});

type Told = EscalationEvent extends infer Event ? (Event extends unknown ? Omit<Event, "at" | "by"> : never) : never;

/** An event of which a test does not care when it happened and who did it. */
export function happened(told: Told, { at = firstDay, by = "IT director" } = {}): EscalationEvent {
  // What every event says was only taken away to be put back.
  return { ...told, at, by } as EscalationEvent;
}

export const preserved = happened({ kind: "preserved", how: "It stays as it is, and is copied every night." });
export const agreed = happened({ kind: "partnership-agreed", itOwner: "Integration lead", businessOwner: "Ward lead" });
export const lesson = happened({
  kind: "lesson-recorded",
  lesson: { why: "Nobody had drawn a line.", earlier: "Ask at forty users." },
});

/** A part that is marked. */
export function marked(
  id: string,
  mark: "keep" | "rebuild",
  concern: "technical" | "business" = "technical",
): EscalationEvent {
  return happened({ kind: "part-marked", part: { id, title: `The ${id}`, concern, mark, why: "So it is." } });
}

export const rebuilt = (part: string) => happened({ kind: "part-rebuilt", part, how: "Anew, with tests." });
export const begun = happened({ kind: "rebuilding-begun" });
export const learning = happened({ kind: "learning-begun" });
export const closed = happened({ kind: "closed", why: "It runs, and everybody knows whom to call." });

/** Lets something happen that has to be possible. */
export function caseAfter(given: EscalationCase, ...events: readonly EscalationEvent[]): EscalationCase {
  return events.reduce((before, event) => {
    const result = transition(before, event);
    return result.ok ? result.case : expect.fail(result.refusal.message);
  }, given);
}

/** What must be so of every case, at all times. */
export function expectInvariants(given: EscalationCase): void {
  const { state, app, need, builder, itOwner, businessOwner, parts, lessons, events, revision, ending } = given;
  expect({ app, need, builder }).toEqual({ app: opened.app, need: opened.need, builder: opened.builder });
  expect(revision).toBe(events.length);
  const isPartnership = ["partnership", "rebuilding", "learning", "closed"].includes(state);
  if (isPartnership) expect([itOwner, businessOwner]).not.toContain(null);
  if (isPartnership) expect(itOwner).not.toBe(businessOwner);
  const isOver = ["closed", "withdrawn", "false-alarm"].includes(state);
  expect(ending !== null).toBe(isOver);
  if (state === "withdrawn") expect([need.of, builder, businessOwner]).toContain(ending?.by);
  if (state !== "closed" && state !== "false-alarm") return;
  expect(parts.filter(({ mark, rebuilt: how }) => mark === "rebuild" && how === null)).toEqual([]);
  if (state === "closed") expect(lessons.length).toBeGreaterThan(0);
}
