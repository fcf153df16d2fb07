import type { FactCondition } from "../conditions/index.js";
import {
  at,
  createDiagrams,
  type Diagram,
  type Diagrams,
  fold,
  highest,
  map,
  type Operation,
  walk,
} from "../diagrams/index.js";
import type { Catalogue } from "../facts/index.js";
import { type AnyRules, decidingIn, linesIn, movedBy, type PlacedRule, rulesOf, standing } from "../policy/index.js";
import { type CellsLeft, type Compiler, createCompiler } from "./compile.js";
import { type ConstrainedGroup, constrainedGroups, type LeftOfCell } from "./constrained.js";
import { factsOf } from "./constraints.js";
import { type GroupOfThings, groupsOfThings } from "./groups-of-things.js";
import { type ConstrainedFacts, numberConstraintsOf, type Space } from "./space.js";
import { spaceToldApart } from "./space-told-apart.js";
import { type Home, harmless } from "./witness.js";

/** No app is like that. */
export const IMPOSSIBLE = -1;

/** A rule, and where it stands: 1 where it does, 0 where not. */
export interface CompiledRule extends PlacedRule {
  readonly stands: Diagram;
}

/** A policy as diagrams. */
export interface CompiledPolicy {
  readonly rules: readonly CompiledRule[];
  /** The rank of the tier, whether or not an app can be like that. */
  readonly rank: Diagram;
}

/** All apps there can be, and what can be asked of them. */
export interface Model {
  readonly space: Space;
  readonly diagrams: Diagrams;
  readonly compiler: Compiler;
  /** 1 where apps can be, 0 where none can. */
  readonly possible: Diagram;
  readonly compile: (policy: AnyRules) => CompiledPolicy;
  /** An app that is as harmless as can be. */
  readonly home: () => Home;
  /** The rank that rules lift to, without some of them. */
  readonly rankOf: (rules: readonly CompiledRule[], without?: ReadonlySet<CompiledRule>) => Diagram;
  /** The rank that rules lift to, once the adjustments of a policy have had their say. */
  readonly adjusted: (lifted: Diagram, policy: AnyRules) => Diagram;
  /** A diagram where apps can be, or where something else is 1, and {@link IMPOSSIBLE} elsewhere. */
  readonly within: (diagram: Diagram, where?: Diagram) => Diagram;
  readonly constrained: readonly ConstrainedGroup[];
  /** The facts that are read from the same things, in groups. */
  readonly things: readonly GroupOfThings[];
  /** The same model with more lines, and with fewer cells. */
  readonly refine: (lines: readonly FactCondition[], allowed?: AllowedIn) => Refined;
}

/** Which cells of a variable an app may be in. */
type Allowed = (variable: number, cell: number) => boolean;

/** Which cells of a fact are allowed, in a space that is about to be. */
export type AllowedIn = (space: Space) => Allowed;

/** A model with more lines, and what brings the diagrams of the other one there. */
export interface Refined {
  readonly model: Model;
  readonly lift: (diagram: Diagram) => Diagram;
}

/** What a model is made from. */
export interface ModelOptions extends ConstrainedFacts {
  /** The most nodes that it may have. */
  readonly budget: number;
  /** The facts of an app of which nothing is asked. */
  readonly ofHarmless: Catalogue;
}

const everything: AllowedIn = () => () => true;

/** Values that are possible stay; a value that stands for what is not is all that is left of them. */
const where: Operation = { combine: Math.min, neutral: Number.POSITIVE_INFINITY, deciding: IMPOSSIBLE };

const noReferences: AnyRules = { id: "", version: "", tiers: [] };

