/** By how much one number is more than another; nothing, where it is not. */
export interface Excess {
  readonly excess: number;
  readonly more: number;
  readonly than: number;
}

/**
 * What binds numbers to one another, by their places: no more than another, two sums that are the same, by how much one is more
 * than another.
 */
export interface NumberConstraints {
  readonly atMost: readonly (readonly [lesser: number, greater: number])[];
  readonly sums: readonly { readonly left: readonly number[]; readonly right: readonly number[] }[];
  readonly excesses: readonly Excess[];
}

/** The places that some constraints bind; one that several bind as often. */
export const placesBound = ({ atMost, sums, excesses }: NumberConstraints): readonly number[] => [
  ...atMost.flat(),
  ...sums.flatMap(({ left, right }) => [...left, ...right]),
  ...excesses.flatMap(({ excess, more, than }) => [excess, more, than]),
];
