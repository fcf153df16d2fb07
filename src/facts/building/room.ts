import type { Pointer } from "../../problems/index.js";
import type { Catalogue, Fact } from "../fact.js";
import { type NumberFact, numberFact } from "./numbers.js";
import type { FactValues } from "./values.js";
import { wishOf } from "./wishes.js";

/** Where numbers stand of which one alone leaves room for one entry. */
const singleOf = ({ from }: Fact): readonly Pointer[] =>
  from !== undefined && "each" in from && "single" in from ? (from.single ?? []) : [];

/** What is asked of numbers, so that they leave room for several of what several are asked for. */
export function withRoom(asked: FactValues, facts: Catalogue): FactValues {
  const numbers = Object.entries(facts).flatMap(([name, fact]) => numberFact(name, fact) ?? []);
  const needed = Object.entries(facts).flatMap(([name, fact]) => {
    const [count, places] = [asked[name], singleOf(fact)];
    if (typeof count !== "number" || count < 2) return [];
    // What is never less than another of these follows from that.
    const follows = ({ form: { atLeast = [] } }: NumberFact) => atLeast.some((place) => places.includes(place));
    const roomy = numbers.filter(
      (number) => number.form.per === undefined && places.includes(number.form.read) && !follows(number),
    );
    return roomy.flatMap(({ name: number }) => {
      const wish = facts[number] && wishOf(number, facts[number]);
      return asked[number] === undefined && Number(wish ?? 0) < 2 ? [[number, 2] as const] : [];
    });
  });
  return { ...asked, ...Object.fromEntries(needed) };
}
