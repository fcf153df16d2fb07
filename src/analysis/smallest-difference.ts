import { createClassifier } from "../classify/index.js";
import { at, cheapest, type Diagram } from "../diagrams/index.js";
import { type Derived, deriveFact } from "../facts/index.js";
import { type Cells, IMPOSSIBLE, type Model, moving, type Variable } from "../model/index.js";
import { linesOfPolicy, type Policy } from "../policy/index.js";
import { type AppProfile, handledLists } from "../profile/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge, Witness } from "./answers.js";
import { type Change, changeOf } from "./change.js";
import { cheapestUnhandled } from "./least.js";
import { cellsLeft } from "./left.js";
import { moveOf, movesBetween, ranksAmong } from "./moves.js";
import { valueAt, witnessIn } from "./search.js";
import { answerOf, type Study } from "./study.js";
import { linesTold } from "./view.js";

/**
 * The fewest facts of one app that have to be others so that two policies put it into different tiers: `before` and `after`.
 * `witness` is such an app, with all that the app leaves open. With no changes, the app itself is one, or could be.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { type SmallestDifference, smallestDifference } from "plimsoll/analysis";
 *
 * const app = { id: "stock", name: "Stock list", audience: { users: 12 } };
 * const told: SmallestDifference = smallestDifference(app, standardPolicy, standardPolicy);
 *
 * told.verdict; // → "none"
 * ```
 */
export type SmallestDifference<Before extends string = string, After extends string = string> =
  | {
      readonly verdict: "found";
      readonly changes: readonly Change[];
      readonly before: Before;
      readonly after: After;
      readonly witness: Witness<Before>;
    }
  | { readonly verdict: "none" }
  | TooLarge;

/** What an app tells of each variable, and where it is or could be. */
interface Told {
  readonly readings: readonly Derived[];
  readonly cells: readonly (readonly number[])[];
}

const isOpen = ({ kind }: Derived) => kind === "unknown";

/** What it costs to be in cells: nothing to speak of where the app is or could be, and elsewhere what it takes to get there. */
function costsFrom({ space, home }: Model, { readings, cells }: Told) {
  const harmless = home();
  const own: Cells = cells.map((left, index) => {
    const least = at(harmless.cells, index);
    return isOpen(at(readings, index)) && left.includes(least) ? least : at(left, 0);
  });
  return moving(space, own).map((costs, index) => {
    const { partition } = at(space.variables, index);
    return costs.map((cost, cell) =>
      at(cells, index).includes(cell) ? partition.distance(at(own, index), cell) : cost,
    );
  });
}

const isMove = (code: number) => moveOf(code) !== undefined;

/** The changes that bring an app from what it tells to some cells. */
function changesTo(
  { wholeOf }: Study,
  { model, moves, ranks }: { readonly model: Model; readonly moves: Diagram; readonly ranks: Diagram },
  { readings, cells: told }: Told,
  cells: Cells,
  { facts, ...witness }: Witness,
  isChanged: (variable: Variable) => boolean,
): readonly Change[] {
  // A fact that leaves out what components handle is not shown where that makes it no other.
  const left = [...wholeOf].flatMap(([name, whole]) => (facts[whole] === undefined ? [] : [[name, facts[whole]]]));
  const shown: Witness = { ...witness, facts: { ...Object.fromEntries(left), ...facts } };
  return model.space.variables.flatMap((variable, index) => {
    if (at(told, index).includes(at(cells, index)) || !isChanged(variable)) return [];
    const endAt = (cell: number) => {
      const other = cells.map((own, place) => (place === index ? cell : own));
      return valueAt(model, ranks, other) === IMPOSSIBLE ? IMPOSSIBLE : valueAt(model, moves, other);
    };
    return [changeOf(variable, at(readings, index), shown, { isDown: false, isGood: isMove, endAt })];
  });
}

const namesComponents = (profile: AppProfile) =>
  handledLists.some((list) =>
    (profile[list] ?? []).some(({ component }: { readonly component?: object }) => component !== undefined),
  );

/**
 * The smallest change from one app that tells two policies apart: the fewest facts that have to be others so that they put it into
 * different tiers, whether or not a person can change them, and of as few the nearest. What the app leaves open may be anything.
 *
 * @param before The one policy; `after` the other. Tiers with the same id are the same.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { smallestDifference } from "plimsoll/analysis";
 * import { harmlessApp } from "plimsoll/testing";
 *
 * const stricter = extendPolicy(standardPolicy, {
 *   id: "ours",
 *   version: "1.0.0",
 *   change: { "many-users": { lines: { users: 50 } } },
 * });
 * const told = smallestDifference(harmlessApp("Stock").usedBy(12).build(), standardPolicy, stricter);
 *
 * told.verdict === "found" && told.changes.map(({ words }) => words); // → ["Let 50 people use it, instead of twelve."]
 * told.verdict === "found" && [told.before, told.after]; // → ["citizen", "it-review"]
 * ```
 */
export function smallestDifference<Before extends string, After extends string>(
  profile: AppProfile,
  before: Analysable<Before>,
  after: Policy<After>,
): SmallestDifference<Before, After> {
  return answerOf(before, (alone): SmallestDifference<Before, After> => {
    const study = alone.beside([after]);
    const app = study.read(profile);
    const readingOf = ({ name, fact }: Variable) => deriveFact(name, fact, app, study.asOf);
    const { model, lift } = study.model.refine([
      ...linesOfPolicy(study.spellOut(after)),
      ...linesTold(study.model.space, readingOf),
    ]);
    const { variables } = model.space;
    const readings = variables.map(readingOf);
    const told: Told = {
      readings,
      cells: variables.map((variable, index) => cellsLeft(variable, at(readings, index))),
    };
    const moves = movesBetween(study, after, { model, lift });
    const costs = costsFrom(model, told);
    // What components handle of an app is what it says, or else nothing, as long as that tells the policies apart.
    const unhandled = namesComponents(app) ? undefined : cheapestUnhandled(study, model, moves, isMove, costs);
    const cells = unhandled ?? cheapest(model.diagrams, moves, isMove, costs);
    if (cells === undefined) return { verdict: "none" };
    const move = moveOf(valueAt(model, moves, cells)) ?? { from: 0, to: 0 };
    const to = at(after.tiers, ranksAmong(study.policy.tiers, after).indexOf(move.to)).id;
    const ranks = lift(study.tier);
    const classifyAfter = createClassifier(after, { facts: study.named });
    const near = readings.map((reading, index) =>
      reading.kind === "unknown" ? at(model.home().values, index) : reading.value,
    );
    const witness = witnessIn(
      study,
      { model, tier: ranks },
      cells,
      near,
      (made) => classifyAfter(made, { asOf: study.day }).tier === to,
    );
    const isChanged = ({ name }: Variable) => unhandled === undefined || !study.wholeOf.has(name);
    const changes = changesTo(study, { model, moves, ranks }, told, cells, witness, isChanged);
    return { verdict: "found", changes, before: study.tierAt(move.from), after: to, witness };
  });
}
