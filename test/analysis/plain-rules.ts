import type { Condition, DecisionTable, Policy } from "plimsoll";
import { isSo, type PolicyAndFacts, type Taken, type Values } from "./plain-meaning.js";

/** A condition, and where it stands. */
export interface Placed {
  readonly pointer: string;
  readonly condition: Condition;
}

/** A rule of a policy: what it asks, and the place of the tier that it lifts to. */
export interface PlainRule {
  readonly id: string;
  readonly pointer: string;
  /** Where its conditions stand, and what they are; of a limit what must hold. */
  readonly conditions: readonly Placed[];
  /** The one of them without which there would be no rule; of a row there is none. */
  readonly main: Placed | undefined;
  readonly rank: number;
  /** Whether it stands where its conditions are so, or not, and all others as they are. */
  readonly standsBy: (truths: readonly boolean[], values: Values, given: PolicyAndFacts, taken?: Taken) => boolean;
}

/** Whether a rule stands. */
export const stands = (rule: PlainRule, values: Values, given: PolicyAndFacts, taken?: Taken): boolean =>
  rule.standsBy(
    rule.conditions.map(({ condition }) => isSo(condition, values, given, taken)),
    values,
    given,
    taken,
  );

/** What a row of a table asks of one input. */
function cellOf(input: string, line: object, { rubrics = [] }: Policy): Condition {
  if (!rubrics.some(({ id }) => id === input)) return { fact: input, ...line } as Condition; // a line that fits
  const { atLeast, below } = line as { readonly atLeast?: number; readonly below?: number };
  const reached = atLeast === undefined ? [] : [{ score: input, atLeast }];
  const missed = below === undefined ? [] : [{ not: { score: input, atLeast: below } }];
  const [only, ...others] = [...reached, ...missed];
  return only !== undefined && others.length === 0 ? only : { all: [...reached, ...missed] };
}

/** The rows of a table: where the first that is hit counts, those behind it that would lift higher do not stand. */
function rowsIn({ id, hit, rows }: DecisionTable, at: string, policy: Policy): readonly PlainRule[] {
  const rankOf = (tier: string) => policy.tiers.findIndex((each) => each.id === tier);
  const cells = rows.map(({ when }, index) =>
    Object.entries(when).map(([input, line]) => ({
      pointer: `${at}/rows/${index}/when/${input}`,
      condition: cellOf(input, line, policy),
    })),
  );
  return rows.map((row, index): PlainRule => {
    const rank = rankOf(row.tier);
    return {
      id: row.id ?? `${id}-${index + 1}`,
      pointer: `${at}/rows/${index}`,
      rank,
      main: undefined,
      conditions: cells[index] ?? [],
      standsBy: (truths, values, given, taken) => {
        const isHit = (cellsOfRow: readonly Placed[]) =>
          cellsOfRow.every(({ condition }) => isSo(condition, values, given, taken));
        const isHidden = cells
          .slice(0, index)
          .some((other, place) => hit === "first" && rankOf(rows[place]?.tier ?? "") < rank && isHit(other));
        return truths.every((so) => so) && !isHidden;
      },
    };
  });
}

/** Every rule of a policy. */
export function rulesIn(policy: Policy): readonly PlainRule[] {
  const { tiers, criteria = [], signs = [], tables = [] } = policy;
  const rankOf = (tier: string) => tiers.findIndex(({ id }) => id === tier);
  const ruled = (
    id: string,
    pointer: string,
    rank: number,
    main: Placed,
    unless: Condition | undefined,
  ): PlainRule => ({
    id,
    pointer,
    rank,
    main,
    conditions: [main, ...(unless === undefined ? [] : [{ pointer: `${pointer}/unless`, condition: unless }])],
    standsBy: ([own, isExempt]) => own !== main.pointer.endsWith("/holds") && isExempt !== true,
  });
  const lifting = (
    { id, when, unless }: { readonly id: string; readonly when: Condition; readonly unless?: Condition },
    pointer: string,
    rank: number,
  ) => ruled(id, pointer, rank, { pointer: `${pointer}/when`, condition: when }, unless);
  return [
    ...criteria.map((rule, index) => lifting(rule, `/criteria/${index}`, rankOf(rule.tier))),
    ...tables.flatMap((table, index) => rowsIn(table, `/tables/${index}`, policy)),
    ...signs.map((rule, index) => lifting(rule, `/signs/${index}`, rule.tier === undefined ? 1 : rankOf(rule.tier))),
    ...tiers.flatMap(({ limits = [] }, rank) =>
      limits.map(({ id, holds, unless }, index) => {
        const pointer = `/tiers/${rank}/limits/${index}`;
        return ruled(id, pointer, rank + 1, { pointer: `${pointer}/holds`, condition: holds }, unless);
      }),
    ),
  ];
}

/** The place of the tier that some of the rules of a policy lead to: the highest that they lift to, and a step for each adjustment that holds. */
export function rankBy(rules: readonly PlainRule[], values: Values, given: PolicyAndFacts): number {
  const { tiers, adjustments = [] } = given.policy;
  const ids = tiers.map(({ id }) => id);
  const lifted = Math.max(0, ...rules.filter((rule) => stands(rule, values, given)).map(({ rank }) => rank));
  return adjustments.reduce((rank, { when, by, onlyIn = ids }) => {
    const isMoved = onlyIn.includes(ids[rank] ?? "") && isSo(when, values, given);
    return isMoved ? Math.min(Math.max(rank + by, 0), ids.length - 1) : rank;
  }, lifted);
}

/** The place of the tier that an app is in. */
export const rankOf = (values: Values, given: PolicyAndFacts): number => rankBy(rulesIn(given.policy), values, given);
