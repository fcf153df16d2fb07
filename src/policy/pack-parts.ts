import { type Pointer, toPointer } from "../problems/index.js";
import type { Pack } from "./pack.js";
import type { Policy } from "./policy.js";

type Part = { readonly id: string };

/** A list of a policy that packs add to: by what it is known, whatever its place, where it stands, and what is in it. */
interface PartList {
  readonly list: Pointer;
  readonly at: Pointer;
  readonly parts: readonly Part[];
}

const listNames = {
  criteria: "/criteria",
  signs: "/signs",
  components: "/components",
  boundaries: "/boundaries",
  checks: "/audit/checks",
  weights: "/audit/weights",
} as const;

const checklistOf = (review: string): Pointer => toPointer(["reviews", review, "checklist"]);

/** The lists of a policy that packs add to. */
export function listsOf({ criteria, signs, components, boundaries, reviews, audit }: Policy): readonly PartList[] {
  const all = { criteria, signs, components, boundaries, checks: audit?.checks, weights: audit?.weights };
  return [
    ...Object.entries(listNames).map(([name, at]) => ({ list: at, at, parts: all[name as keyof typeof all] ?? [] })),
    ...(reviews ?? []).map(({ id, checklist }, index) => ({
      list: checklistOf(id),
      at: `/reviews/${index}/checklist`,
      parts: checklist,
    })),
  ];
}

/** Something that a pack brings: what it is, where it stands in the pack, and the list that it comes to. */
export interface BroughtPart {
  readonly part: Part;
  readonly pointer: Pointer;
  readonly list: Pointer;
  /** What the policy has in its place already. */
  readonly there: Part | undefined;
}

/** All that a pack brings to a policy, part by part. */
export function broughtParts({ add }: Pack, policy: Policy): readonly BroughtPart[] {
  const partsIn = new Map(listsOf(policy).map(({ list, parts }) => [list, parts]));
  const brought = (part: Part, pointer: Pointer, list: Pointer): BroughtPart => ({
    part,
    pointer,
    list,
    there: partsIn.get(list)?.find(({ id }) => id === part.id),
  });
  return [
    ...Object.entries(listNames).flatMap(([name, list]) => {
      const parts: readonly Part[] = add[name as keyof typeof listNames] ?? [];
      return parts.map((part, index) => brought(part, `/add/${name}/${index}`, list));
    }),
    ...(add.checklist ?? []).map(({ review, ...part }, index) =>
      brought(part, `/add/checklist/${index}`, checklistOf(review)),
    ),
  ];
}
