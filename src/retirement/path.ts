import type { Objection, Path } from "../course/index.js";
import { sameName } from "../names/index.js";
import { daysBetween, toDay } from "../time/index.js";
import type { AskedRole, RetirementCase, RetirementState } from "./case.js";
import type { RetirementEvent, Suggestion } from "./event.js";

const underWay: readonly RetirementState[] = ["suggested", "asked", "archived", "decided"];

const named = (roles: readonly string[]) => roles.join(", ");

/** Those who are to be asked, and have neither answered nor stayed silent. */
function unheard({ terms, asked }: RetirementCase): readonly string[] {
  const isHeard = (role: string) => asked.some(({ who, answer }) => answer !== null && sameName(who, role));
  const waiting = asked.filter(({ answer }) => answer === null).map(({ who }) => who);
  return [...new Set([...terms.asks.filter((role) => !isHeard(role)), ...waiting])];
}

const needing = ({ asked }: RetirementCase): readonly AskedRole[] => asked.filter(({ answer }) => answer === "needed");

/** Nothing goes on over the head of those who still need the app. */
function nobodyNeedsIt(given: RetirementCase): Objection {
  const who = needing(given).map((each) => each.who);
  return who.length > 0
    ? `${named(who)}: still needed there. Keep it, or find with them what they use instead.`
    : undefined;
}

/** Whoever made the suggestion can take it back, and so can whoever decides. */
function thoseWhoMayWithdraw({ terms, events }: RetirementCase): readonly string[] {
  return [...new Set([...events.slice(0, 1).map(({ by }) => by), terms.decides])];
}

const wasAsked = ({ asked }: RetirementCase, who: string): Objection =>
  asked.some((each) => sameName(each.who, who))
    ? undefined
    : `"${who}" was not asked. Asked so far: ${named(asked.map((each) => each.who)) || "nobody"}.`;

/** For how many more days an archive is kept, as of a day. */
function daysLeft({ archive, terms }: RetirementCase, at: string): number {
  return archive === null ? 0 : terms.keepArchiveForDays - daysBetween(toDay(archive.on), toDay(at));
}

/**
 * The path of a retirement: suggested with evidence, asked of those whose app it is, kept as an archive that comes back, decided by
 * whom the policy names. Until it is closed, whoever takes it over keeps it. What runs, what is documented and what is drawn is this
 * table.
 */
export const path: Path<RetirementCase, RetirementState, Exclude<RetirementEvent, Suggestion>> = {
  asked: {
    title: "Somebody is asked whether the app is still needed",
    from: ["suggested", "asked"],
    to: "asked",
    objection: ({ asked }, { who }) =>
      asked.some((each) => sameName(each.who, who)) ? `"${who}" was asked already.` : undefined,
  },
  answered: {
    title: "Somebody who was asked answers, or answers anew",
    from: ["asked", "archived", "decided"],
    objection: (given, { who }) => wasAsked(given, who),
  },
  "stayed-silent": {
    title: "No answer comes, however it was tried",
    from: ["asked"],
    objection: (given, { who }) =>
      wasAsked(given, who) ??
      (given.asked.some((each) => sameName(each.who, who) && each.answer !== null)
        ? `"${who}" was heard already.`
        : undefined),
  },
  archived: {
    title: "The app is put away, so that it can come back",
    from: ["asked"],
    to: "archived",
    missing: (given) => (unheard(given).length > 0 ? `Hear first: ${named(unheard(given))}.` : nobodyNeedsIt(given)),
  },
  decided: {
    title: "It is decided that the app ends",
    from: ["archived"],
    to: "decided",
    missing: nobodyNeedsIt,
    objection: ({ terms }, { by }) =>
      sameName(by, terms.decides) ? undefined : `By the policy, ${terms.decides} decides, and not ${by}.`,
  },
  closed: {
    title: "The retirement is closed",
    from: ["decided"],
    to: "closed",
    missing: nobodyNeedsIt,
    objection: (given, { archive, at }) => {
      const left = daysLeft(given, at);
      return archive === "given-up" && left > 0
        ? `The archive is kept for ${left} more ${left === 1 ? "day" : "days"}. Close it then, or close it with the archive kept.`
        : undefined;
    },
  },
  kept: {
    title: "The app is kept on, and somebody answers for it",
    from: underWay,
    to: "kept",
  },
  withdrawn: {
    title: "It turns out that there was no reason to suggest it",
    from: underWay,
    to: "withdrawn",
    objection: (given, { by }) => {
      const who = thoseWhoMayWithdraw(given);
      return who.some((each) => sameName(each, by)) ? undefined : `Only these can withdraw: ${named(who)}.`;
    },
  },
};

/** Every kind of event that can happen to a retirement under way. */
export const kinds = Object.keys(path) as readonly (keyof typeof path)[]; // its keys are its keys
