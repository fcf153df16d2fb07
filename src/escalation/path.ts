import type { Objection, Path } from "../course/index.js";
import { sameName } from "../names/index.js";
import type { CaseState, EscalationCase } from "./case.js";
import type { EscalationEvent, Opening } from "./event.js";

const underWay: readonly CaseState[] = ["recognised", "preserved", "partnership", "rebuilding", "learning"];
const together: readonly CaseState[] = ["partnership", "rebuilding", "learning"];

/** The parts that are risky and were not rebuilt yet. */
const stillRisky = ({ parts }: EscalationCase) =>
  parts.filter(({ mark, rebuilt }) => mark === "rebuild" && rebuilt === null);

const titles = (parts: readonly { readonly title: string }[]) => parts.map(({ title }) => `"${title}"`).join(", ");

const allRebuilt = (given: EscalationCase): Objection =>
  stillRisky(given).length > 0 ? `Rebuild what is risky first: ${titles(stillRisky(given))}.` : undefined;

const partsMarked = ({ parts }: EscalationCase): Objection =>
  parts.length > 0 ? undefined : "First list the parts, and mark each to be kept or rebuilt.";

/** Those whose need or work it is: only they themselves can withdraw. */
function thoseWhoMayWithdraw({ need, builder, businessOwner }: EscalationCase): readonly string[] {
  return [...new Set([need.of, builder, businessOwner])].filter((who) => who !== null);
}

/** One role alone makes no partnership. */
const apart = (itOwner: string | null, businessOwner: string | null): Objection =>
  itOwner !== null && businessOwner !== null && sameName(itOwner, businessOwner)
    ? `It takes two: "${itOwner}" cannot own both sides.`
    : undefined;

/**
 * The path of an escalation, as the article's "The escalation path that works" has it: recognise the boundary, do not kill the
 * project, become partners, rebuild what is risky, learn. What runs, what is documented and what is drawn is this table.
 */
export const path: Path<EscalationCase, CaseState, Exclude<EscalationEvent, Opening>> = {
  preserved: {
    title: "It is agreed how the app keeps running",
    from: ["recognised"],
    to: "preserved",
  },
  "partnership-agreed": {
    title: "IT and the business each name an owner",
    from: ["preserved"],
    to: "partnership",
    objection: (_, { itOwner, businessOwner }) => apart(itOwner, businessOwner),
  },
  "owner-changed": {
    title: "An owner hands over",
    from: together,
    objection: ({ itOwner, businessOwner }, { side, owner }) => apart(owner, side === "it" ? businessOwner : itOwner),
  },
  "part-marked": {
    title: "A part is marked to be kept or rebuilt",
    from: ["partnership", "rebuilding"],
    objection: ({ parts }, { part }) => {
      const known = parts.find(({ id }) => id === part.id);
      return known?.rebuilt != null
        ? `"${known.title}" is rebuilt already. Give a new part an id of its own.`
        : undefined;
    },
  },
  "rebuilding-begun": {
    title: "Rebuilding begins",
    from: ["partnership"],
    to: "rebuilding",
    missing: (given) =>
      partsMarked(given) ??
      (stillRisky(given).length === 0 ? "Nothing is marked to be rebuilt: go on to what can be learned." : undefined),
  },
  "part-rebuilt": {
    title: "A risky part is rebuilt",
    from: ["rebuilding"],
    missing: (given) => (stillRisky(given).length === 0 ? "Nothing is left to be rebuilt." : undefined),
    objection: (given, { part }) => {
      if (stillRisky(given).some(({ id }) => id === part)) return undefined;
      return `No part "${part}" waits to be rebuilt. Those that do: ${stillRisky(given)
        .map(({ id }) => id)
        .join(", ")}.`;
    },
  },
  "learning-begun": {
    title: "What is risky is rebuilt; learning begins",
    from: ["partnership", "rebuilding"],
    to: "learning",
    missing: (given) => partsMarked(given) ?? allRebuilt(given),
  },
  "lesson-recorded": {
    title: "A lesson is written down",
    from: together,
  },
  closed: {
    title: "The case is closed",
    from: ["learning"],
    to: "closed",
    missing: ({ lessons }) =>
      lessons.length > 0 ? undefined : "Write down at least one lesson: why this happened, and how to see it earlier.",
  },
  withdrawn: {
    title: "Those who need the app withdraw",
    from: underWay,
    to: "withdrawn",
    objection: (given, { by }) => {
      const who = thoseWhoMayWithdraw(given);
      return who.some((each) => sameName(each, by))
        ? undefined
        : `Only the people whose app it is can withdraw: ${who.join(", ")}.`;
    },
  },
  "false-alarm": {
    title: "It turns out that no line was crossed",
    from: ["recognised", "preserved", "partnership"],
    to: "false-alarm",
    missing: (given) =>
      stillRisky(given).length > 0
        ? `Marked to be rebuilt: ${titles(stillRisky(given))}. First mark what is to be kept because it is not risky after all.`
        : undefined,
  },
};

/** Every kind of event that can happen to an open case. */
export const kinds = Object.keys(path) as readonly (keyof typeof path)[]; // its keys are its keys
