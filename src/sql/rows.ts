/** Whole numbers that follow one another, as the first and the last of each row of them. */
export function rowsOf(places: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const all = new Set(places);
  const sorted = [...all].sort((one, other) => one - other);
  const firsts = sorted.filter((place) => !all.has(place - 1));
  const lasts = sorted.filter((place) => !all.has(place + 1));
  return firsts.map((first, index) => [first, lasts[index] ?? first]);
}

/** The places up to a count that are none of some. */
export const others = (places: readonly number[], count: number): readonly number[] =>
  Array.from({ length: count }, (_, place) => place).filter((place) => !places.includes(place));
