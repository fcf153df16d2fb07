/** A number that is worked out for each app. */
export type Scalar =
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "whole"; readonly value: number }
  | { readonly kind: "sum"; readonly parts: readonly Scalar[] }
  | { readonly kind: "product"; readonly parts: readonly Scalar[] }
  | { readonly kind: "choice"; readonly branches: readonly Branch[]; readonly otherwise: Scalar }
  | { readonly kind: "members"; readonly column: string };

/** What a number is where something is shown. */
export interface Branch {
  readonly when: Shown;
  readonly gives: Scalar;
}

/** How a number is held against another. */
export type Comparison = ">=" | ">" | "<=" | "<" | "=";

/**
 * What is shown of an app, or is not. Nothing is ever shown by what is not there, and there is no "not" among these: where a column
 * holds nothing, SQL answers with `NULL`, which counts as not shown wherever it may come up.
 */
export type Shown =
  | { readonly kind: "always" }
  | { readonly kind: "never" }
  | { readonly kind: "all"; readonly parts: readonly Shown[] }
  | { readonly kind: "any"; readonly parts: readonly Shown[] }
  | { readonly kind: "compared"; readonly value: Scalar; readonly by: Comparison; readonly to: number }
  | { readonly kind: "among"; readonly column: string; readonly texts: readonly string[] }
  | { readonly kind: "flag"; readonly column: string; readonly value: boolean }
  | { readonly kind: "having"; readonly column: string; readonly member: string }
  | { readonly kind: "lacking"; readonly column: string; readonly member: string }
  | { readonly kind: "memberless"; readonly column: string; readonly value: boolean };

export const always: Shown = { kind: "always" };
export const never: Shown = { kind: "never" };

/** Joins parts, without those that change nothing; one that decides alone stands for all of them. */
function joined(kind: "all" | "any", given: readonly Shown[]): Shown {
  const [idle, deciding] = kind === "all" ? [always, never] : [never, always];
  const parts = given
    .flatMap((part) => (part.kind === kind ? part.parts : [part]))
    .filter((part) => part.kind !== idle.kind);
  if (parts.some((part) => part.kind === deciding.kind)) return deciding;
  const [only, ...others] = parts;
  if (only === undefined) return idle;
  return others.length === 0 ? only : { kind, parts };
}

export const allOf = (parts: readonly Shown[]): Shown => joined("all", parts);
export const anyOf = (parts: readonly Shown[]): Shown => joined("any", parts);

export const column = (name: string): Scalar => ({ kind: "column", name });
export const whole = (value: number): Scalar => ({ kind: "whole", value });

export const compared = (value: Scalar, by: Comparison, to: number): Shown => ({ kind: "compared", value, by, to });

/** The first of some numbers whose branch is shown; without branches that can never be, and none after one that always is. */
export function choice(given: readonly Branch[], otherwise: Scalar): Scalar {
  const possible = given.filter(({ when }) => when.kind !== "never");
  const end = possible.findIndex(({ when }) => when.kind === "always");
  const branches = end < 0 ? possible : possible.slice(0, end);
  const last = possible[end]?.gives ?? otherwise;
  return branches.length === 0 ? last : { kind: "choice", branches, otherwise: last };
}

/** Numbers added up: those that are known are one. */
export function sum(given: readonly Scalar[]): Scalar {
  const known = given.reduce((total, part) => (part.kind === "whole" ? total + part.value : total), 0);
  const others = given.filter((part) => part.kind !== "whole");
  return others.length === 0 ? whole(known) : { kind: "sum", parts: [whole(known), ...others] };
}

/** The columns that something is worked out from. */
export function columnsOf(part: Scalar | Shown): readonly string[] {
  switch (part.kind) {
    case "always":
    case "never":
    case "whole":
      return [];
    case "column":
      return [part.name];
    case "all":
    case "any":
    case "sum":
    case "product":
      return part.parts.flatMap((each: Scalar | Shown) => columnsOf(each));
    case "choice":
      return [
        ...part.branches.flatMap(({ when, gives }) => [...columnsOf(when), ...columnsOf(gives)]),
        ...columnsOf(part.otherwise),
      ];
    case "compared":
      return columnsOf(part.value);
    default:
      return [part.column];
  }
}
