import { keysOf, type Pointer } from "../../problems/index.js";
import { datesInOrder } from "../../profile/index.js";
import { addDays, type Day, daysBetween, earliestDay } from "../../time/index.js";
import { grouped } from "../bounding/grouped.js";
import type { Catalogue, Fact } from "../fact.js";
import type { ProfilePart, Put } from "./parts.js";
import type { FactValues } from "./values.js";
import { wishOf } from "./wishes.js";

/** A fact that says how long ago a date was, and where the date stands. */
interface Dated {
  readonly name: string;
  readonly fact: Fact;
  readonly place: Pointer;
}

const datedIn = (facts: Catalogue): readonly Dated[] =>
  Object.entries(facts).flatMap(([name, fact]) =>
    fact.from !== undefined && "daysSince" in fact.from ? [{ name, fact, place: fact.from.daysSince }] : [],
  );

/** Whether dates are one, or bound to one another. */
const areTogether = ({ place: one }: Dated, { place: other }: Dated) =>
  one === other || datesInOrder.some((pair) => pair.some((at) => at === one) && pair.some((at) => at === other));

/** How long ago dates were, as is asked, and otherwise as is wished; nothing, where they cannot be so. */
function daysAgo(dated: readonly Dated[], asked: FactValues): ReadonlyMap<Pointer, number> | undefined {
  const told = new Map<Pointer, number>();
  for (const { name, place } of dated) {
    const value = asked[name];
    if (typeof value !== "number") continue;
    if ((told.get(place) ?? value) !== value) return undefined;
    told.set(place, value);
  }
  const days = new Map(
    dated.map(({ name, fact, place }) => [place, told.get(place) ?? Number(wishOf(name, fact) ?? 0)]),
  );
  for (const [earlier, later] of datesInOrder) {
    const [one, other] = [days.get(earlier), days.get(later)];
    if (one === undefined || other === undefined || one >= other) continue;
    if (told.has(earlier) && told.has(later)) return undefined;
    if (told.has(earlier)) days.set(later, one);
    else days.set(earlier, other);
  }
  return days;
}

/** The dates that were so long ago; nothing, where there were no such days. */
function putsOn(asOf: Day, days: ReadonlyMap<Pointer, number>): readonly Put[] | undefined {
  const most = daysBetween(earliestDay, asOf);
  if ([...days.values()].some((ago) => ago > most)) return undefined;
  return [...days].map(([place, ago]) => ({ at: keysOf(place), value: addDays(asOf, -ago) }));
}

/** What makes the dates from which facts are read; without a day as of which they are read, nothing can be told of them. */
export function partsOfDates(facts: Catalogue): readonly ProfilePart[] {
  return grouped(datedIn(facts), areTogether).map((dated): ProfilePart => {
    const names = dated.map(({ name }) => name);
    return {
      names,
      make: (asked, asOf) => {
        if (asOf === undefined) return names.some((name) => asked[name] !== undefined) ? undefined : [];
        const days = daysAgo(dated, asked);
        return days && putsOn(asOf, days);
      },
    };
  });
}
