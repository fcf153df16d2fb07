import fc from "fast-check";
import { type AppProfile, createClassifier, type FactCondition, type FactValue, standardPolicy } from "plimsoll";
import { createAnalysis, pathsTo, synthesizeProfile } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { deriveFact } from "../../src/facts/index.js";
import { completeProfileArbitrary, profileArbitrary } from "../arbitraries/profile.js";
import { policyNamed } from "../examples/example-policies.js";
import { draws } from "../prove/draws.js";
import { type App, agreesWith, type Column, couldBe, linesOfProfile, type Space, spaceOf } from "./brute-force.js";
import { minimal, subsetsOf } from "./listing.js";
import type { Values } from "./plain-meaning.js";
import { analysisOf, type World, worlds } from "./small-policies.js";
import { partialProfiles } from "./small-profiles.js";
import { distance, harmlessCell, isCheaper } from "./steps.js";
import { expectSound } from "./witnesses.js";

/** An app as its profile tells it, among all possible apps. */
interface Told {
  readonly space: Space;
  /** For each fact, the cells that the profile leaves. */
  readonly cells: readonly (readonly number[])[];
  /** All apps, with the places of their tiers. */
  readonly everyApp: readonly RankedApp[];
  readonly isGood: (app: RankedApp) => boolean;
}

type RankedApp = Pick<App, "values" | "rank">;

function toldBy(world: World, profile: AppProfile, tier: string): Told {
  const lines: readonly FactCondition[] = linesOfProfile(profile, spaceOf(world));
  const space = spaceOf(world, { conditions: lines });
  const cells = space.columns.map(({ fact, cells: all }) =>
    [...all.keys()].filter((cell) =>
      (all[cell] ?? []).some((value) => couldBe(fact, value, deriveFact("", fact, profile, undefined))),
    ),
  );
  const rank = world.policy.tiers.findIndex(({ id }) => id === tier);
  const everyApp = space.everything.map((values) => ({ values, rank: space.rankOf(values) }));
  const isAbove = everyApp.some((app) => agreesWith(app.values, profile, world.facts) && app.rank > rank);
  return { space, cells, everyApp, isGood: (app) => (isAbove ? app.rank <= rank : app.rank >= rank) };
}

const isOpen = (cells: readonly number[] | undefined) => (cells?.length ?? 0) > 1;

/** A value, as far as any line of these tests tells it from others: numbers that need not be whole stand at halves or between. */
function placeOf({ fact: { domain }, cellOf }: Column, value: FactValue): string {
  if (domain.kind !== "number") return String(cellOf(value));
  const isBetween = !domain.whole && !Number.isInteger(Number(value) * 2);
  return isBetween ? `${Math.floor(Number(value) * 2) / 2}+` : String(value);
}

const placesOf = (chosen: readonly Column[], values: Values) =>
  chosen.map((column) => placeOf(column, values[column.name] ?? false)).join();

/** Apps where some facts can be put, one for each place, so that whatever else is open the app is where it shall be. */
function waysOver(told: Told, chosen: readonly Column[], { facts }: World, profile: AppProfile): readonly RankedApp[] {
  const { space, cells, everyApp, isGood } = told;
  const stays = space.columns.map(({ name, fact, cells: all, cellOf }, index) => {
    const agrees = (value: FactValue) => agreesWith({ [name]: value }, profile, { [name]: facts[name] ?? fact });
    const isOpenFact = all.flat().filter(agrees).length > 1;
    const isTold = (value: FactValue) => cells[index]?.includes(cellOf(value)) ?? false;
    // What is open is changed when it is settled.
    const changes = (value: FactValue) => isOpenFact || !isTold(value);
    return { name, isFit: chosen.some((column) => column.name === name) ? changes : agrees };
  });
  const left = everyApp.filter(({ values }) => stays.every(({ name, isFit }) => isFit(values[name] ?? false)));
  const groups = new Map<string, RankedApp[]>();
  for (const app of left) {
    const place = placesOf(chosen, app.values);
    groups.set(place, [...(groups.get(place) ?? []), app]);
  }
  return [...groups.values()].filter((group) => group.every(isGood)).flatMap((group) => group.slice(0, 1));
}

/** How far cells of some facts are from where the app is now; of what is open, from where the least risk is. */
function costOf({ space, cells }: Told, chosen: readonly Column[], values: Values) {
  const steps = chosen.map((column) => {
    const own = cells[space.columns.indexOf(column)] ?? [];
    const home = isOpen(own) ? harmlessCell(column) : (own[0] ?? 0);
    return distance(column, home, column.cellOf(values[column.name] ?? false));
  });
  return [steps.filter((step) => step > 0).length, steps.reduce((sum, step) => sum + step, 0)];
}

