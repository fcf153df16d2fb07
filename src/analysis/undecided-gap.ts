import {
  at,
  cheapest,
  createDiagrams,
  type Diagram,
  type Diagrams,
  fold,
  highest,
  map,
  type Operation,
  walk,
} from "../diagrams/index.js";
import { deriveFact, partialProfile } from "../facts/index.js";
import { type Cells, carriedLines, leastOf, mostOf, moving } from "../model/index.js";
import { movedBy, standing } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge, Witness } from "./answers.js";
import { leftOutOf } from "./handing-over.js";
import { kleeneCompiler } from "./kleene.js";
import { manyTiers } from "./moves.js";
import { witnessIn } from "./search.js";
import { answerOf, type Study } from "./study.js";

/**
 * Whether `classify` ever leaves open what is settled: some facts are unknown, every app that the others leave is in one
 * tier, and three-valued logic cannot see it. `open` are the unknown facts of the smallest such case; `profile` tells all
 * but these, where a profile can.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type UndecidedGap, undecidedGap } from "plimsoll/analysis";
 *
 * const told: UndecidedGap = undecidedGap(standardPolicy);
 *
 * told.verdict === "gap" ? told.open.length > 0 : true; // → true
 * ```
 */
export type UndecidedGap<TierId extends string = string> =
  | {
      readonly verdict: "none";
      /** The components that are left out: this speaks of apps of which they handle nothing. */
      readonly leftOut: readonly string[];
    }
  | {
      readonly verdict: "gap";
      readonly open: readonly string[];
      /** The tier that every such app is in. */
      readonly tier: TierId;
      /** The tier up to which `classify` would say that it could go. */
      readonly ceiling: TierId;
      readonly profile: AppProfile | null;
      /** The day as of which it tells them, where dates are among them. */
      readonly asOf?: Day;
      /** The components that are left out: this speaks of apps of which they handle nothing. */
      readonly leftOut: readonly string[];
    }
  | TooLarge;

/** What a diagram comes to when each fact may also be unknown: one of what it could come to, then. */
function withUnknown(study: Study, diagrams: Diagrams, worst: Operation): Diagram {
  return walk<Diagram>(study.model.diagrams, {
    ending: diagrams.constant,
    node: (variable, branches) =>
      diagrams.choice(variable, [...branches, branches.reduce((one, other) => diagrams.apply(worst, one, other))]),
  })(study.tier);
}

/** A tier, and the one up to which it could be taken: as one number. */
const undecided: Operation = { combine: (tier, ceiling) => (ceiling > tier ? tier * manyTiers + ceiling : -1) };
const settled: Operation = { combine: (most, least) => (most === least ? most : -1) };
/** Where it is undecided and yet settled: the tier that it is in, and the ceiling that is seen. */
const where: Operation = {
  combine: (seen, tier) => (seen < 0 || tier < 0 ? -1 : tier * manyTiers + (seen % manyTiers)),
};
const without: Operation = { combine: (found, kept) => (kept < 0 ? -1 : found) };

/** -1 where just these facts are unknown, else 0. */
function elsewhere(diagrams: Diagrams, isOpen: readonly boolean[]): Diagram {
  const nowhere = diagrams.constant(0);
  return isOpen.reduceRight((rest, open, variable) => {
    const last = at(diagrams.widths, variable) - 1;
    const branches = Array.from({ length: last + 1 }, (_, cell) => ((cell === last) === open ? rest : nowhere));
    return diagrams.choice(variable, branches);
  }, diagrams.constant(-1));
}

/** An app that is as told in some cells, and anything possible where it is not told. */
function completed<TierId extends string>(study: Study<TierId>, cells: Cells, isOpen: readonly boolean[]) {
  const { model, tier } = study;
  const { cells: home, values } = model.home();
  const costs = moving(model.space, home).map((own, index) =>
    own.map((cost, cell) => (isOpen[index] || cells[index] === cell ? cost : Number.POSITIVE_INFINITY)),
  );
  return witnessIn(study, study, cheapest(model.diagrams, tier, (rank) => rank >= 0, costs) ?? home, values);
}

