import type { Pointer } from "../../problems/index.js";
import type { View } from "../bounding/kinds.js";
import type { Fact } from "../fact.js";
import { askedBy } from "../field-truth.js";
import type { FactForm } from "../form.js";
import type { FactValues } from "./values.js";

/** So many of something an app has of which that is not asked. */
const aFew = 10;

/** So many numbers are tried of which another is to be a part. */
const mostTries = 50;

/** A number that a fact is read from. */
export interface NumberFact {
  readonly name: string;
  readonly form: Extract<FactForm, { readonly read: Pointer }> & {
    readonly atLeast?: readonly Pointer[];
    readonly atMost?: readonly Pointer[];
    readonly per?: Pointer;
  };
}

export function numberFact(name: string, { domain, from }: Fact): NumberFact | undefined {
  return domain.kind === "number" && from !== undefined && "read" in from ? { name, form: from } : undefined;
}

/** All places that a number is read from. */
export const placesOf = ({ form: { read, atLeast = [], atMost = [], per } }: NumberFact): readonly Pointer[] => [
  read,
  ...atLeast,
  ...atMost,
  ...(per === undefined ? [] : [per]),
];

const numbers = (values: readonly unknown[]): readonly number[] => values.filter((value) => typeof value === "number");

/** Whether some numbers that stand at their places say of one fact that it is more than it is: however the rest is chosen, nothing can be read then. */
export function contradict(facts: readonly NumberFact[], at: ReadonlyMap<Pointer, unknown>): boolean {
  const standing = (places: readonly Pointer[]) => numbers(places.map((place) => at.get(place)));
  return facts.some(
    ({ form: { read, atLeast = [], atMost = [] } }) =>
      Math.max(...standing([read, ...atLeast])) > Math.min(...standing([read, ...atMost])),
  );
}

/** What a number is divided by so that so much comes out; a division does not hit every number. */
function divisorsOf(number: number, quotient: number): readonly number[] {
  if (number === 0 || quotient === 0) return [Math.max(number, 1)];
  const near = number / quotient;
  const neighbours = [near, near * (1 + Number.EPSILON), near * (1 - Number.EPSILON)];
  return neighbours.filter((by) => by > 0 && Number.isFinite(by));
}

/** What is asked and wished of the numbers of a part. */
export interface Wanted {
  readonly asked: FactValues;
  readonly wished: FactValues;
}

/** Numbers to try at a place, those that are asked first, when some others stand at their places already. */
export function numbersFor(
  place: Pointer,
  facts: readonly NumberFact[],
  views: readonly View[],
  { asked, wished }: Wanted,
  at: ReadonlyMap<Pointer, unknown>,
): readonly number[] {
  const whole = facts.filter(({ form: { per } }) => per === undefined);
  const own = whole.filter(({ form: { read } }) => read === place).map(({ name }) => name);
  const divided = facts.filter(({ form: { per } }) => per === place);
  const parts = facts.filter(({ form: { read, per } }) => read === place && per !== undefined);
  const quotients = divided.flatMap(({ name, form: { read } }) => {
    const number = at.get(read);
    const quotient = asked[name] ?? wished[name];
    return typeof number === "number" && typeof quotient === "number" ? divisorsOf(number, quotient) : [1];
  });
  const multiples = parts.flatMap(({ name }) => {
    const quotient = asked[name];
    if (typeof quotient !== "number" || own.some((each) => asked[each] !== undefined)) return [];
    const bounds = numbers(Object.values(asked)).filter((value) => Number.isInteger(value));
    const least = Math.max(Math.ceil(aFew * quotient), 0);
    const starts = quotient === 0 ? [0] : [least, ...bounds];
    return starts.flatMap((start) =>
      quotient === 0 ? [0] : Array.from({ length: mostTries }, (_, more) => start + more),
    );
  });
  const limits = views.flatMap(({ fields }) =>
    (fields.get(place)?.lines ?? []).flatMap((line) => numbers(Object.values(askedBy(line)).flat())),
  );
  const beside = limits.flatMap((limit) => [limit, limit + 1, limit - 1, limit / 2]);
  const others = whole.map(({ name }) => name).filter((name) => !own.includes(name));
  const ends = views.flatMap(({ name, fact: { domain } }) =>
    own.includes(name) && domain.kind === "number" ? [domain.min, ...numbers([domain.max])] : [],
  );
  return [
    ...new Set([
      ...quotients,
      ...numbers(own.map((name) => asked[name])),
      ...multiples,
      ...numbers(own.map((name) => wished[name])),
      ...numbers(others.map((name) => asked[name])),
      ...numbers(others.map((name) => wished[name])),
      ...ends,
      ...beside,
      0,
      1,
    ]),
  ];
}
