import { type Pointer, toPointer } from "../problems/index.js";

/** Points for each answer to one question, in the order in which they are written. */
type PointsByName = Readonly<Record<string, number>>;

/** Points for the answer to a question: for a level, for one of several values, for `true` or `false`. */
export interface PointsPerAnswer {
  readonly fact: string;
  readonly points: PointsByName;
}

/** Points for each of these members that a set has. */
export interface PointsPerMember {
  readonly fact: string;
  readonly pointsEach: PointsByName;
}

/** Points for the highest band that a number or a level reaches. */
export interface PointsPerBand<Limit = number | string> {
  readonly fact: string;
  readonly bands: readonly { readonly atLeast: Limit; readonly points: number }[];
}

/** Points while something holds. */
interface PointsWhile<When> {
  readonly points: number;
  readonly when: When;
}

/** Whatever brings points, in any of the ways in which it can be written. */
export type AnyPoints<When> = PointsWhile<When> | PointsPerAnswer | PointsPerMember | PointsPerBand;

/** Points while something holds, and where in their item that stands. */
export interface PlacedPoints<When> extends PointsWhile<When> {
  readonly place: Pointer;
}

const yesAndNo: Readonly<Record<string, boolean>> = { true: true, false: false };

/** Points have so many decimals at most; sums are compared without the rounding of computers. */
export const pointsScale = 1000;

/** Points as a whole number of thousandths. */
export const thousandths = (points: number): number => Math.round(points * pointsScale);

/** What lies between one band and the next, which counts on top of it. */
const steps = (bands: PointsPerBand["bands"]): readonly number[] =>
  bands.map(({ points }, index) => (thousandths(points) - thousandths(bands[index - 1]?.points ?? 0)) / pointsScale);

function written<When>(item: AnyPoints<When>): readonly PlacedPoints<When | object>[] {
  // What was never checked may be neither, and is found out by whoever asks for its condition.
  if ("when" in item || !("fact" in item)) return [{ ...(item as PointsWhile<When>), place: "/when" }];
  const { fact } = item;
  if ("bands" in item) {
    const added = steps(item.bands);
    return item.bands.map(({ atLeast }, index) => {
      return { points: added[index] ?? 0, when: { fact, atLeast }, place: `/bands/${index}` };
    });
  }
  const [field, points] =
    "points" in item ? (["points", item.points] as const) : (["pointsEach", item.pointsEach] as const);
  return Object.entries(points).flatMap(([name, own]) => {
    const line = field === "points" ? { is: yesAndNo[name] ?? name } : { includesAny: [name] };
    return own === 0 ? [] : [{ points: own, when: { fact, ...line }, place: toPointer([field, name]) }];
  });
}

const known = new WeakMap<object, readonly PlacedPoints<unknown>[]>();

/**
 * An item as points while lines hold: those per answer, per member and per band are no more than that. The same item always comes to
 * the same conditions, so that what is remembered of them is found again.
 */
export function pointsIn<When>(item: AnyPoints<When>): readonly PlacedPoints<When>[] {
  const found = known.get(item) ?? written(item);
  known.set(item, found);
  return found as readonly PlacedPoints<When>[]; // a line on a fact is a condition, wherever points are counted
}
