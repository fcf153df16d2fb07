import {
  at,
  BudgetExceeded,
  type Diagram,
  fold,
  highest,
  type Operation,
  valuesOf,
  variablesOf,
} from "../diagrams/index.js";
import type { CompiledRule } from "../model/index.js";
import type { Pointer } from "../problems/index.js";
import type { Witness } from "./answers.js";
import { redundantParts } from "./lint-parts.js";
import { drops, pairOf, risingPairs } from "./pairs.js";
import { type Study, witnessOf } from "./study.js";

/**
 * What can be found in a policy that no form shows:
 *
 * - `never-holds`: a rule that stands of no possible app;
 * - `always-holds`: one that stands of all of them;
 * - `never-decides`: one without which every app would be in the same tier;
 * - `redundant-part`: a part of a condition that changes nothing;
 * - `idle-line`: a line that all values of its fact lie on one side of;
 * - `unreachable-tier`: a tier that no app is in;
 * - `falls-with-risk`: a rule that stands, and with more risk does not;
 * - `no-advice`: a sign that does not say what to do next.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type LintId, lintPolicy } from "plimsoll/analysis";
 *
 * const serious: readonly LintId[] = ["never-holds", "unreachable-tier"];
 *
 * lintPolicy(standardPolicy).findings.filter(({ id }) => serious.includes(id)); // → []
 * ```
 */
export type LintId =
  | "never-holds"
  | "always-holds"
  | "never-decides"
  | "redundant-part"
  | "idle-line"
  | "unreachable-tier"
  | "falls-with-risk"
  | "no-advice";

/**
 * Something to look at in a policy.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { type LintFinding, lintPolicy } from "plimsoll/analysis";
 *
 * const shadowed = extendPolicy(standardPolicy, {
 *   id: "ours",
 *   version: "1.0.0",
 *   add: {
 *     criteria: [{ id: "crowd", tier: "it-review", title: "A crowd", why: "Many ask.", when: { fact: "users", atLeast: 900 } }],
 *   },
 * });
 * const finding: LintFinding | undefined = lintPolicy(shadowed).findings.find(({ rule }) => rule === "crowd");
 *
 * finding?.id; // → "never-decides"
 * finding?.explanation.includes("many-users"); // → true
 * ```
 */
export interface LintFinding<TierId extends string = string> {
  readonly id: LintId;
  /** An `error` makes part of the policy useless; a `note` is only worth a look. */
  readonly severity: "error" | "warning" | "note";
  readonly pointer: Pointer;
  /** The rule that it is about, by id. */
  readonly rule?: string;
  readonly explanation: string;
  readonly suggestion: string;
  /** An app that shows it. */
  readonly witness?: Witness<TierId>;
  /** Where it takes two apps to show it, the other one. */
  readonly beside?: Witness<TierId>;
}

/**
 * What was found in a policy; `complete` is false when some of it would have taken more than the budget allows.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Lint, lintPolicy } from "plimsoll/analysis";
 *
 * const lint: Lint = lintPolicy(standardPolicy);
 *
 * lint.complete; // → true
 * ```
 */
export interface Lint<TierId extends string = string> {
  readonly findings: readonly LintFinding<TierId>[];
  readonly complete: boolean;
}

type Found<TierId extends string> = readonly LintFinding<TierId>[];

/** What a rule lifts to is more than what the others lift to. */
const liftsAbove = (rank: number): Operation => ({
  combine: (stands, others) => Number(stands === 1 && rank > others),
});

function unreachableTiers<TierId extends string>({ policy, model, tier }: Study<TierId>): Found<TierId> {
  const reached = valuesOf(model.diagrams, tier);
  return policy.tiers.flatMap(({ id, title }, rank): Found<TierId> => {
    if (reached.includes(rank)) return [];
    const explanation = `No app can be in the tier "${title}".`;
    const suggestion =
      rank === 0
        ? "Leave some apps to those who build alone: loosen a rule."
        : "Draw a line that leads there, or leave the tier out.";
    return [
      {
        id: "unreachable-tier",
        severity: "error",
        pointer: `/tiers/${rank}`,
        explanation: `${explanation} ("${id}")`,
        suggestion,
      },
    ];
  });
}

/** For each rule, what the others lift to: the ones before it, and the ones behind it. */
function othersOf({ model, compiled: { rules } }: Study): readonly Diagram[] {
  const { diagrams, rankOf } = model;
  const lifts = rules.map((rule) => rankOf([rule]));
  const join = (row: readonly Diagram[]) => fold(diagrams, highest, row, 0);
  const before: Diagram[] = [diagrams.constant(0)];
  for (const [index, lift] of lifts.entries()) before.push(join([at(before, index), lift]));
  let behind = diagrams.constant(0);
  const others: Diagram[] = [];
  for (let index = rules.length - 1; index >= 0; index--) {
    others[index] = join([at(before, index), behind]);
    behind = join([behind, at(lifts, index)]);
  }
  return others;
}

