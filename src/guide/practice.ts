import { type Classification, createClassifier } from "../classify/index.js";
import type { Catalogue } from "../facts/index.js";
import { asksForDates, factsOf, type Policy, type PolicyOptions, type Rule, rulesOf } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { type StandardTierId, standardPolicy } from "../standard/index.js";
import { anyDay, type Day } from "../time/index.js";
import { crossingsOf } from "./critical-values.js";
import { decisiveSides, drawnBy, type Side } from "./decisive.js";
import { linesOf } from "./lines.js";
import { remarkable, storyOf } from "./story.js";

/**
 * A practice case: an app just below or just above a line.
 *
 * @example
 * ```ts
 * import { type Scenario, scenarios } from "plimsoll/guide";
 *
 * const isEasy = ({ why }: Scenario) => why.length === 0;
 *
 * scenarios().scenarios.find(isEasy)?.answer.title; // → "Citizen"
 * ```
 */
export interface Scenario<TierId extends string = string> {
  /** The id of the rule that draws the line. */
  readonly rule: string;
  /** The fact that the line is drawn through. */
  readonly fact: string;
  /** Whether the rule holds of this app. */
  readonly crossed: boolean;
  readonly app: AppProfile;
  /** The day as of which the app is like that, where the policy asks for dates. */
  readonly asOf?: Day;
  /** What is told of the app; everything else about it is harmless. */
  readonly story: readonly string[];
  readonly question: string;
  readonly answer: { readonly tier: TierId; readonly title: string; readonly advice: string };
  /** What holds of the app, the highest tier first; empty when nothing does. */
  readonly why: readonly { readonly rule: string; readonly title: string; readonly why: string }[];
}

/**
 * Practice scenarios on both sides of the lines of a policy. Plain JSON.
 *
 * @example
 * ```ts
 * import { type Practice, scenarios } from "plimsoll/guide";
 *
 * const { untold }: Practice = scenarios();
 *
 * untold; // → []
 * ```
 */
export interface Practice<TierId extends string = string> {
  readonly scenarios: readonly Scenario<TierId>[];
  /** The ids of the rules of which no app could be made that is decided by them alone. */
  readonly untold: readonly string[];
}

/** What practice scenarios are made with. */
interface Workshop {
  readonly policy: Policy;
  readonly facts: Catalogue;
  readonly asOf: Day | undefined;
  readonly classify: (app: AppProfile) => Classification;
}

function tell(app: AppProfile, told: readonly string[], rule: Rule, fact: string, workshop: Workshop): Scenario {
  const { policy, facts, asOf, classify } = workshop;
  const { tier, findings } = classify(app);
  const holding = findings.filter(({ status }) => status === "holds");
  const { title = tier, advice = "" } = policy.tiers.find(({ id }) => id === tier) ?? {};
  return {
    rule: rule.id,
    fact,
    crossed: holding.some(({ id }) => id === rule.id),
    app,
    ...(asOf !== undefined && { asOf }),
    story: storyOf(told, app, facts),
    question: "Can you build it on your own?",
    answer: { tier, title, advice },
    why: holding.map(({ id, title: name, why }) => ({ rule: id, title: name, why })),
  };
}

/** Tells of both sides of a line, the same facts of each: what the answers rest on, as far as it is not harmless. */
function tellOfBoth(sides: readonly Side[], rule: Rule, fact: string, workshop: Workshop): readonly Scenario[] {
  const { policy, facts, classify } = workshop;
  const apps = sides.map(({ app }) => app);
  const evidence = apps.flatMap((app) => classify(app).findings.flatMap((finding) => finding.evidence));
  const restsOn = [...linesOf(rule, policy).keys(), ...evidence.map((each) => each.fact)];
  const chosen = sides.flatMap(({ values }) => Object.keys(values));
  const told = [...new Set([...chosen, ...remarkable(restsOn, apps, facts)])];
  return apps.map((app) => tell(app, told, rule, fact, workshop));
}

/**
 * Practice scenarios for those who build, made from the lines of a policy: an app just below and one just above each, with the
 * right answer and why. Move a line, and they move along. "Training that includes limits": how to recognise when it gets too
 * much.
 *
 * @param policy Where the lines lie; `standardPolicy` when left out.
 * @throws {PlimsollError} with code `invalid-policy`, when the policy is not one; with code `invalid-option`, when the options
 * are none.
 *
 * @example
 * ```ts
 * import { scenarios } from "plimsoll/guide";
 *
 * const [below, above] = scenarios().scenarios.filter(({ rule }) => rule === "many-users");
 *
 * below?.story; // → ["How many people use it now? 99 people."]
 * below?.answer.tier; // → "citizen"
 * above?.story; // → ["How many people use it now? 100 people."]
 * above?.answer.title; // → "IT review"
 * ```
 */
export function scenarios<TierId extends string = StandardTierId>(
  policy?: Policy<TierId>,
  options: PolicyOptions = {},
): Practice<TierId> {
  const asked: Policy = policy ?? standardPolicy;
  const facts = factsOf(asked, options);
  const classify = createClassifier(asked, { facts });
  const asOf = asksForDates(asked, facts) ? anyDay : undefined;
  const workshop: Workshop = { policy: asked, facts, asOf, classify: (app) => classify(app, { asOf }) };
  const told = rulesOf(asked).map(({ rule }) => {
    const lines = linesOf(rule, asked);
    const holds = (app: AppProfile) =>
      workshop.classify(app).findings.some(({ id, status }) => id === rule.id && status === "holds");
    const drawn = drawnBy({ lines, facts, holds, asOf });
    const scenarios = [...lines].flatMap(([fact, ownLines]) => {
      const domain = facts[fact]?.domain;
      const crossings = domain === undefined ? [] : crossingsOf(domain, ownLines);
      return crossings.flatMap((crossing) => tellOfBoth(decisiveSides(fact, crossing, drawn), rule, fact, workshop));
    });
    return { rule, scenarios };
  });
  const practice: Practice = {
    scenarios: told.flatMap((each) => each.scenarios),
    untold: told.filter((each) => each.scenarios.length === 0).map(({ rule }) => rule.id),
  };
  // Every tier that is named comes from the policy: without one of its own, from the standard policy.
  return practice as Practice<TierId>;
}
