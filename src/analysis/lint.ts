import { at, BudgetExceeded, type Diagram, fold, highest, valuesOf, variablesOf } from "../diagrams/index.js";
import type { CompiledRule } from "../model/index.js";
import type { Pointer } from "../problems/index.js";
import { type Analysable, analysisOf } from "./analysable.js";
import { coverOf } from "./cover.js";
import type { Lint, LintFinding } from "./lint-finding.js";
import { hiddenParts } from "./lint-hidden-parts.js";
import { othersOf } from "./lint-others.js";
import { redundantParts } from "./lint-parts.js";
import { drops, pairOf, risingPairs } from "./pairs.js";
import { witnessOf } from "./search.js";
import { type Study, studyOf } from "./study.js";

type Found<TierId extends string> = readonly LintFinding<TierId>[];

function unreachableTiers<TierId extends string>({ policy, model, tier }: Study<TierId>): Found<TierId> {
  const reached = valuesOf(model.diagrams, tier);
  return policy.tiers.flatMap(({ id, title }, rank): Found<TierId> => {
    if (reached.includes(rank)) return [];
    const explanation = `No app can be in the tier "${title}".`;
    const suggestion =
      rank === 0
        ? "Loosen a rule, so that people can build some apps on their own."
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

/** Whether a row of a table keeps others from counting, so that without it some app would be in another tier. */
function hidesOthers({ policy, model, compiled }: Study, { pointer }: CompiledRule): boolean {
  const [, table, row] = /^\/tables\/(\d+)\/rows\/(\d+)$/.exec(pointer) ?? [];
  if (table === undefined) return false;
  const tables = policy.tables?.map((each, index) =>
    index === Number(table) ? { ...each, rows: each.rows.filter((_, place) => place !== Number(row)) } : each,
  );
  const without = model.compile({ ...policy, tables: tables ?? [] });
  return model.within(without.rank) !== model.within(compiled.rank);
}

/** Whether adjustments take every app to where it would be if the other rules alone had lifted it. */
function isTakenBack({ policy, model, tier }: Study, others: readonly Diagram[]): boolean {
  if (policy.adjustments === undefined) return false;
  const lifted = fold(model.diagrams, highest, others, 0);
  return model.within(model.adjusted(lifted, policy)) === tier;
}

function standing<TierId extends string>(
  study: Study<TierId>,
  own: CompiledRule,
  others: readonly Diagram[],
): Found<TierId> {
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
        suggestion: "Fix its condition, or leave it out.",
      },
    ];
  }
  const witness = witnessOf(study, study, stands, (so) => so === 1);
  const shown = witness === undefined ? {} : { witness };
  if (stands === possible) {
    const explanation = `"${rule.title}" holds for every app, so no app is below "${tierAt(rank)}".`;
    return [
      {
        id: "always-holds",
        severity: "warning",
        ...about,
        explanation,
        suggestion: "Fix its condition, or lift the lowest tier.",
        ...shown,
      },
    ];
  }
  const cover = coverOf(study, own, stands, others);
  const isLifting = cover === undefined && rank > 0;
  if ((isLifting && !isTakenBack(study, others)) || hidesOthers(study, own)) return [];
  const reason = isLifting
    ? "an adjustment takes back what it lifts"
    : rank === 0
      ? "it lifts to the lowest tier"
      : `wherever it stands, so does ${cover?.map(({ rule: { id } }) => `"${id}"`).join(" or ")}, which lifts as high`;
  const explanation = `Without "${rule.title}" every app would be in the same tier: ${reason}.`;
  const severity = kind === "sign" ? "note" : "warning";
  const suggestion =
    kind === "sign" ? "Keep it if its advice is worth having." : "Leave it out, or let it lift higher.";
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
    const explanation = `"${rule.title}" holds for one app, but not for another that only has more risk. ${variable.fact.question}`;
    const suggestion = isExemption
      ? "Check whether the exemption is meant that way."
      : "Make it hold from a line upwards, however far an app is beyond it.";
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

/** The adjustments that never apply, or without which every app would be in the same tier. */
function idleAdjustments({ policy, model, compiled }: Study): Found<never> {
  const { adjustments = [] } = policy;
  return adjustments.flatMap(({ id: rule, title, when }, index): Found<never> => {
    const about = { severity: "warning" as const, pointer: `/adjustments/${index}`, rule };
    const { compiler, possible, diagrams } = model;
    if (compiler.all([possible, compiler.condition(when, policy)]) === diagrams.constant(0)) {
      const explanation = `"${title}" never applies: no app is like that.`;
      return [{ id: "never-holds", ...about, explanation, suggestion: "Fix its condition, or leave it out." }];
    }
    const others = adjustments.filter((_, at) => at !== index);
    const without = model.compile({ ...policy, adjustments: others }).rank;
    if (model.within(without) !== model.within(compiled.rank)) return [];
    const explanation = `Without "${title}" every app would be in the same tier.`;
    return [{ id: "never-decides", ...about, explanation, suggestion: "Leave it out, or let it move other tiers." }];
  });
}

function withoutAdvice({ policy: { signs = [] } }: Pick<Study, "policy">): Found<never> {
  return signs.flatMap(({ id, title, advice }, index): Found<never> => {
    if (advice !== undefined) return [];
    const explanation = `"${title}" warns, but does not say what to do next; only the advice of its tier is told.`;
    const suggestion = "Say in a sentence what the people who build the app should do.";
    return [{ id: "no-advice", severity: "note", pointer: `/signs/${index}`, rule: id, explanation, suggestion }];
  });
}

/** What is found of one rule; nothing of where it stands, when the budget did not allow it. */
interface Looked<TierId extends string> {
  readonly pointer: Pointer;
  readonly standing: Found<TierId> | undefined;
  readonly falling: Found<TierId>;
}

/**
 * What is worth a look in a policy: rules that never stand or never decide, tiers that no app reaches, conditions with parts
 * that change nothing, or nothing that other rules do not do as well, rules that stop with more risk, signs without advice.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { lintPolicy } from "plimsoll/analysis";
 *
 * lintPolicy(standardPolicy).findings.filter(({ severity }) => severity === "error"); // → []
 * ```
 */
export function lintPolicy<TierId extends string>(policy: Analysable<TierId>): Lint<TierId> {
  const asked = analysisOf(policy);
  const ready = studyOf(policy);
  let complete = true;
  /** What comes of work; nothing, when it would take more than the budget allows. */
  const within = <Outcome>(work: () => Outcome): Outcome | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      complete = false;
      return undefined;
    }
  };
  const study = within(() => {
    const known = ready();
    // Whether all apps can be looked at is found out once.
    valuesOf(known.model.diagrams, known.tier);
    return known;
  });
  if (study === undefined) return { findings: withoutAdvice(asked), complete };
  const unreachable = within(() => unreachableTiers(study)) ?? [];
  const others = within(() => othersOf(study, study.compiled.rules)) ?? [];
  const looked = others.map((other, index): Looked<TierId> => {
    const rule = at(study.compiled.rules, index);
    const stands = within(() => standing(study, rule, other));
    const falls = within(() => {
      const found = falling(study, rule);
      const { unhandled } = study;
      return found.length > 0 || unhandled === study ? found : falling(unhandled, at(unhandled.compiled.rules, index));
    });
    return { pointer: rule.pointer, standing: stands, falling: falls ?? [] };
  });
  const canVary = looked.filter(({ standing: found }) => found?.every(({ id }) => !id.endsWith("-holds")));
  const pointers = canVary.map(({ pointer }) => pointer);
  const parts = within(() => redundantParts(study, (pointer) => !pointers.includes(pointer))) ?? [];
  const ofRules = looked.flatMap(({ standing: found = [], falling: falls }) => [...found, ...falls]);
  const ofAdjustments = within(() => idleAdjustments(study)) ?? [];
  const deciding = looked.filter(({ standing: found }) => found?.length === 0).map(({ pointer }) => pointer);
  const hidden = within(() => hiddenParts(study, others, { deciding, told: parts })) ?? [];
  const ofParts = [...parts, ...hidden];
  return { findings: [...unreachable, ...ofRules, ...ofAdjustments, ...ofParts, ...withoutAdvice(asked)], complete };
}
