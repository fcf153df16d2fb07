import { type EscalationCase, type EscalationEvent, openCase, replay } from "plimsoll/escalation";
import { expect } from "vitest";

/** How a case begins, as its first event tells it. */
export const opening = {
  kind: "opened",
  id: "case-9",
  at: "2026-02-02",
  by: "Stock clerk",
  app: { id: "dock", name: "Dock plan" },
  need: { what: "Lorries are met at the gate.", of: "Warehouse" },
  builder: "Shift planner",
  recognisedBy: "business",
  signs: [{ id: "write-back", title: "Writes to several systems", since: null }],
} as const satisfies EscalationEvent;

const when = { at: "2026-02-03", by: "IT director" };

const part = (id: string, concern: "technical" | "business", mark: "keep" | "rebuild") =>
  ({ id, title: `The ${id}`, concern, mark, why: "So it was found." }) as const;

/** The whole history of a case, which is rebuilt and closed. */
export const history: readonly EscalationEvent[] = [
  opening,
  { kind: "preserved", ...when, how: "It is copied every night." },
  { kind: "partnership-agreed", ...when, itOwner: "Integration lead", businessOwner: "Warehouse lead" },
  { kind: "part-marked", ...when, part: part("link", "technical", "rebuild") },
  { kind: "part-marked", ...when, part: part("feed", "technical", "rebuild") },
  { kind: "part-marked", ...when, part: part("rota", "business", "keep") },
  { kind: "rebuilding-begun", ...when },
  { kind: "part-rebuilt", ...when, part: "link", how: "With tests." },
  { kind: "owner-changed", ...when, side: "it", owner: "Platform lead" },
  { kind: "owner-changed", ...when, side: "business", owner: "Night lead" },
  { kind: "part-rebuilt", ...when, part: "feed", how: "With a queue." },
  { kind: "learning-begun", ...when },
  { kind: "lesson-recorded", ...when, lesson: { why: "Nobody asked.", earlier: "Ask at two systems." } },
  { kind: "closed", ...when, why: "It runs." },
];

/** The case that the first so many events tell. */
export function caseOf(events: number): EscalationCase {
  const { kind: _, ...first } = opening;
  if (events === 1) return openCase(first);
  const result = replay(history.slice(0, events));
  return result.ok ? result.case : expect.fail(result.refusal.message);
}
