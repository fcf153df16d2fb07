import type { Pointer } from "../../problems/index.js";
import type { Catalogue, Fact } from "../fact.js";
import { type NumberFact, numberFact } from "./numbers.js";
import type { FactValues } from "./values.js";
import { wishOf } from "./wishes.js";

/** Places of numbers of which a 1 allows one entry at most. */
const singleOf = ({ from }: Fact): readonly Pointer[] =>
  from !== undefined && "each" in from && "single" in from ? (from.single ?? []) : [];

/** A fact that counts entries, and the numbers that must be more than one where it is. */
interface Roomy {
  readonly name: string;
  readonly numbers: readonly string[];
}

function roomyIn(facts: Catalogue): readonly Roomy[] {
  const numbers = Object.entries(facts).flatMap(([name, fact]) => numberFact(name, fact) ?? []);
  return Object.entries(facts).flatMap(([name, fact]) => {
    const places = singleOf(fact);
    // What is never less than another of these follows from that.
    const follows = ({ form: { atLeast = [] } }: NumberFact) => atLeast.some((place) => places.includes(place));
    const own = numbers.filter(
      (number) => number.form.per === undefined && places.includes(number.form.read) && !follows(number),
    );
    return own.length > 0 ? [{ name, numbers: own.map((number) => number.name) }] : [];
  });
}

const known = /* @__PURE__ */ new WeakMap<Catalogue, readonly Roomy[]>();

/** What is asked of numbers, so that they leave room for several of what several are asked for. */
export function withRoom(asked: FactValues, facts: Catalogue): FactValues {
  const roomy = known.get(facts) ?? roomyIn(facts);
  known.set(facts, roomy);
  const needed = roomy.flatMap(({ name, numbers }) => (Number(asked[name] ?? 0) < 2 ? [] : numbers));
  const missing = needed.filter((number) => {
    const wish = facts[number] && wishOf(number, facts[number]);
    return asked[number] === undefined && Number(wish ?? 0) < 2;
  });
  return missing.length === 0 ? asked : { ...asked, ...Object.fromEntries(missing.map((number) => [number, 2])) };
}
