import type { Classification } from "../classify/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Analysable } from "./analysable.js";
import type { TooLarge } from "./answers.js";
import { strategyOf } from "./strategy.js";
import { answerOf } from "./study.js";
import { assertPriors, type Priors } from "./weights.js";
import { asking, ranksOf } from "./workings.js";

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

/** What to ask while a tier is open; its meaning stands with {@link NextQuestions}. */
export interface OpenQuestions {
  readonly verdict: "open";
  readonly questions: readonly NextQuestion[];
  readonly worst: { readonly atLeast: number; readonly atMost: number };
  readonly average: number | null;
  readonly proven: boolean;
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
  | OpenQuestions
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

/** The questions of a classification. What their answers settle cannot be said where components handle only a part. */
function asClassified({ questions: all }: Classification): OpenQuestions {
  const questions = all.filter(({ opens }) => opens === "tier");
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

/**
 * What to ask next about an app, so that its tier is settled with the fewest answers.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { nextQuestions } from "plimsoll/analysis";
 *
 * const told = nextQuestions({ id: "stock", name: "Stock list" }, standardPolicy);
 *
 * told.verdict; // → "open"
 * ```
 */
export function nextQuestions<TierId extends string>(
  profile: AppProfile,
  policy: Analysable<TierId>,
  { priors = {}, aim = "worst" }: QuestionOptions = {},
): NextQuestions<TierId> {
  return answerOf(policy, ({ unhandled: study, ofApps }): NextQuestions<TierId> => {
    assertPriors(priors, study);
    return asking(study, profile, priors, (left, workings): NextQuestions<TierId> => {
      // Components may handle what is not told yet, and that settles less; what they handle by what is told may settle more.
      const [only, ...others] = ofApps === study ? left.ranks : ranksOf(ofApps, profile);
      if (only !== undefined && others.length === 0) return { verdict: "settled", tier: study.tierAt(only) };
      return left.open.length > 0 || left.ranks.length === 1
        ? asClassified(study.classify(profile))
        : strategyOf(workings, left, aim);
    });
  });
}