/** The fewest other rules of which one stands wherever a rule does: one alone, or several of which none can go. */
function coverOf(
  { model: { compiler, diagrams }, compiled }: Study,
  own: CompiledRule,
  stands: Diagram,
): readonly string[] {
  const nowhere = diagrams.constant(0);
  const uncovered = (rules: readonly CompiledRule[]) =>
    compiler.all([stands, compiler.not(compiler.any(rules.map((rule) => rule.stands)))]);
  const others = compiled.rules.filter(
    (rule) => rule !== own && rule.rank >= own.rank && compiler.all([stands, rule.stands]) !== nowhere,
  );
  const alone = others.find((rule) => uncovered([rule]) === nowhere);
  if (alone !== undefined) return [`"${alone.rule.id}"`];
  const needed = others.reduce((kept, rule) => {
    const fewer = kept.filter((each) => each !== rule);
    return uncovered(fewer) === nowhere ? fewer : kept;
  }, others);
  return needed.map(({ rule }) => `"${rule.id}"`);
}

function standing<TierId extends string>(study: Study<TierId>, own: CompiledRule, others: Diagram): Found<TierId> {
  const { model, tierAt } = study;
  const { compiler, diagrams, possible } = model;
  const { rule, kind, pointer, rank } = own;
  const about = { pointer, rule: rule.id };
  const stands = compiler.all([possible, own.stands]);
  if (stands === diagrams.constant(0)) {
    const why = own.stands === diagrams.constant(0) ? "its condition contradicts itself" : "no app can be like that";
    const explanation = `"${rule.title}" never stands: ${why}.`;
    return [
      {
        id: "never-holds",
        severity: "error",
        ...about,
        explanation,
        suggestion: "Mend its condition, or leave it out.",
      },
    ];
  }
  const witness = witnessOf(study, study, stands, (so) => so === 1);
  const shown = witness === undefined ? {} : { witness };
  if (stands === possible) {
    const explanation = `"${rule.title}" stands of every app, so that none is below "${tierAt(rank)}".`;
    return [
      {
        id: "always-holds",
        severity: "warning",
        ...about,
        explanation,
        suggestion: "Mend its condition, or lift the lowest tier.",
        ...shown,
      },
    ];
  }
  const decides = compiler.all([possible, diagrams.apply(liftsAbove(rank), own.stands, others)]);
  if (decides !== diagrams.constant(0)) return [];
  const cover = coverOf(study, own, stands);
  const reason =
    rank === 0
      ? "it lifts to the lowest tier"
      : `wherever it stands, so does ${cover.join(" or ")}, which lifts as high`;
  const explanation = `Without "${rule.title}" every app would be in the same tier: ${reason}.`;
  const severity = kind === "sign" ? "note" : "warning";
  const suggestion =
    kind === "sign" ? "Keep it when its advice is worth having." : "Leave it out, or let it lift higher.";
  return [{ id: "never-decides", severity, ...about, explanation, suggestion, ...shown }];
}

function falling<TierId extends string>(study: Study<TierId>, own: CompiledRule): Found<TierId> {
  const { model, policy } = study;
  const { rule, pointer } = own;
  const stands = model.within(own.stands);
  for (const index of variablesOf(model.diagrams, own.stands)) {
    const variable = at(model.space.variables, index);
    const pair = pairOf(study, study, stands, index, risingPairs(variable), drops);
    if (pair === undefined) continue;
    const [witness, beside] = pair;
    const when = "holds" in rule ? { not: rule.holds } : rule.when;
    const whole = model.within(model.compiler.condition(when, policy));
    const isExemption = pairOf(study, study, whole, index, risingPairs(variable), drops) === undefined;
    const explanation = `"${rule.title}" stands of one app, and not of another that differs in more risk alone. ${variable.fact.question}`;
    const suggestion = isExemption
      ? "See whether the exemption is meant that way."
      : "Let it stand from a line on, whatever lies beyond.";
    return [
      {
        id: "falls-with-risk",
        severity: isExemption ? "note" : "warning",
        pointer,
        rule: rule.id,
        explanation,
        suggestion,
        witness,
        beside,
      },
    ];
  }
  return [];
}

function withoutAdvice({ policy: { signs = [] } }: Pick<Study, "policy">): Found<never> {
  return signs.flatMap(({ id, title, advice }, index): Found<never> => {
    if (advice !== undefined) return [];
    const explanation = `"${title}" warns, and does not say what to do next; the advice of its tier stands in for it.`;
    const suggestion = "Say in a sentence what whoever builds the app should do.";
    return [{ id: "no-advice", severity: "note", pointer: `/signs/${index}`, rule: id, explanation, suggestion }];
  });
}

export function lintOf<TierId extends string>(
  ready: () => Study<TierId>,
  policy: Study<TierId>["policy"],
): Lint<TierId> {
  const findings: LintFinding<TierId>[] = [];
  let complete = true;
  const look = (check: () => Found<TierId>) => {
    try {
      findings.push(...check());
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      complete = false;
    }
  };
  look(() => unreachableTiers(ready()));
  look(() => {
    const study = ready();
    const others = othersOf(study);
    study.compiled.rules.forEach((rule, index) => {
      look(() => standing(study, rule, at(others, index)));
      look(() => falling(study, rule));
    });
    return [];
  });
  look(() =>
    redundantParts(ready(), (pointer) =>
      findings.some((finding) => finding.pointer === pointer && finding.id.endsWith("-holds")),
    ),
  );
  look(() => withoutAdvice({ policy }));
  return { findings, complete };
}