const asked = worlds().chain((world) =>
  fc.tuple(fc.constant(world), partialProfiles(world), fc.constantFrom(...world.policy.tiers.map(({ id }) => id))),
);

test("the paths are all smallest sets of changes that bring an app to a tier, each with the nearest values", () => {
  fc.assert(
    fc.property(asked, ([world, profile, tier]) => {
      const told = toldBy(world, profile, tier);
      const { columns } = told.space;
      const changeable = columns.filter(({ fact }) => fact.changeable);
      const enough = subsetsOf(changeable)
        .filter((chosen) => waysOver(told, chosen, world, profile).length > 0)
        .map((chosen) => chosen.map(({ name }) => name));
      const smallest = minimal(enough).map((names) => names.join());

      const answer = pathsTo(profile, tier, analysisOf(world), { most: 1000 });
      expect(answer.verdict).toBe(smallest.length > 0 ? "found" : "none");
      if (answer.verdict !== "found") return;
      expect(answer.complete).toBe(true);
      const found = answer.paths.map(({ changes }) => changes.map(({ fact }) => fact));
      const inOrder = (names: readonly string[]) =>
        columns.flatMap(({ name }) => (names.includes(name) ? [name] : [])).join();
      expect(found.map(inOrder).sort()).toEqual([...smallest].sort());
      const sizes = found.map(({ length }) => length);
      expect(sizes).toEqual([...sizes].sort((one, other) => one - other));

      for (const { changes, witness } of answer.paths) {
        expectSound(world, witness);
        const chosen = columns.filter(({ name }) => changes.some(({ fact }) => fact === name));
        const ways = waysOver(told, chosen, world, profile);
        expect(ways.map(({ values }) => placesOf(chosen, values))).toContain(placesOf(chosen, witness.facts));
        const cost = costOf(told, chosen, witness.facts);
        // Numbers that are bound to others are told apart by more than their own lines, which are steps on the way.
        const isBound = world.constraints.some((constraint) => !("when" in constraint));
        const nearer = ways.filter(({ values }) => isCheaper(costOf(told, chosen, values), cost));
        if (!isBound) expect(nearer.map(({ values }) => values)).toEqual([]);
        for (const { name, fact } of columns) {
          const reading = deriveFact("", fact, profile, undefined);
          const change = changes.find((each) => each.fact === name);
          const value = witness.facts[name] ?? false;
          if (change === undefined) expect(couldBe(fact, value, reading)).toBe(true);
          else {
            expect(change.to).toEqual(value);
            expect(change.from).toEqual(reading.kind === "exact" ? reading.value : null);
          }
        }
      }
    }),
    draws(300),
  );
});

test("an app that is in the tier for certain needs no change", () => {
  fc.assert(
    fc.property(asked, ([world, profile]) => {
      const { tier, settled } = createClassifier(world.policy, { facts: world.facts })(profile);
      fc.pre(settled);
      const answer = pathsTo(profile, tier, analysisOf(world));
      expect(answer.verdict === "found" && answer.paths.map(({ changes }) => changes)).toEqual([[]]);
    }),
    draws(300),
  );
});

test("every valid profile gets an answer, whatever components it uses", () => {
  const analysis = createAnalysis(standardPolicy);
  fc.assert(
    fc.property(fc.oneof(completeProfileArbitrary, profileArbitrary), (profile) => {
      for (const { id } of standardPolicy.tiers) {
        const answer = pathsTo(profile, id, analysis);
        expect(answer.verdict === "found" || answer.verdict === "none").toBe(true);
      }
    }),
    draws(40),
  );
});

test.each([
  ["too many people", { users: 140 }, "citizen", [["users"]]],
  ["too many people, of several departments", { users: 140, departments: 3 }, "citizen", [["users", "departments"]]],
  ["a tier that it is in", { users: 20 }, "citizen", [[]]],
] as const)("%s", (_, values, tier, paths) => {
  const app = synthesizeProfile(values);
  if (app === undefined) throw new Error("There are such apps.");
  const told = pathsTo(app, tier, standardPolicy);
  const found = told.verdict === "found" ? told.paths.map(({ changes }) => changes.map(({ fact }) => fact)) : [];
  for (const path of paths) expect(found.map((each) => [...each].sort())).toContainEqual([...path].sort());
});

test("a way leads to an app also where its growth is no number that a division gives, as long as nobody asks for it", () => {
  const audience = { builtFor: 0.5, peakConcurrent: 501 };
  const told = pathsTo({ id: "app", name: "App", audience }, "self-service", policyNamed("points-rubric"));
  const witnesses = told.verdict === "found" ? told.paths.map(({ witness }) => witness) : [];
  expect([...new Set(witnesses.map(({ tier }) => tier))]).toEqual(["self-service"]);
});