function modelOf(space: Space, options: ModelOptions, allowedIn: AllowedIn, left?: CellsLeft): Model {
  const widths = space.variables.map(({ partition }) => partition.cells.length);
  const diagrams = createDiagrams(widths, options.budget);
  const compiler = createCompiler(space, diagrams, options.spellOut, left);
  const allowed = allowedIn(space);
  const things = groupsOfThings(space, diagrams);
  const isWithin = (facts: readonly string[]) =>
    things.some(({ variables }) => facts.every((fact) => variables.includes(space.indexOf(fact))));
  // What follows from how facts are read says less of those of one list than all lists that there can be.
  const others = space.constraints.filter((each) => options.constraints.includes(each) || !isWithin(factsOf(each)));
  const implications = others.flatMap((constraint) => {
    if (!("when" in constraint)) return [];
    const when = compiler.condition(constraint.when, noReferences);
    return [compiler.any([compiler.not(when), compiler.condition(constraint.implies, noReferences)])];
  });
  const domains = widths.map((width, variable) => {
    const cells = Array.from({ length: width }, (_, cell) => diagrams.constant(Number(allowed(variable, cell))));
    return diagrams.choice(variable, cells);
  });
  const numbers = numberConstraintsOf(others, space.indexOf);
  const constrained = [...constrainedGroups(space, diagrams, numbers), ...things];
  const whole: LeftOfCell = (variable, cell) =>
    allowed(variable, cell) ? at(space.variables, variable).partition.intervals[cell] : undefined;
  const possible = compiler.all([...domains, ...constrained.map(({ kept }) => kept(whole)), ...implications]);
  const endsOf = (diagram: Diagram) =>
    map(diagrams, diagram, (so) => (so === 1 ? Number.POSITIVE_INFINITY : IMPOSSIBLE));
  const ends = endsOf(possible);

  const ranks = new Map<string, Diagram>();
  const rankOf = (rules: readonly CompiledRule[], without?: ReadonlySet<CompiledRule>) => {
    // What is left out leaves its place empty, so that what was folded before can be used again.
    const lifted = rules.map((rule) => {
      if (without?.has(rule)) return diagrams.constant(0);
      const { stands, rank } = rule;
      const key = `${stands}:${rank}`;
      const known = ranks.get(key) ?? map(diagrams, stands, (so) => so * rank);
      ranks.set(key, known);
      return known;
    });
    return fold(diagrams, highest, lifted, 0);
  };
  const adjusted = (lifted: Diagram, policy: AnyRules) =>
    (policy.adjustments ?? []).reduce((rank, adjustment) => {
      const moved = movedBy(adjustment, policy);
      const when = compiler.condition(adjustment.when, policy);
      return diagrams.apply({ combine: (own, isSo) => (isSo === 1 ? moved(own) : own) }, rank, when);
    }, lifted);
  const compile = (given: AnyRules): CompiledPolicy => {
    const policy = options.spellOut(given);
    const rules = rulesOf(policy).map((placed) => {
      return { ...placed, stands: compiler.condition(standing(placed.rule), policy) };
    });
    return { rules, rank: adjusted(rankOf(rules), policy) };
  };
  const isWhole = allowedIn === everything && left === undefined;
  const drawn = new Set(space.lines.map((line) => JSON.stringify(line)));
  const refine = (lines: readonly FactCondition[], finer: AllowedIn = everything): Refined => {
    const isFiner = finer !== everything || lines.some((line) => !drawn.has(JSON.stringify(line)));
    if (isWhole && !isFiner) return { model, lift: (diagram) => diagram };
    const refined = modelOf(spaceToldApart([space.lines, lines], options, namesOf(space)), options, finer);
    return { model: refined, lift: lifter({ space, diagrams }, refined) };
  };
  const within = (diagram: Diagram, other?: Diagram) =>
    diagrams.apply(where, diagram, other === undefined ? ends : endsOf(other));
  let harmlessApp: Home | undefined;
  const home = () => {
    harmlessApp ??= harmless(space, options.ofHarmless);
    return harmlessApp;
  };
  const model: Model = {
    space,
    diagrams,
    compiler,
    possible,
    compile,
    home,
    rankOf,
    adjusted: (lifted, policy) => adjusted(lifted, options.spellOut(policy)),
    within,
    constrained,
    things,
    refine,
  };
  return model;
}

/** Brings diagrams to a space with more lines: each cell there lies in one cell here. */
function lifter(from: Pick<Model, "space" | "diagrams">, to: Pick<Model, "space" | "diagrams">) {
  const coarse = from.space.variables.map(({ name, partition }) => {
    const index = to.space.indexOf(name);
    return { index, cells: at(to.space.variables, index).partition.cells.map(partition.cellOf) };
  });
  return walk<Diagram>(from.diagrams, {
    ending: to.diagrams.constant,
    node: (variable, branches) => {
      const { index, cells } = at(coarse, variable);
      return to.diagrams.choice(
        index,
        cells.map((cell) => at(branches, cell)),
      );
    },
  });
}

/** All apps there can be, as far as the rules of some policies tell them apart. */
export function spaceFor(policies: readonly AnyRules[], options: ConstrainedFacts): Space {
  const lines = policies.map(options.spellOut).flatMap((policy) => {
    return decidingIn(policy).map((condition) => linesIn(condition, policy));
  });
  return spaceToldApart(lines, options);
}

/** All apps there can be, in a space. */
export const createModel = (space: Space, options: ModelOptions): Model => modelOf(space, options, everything);

/**
 * All apps that are left of those in a space: what is known of them is settled before anything is worked out, so that no more is
 * searched than what is open.
 *
 * @param lines Further lines that tell them apart.
 * @param leftIn The cells that are left of each variable, once all lines are drawn.
 */
export function modelOfLeft(
  space: Space,
  lines: readonly FactCondition[],
  leftIn: (space: Space) => CellsLeft,
  options: ModelOptions,
): Model {
  const finer = lines.length === 0 ? space : spaceToldApart([space.lines, lines], options, namesOf(space));
  return modelOf(finer, options, everything, leftIn(finer));
}

const namesOf = ({ variables }: Space) => variables.map(({ name }) => name);
