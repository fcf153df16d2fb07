import { classifierOf } from "../classify/index.js";
import type { FactCondition } from "../conditions/index.js";
import { at, type Diagram } from "../diagrams/index.js";
import { type Derived, deriveFact, type FactValue, type Line } from "../facts/index.js";
import { type AllowedIn, placesBound, type Space, type Variable } from "../model/index.js";
import { withoutRules } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { cellsLeft } from "./left.js";
import type { Search } from "./search.js";
import type { ClassifiesAsOf, Study } from "./study.js";

/** All apps that one app could be, or could become. */
export interface View<TierId extends string = string> extends Search {
  /** What the profile tells of each variable. */
  readonly readings: readonly Derived[];
  /** The cells that the profile leaves of each variable. */
  readonly told: readonly (readonly number[])[];
  /** Classifies an app that was made, without the rules that are left out for this app. */
  readonly replay: ClassifiesAsOf<TierId>;
  /** The rules that may stand here, unless what components do not handle turns out to be harmless. */
  readonly open: readonly string[];
}

/** The lines that a reading draws through a set: its members together, or each that there may be. */
function linesOfSet({ kind }: Derived, members: readonly string[], upTo: FactValue): readonly Line[] {
  if (kind === "at-most" || kind === "between")
    return [upTo].flat().map((member) => ({ includesAny: [String(member)] }));
  return [members.length > 0 ? { includesAll: members } : { isEmpty: true }];
}

/** The lines that a reading draws: what it leaves lies on one side of each, or between them. */
function linesOf(reading: Derived): readonly Line[] {
  if (reading.kind === "unknown") return [];
  const { kind, value } = reading;
  const upTo = kind === "between" ? reading.upTo : value;
  if (typeof value === "object") return linesOfSet(reading, value, upTo);
  if (typeof value === "boolean") return [{ is: value }];
  if (typeof value === "number") {
    if (kind === "at-least") return [{ atLeast: value }];
    return [kind === "at-most" ? { atMost: value } : { between: [value, Number(upTo)] }];
  }
  if (kind === "at-least") return [{ atLeast: value }];
  if (kind === "at-most") return [{ atMost: value }];
  return [kind === "exact" ? { is: value } : { between: [value, String(upTo)] }];
}

/** The lines that what is told of an app draws. */
export function linesTold(space: Space, readingOf: (variable: Variable) => Derived): readonly FactCondition[] {
  const bound = new Set(placesBound(space.numberConstraints));
  return space.variables.flatMap((variable): readonly FactCondition[] => {
    const { domain } = variable.fact;
    const reading = readingOf(variable);
    // A number that need not be whole cannot always be had exactly; no line tells it from others near it.
    const isLoose =
      domain.kind === "number" && !domain.whole && reading.kind === "exact" && !bound.has(space.indexOf(variable.name));
    return isLoose ? [] : linesOf(reading).map((line) => ({ fact: variable.name, ...line }));
  });
}

/**
 * Looks at all possible apps with the eyes of one: its readings are lines of their own.
 *
 * @param isKept Which facts stay as they are told; all, when left out.
 * @param others More lines to tell apps apart by.
 * @param silent Rules that are left out, besides those that components handle.
 */
export function viewOf<TierId extends string>(
  study: Study<TierId>,
  given: AppProfile,
  isKept: (variable: Variable) => boolean = () => true,
  others: readonly FactCondition[] = [],
  silent: readonly string[] = [],
): View<TierId> {
  const { policy, facts, model, compiled, asOf, day } = study;
  const profile = study.read(given);
  const handling = study.handling(given);
  const { handled } = handling;
  const open = [...handling.handledWhile.keys(), ...handling.open];
  const isWhole = handled.length + silent.length === 0;
  const left = withoutRules(policy, new Set([...handled, ...silent]));
  const { rank } = isWhole ? compiled : model.compile(left);
  const readingOf = ({ name, fact }: Variable) => deriveFact(name, fact, profile, asOf);
  const lines = linesTold(model.space, readingOf);
  const toldIn = ({ variables }: Space) => variables.map((variable) => cellsLeft(variable, readingOf(variable)));
  const allowed: AllowedIn = (space) => {
    const told = toldIn(space);
    return (index, cell) => !isKept(at(space.variables, index)) || at(told, index).includes(cell);
  };
  const drawn = [...lines, ...others];
  // Of an app of which nothing is known, nothing has to be worked out anew.
  const isTold = model.space.variables.some((variable) => readingOf(variable).kind !== "unknown");
  const refined =
    isTold || drawn.length > 0 ? model.refine(drawn, allowed) : { model, lift: (diagram: Diagram) => diagram };
  const classifyLeft = isWhole ? undefined : classifierOf<TierId>(left, facts);
  return {
    model: refined.model,
    tier: refined.model.within(refined.lift(rank)),
    readings: refined.model.space.variables.map(readingOf),
    told: toldIn(refined.model.space),
    replay: classifyLeft === undefined ? study.replay : (made) => classifyLeft(made, { asOf: day }),
    open,
  };
}
