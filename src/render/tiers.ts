import type { Classification } from "../classify/index.js";
import type { Policy, Tier } from "../policy/index.js";
import { PlimsollError, suggest } from "../problems/index.js";

/** What a picture needs to know of a policy: less than all of it, so that a page with a picture stays light. */
type Marked = Pick<Policy, "id" | "tiers">;

/** A tier as a mark on a hull: where an app sits, and where it still could. */
export interface Mark {
  readonly title: string;
  readonly at: "below" | "here" | "possible" | "above";
}

/**
 * The tier of a policy that an app sits at.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when another policy has classified.
 */
export function tierIn({ id, tiers }: Marked, tier: string): Tier {
  const found = tiers.find((each) => each.id === tier);
  if (found !== undefined) return found;
  const { hint, ...rest } = suggest(
    tier,
    tiers.map((each) => each.id),
  );
  const message = `The app was classified as "${tier}", and the policy "${id}" has no such tier. Give the policy that classified it.${hint}`;
  throw new PlimsollError("invalid-policy", [{ pointer: "/tiers", code: "unknown-reference", message, ...rest }]);
}

/** The tiers as marks, from the least risk to the most. */
export function marksOf({ tier, ceiling }: Pick<Classification, "tier" | "ceiling">, policy: Marked): readonly Mark[] {
  const at = policy.tiers.indexOf(tierIn(policy, tier));
  const upTo = policy.tiers.indexOf(tierIn(policy, ceiling));
  const placeOf = (rank: number): Mark["at"] => {
    if (rank === at) return "here";
    if (rank < at) return "below";
    return rank <= upTo ? "possible" : "above";
  };
  return policy.tiers.map(({ title }, rank) => ({ title, at: placeOf(rank) }));
}

/** Where an app sits, in half a sentence. */
export function standingInWords(marks: readonly Mark[]): string {
  const here = marks.find(({ at }) => at === "here")?.title;
  const highest = marks.filter(({ at }) => at === "possible").at(-1)?.title;
  return `${here}${highest === undefined ? "" : `, could still be ${highest}`}`;
}

/**
 * How many marks deeper than its load line an app sits, certainly and at most. Its load line is the lowest tier: up to there,
 * nobody else is needed.
 */
export interface Depth {
  readonly certain: number;
  readonly atMost: number;
}

/** How deep an app sits. */
export function depthOf(marks: readonly Mark[]): Depth {
  const certain = marks.findIndex(({ at }) => at === "here");
  return { certain, atMost: certain + marks.filter(({ at }) => at === "possible").length };
}

const inMarks = (count: number) => `${count} ${count === 1 ? "mark" : "marks"}`;

/** How deep an app sits, in a sentence. */
export function depthInWords(marks: readonly Mark[]): string {
  const { certain, atMost } = depthOf(marks);
  const line = `its load line, ${marks[0]?.title}`;
  if (certain < atMost)
    return certain === 0
      ? `It floats between ${line}, and ${inMarks(atMost)} deeper.`
      : `It floats between ${certain} and ${inMarks(atMost)} deeper than ${line}.`;
  return certain === 0 ? `It keeps ${line}.` : `It sits ${inMarks(certain)} deeper than ${line}.`;
}
