import {
  byForm,
  type Compiled,
  type Condition,
  compilePoints,
  FALSE,
  type PreparedSum,
  pointsIn,
  type Referents,
  reachedByProduct,
  reachedFrom,
  type ScoreItem,
  type Threshold,
  type Together,
} from "../conditions/index.js";
import { type Catalogue, endsOfAll, type Fact, factSlots, type Slot, type Span } from "../facts/index.js";
import { unknownTo } from "../problems/index.js";
import { allOf, choice, compared, type Scalar, sum, whole } from "./expression.js";
import { keyOf, type LeftOut, mayBeLeft } from "./facts-columns.js";
import { type Asked, askedByLine, everyOf, not, someOf } from "./line.js";
import type { ReadingOfFact } from "./readings.js";
import { mostSets, type SpreadInSql, spreadInSql, toldApart } from "./spread.js";

/** What conditions are asked of. */
export interface Source {
  readonly facts: Catalogue;
  readonly rubrics: ReadonlyMap<string, readonly ScoreItem[]>;
  /** What is shown of a fact, without the parts of an app that some components handle. */
  readonly readingOf: (name: string, fact: Fact, without: readonly LeftOut[]) => ReadingOfFact;
  /** How a sign stands. */
  readonly sign: (id: string) => Asked;
  /** Works something out once, for all who ask for it by the same key. */
  readonly shared: (key: string, make: () => Scalar) => Scalar;
}

/** What a condition is asked of: an app without the parts that some components handle; and who is told what cannot be asked there. */
export interface View {
  readonly without: readonly LeftOut[];
  readonly refuse: (message: string) => void;
}

/** Points that are added up, where nothing stands in the way of adding them up exactly. */
interface SumInSql extends SpreadInSql {
  readonly best: () => number;
  readonly ends: Span;
}

const isNobody: Compiled = { evaluate: () => FALSE, collect: () => {}, alone: undefined, groups: 0, facts: 0 };

/** Prepares points, to find which of them lie on one fact, and what these come to. */
function preparing({ facts, rubrics }: Source) {
  const slots = factSlots((name) => facts[name] ?? unknownTo("fact", name));
  const names = new Map<Slot, string>();
  const referents: Referents = {
    slotOf: (name) => {
      const slot = slots.slotOf(name);
      names.set(slot, name);
      return slot;
    },
    sign: () => isNobody,
    rubric: (id) => compilePoints(rubrics.get(id) ?? unknownTo("rubric", id), referents),
    shared: new Map(),
    lines: [],
  };
  return {
    prepare: (items: readonly ScoreItem[]): PreparedSum => compilePoints(items, referents),
    nameOf: (slot: Slot): string => names.get(slot) ?? "",
  };
}

/** Larger numbers are not exact where `classify` counts. */
const isExact = (largest: number) => largest <= Number.MAX_SAFE_INTEGER;

const largestOf = ({ low, high }: Span) => Math.max(Math.abs(low), Math.abs(high));

/** What points bring, where it is so far shown whether they count. */
function spreadOfPoints(points: number, { holds, fails }: Asked): SpreadInSql {
  const [all, none] = [whole(points), whole(0)];
  const certainly = choice([{ when: holds, gives: all }], none);
  const possibly = choice([{ when: fails, gives: none }], all);
  return points > 0 ? { low: certainly, high: possibly } : { low: possibly, high: certainly };
}

/** The least and the most that two numbers come to, multiplied: between the ends of both. */
function productReaches([one, other]: readonly SumInSql[], atLeast: number): Asked {
  if (one === undefined || other === undefined) return unknownTo("form", "product");
  const isRising = one.ends.low >= 0 && other.ends.low >= 0;
  const all = [one.low, one.high].flatMap((left) => [other.low, other.high].map((right) => [left, right] as const));
  const times = (pairs: typeof all): readonly Scalar[] => pairs.map((parts): Scalar => ({ kind: "product", parts }));
  const least = isRising ? [[one.low, other.low] as const] : all;
  const most = isRising ? [[one.high, other.high] as const] : all;
  return {
    holds: allOf(times(least).map((product) => compared(product, ">=", atLeast))),
    fails: allOf(times(most).map((product) => compared(product, "<", atLeast))),
  };
}

