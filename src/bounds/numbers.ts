/** Numbers from one to another, both inside: where they need not be whole, those that a computer can hold. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

/** The least number that a computer can hold above another. */
function justAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const number = new Float64Array([value]);
  const bits = new BigInt64Array(number.buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return number[0] ?? value;
}

/** The first number that is at least another. */
export const firstFrom = (value: number, isWhole: boolean): number => (isWhole ? Math.ceil(value) : value);

/** The first number above another. */
export const firstAbove = (value: number, isWhole: boolean): number =>
  isWhole ? Math.floor(value) + 1 : justAbove(value);

/** The last number below another. */
export const lastBelow = (value: number, isWhole: boolean): number =>
  isWhole ? Math.ceil(value) - 1 : -justAbove(-value);

const mostDigits = 15;
const mostNeighbours = 8;

/** A number that a person would write: it has few digits. */
const isPlain = (value: number): boolean => Number.isFinite(value) && Number(value.toPrecision(6)) === value;

/**
 * Numbers in an interval: the nearest to another; then, where they need not be whole, others with few digits. An end that
 * stands just beside a line has too many of them to come first.
 */
export function* numbersIn({ from, to, isWhole }: Interval, near: number): Generator<number> {
  if (isWhole || (near >= from && near <= to)) yield Math.min(Math.max(near, from), to);
  if (isWhole) return;
  const end = near > to ? to : from;
  if (isPlain(end)) yield end;
  for (let digits = 0; digits <= mostDigits; digits++) {
    const scale = 10 ** digits;
    const least = Math.ceil(from * scale) / scale;
    const most = Math.floor(to * scale) / scale;
    for (const value of near > to ? [most, least] : [least, most]) {
      if (value >= from && value <= to && Number.isFinite(value)) yield value;
    }
  }
  yield from;
  // A number that comes of a division is not always there, and one of its neighbours is.
  let next = from;
  for (let step = 0; step < mostNeighbours && next < to; step++) {
    next = justAbove(next);
    if (Number.isFinite(next)) yield next;
  }
}
