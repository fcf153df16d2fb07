import type { FactCondition } from "../conditions/index.js";
import { lineTruth, TRUE } from "../conditions/index.js";
import { type Diagram, valuesOf } from "../diagrams/index.js";
import { type Derived, type Domain, deriveFact, type Line } from "../facts/index.js";
import type { AllowedIn, Space, Variable } from "../model/index.js";
import { PlimsollError } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Search, Study } from "./study.js";

/** All apps that one app could be, or could become. */
export interface View extends Search {
  /** What the profile tells of each variable. */
  readonly readings: readonly Derived[];
  /** The cells that the profile leaves of each variable. */
  readonly told: readonly (readonly number[])[];
}

/** The line that a reading draws: what it leaves lies on one side of it. */
function lineOf({ kind }: Domain, reading: Derived): Line | undefined {
  if (reading.kind === "unknown") return undefined;
  const { value } = reading;
  if (Array.isArray(value)) return value.length > 0 ? { includesAll: value } : { isEmpty: true };
  if (typeof value === "number") return reading.kind === "exact" ? { between: [value, value] } : { atLeast: value };
  if (kind === "ordinal" && typeof value === "string" && reading.kind === "at-least") return { atLeast: value };
  return typeof value === "boolean" || typeof value === "string" ? { is: value } : undefined;
}

/** The cells that a reading leaves. */
function cellsTold({ fact: { domain }, partition }: Variable, reading: Derived): readonly number[] {
  const cells = [...partition.cells.keys()];
  if (reading.kind === "unknown") return cells;
  if (reading.kind === "exact") return [partition.cellOf(reading.value)];
  const { value } = reading;
  if (domain.kind === "set") {
    const all = lineTruth(domain, { includesAll: Array.isArray(value) ? value : [] });
    return cells.filter((cell) => all({ kind: "exact", value: partition.cells[cell] ?? [] }) === TRUE);
  }
  // The values of an enum have no order, so that "at least" tells nothing of them.
  return domain.kind === "enum" ? cells : cells.slice(partition.cellOf(value));
}

/**
 * Looks at all possible apps with the eyes of one: its readings are lines of their own.
 *
 * @param isKept Which facts stay as they are told; all, when left out.
 * @param others More lines to tell apps apart by.
 */
export function viewOf(
  study: Study,
  profile: AppProfile,
  isKept: (variable: Variable) => boolean = () => true,
  others: readonly FactCondition[] = [],
): View {
  const { policy, model, compiled, classify } = study;
  const covered = classify(profile).findings.filter(({ status }) => status === "covered");
  const { rank } = covered.length > 0 ? model.compile(policy, new Set(covered.map(({ id }) => id))) : compiled;
  const readingOf = ({ name, fact }: Variable) => deriveFact(name, fact, profile);
  const lines = model.space.variables.flatMap((variable): readonly FactCondition[] => {
    const line = lineOf(variable.fact.domain, readingOf(variable));
    return line === undefined ? [] : [{ fact: variable.name, ...line }];
  });
  const toldIn = ({ variables }: Space) => variables.map((variable) => cellsTold(variable, readingOf(variable)));
  const allowed: AllowedIn = (space) => {
    const told = toldIn(space);
    return (index, cell) =>
      !space.variables.slice(index, index + 1).some(isKept) || (told[index]?.includes(cell) ?? false);
  };
  const drawn = [...lines, ...others];
  // Of an app of which nothing is known, nothing has to be worked out anew.
  const refined = drawn.length > 0 ? model.refine(drawn, allowed) : { model, lift: (diagram: Diagram) => diagram };
  return {
    model: refined.model,
    tier: refined.model.within(refined.lift(rank)),
    readings: refined.model.space.variables.map(readingOf),
    told: toldIn(refined.model.space),
  };
}

/** The ranks of the tiers that an app could be in, as far as its profile tells. */
export function ranksOf({ model, tier }: Pick<View, "model" | "tier">): readonly number[] {
  const ranks = valuesOf(model.diagrams, tier).filter((rank) => rank >= 0);
  if (ranks.length > 0) return ranks;
  const message =
    "What this profile says cannot be so of any app. Read it with parseProfile, which says where it contradicts itself.";
  throw new PlimsollError("invalid-profile", [{ pointer: "", code: "contradiction", message }]);
}
