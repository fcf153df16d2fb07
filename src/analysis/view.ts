import { type Classifier, classifierOf, type Finding, type FindingStatus, isHandledBy } from "../classify/index.js";
import { type FactCondition, lineTruth, TRUE } from "../conditions/index.js";
import { at, type Diagram } from "../diagrams/index.js";
import { type Derived, type Domain, deriveFact, type Line } from "../facts/index.js";
import { type AllowedIn, IMPOSSIBLE, type Space, type Variable } from "../model/index.js";
import { withoutRules } from "../policy/index.js";
import { PlimsollError } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Search, Study } from "./study.js";

/** All apps that one app could be, or could become. */
export interface View<TierId extends string = string> extends Search {
  /** What the profile tells of each variable. */
  readonly readings: readonly Derived[];
  /** The cells that the profile leaves of each variable. */
  readonly told: readonly (readonly number[])[];
  /** Classifies without the rules that are left out for this app. */
  readonly classify: Classifier<TierId>;
  /** The rules that stand here, unless what components do not handle turns out to be harmless. */
  readonly open: readonly string[];
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
    return cells.filter((cell) => all({ kind: "exact", value: at(partition.cells, cell) }) === TRUE);
  }
  // The values of an enum have no order, so that "at least" tells nothing of them.
  return domain.kind === "enum" ? cells : cells.slice(partition.cellOf(value));
}

/** What components make of the rules that they cover, for one app. */
interface Handling {
  /** The rules that they take care of. */
  readonly handled: readonly string[];
  /** The rules that stand, unless what they do not handle turns out to be harmless. */
  readonly open: readonly string[];
}

function handlingOf(profile: AppProfile, { policy, facts, classify: ask }: Study): Handling {
  const { components = [] } = policy;
  const inUse = components.filter(
    ({ retired, ...component }) => !retired && isHandledBy(profile, { ...component, when: undefined }),
  );
  if (inUse.length === 0) return { handled: [], open: [] };
  const idsOf = (findings: readonly Finding[], ...wanted: readonly FindingStatus[]) =>
    findings.filter(({ status }) => wanted.includes(status)).map(({ id }) => id);
  const covered = [...new Set(inUse.flatMap(({ covers }) => covers))];
  const { findings } = ask(profile);
  const left = idsOf(findings, "holds", "possible");
  const possible = idsOf(findings, "possible");
  const uncovered = idsOf(classifierOf({ ...policy, components: [] }, facts)(profile).findings, "holds");
  return {
    handled: covered.filter((id) => !left.includes(id)),
    open: covered.filter((id) => possible.includes(id) && uncovered.includes(id)),
  };
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
  profile: AppProfile,
  isKept: (variable: Variable) => boolean = () => true,
  others: readonly FactCondition[] = [],
  silent: readonly string[] = [],
): View<TierId> {
  const { policy, facts, model, compiled } = study;
  const { handled, open } = handlingOf(profile, study);
  const isWhole = handled.length + silent.length === 0;
  const left = withoutRules(policy, new Set([...handled, ...silent]));
  const { rank } = isWhole ? compiled : model.compile(left);
  const readingOf = ({ name, fact }: Variable) => deriveFact(name, fact, profile);
  const { atMost, sums } = model.space.bonds;
  const bound = new Set([...atMost.flat(), ...sums.flatMap(({ left: one, right: other }) => [...one, ...other])]);
  const lines = model.space.variables.flatMap((variable): readonly FactCondition[] => {
    const { domain } = variable.fact;
    const reading = readingOf(variable);
    // A number that need not be whole cannot always be had exactly; no line tells it from others near it.
    const isLoose =
      domain.kind === "number" &&
      !domain.whole &&
      reading.kind === "exact" &&
      !bound.has(model.space.indexOf(variable.name));
    const line = isLoose ? undefined : lineOf(domain, reading);
    return line === undefined ? [] : [{ fact: variable.name, ...line }];
  });
  const toldIn = ({ variables }: Space) => variables.map((variable) => cellsTold(variable, readingOf(variable)));
  const allowed: AllowedIn = (space) => {
    const told = toldIn(space);
    return (index, cell) => !isKept(at(space.variables, index)) || at(told, index).includes(cell);
  };
  const drawn = [...lines, ...others];
  // Of an app of which nothing is known, nothing has to be worked out anew.
  const isTold = model.space.variables.some((variable) => readingOf(variable).kind !== "unknown");
  const refined =
    isTold || drawn.length > 0 ? model.refine(drawn, allowed) : { model, lift: (diagram: Diagram) => diagram };
  return {
    model: refined.model,
    tier: refined.model.within(refined.lift(rank)),
    readings: refined.model.space.variables.map(readingOf),
    told: toldIn(refined.model.space),
    classify: isWhole ? study.classify : classifierOf(left, facts),
    open,
  };
}

/** The ranks of the tiers that an app could be in while it stays as its profile tells. */
function ranksIn({ model: { diagrams }, tier, told }: View): readonly number[] {
  const ranks = new Set<number>();
  const seen = new Set<Diagram>();
  const look = (node: Diagram): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const variable = diagrams.variableOf(node);
    const cells = told[variable];
    if (cells === undefined) ranks.add(diagrams.endOf(node));
    else for (const cell of cells) look(diagrams.branch(node, variable, cell));
  };
  look(tier);
  ranks.delete(IMPOSSIBLE);
  if (ranks.size > 0) return [...ranks];
  const message =
    "What this profile says cannot be so of any app. Read it with parseProfile, which says where it contradicts itself.";
  throw new PlimsollError("invalid-profile", [{ pointer: "", code: "contradiction", message }]);
}

/**
 * The ranks of the tiers that an app could be in while it stays as its profile tells, the lowest first: whether those rules
 * stand that are open, or none of them, or one.
 */
export function ranksOf(study: Study, profile: AppProfile, view: View): readonly number[] {
  const { open } = view;
  const others = open.length === 0 ? [] : [open, ...open.map((id) => open.filter((other) => other !== id))];
  const ranks = [view, ...others.map((silent) => viewOf(study, profile, undefined, [], silent))].flatMap(ranksIn);
  return [...new Set(ranks)].sort((one, other) => one - other);
}