/** Prepares to ask conditions: what shows that they are so, and what that they are not. */
export function asking(source: Source): (condition: Condition, view: View) => Asked {
  const { facts, rubrics, readingOf, shared } = source;
  const { prepare, nameOf } = preparing(source);
  const factAt = (name: string) => facts[name] ?? unknownTo("fact", name);
  const read = (name: string, { without }: View) => {
    const fact = factAt(name);
    return readingOf(name, fact, mayBeLeft(fact) ? without : []);
  };

  function spreadOf(together: Together, view: View): SpreadInSql {
    const { slot } = together;
    const { domain } = slot.fact;
    const reading = read(nameOf(slot), view);
    const isTooMuch =
      domain.kind === "set" && reading.kind === "set" && toldApart(domain, together, reading.keyOf).count > mostSets;
    if (!isTooMuch) return spreadInSql(domain, together, reading);
    view.refuse(
      `Its points tell more than ${mostSets} sets of "${nameOf(slot)}" apart. Give points for each member by itself, or for fewer of them together.`,
    );
    return { low: whole(0), high: whole(0) };
  }

  function addedUp(items: readonly ScoreItem[], view: View): SumInSql {
    const prepared = prepare(items);
    const placed = items.flatMap((item) => pointsIn<Condition>(item));
    const isTogether = (place: number) => prepared.together.some(({ places }) => places.has(place));
    const apart = prepared.parts.flatMap(({ points }, place) => {
      const { when } = placed[place] ?? {};
      return when === undefined || isTogether(place) ? [] : [spreadOfPoints(points, ask(when, view))];
    });
    const spreads = [...apart, ...prepared.together.map((together) => spreadOf(together, view))];
    const ends = endsOfAll(prepared.parts);
    if (!isExact(largestOf(ends)))
      view.refuse("Its points come to more than can be added up exactly. Use smaller numbers.");
    const key = `${JSON.stringify(items)} ${keyOf(view.without)}`;
    return {
      low: shared(`low ${key}`, () => sum(spreads.map(({ low }) => low))),
      high: shared(`high ${key}`, () => sum(spreads.map(({ high }) => high))),
      best: prepared.best,
      ends,
    };
  }

  const itemsOf = (points: string | readonly ScoreItem[]) =>
    typeof points === "string" ? (rubrics.get(points) ?? unknownTo("rubric", points)) : points;

  function reached(items: readonly ScoreItem[], threshold: Threshold, view: View): Asked {
    const { low, high, best } = addedUp(items, view);
    const atLeast = reachedFrom(threshold, best);
    return { holds: compared(low, ">=", atLeast), fails: compared(high, "<", atLeast) };
  }

  function multiplied(sums: readonly SumInSql[], threshold: Threshold, { refuse }: View): Asked {
    const largest = sums.reduce((product, { ends }) => product * largestOf(ends), 1);
    if (!isExact(largest))
      refuse("Its points, multiplied, come to more than can be held exactly. Use smaller numbers.");
    return productReaches(
      sums,
      reachedByProduct(
        threshold,
        sums.map(({ best }) => best),
      ),
    );
  }

  function ask(condition: Condition, view: View): Asked {
    const each = (list: readonly Condition[]) => list.map((part) => ask(part, view));
    return byForm<Condition, Asked>(condition, {
      fact: ({ fact, ...line }) => askedByLine(factAt(fact).domain, line, read(fact, view)),
      all: ({ all }) => everyOf(each(all)),
      any: ({ any }) => someOf(each(any)),
      not: ({ not: part }) => not(ask(part, view)),
      count: ({ count, atLeast }) =>
        reached(
          count.map((when) => ({ points: 1, when })),
          atLeast,
          view,
        ),
      score: ({ score, atLeast }) => reached(itemsOf(score), atLeast, view),
      product: ({ product, atLeast }) =>
        multiplied(
          product.map((points) => addedUp(itemsOf(points), view)),
          atLeast,
          view,
        ),
      sign: ({ sign }) => source.sign(sign),
    });
  }
  return ask;
}
