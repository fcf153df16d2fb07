import { always, FALSE, type FoundFacts, type Groups, type Known } from "../facts/index.js";
import type { PreparedLine } from "./compile-line.js";

function touchedIn(lines: readonly PreparedLine[], known: Known): Groups {
  let touched = 0;
  for (const { truthOf, group } of lines) if (truthOf(known) !== FALSE) touched |= group;
  return touched;
}

/** The lines through one fact, and what comes up again and again, with the groups that it touches. */
interface LinesOfSlot {
  readonly slot: number;
  readonly lines: PreparedLine[];
  readonly touchedBy: (Groups | undefined)[];
}

/** Prepares to find the groups in which what is known of an app leaves lines that are not false. */
export function touching(all: readonly PreparedLine[]): (found: FoundFacts) => Groups {
  const slots = new Map<number, LinesOfSlot>();
  for (const line of all) {
    const own = slots.get(line.slot) ?? { slot: line.slot, lines: [], touchedBy: [] };
    own.lines.push(line);
    slots.set(line.slot, own);
  }
  const ofSlots = [...slots.values()];
  return ({ known }) => {
    let touched = always;
    for (const { slot, lines, touchedBy } of ofSlots) {
      const own = known[slot];
      if (own === undefined) continue;
      const ready = own.key === 0 ? undefined : touchedBy[own.key];
      const found = ready ?? touchedIn(lines, own);
      if (ready === undefined && own.key > 0) touchedBy[own.key] = found;
      touched |= found;
    }
    return touched;
  };
}
