import { at, cheapest, createDiagrams, type Diagram, type Diagrams, walk } from "../diagrams/index.js";
import type { Derived } from "../facts/index.js";
import { carriedLines, leastOf, mostOf, moving, type Variable } from "../model/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Analysable } from "./analysable.js";
import { type AnswerOptions, type TooLarge, usualMost, type Witness } from "./answers.js";
import { type Change, changeOf } from "./change.js";
import { assertKnown } from "./check.js";
import { smallestChoices } from "./choices.js";
import { witnessIn } from "./search.js";
import { answerOf, type Study } from "./study.js";
import { type View, viewOf } from "./view.js";
import { ranksOf } from "./workings.js";

/**
 * One way for an app to reach a tier: all of these changes together, none of which can be left out. `witness` is the app
 * afterwards.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { pathsTo, type PathTo, synthesizeProfile } from "plimsoll/analysis";
 *
 * const app = synthesizeProfile({ calculation: "complex" }) ?? { id: "stock", name: "Stock list" };
 * const told = pathsTo(app, "it-review", standardPolicy);
 * const path: PathTo | undefined = told.verdict === "found" ? told.paths[0] : undefined;
 *
 * path?.changes.length; // → 1
 * ```
 */
export interface PathTo<TierId extends string = string> {
  readonly changes: readonly Change[];
  readonly witness: Witness<TierId>;
}

/**
 * Every smallest set of changes that brings an app to a tier, the fewest changes first; `complete` says whether these are
 * all. Only what a person can change is changed; what the profile leaves open may be anything.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { pathsTo, type PathsTo } from "plimsoll/analysis";
 *
 * const told: PathsTo = pathsTo({ id: "stock", name: "Stock list" }, "citizen", standardPolicy);
 *
 * told.verdict; // → "none"
 * ```
 */
export type PathsTo<TierId extends string = string> =
  | { readonly verdict: "found"; readonly paths: readonly PathTo<TierId>[]; readonly complete: boolean }
  | { readonly verdict: "none" }
  | TooLarge;

/** A way down, to a tier or below it; or a way up, to a tier or above it. */
interface Aim {
  readonly isDown: boolean;
  readonly isGood: (rank: number) => boolean;
  /** Of what is unknown, the rank that counts: the one farthest from the aim. */
  readonly worst: typeof mostOf;
}

function aimAt(rank: number, ranks: readonly number[]): Aim {
  return Math.max(...ranks) > rank
    ? { isDown: true, isGood: (value) => value >= 0 && value <= rank, worst: mostOf }
    : { isDown: false, isGood: (value) => value >= rank, worst: leastOf };
}

/** A diagram in which every open question has one more cell: that it stays open. */
function withOpen({ model, tier, told }: View, isOpen: (index: number) => boolean, { worst }: Aim, { budget }: Study) {
  const diagrams: Diagrams = createDiagrams(
    model.diagrams.widths.map((width, index) => width + Number(isOpen(index))),
    budget,
  );
  const visit = walk<Diagram>(model.diagrams, {
    ending: diagrams.constant,
    node: (variable, branches) => {
      if (!isOpen(variable)) return diagrams.choice(variable, branches);
      const left = branches.filter((_, cell) => at(told, variable).includes(cell));
      return diagrams.choice(variable, [...branches, left.reduce((one, other) => diagrams.apply(worst, one, other))]);
    },
  });
  return { diagrams, diagram: visit(tier) };
}

/** Where a diagram ends in some cells, one for each variable. */
const endOf = (diagrams: Diagrams, diagram: Diagram, cells: readonly number[]) =>
  diagrams.endOf(cells.reduce((node, cell, variable) => diagrams.branch(node, variable, cell), diagram));

const replaced = (cells: readonly number[], index: number, by: number) =>
  cells.map((cell, other) => (other === index ? by : cell));

/** What it costs to leave a number that lies between the ends of its cell: whichever side does not begin with it is a step farther. */
function outOf({ partition }: Variable, reading: Derived, costs: readonly number[]): readonly number[] {
  if (reading.kind !== "exact" || typeof reading.value !== "number") return costs;
  const { value } = reading;
  const own = partition.cellOf(value);
  const { from, to } = at(partition.intervals, own);
  return costs.map((cost, cell) => cost + Number((cell < own && from < value) || (cell > own && to > value)));
}

