import { at } from "../diagrams/index.js";
import { deriveFact } from "../facts/index.js";
import { carriedLines, type Model, type Space, type Variable, valuesIn } from "../model/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import type { Change } from "./change.js";
import { isOfParts } from "./handing-over.js";
import { coversFactsOfFunctions } from "./handled-apps.js";
import { cellsLeft, readingsOf } from "./left.js";
import { type PathsFound, pathsWithin } from "./paths-within.js";
import type { Study } from "./study.js";
import { linesTold } from "./view.js";
import { type Aim, downTo, waysWithin } from "./ways.js";

/** What has to change about an app while its parts, and what handles them, stay as they are. */
export interface ChangesBeside {
  readonly ways: readonly (readonly Change[])[];
  readonly isComplete: boolean;
}

/** So many are looked for of one app, and of so many apps that are told apart. */
const mostWays = 200;
const mostApps = 256;

const notLookedAt: ChangesBeside = { ways: [], isComplete: false };
/** Where components can do nothing, no change is one beside what they do. */
const nothingBeside: ChangesBeside = { ways: [], isComplete: true };

/** What a profile tells of the lists of which nothing can change, where it leaves open more than facts can say one by one. */
function partsTold({ things, space }: Model, isKept: (variable: Variable) => boolean, app: AppProfile, asOf?: Day) {
  const isOpen = (variable: Variable) =>
    cellsLeft(variable, deriveFact(variable.name, variable.fact, app, asOf)).length > 1;
  return things.flatMap(({ variables, told, keptOf }) => {
    const own = variables.map((index) => at(space.variables, index));
    const list = own.every(isKept) && own.filter(isOpen).length > 1 ? told(app) : undefined;
    return list === undefined ? [] : [{ key: list.key, kept: () => keptOf(list) }];
  });
}

/** Each once, as it is written. */
const distinct = <Item>(items: readonly Item[]): readonly Item[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

/** Some apps that differ in nothing but what handles their parts, looked at in one space while these parts stay as they are. */
function viewsBeside(study: Study, profiles: readonly AppProfile[]) {
  const isKept = ({ name, fact }: Variable) => !fact.changeable || isOfParts(name, study.facts);
  const toldIn = (space: Space, app: AppProfile) => {
    const readings = readingsOf(space, app, study.asOf);
    return { readings, told: space.variables.map((variable, index) => cellsLeft(variable, at(readings, index))) };
  };
  const apps = profiles.map((profile) => {
    const app = study.read(profile);
    const parts = partsTold(study.model, isKept, app, study.asOf).map(({ key }) => key);
    return { app, key: JSON.stringify([readingsOf(study.space, app, study.asOf), parts]) };
  });
  const looked = new Map([...new Map(apps.map(({ key, app }) => [key, app]))].slice(0, mostApps));
  const lines = [...looked.values()].flatMap((app) =>
    linesTold(study.model.space, ({ name, fact }) => deriveFact(name, fact, app, study.asOf)),
  );
  // What stays as it is need not be told apart by where others could go.
  const { space: own } = study.model;
  const carried = carriedLines(own).filter(({ fact }) => !isKept(at(own.variables, own.indexOf(fact))));
  const { model, lift } = study.model.refine([...distinct(lines), ...carried], (space) => {
    const told = [...looked.values()].map((app) => toldIn(space, app).told);
    const left = space.variables.map((_, index) => new Set(told.flatMap((cells) => at(cells, index))));
    return (index, cell) => !isKept(at(space.variables, index)) || at(left, index).has(cell);
  });
  const whole = model.within(lift(study.compiled.rank));
  const viewOf = (app: AppProfile) => {
    const kept = partsTold(model, isKept, app, study.asOf).flatMap((part) => part.kept() ?? []);
    const tier = kept.length === 0 ? whole : model.within(whole, model.compiler.all(kept));
    return { model, tier, ...toldIn(model.space, app) };
  };
  const canChange = (variable: Variable) => !isKept(variable);
  return { keys: apps.map(({ key }) => key), looked, viewOf, canChange };
}

/**
 * The smallest changes that bring each of some apps to a tier or below it, while their parts stay as they are. The apps differ in what
 * handles their parts alone, so that all of them are looked at in one space.
 */
export function changesBeside(study: Study, rank: number, profiles: readonly AppProfile[]): readonly ChangesBeside[] {
  if (profiles.length === 0) return [];
  if (study.wholeOf.size === 0) {
    // What functions find in the parts that components leave is known of one app, and not of what it could become.
    const isOpen = coversFactsOfFunctions(study.policy, study.named);
    return profiles.map(() => (isOpen ? notLookedAt : nothingBeside));
  }
  const { keys, looked, viewOf, canChange } = viewsBeside(study, profiles);
  const find = (app: AppProfile): ChangesBeside => {
    const view = viewOf(app);
    const found = waysWithin(view, downTo(rank), canChange, study.budget, mostWays);
    const ways = found.ways.flatMap(({ cells, changesIn }) => {
      const nearest = valuesIn(view.model, cells, found.values).next();
      return nearest.done === true ? [] : [changesIn({ facts: nearest.value })];
    });
    return { ways, isComplete: found.isComplete };
  };
  const found = new Map([...looked].map(([key, app]) => [key, find(app)]));
  return keys.map((key) => found.get(key) ?? notLookedAt);
}

/** The smallest changes that bring an app to its aim while its parts, and what handles them, stay as they are; each with the app afterwards. */
export function pathsBeside<TierId extends string>(
  study: Study<TierId>,
  aim: Aim,
  profile: AppProfile,
  most: number,
): PathsFound<TierId> {
  const { looked, viewOf, canChange } = viewsBeside(study, [profile]);
  const [app = profile] = looked.values();
  return pathsWithin(study, viewOf(app), aim, canChange, most);
}