/** An app of which just these facts are known; nothing, where what one is read from tells another. */
function tellOnly(
  { model, facts, day }: Study,
  { facts: values }: Witness,
  told: readonly string[],
): AppProfile | undefined {
  const known = Object.fromEntries(Object.entries(values).filter(([name]) => told.includes(name)));
  const profile = partialProfile(known, facts, { asOf: day });
  const isAsTold = model.space.variables.every(
    ({ name, fact }) => profile && (deriveFact(name, fact, profile, day).kind === "exact") === told.includes(name),
  );
  return isAsTold ? profile : undefined;
}

/** A study in which apps are also told apart by what a number of one fact settles of another. */
function withCarriedLines<TierId extends string>(study: Study<TierId>): Study<TierId> {
  const lines = carriedLines(study.model.space);
  if (lines.length === 0) return study;
  const { model, lift } = study.model.refine(lines);
  return { ...study, model, tier: model.within(lift(study.compiled.rank)) };
}

/** So many cases are tried, when no profile can tell the smallest. */
const mostTries = 24;

/**
 * Whether `classify` ever leaves open what is settled.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { undecidedGap } from "plimsoll/analysis";
 *
 * undecidedGap(standardPolicy).verdict !== "too-large"; // → true
 * ```
 */
export function undecidedGap<TierId extends string>(policy: Analysable<TierId>): UndecidedGap<TierId> {
  return answerOf(policy, ({ unhandled }): UndecidedGap<TierId> => {
    const study = withCarriedLines(unhandled);
    const { model, compiled, policy, budget } = study;
    const diagrams = createDiagrams(
      model.diagrams.widths.map((width) => width + 1),
      budget,
    );
    const ask = kleeneCompiler(study, diagrams);
    const asked = compiled.rules.map(({ rule, rank }) => ({ rank, ...ask(standing(rule), policy) }));
    const rankWhere = (which: "certain" | "possible") =>
      fold(
        diagrams,
        highest,
        asked.map((rule) => map(diagrams, rule[which], (so) => so * rule.rank)),
        0,
      );
    // An adjustment that is open may apply and may not.
    const [least, most] = (policy.adjustments ?? []).reduce<readonly [Diagram, Diagram]>(
      ([low, high], adjustment) => {
        const moved = movedBy(adjustment, policy);
        const { certain, possible } = ask(adjustment.when, policy);
        const truth = diagrams.apply({ combine: (one, another) => one + another }, certain, possible);
        const ending = (pick: (...ranks: number[]) => number): Operation => ({
          combine: (rank, so) => (so === 0 ? rank : so === 2 ? moved(rank) : pick(rank, moved(rank))),
        });
        return [diagrams.apply(ending(Math.min), low, truth), diagrams.apply(ending(Math.max), high, truth)];
      },
      [rankWhere("certain"), rankWhere("possible")],
    );
    const seen = diagrams.apply(undecided, least, most);
    const exact = diagrams.apply(settled, withUnknown(study, diagrams, mostOf), withUnknown(study, diagrams, leastOf));
    let gap = diagrams.apply(where, seen, exact);

    const { cells: home } = model.home();
    const costs = moving(model.space, home).map((cells) => [...cells, 10 ** 9]);
    const names = model.space.variables.map(({ name }) => name);
    const leftOut = leftOutOf(study);
    let smallest: UndecidedGap<TierId> = { verdict: "none", leftOut };
    for (let tries = 0; tries < mostTries; tries++) {
      const cells = cheapest(diagrams, gap, (value) => value >= 0, costs);
      if (cells === undefined) break;
      const isOpen = cells.map((cell, index) => cell === model.diagrams.widths[index]);
      const found = diagrams.endOf(cells.reduce((node, cell, variable) => diagrams.branch(node, variable, cell), gap));
      const told = names.filter((_, index) => !isOpen[index]);
      const open = names.filter((_, index) => isOpen[index]);
      const whole = completed(study, cells, isOpen);
      const profile = tellOnly(study, whole, told) ?? null;
      const ofDay = whole.asOf === undefined ? {} : { asOf: whole.asOf };
      const [tier, ceiling] = [study.tierAt(Math.floor(found / manyTiers)), study.tierAt(found % manyTiers)];
      if (profile !== null) return { verdict: "gap", open, tier, ceiling, profile, ...ofDay, leftOut };
      if (smallest.verdict === "none") smallest = { verdict: "gap", open, tier, ceiling, profile, leftOut };
      gap = diagrams.apply(without, gap, elsewhere(diagrams, isOpen));
    }
    return smallest;
  });
}