const never = Number.POSITIVE_INFINITY;

/** What it costs to be in cells of which only some may be chosen. */
const only = (costs: readonly number[], isAllowed: (cell: number) => boolean) =>
  costs.map((cost, cell) => (isAllowed(cell) ? cost : never));

/**
 * Every smallest set of changes that brings an app to a tier: what a builder needs to know to stay under a line, or to get
 * back there. An app that could be above the tier is brought to it or below; one that is below, to it or above.
 *
 * @throws {PlimsollError} with code `invalid-question`, when the policy has no such tier; with code `invalid-profile`, when
 * the profile contradicts itself.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { pathsTo, synthesizeProfile } from "plimsoll/analysis";
 *
 * const app = synthesizeProfile({ users: 140, systemsWritten: 2 }) ?? { id: "stock", name: "Stock list" };
 * const told = pathsTo(app, "citizen", standardPolicy);
 *
 * told.verdict === "found" && told.paths[0]?.changes.map(({ fact }) => fact).includes("users"); // → true
 * ```
 */
export function pathsTo<TierId extends string>(
  profile: AppProfile,
  tier: NoInfer<TierId>,
  policy: Analysable<TierId>,
  { most = usualMost }: AnswerOptions = {},
): PathsTo<TierId> {
  return answerOf(policy, (study): PathsTo<TierId> => {
    const tiers: readonly string[] = study.policy.tiers.map(({ id }) => id);
    assertKnown("tier", tier, tiers, "/tier");
    const seen = (silent: readonly string[]) =>
      viewOf(study, profile, ({ fact }) => !fact.changeable, carriedLines(study.model.space), silent);
    const standing = seen([]);
    const aim = aimAt(tiers.indexOf(tier), ranksOf(study.ofApps, profile));
    // On the way down a rule that may be taken care of counts, and on the way up it does not.
    const view = standing.open.length === 0 || aim.isDown ? standing : seen(standing.open);
    const { model, tier: ranks, told, readings } = view;
    const { variables } = model.space;
    const isOpen = (index: number) => at(told, index).length > 1;
    const harmless = model.home();
    // Where an app is now; of what is open, where the least risk is.
    const home = told.map((cells, index) => (isOpen(index) ? at(harmless.cells, index) : at(cells, 0)));
    const values = readings.map((reading, index) =>
      reading.kind === "unknown" ? at(harmless.values, index) : reading.value,
    );
    const { diagrams, diagram } = withOpen(view, isOpen, aim, study);

    const forks = variables.map(({ fact, partition }, index) => {
      const cells = [...partition.cells.keys()];
      const stays = isOpen(index) ? [cells.length] : at(told, index);
      return { free: stays, counted: fact.changeable ? cells.filter((cell) => !stays.includes(cell)) : undefined };
    });
    const costs = moving(model.space, home).map((cells, index) =>
      outOf(at(variables, index), at(readings, index), cells),
    );
    const pathOf = (chosen: readonly number[]): PathTo<TierId> => {
      // First the cells of what changes, whatever is open; then of the rest, the nearest that can be.
      const changing = costs.map((cells, index) => {
        const fork = at(forks, index);
        return only(
          [...cells, 0],
          (cell) => (chosen.includes(index) ? fork.counted : fork.free)?.includes(cell) ?? false,
        );
      });
      const changed = cheapest(diagrams, diagram, aim.isGood, changing) ?? [];
      const resting = costs.map((cells, index) =>
        chosen.includes(index)
          ? only(cells, (cell) => cell === changed[index])
          : only(cells, (cell) => at(told, index).includes(cell)),
      );
      const cells = cheapest(model.diagrams, ranks, (rank) => rank >= 0, resting) ?? [];
      const witness = witnessIn({ ...study, replay: view.replay }, view, cells, values);
      const changes = chosen.map((index) => {
        const endAt = (cell: number) => endOf(diagrams, diagram, replaced(changed, index, cell));
        return changeOf(at(variables, index), at(readings, index), witness, { ...aim, endAt });
      });
      return { changes, witness };
    };
    const { found, isComplete } = smallestChoices(diagrams, diagram, { forks, isGood: aim.isGood, must: "some" }, most);
    if (found.length === 0 && isComplete) return { verdict: "none" };
    return { verdict: "found", paths: found.map(pathOf), complete: isComplete };
  });
}
