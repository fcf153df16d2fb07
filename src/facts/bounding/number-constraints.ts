import type { Pointer } from "../../problems/index.js";
import { datesInOrder } from "../../profile/index.js";
import type { NumberDomain } from "../domain.js";
import type { Catalogue } from "../fact.js";
import type { ValueForm } from "../form.js";
import type { Constraint } from "./constraint.js";

/** A number that is read at a place. */
interface Read {
  readonly name: string;
  readonly domain: NumberDomain;
  readonly form: ValueForm;
}

const readIn = (facts: Catalogue): readonly Read[] =>
  Object.entries(facts).flatMap(([name, { domain, from }]) =>
    from !== undefined && "read" in from && !("where" in from) && domain.kind === "number"
      ? [{ name, domain, form: from }]
      : [],
  );

/** Counts of which there is one at most where a number elsewhere is one. */
function singleCounts(facts: Catalogue, numbers: readonly Read[]): readonly Constraint[] {
  return Object.entries(facts).flatMap(([fact, { from }]) => {
    const places = from !== undefined && "each" in from && "single" in from ? (from.single ?? []) : [];
    const ones = numbers.filter(({ form }) => form.per === undefined && places.includes(form.read));
    return ones.map(({ name }) => ({ when: { fact: name, atMost: 1 }, implies: { fact, atMost: 1 } }));
  });
}

/** Whether one number is never more than another: both stand at one place, or one of them says that it is bound by the other. */
function isNeverMore(lesser: Read, greater: Read): boolean {
  const { form } = lesser;
  const { form: other } = greater;
  if (lesser === greater || form.per !== undefined || other.per !== undefined) return false;
  const isBound = (form.atMost ?? []).includes(other.read) || (other.atLeast ?? []).includes(form.read);
  return form.read === other.read || isBound;
}

/** What is divided is nothing where it is nothing before; of whole numbers, also the other way round. */
function constraintsOfRatio(ratio: Read, number: Read): readonly Constraint[] {
  const { form } = number;
  if (ratio.form.per === undefined || form.per !== undefined || form.read !== ratio.form.read) return [];
  if (ratio.domain.min > 0 || number.domain.min > 0) return [];
  const [some, none] = [{ above: 0 }, { atMost: 0 }] as const;
  const { name: fact } = ratio;
  const { name: other } = number;
  return [
    { when: { fact, ...some }, implies: { fact: other, ...some } },
    ...(number.domain.whole ? [{ when: { fact, ...none }, implies: { fact: other, ...none } }] : []),
  ];
}

/** What holds between how long ago dates were: one date is as long ago for all, and of two in order the later one not longer. */
function constraintsOfDates(facts: Catalogue): readonly Constraint[] {
  const dates = Object.entries(facts).flatMap(([fact, { from }]) =>
    from !== undefined && "daysSince" in from ? [{ fact, place: from.daysSince }] : [],
  );
  const isNotLonger = (lesser: Pointer, greater: Pointer) =>
    lesser === greater || datesInOrder.some(([earlier, later]) => lesser === later && greater === earlier);
  return dates.flatMap((lesser) =>
    dates
      .filter((greater) => lesser !== greater && isNotLonger(lesser.place, greater.place))
      .map((greater) => ({ fact: lesser.fact, atMostFact: greater.fact })),
  );
}

/** What is by how much one fact is more than another is just that. */
const constraintsOfExcess = (facts: Catalogue): readonly Constraint[] =>
  Object.entries(facts).flatMap(([fact, { from }]) => {
    if (from === undefined || !("more" in from)) return [];
    const { more, than } = from;
    return [more, than].every((name) => Object.hasOwn(facts, name)) ? [{ fact, more, than }] : [];
  });

/** What holds between numbers that are read at places, because of what their forms say of one another. */
export function constraintsOfNumbers(facts: Catalogue): readonly Constraint[] {
  const numbers = readIn(facts);
  const pairs = numbers.flatMap((one) => numbers.map((other) => [one, other] as const));
  return [
    ...singleCounts(facts, numbers),
    ...pairs
      .filter((pair) => isNeverMore(...pair))
      .map(([lesser, greater]) => ({ fact: lesser.name, atMostFact: greater.name })),
    ...pairs.flatMap((pair) => constraintsOfRatio(...pair)),
    ...constraintsOfDates(facts),
    ...constraintsOfExcess(facts),
  ];
}
