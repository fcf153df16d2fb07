import { keysOf, type Pointer } from "../../problems/index.js";
import type { AppProfile } from "../../profile/index.js";
import { type Kind, type Kinds, kindsOf, type View, withValueIn } from "../bounding/kinds.js";
import { readerOf } from "../derive.js";
import { type Known, no } from "../known.js";
import { unlessRefused } from "../place.js";
import { nounOf } from "./nouns.js";
import { contradict, type NumberFact, numberFact, numbersFor, placesOf, type Wanted } from "./numbers.js";
import { once } from "./once.js";
import { type FactValues, isValue } from "./values.js";
import { wishOf } from "./wishes.js";

/** Facts that are read from places that have to do with one another. */
export interface PlacesPart {
  readonly views: readonly View[];
  readonly numbers: readonly NumberFact[];
  readonly places: readonly Pointer[];
  readonly kinds: () => Kinds | undefined;
}

/** All places that a fact is read from. */
export function placesIn({ name, fact, fields }: View): readonly Pointer[] {
  const number = numberFact(name, fact);
  return [...new Set([...fields.keys(), ...(number === undefined ? [] : placesOf(number))])];
}

export function placesPart(views: readonly View[]): PlacesPart {
  return {
    views,
    numbers: views.flatMap(({ name, fact }) => numberFact(name, fact) ?? []),
    places: [...new Set(views.flatMap(placesIn))],
    kinds: once(() => kindsOf(views)),
  };
}

/** How much of what is asked and wished can be read: nothing, where what is asked is not there. */
function worthOf(read: readonly (Known | undefined)[], views: readonly View[], { asked, wished }: Wanted) {
  let worth = 0;
  for (const [place, { name, fact }] of views.entries()) {
    const known = read[place];
    const [value, wish] = [asked[name], wished[name]];
    if (value !== undefined && (known === undefined || !isValue(fact.domain, known, value))) return undefined;
    if (wish !== undefined && known !== undefined && isValue(fact.domain, known, wish)) worth++;
  }
  return worth;
}

/** What stands in a profile with the values that are asked and as many as can be of those that are wished, among some kinds. */
function bestKind({ views, kinds }: PlacesPart, wanted: Wanted): unknown {
  let best: { readonly worth: number; readonly kind: Kind } | undefined;
  for (const kind of kinds()?.kinds ?? []) {
    const worth = worthOf(kind.read, views, wanted);
    if (worth !== undefined && worth > (best?.worth ?? -1)) best = { worth, kind };
  }
  return best && named(best.kind, views);
}

/** What stands there with names after the fields that they stand in, as far as nothing is read otherwise then. */
function named({ thing, names, read }: Kind, views: readonly View[]): unknown {
  return names.reduce((made, field) => {
    const keys = keysOf(field);
    const next = withValueIn(made, keys, nounOf(keys.at(-1) ?? ""));
    const isSame = JSON.stringify(views.map((view) => view.read(next))) === JSON.stringify(read);
    return isSame ? next : made;
  }, thing);
}

/** So many more choices are looked at, when one was found that has all that is asked. */
const mostLooks = 60;

/** The same, where numbers stand at these places: there is no end of them, and those are tried that may do. */
function bestNumbers(part: PlacesPart, wanted: Wanted): unknown {
  const { views, numbers, places } = part;
  const readers = views.map(({ name, fact }) => readerOf(name, fact));
  const wishes = Object.keys(wanted.wished).length;
  const isDivisor = (place: Pointer) => numbers.some(({ form: { per } }) => per === place);
  // What something is divided by follows from it.
  const inOrder = [...places.filter((place) => !isDivisor(place)), ...places.filter(isDivisor)];
  const fixed = inOrder.map((place) => {
    const isNumber = numbers.some((each) => placesOf(each).includes(place));
    return isNumber ? undefined : othersAt(place, views);
  });
  let best: { readonly worth: number; readonly thing: unknown } | undefined;
  let looks = 0;
  const choose = (turn: number, thing: unknown, at: ReadonlyMap<Pointer, unknown>): boolean => {
    const place = inOrder[turn];
    const isRefused = contradict(numbers, at);
    // Refusing costs more than reading, and there are many choices.
    if (isRefused && best === undefined) return false;
    if (place === undefined) {
      if (best !== undefined) looks++;
      // What stands at places alone is read as a profile.
      const readAll = () => readers.map((reader) => reader.read(thing as AppProfile, undefined));
      const read = isRefused ? undefined : unlessRefused(readAll);
      const worth = read && worthOf(read, views, wanted);
      if (worth !== undefined && worth > (best?.worth ?? -1)) best = { worth, thing };
      return best?.worth === wishes || looks > mostLooks;
    }
    const candidates: readonly unknown[] = fixed[turn] ?? numbersFor(place, numbers, views, wanted, at);
    return candidates.some((value) =>
      choose(turn + 1, withValueIn(thing, keysOf(place), value), new Map([...at, [place, value]])),
    );
  };
  choose(0, {}, new Map());
  return best?.thing;
}

/** What can stand at a place that no number is read from, as far as conditions tell it apart. */
function othersAt(place: Pointer, views: readonly View[]): readonly unknown[] {
  const asking = views.filter(({ fields }) => fields.has(place));
  const alone = asking.map(
    (view): View => ({
      ...view,
      fields: new Map([...view.fields].filter(([at]) => at === place)),
      read: () => no,
    }),
  );
  const keys = keysOf(place);
  const kinds = kindsOf(alone)?.kinds ?? [];
  return kinds.map(({ thing }) => keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], thing)); // as it was put there
}

/** What stands in a profile so that all that is asked of some facts is so, and otherwise as is wished; nothing, where it cannot. */
export function placesWith(part: PlacesPart, asked: FactValues): unknown {
  const wishes = part.views.flatMap(({ name, fact }) => {
    const wish = asked[name] === undefined ? wishOf(name, fact) : undefined;
    return wish === undefined ? [] : [[name, wish] as const];
  });
  const wanted = { asked, wished: Object.fromEntries(wishes) };
  return part.numbers.length > 0 ? bestNumbers(part, wanted) : bestKind(part, wanted);
}
