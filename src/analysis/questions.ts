import type { Classification } from "../classify/index.js";
import { at, variablesOf } from "../diagrams/index.js";
import { inCell } from "../model/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { TooLarge } from "./answers.js";
import { smallestChoices } from "./choices.js";
import { type Outlook, outlooks } from "./outlook.js";
import { bestPlans } from "./plan.js";
import { type Study, withinBudget } from "./study.js";
import { ranksOf, type View, viewOf } from "./view.js";
import { assertPriors, linesOfPriors, type Priors, shareOf, weightsOf } from "./weights.js";

/**
 * A question that could help to settle a tier.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type NextQuestion, nextQuestions } from "plimsoll/analysis";
 *
 * const told = nextQuestions({ id: "stock", name: "Stock list" }, standardPolicy);
 * const first: NextQuestion | undefined = told.verdict === "open" ? told.questions[0] : undefined;
 *
 * (first?.settles ?? 0) > 0; // → true
 * ```
 */
export interface NextQuestion {
  readonly fact: string;
  readonly question: string;
  /** Where in the profile the answer belongs. */
  readonly answerAt: readonly Pointer[];
  /** What it costs a person to answer, in minutes. */
  readonly cost: number;
  /** How likely its answer settles the tier at once; `null` where that is not worked out. */
  readonly settles: number | null;
  /** How many answers it takes when this one is asked first, at worst and on average; `null` where that is not worked out. */
  readonly worst: number | null;
  readonly average: number | null;
}

/**
 * What to ask next, the best question first. `worst` says between what and what the number of answers lies that the best
 * order takes at worst; `proven` says that no order takes fewer than the one that begins with the first question. An
 * answer counts by what it tells of the policy's lines.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { nextQuestions, type NextQuestions } from "plimsoll/analysis";
 *
 * const told: NextQuestions = nextQuestions({ id: "pay", name: "Payroll", data: [{ class: "payment" }] }, standardPolicy);
 *
 * told.verdict === "settled" && told.tier; // → "professional"
 * ```
 */
export type NextQuestions<TierId extends string = string> =
  | { readonly verdict: "settled"; readonly tier: TierId }
  | {
      readonly verdict: "open";
      readonly questions: readonly NextQuestion[];
      readonly worst: { readonly atLeast: number; readonly atMost: number };
      readonly average: number | null;
      readonly proven: boolean;
    }
  | TooLarge;

/**
 * What `nextQuestions` is asked besides the profile and the policy.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { nextQuestions, type QuestionOptions } from "plimsoll/analysis";
 *
 * const onAverage: QuestionOptions = { aim: "average" };
 *
 * nextQuestions({ id: "stock", name: "Stock list" }, standardPolicy, onAverage).verdict; // → "open"
 * ```
 */
export interface QuestionOptions {
  readonly priors?: Priors;
  /** Whether the fewest answers are wanted in the worst case, or on average; the worst case when left out. */
  readonly aim?: "worst" | "average";
}

const weightOf = (cells: readonly Outlook[]) => cells.reduce((sum, { weight }) => sum + weight, 0n);

/** No order of questions takes fewer than it takes to be sure of an app that is as harmless as can be. */
function fewest({ model, tier, told }: View): number {
  const { cells } = model.home();
  const home = told.map((own, index) => (own.includes(at(cells, index)) ? at(cells, index) : at(own, 0)));
  const end = home.reduce((node, cell, index) => model.diagrams.branch(node, index, cell), tier);
  const rank = model.diagrams.endOf(end);
  if (rank < 0) return 1;
  const forks = told.map((own, index) => ({ free: own, counted: own.length > 1 ? [at(home, index)] : undefined }));
  const isGood = (value: number) => value < 0 || value === rank;
  const { found } = smallestChoices(model.diagrams, tier, { forks, isGood, must: "every" }, 1);
  return at(found, 0).length;
}

/** The questions of a classification. What their answers settle cannot be said where components handle only a part. */
function asClassified({ questions }: Classification): Extract<NextQuestions<never>, { readonly verdict: "open" }> {
  return {
    verdict: "open",
    questions: questions.map(({ fact, question, answerAt, cost }) => {
      return { fact, question, answerAt, cost, settles: null, worst: null, average: null };
    }),
    worst: { atLeast: 1, atMost: questions.length },
    average: null,
    proven: false,
  };
}

export function questionsOf<TierId extends string>(
  ready: () => Study<TierId>,
  profile: AppProfile,
  { priors = {}, aim = "worst" }: QuestionOptions = {},
): NextQuestions<TierId> {
  return withinBudget((): NextQuestions<TierId> => {
    const study = ready();
    assertPriors(priors, study);
    const view = viewOf(study, profile, undefined, linesOfPriors(priors));
    const { model } = view;
    const [only, ...others] = ranksOf(study, profile, view);
    if (only !== undefined && others.length === 0) return { verdict: "settled", tier: study.tierAt(only) };
    if (view.open.length > 0) return asClassified(study.classify(profile));
    const weights = weightsOf(model, priors);
    // What is known is no question any more.
    const tier = view.told.reduce(
      (left, cells, index) => (cells.length === 1 ? inCell(model, left, index, at(cells, 0)) : left),
      view.tier,
    );
    const ahead = outlooks(model, tier, weights);
    // Nor is what follows from what is known.
    const open = variablesOf(model.diagrams, tier).filter(
      (index) => at(ahead, index).filter(({ isPossible }) => isPossible).length > 1,
    );
    const plans = bestPlans(model, tier, open, weights, aim);
    const questions = open.map((index): NextQuestion => {
      const { name, fact } = at(model.space.variables, index);
      const { question, answerAt, cost } = fact;
      const { worst = null, average = null } = plans?.get(index) ?? {};
      const cells = at(ahead, index);
      const settles = shareOf(weightOf(cells.filter((cell) => cell.settles)), weightOf(cells));
      return { fact: name, question, answerAt, cost, settles, worst, average };
    });
    const byAim = ({ worst, average }: NextQuestion) => (aim === "worst" ? [worst, average] : [average, worst]);
    const sorted = questions.sort((one, other) => {
      const [first, second] = byAim(one).map((each, index) => (each ?? 0) - (byAim(other)[index] ?? 0));
      return first || second || (other.settles ?? 0) / other.cost - (one.settles ?? 0) / one.cost || 0;
    });
    const { worst, average } = at(sorted, 0);
    const atMost = worst ?? open.length;
    const atLeast = worst ?? Math.min(fewest(view), atMost);
    const isProven = plans !== undefined || (aim === "worst" && atLeast === atMost);
    return { verdict: "open", questions: sorted, worst: { atLeast, atMost }, average, proven: isProven };
  });
}
