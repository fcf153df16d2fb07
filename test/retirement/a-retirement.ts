import {
  advanceRetirement,
  openRetirement,
  type RetirementCase,
  type RetirementEvent,
  type RetirementReason,
} from "plimsoll/retirement";
import { expect } from "vitest";

export const unused: RetirementReason = {
  kind: "unused",
  why: "Nobody has opened it for a year.",
  evidence: ["/usage/lastUsedOn"],
  duplicates: null,
};

/** What a retirement is suggested with. */
export const suggestion = {
  id: "end-7",
  at: "2026-01-12",
  by: "Platform team",
  app: { id: "rota", name: "Rota" },
  reasons: [unused],
  terms: { asks: ["Ward team", "Ward clerk"], decides: "Ward lead", keepArchiveForDays: 90 },
};

export const opened = openRetirement(suggestion);

/** All kinds of events, but for when they happen and who does them. */
type Said = RetirementEvent extends infer Event
  ? Event extends RetirementEvent
    ? Omit<Event, "at" | "by">
    : never
  : never;

/** An event on the day after the suggestion, by the platform team, if nothing else is said. */
export const happened = (said: Said, how: { readonly at?: string; readonly by?: string } = {}): RetirementEvent =>
  ({ at: "2026-01-13", by: "Platform team", ...how, ...said }) as RetirementEvent; // all that an event says

export const asked = (who: string) => happened({ kind: "asked", who });
export const answered = (who: string, needed: boolean) =>
  happened({ kind: "answered", who, needed, why: needed ? "We plan by it." : "We plan elsewhere." }, { by: who });
export const silent = (who: string) => happened({ kind: "stayed-silent", who, tried: "Two mails and a call." });
export const archived = happened({
  kind: "archived",
  where: "The archive of the platform",
  restore: "The platform team imports it again, within a day.",
  instead: null,
});
export const decided = happened({ kind: "decided", why: "Nobody misses it." }, { by: "Ward lead" });
export const closedKept = happened({ kind: "closed", archive: "kept", why: "It takes no room." });
export const closedGivenUp = (at: string) =>
  happened({ kind: "closed", archive: "given-up", why: "Its time is over." }, { at });
export const kept = happened({ kind: "kept", owner: "Ward team", why: "We take it over." }, { by: "Ward team" });
export const withdrawn = happened({ kind: "withdrawn", why: "It was opened yesterday." });

/** A retirement after some events, each of which has to happen. */
export const retirementAfter = (given: RetirementCase, ...events: readonly RetirementEvent[]): RetirementCase =>
  events.reduce((before, event) => {
    const result = advanceRetirement(before, event);
    return result.ok ? result.case : expect.fail(`${event.kind}: ${result.refusal.message}`);
  }, given);

export const heard = retirementAfter(
  opened,
  asked("Ward team"),
  asked("Ward clerk"),
  answered("Ward team", false),
  silent("Ward clerk"),
);
export const stored = retirementAfter(heard, archived);
