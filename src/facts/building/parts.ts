import { keysOf, type Pointer } from "../../problems/index.js";
import type { AppProfile } from "../../profile/index.js";
import type { Day } from "../../time/index.js";
import { grouped } from "../bounding/grouped.js";
import { type View, viewOf } from "../bounding/kinds.js";
import type { Catalogue, Fact } from "../fact.js";
import { partsOfDates } from "./dates.js";
import { listPart, listWith } from "./lists.js";
import { once } from "./once.js";
import { placesIn, placesPart, placesWith } from "./places.js";
import type { FactValues } from "./values.js";

/** Something that stands somewhere in a profile. */
export interface Put {
  readonly at: readonly string[];
  readonly value: unknown;
}

/** Facts that have nothing to do with any other, and what makes a part of a profile that has values of them. */
export interface ProfilePart {
  readonly names: readonly string[];
  /** What there is to put into a profile; nothing, where no profile can have these values as of a day. */
  readonly make: (asked: FactValues, asOf: Day | undefined) => readonly Put[] | undefined;
}

const areNear = (one: Pointer, other: Pointer) =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** Whether views are read from the same places. */
const areTogether = (one: View, other: View) =>
  placesIn(one).some((place) => placesIn(other).some((beside) => areNear(place, beside)));

/** The values that stand at the places of what was made of a part. */
function putsOf(thing: unknown): readonly Put[] {
  const puts: Put[] = [];
  const walk = (value: unknown, at: readonly string[]): void => {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const fields = isObject ? Object.entries(value) : [];
    if (fields.length === 0) puts.push({ at, value });
    for (const [key, inside] of fields) walk(inside, [...at, key]);
  };
  walk(thing, []);
  return puts;
}

/** A fact that a function finds is told where it says that its answer stands, as long as that is among the extensions. */
function partOfFunction(name: string, { answerAt }: Fact): ProfilePart {
  const at = keysOf(answerAt[0] ?? "");
  return {
    names: [name],
    make: (asked) => {
      const value = asked[name];
      if (value === undefined || at[0] !== "extensions" || at[1] === undefined) return [];
      return [{ at, value: typeof value === "object" ? [...value] : value }];
    },
  };
}

const namesOf = (views: readonly View[]) => views.map(({ name }) => name);

/** So many answers are kept of a part: whoever asks for many apps asks for the same few values over and over. */
const mostKept = 500;

/** What has more entries than this is made anew each time. */
const mostEntries = 20;

const isSmall = (puts: readonly Put[] | undefined): boolean =>
  puts === undefined || puts.every(({ value }) => !Array.isArray(value) || value.length <= mostEntries);

/** What is made of the same values is made once. */
function remembering({ names, make }: ProfilePart): ProfilePart {
  const known = new Map<string, readonly Put[] | undefined>();
  const usual = once(() => make({}, undefined));
  return {
    names,
    make: (asked, asOf) => {
      // Of most parts nothing is asked, whoever asks.
      if (asOf === undefined && names.every((name) => asked[name] === undefined)) return usual();
      const key = JSON.stringify([asOf, ...names.map((name) => asked[name])]);
      if (known.has(key)) return known.get(key);
      const made = make(asked, asOf);
      if (known.size >= mostKept) known.clear();
      if (isSmall(made)) known.set(key, made);
      return made;
    },
  };
}

function partsIn(facts: Catalogue): readonly ProfilePart[] {
  const views = Object.entries(facts).flatMap(([name, fact]) => viewOf(name, fact) ?? []);
  const lists = [...new Set(views.flatMap(({ list }) => list ?? []))];
  const ofLists = lists.map((list): ProfilePart => {
    const own = views.filter((view) => view.list === list);
    const part = listPart(list, own);
    return {
      names: namesOf(own),
      make: (asked) => {
        const value = listWith(part, asked);
        return value && [{ at: keysOf(list), value }];
      },
    };
  });
  const ofPlaces = grouped(
    views.filter(({ list }) => list === undefined),
    areTogether,
  ).map((own): ProfilePart => {
    const part = placesPart(own);
    return {
      names: namesOf(own),
      make: (asked) => {
        const thing = placesWith(part, asked);
        return thing === undefined ? undefined : putsOf(thing);
      },
    };
  });
  const ofFunctions = Object.entries(facts).flatMap(([name, fact]) =>
    fact.from === undefined ? [partOfFunction(name, fact)] : [],
  );
  const order = Object.keys(facts);
  const placeOf = ({ names }: ProfilePart) => Math.min(...names.map((name) => order.indexOf(name)));
  // What is made is told in the order of the catalogue.
  const parts = [...ofPlaces, ...ofLists, ...partsOfDates(facts), ...ofFunctions].sort(
    (one, other) => placeOf(one) - placeOf(other),
  );
  return parts.map(remembering);
}

const known = /* @__PURE__ */ new WeakMap<Catalogue, readonly ProfilePart[]>();

/** The parts of a catalogue, prepared once. */
export function partsOf(facts: Catalogue): readonly ProfilePart[] {
  const parts = known.get(facts) ?? partsIn(facts);
  known.set(facts, parts);
  return parts;
}

/** A profile of which nothing is known. */
export const bare: AppProfile = { id: "example", name: "Example app" };
