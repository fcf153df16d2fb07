import fc from "fast-check";
import { type AppProfile, createClassifier, type FactCondition, standardPolicy } from "plimsoll";
import { createAnalysis, pathsTo, synthesizeProfile } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { deriveFact } from "../../src/facts/index.js";
import { completeProfileArbitrary, profileArbitrary } from "../arbitraries/profile.js";
import { policyNamed } from "../examples/example-policies.js";
import { type App, type Column, couldBe, linesOfProfile, type Space, spaceOf } from "./brute-force.js";
import { minimal, subsetsOf } from "./listing.js";
import { analysisOf, type World, worlds } from "./small-policies.js";
import { partialProfiles } from "./small-profiles.js";
import { distance, harmlessCell, isCheaper } from "./steps.js";
import { appOf, expectSound } from "./witnesses.js";

/** An app as its profile tells it, among all possible apps. */
interface Told {
  readonly space: Space;
  /** For each fact, the cells that the profile leaves. */
  readonly cells: readonly (readonly number[])[];
  readonly isGood: (app: App) => boolean;
}

function toldBy(world: World, profile: AppProfile, tier: string): Told {
  const lines: readonly FactCondition[] = linesOfProfile(profile, spaceOf(world));
  const space = spaceOf(world, { conditions: lines });
  const cells = space.columns.map(({ fact, cells: all }) =>
    [...all.keys()].filter((cell) =>
      (all[cell] ?? []).some((value) => couldBe(fact, value, deriveFact("", fact, profile, undefined))),
    ),
  );
  const rank = world.policy.tiers.findIndex(({ id }) => id === tier);
  const now = space.apps.filter((app) => app.cells.every((cell, index) => cells[index]?.includes(cell)));
  const isAbove = now.some((app) => app.rank > rank);
  return { space, cells, isGood: (app) => (isAbove ? app.rank <= rank : app.rank >= rank) };
}

const isOpen = (cells: readonly number[] | undefined) => (cells?.length ?? 0) > 1;

/** In which cells some facts can be put, so that whatever else is open the app is where it shall be. */
function waysOver({ space: { columns, apps }, cells, isGood }: Told, chosen: readonly Column[]): readonly string[] {
  const isChosen = (index: number) => columns.some((column, at) => at === index && chosen.includes(column));
  const left = apps.filter((app) =>
    app.cells.every((cell, index) => {
      const own = cells[index] ?? [];
      return isChosen(index) ? isOpen(own) || !own.includes(cell) : own.includes(cell);
    }),
  );
  const placeOf = (app: App) => app.cells.filter((_, index) => isChosen(index)).join();
  return [...new Set(left.map(placeOf))].filter((place) => left.filter((app) => placeOf(app) === place).every(isGood));
}

/** How far cells of some facts are from where the app is now; of what is open, from where the least risk is. */
function costOf({ space, cells }: Told, chosen: readonly Column[], place: string) {
  const steps = chosen.map((column, index) => {
    const own = cells[space.columns.indexOf(column)] ?? [];
    const home = isOpen(own) ? harmlessCell(column) : (own[0] ?? 0);
    return distance(column, home, Number(place.split(",")[index]));
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
        .filter((chosen) => waysOver(told, chosen).length > 0)
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
        const app = appOf(told.space, witness);
        const placed = app.cells.filter((_, index) => chosen.some((column) => columns[index] === column)).join();
        const ways = waysOver(told, chosen);
        expect(ways).toContain(placed);
        const cost = costOf(told, chosen, placed);
        expect(ways.filter((way) => isCheaper(costOf(told, chosen, way), cost))).toEqual([]);
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
    { numRuns: 300 },
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
    { numRuns: 300 },
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
    { numRuns: 40 },
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
