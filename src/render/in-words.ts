import { match } from "ts-pattern";
import type { Adjusted, Classification, Finding, Question } from "../classify/index.js";
import { factsOf, type Policy } from "../policy/index.js";
import { standardPolicy } from "../standard/index.js";
import { evidenceInWords } from "../words/index.js";
import type { AppInWords, FindingInWords, QuestionInWords, Standing } from "./app-in-words.js";
import { assertClassification, assertOptions } from "./handed-in.js";
import { loadLineText } from "./load-line-text.js";
import type { RenderOptions } from "./options.js";
import { reasonsInWords } from "./reasons.js";
import { adjustedInWords, weightOf } from "./said-once.js";
import { tierIn } from "./tiers.js";

function standingOf({ status, coveredBy }: Finding, { components = [] }: Policy): Standing {
  const titleOf = (id: string) => components.find((component) => component.id === id)?.title ?? id;
  return match(status)
    .returnType<Standing>()
    .with("holds", "possible", (kind) => ({ kind }))
    .with("covered", () => ({ kind: "set-aside", because: `covered by ${coveredBy.map(titleOf).join(", ")}` }))
    .with("exempt", () => ({ kind: "set-aside", because: "exempt by the policy" }))
    .exhaustive();
}

/** The questions that are open for the tier; what is answered in the same place is asked once. */
function questionsInWords(all: readonly Question[], policy: Policy): readonly QuestionInWords[] {
  const questions = all.filter(({ opens }) => opens !== "finding");
  const placeOf = ({ answerAt }: Question) => answerAt.join(", ");
  return questions
    .filter((question, index) => questions.findIndex((other) => placeOf(other) === placeOf(question)) === index)
    .map((question) => {
      const effort = `about ${question.cost} ${question.cost === 1 ? "minute" : "minutes"}`;
      const stakes = [`could mean ${tierIn(policy, question.couldReach).title}`, effort];
      return { question: question.question, stakes, answerAt: question.answerAt };
    });
}

/**
 * A classification in words, for templates of your own: every finding by itself, and why the app sits where it does, in which
 * one action stands with all that it settles. What is only possible, the questions tell.
 *
 * @param options `everyFinding` tells what is only possible among the findings, too.
 * @throws {PlimsollError} with code `invalid-policy`, when another policy than that of the options has classified; with
 * code `invalid-option`, when it is no classification, or an option is none that there is.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { classificationInWords } from "plimsoll/render";
 *
 * const app = { id: "pay", name: "Expenses", data: [{ class: "payment" as const }] };
 * const { loadLine, findings, reasons } = classificationInWords(classify(app), { name: app.name });
 *
 * loadLine; // → "Citizen ━━━━━━━━ IT review ━━━━━━━━ ◉ PROFESSIONAL"
 * findings.map(({ title }) => title); // → ["Sensitive regulated data", "Sensitive data", "Semi-sensitive data"]
 * reasons[0]?.advice; // → "Decide with IT which data it needs, and who protects it."
 * ```
 */
export function classificationInWords(
  classification: Pick<Classification, "app" | "tier" | "ceiling" | "findings" | "adjustments" | "questions">,
  options: RenderOptions & { readonly everyFinding?: boolean } = {},
): AppInWords {
  assertOptions(options);
  assertClassification(classification);
  const { app, tier, ceiling, findings, adjustments = [], questions } = classification;
  const { policy = standardPolicy, name = app, everyFinding = false } = options;
  const facts = factsOf(policy, options);
  const observed = (evidence: Finding["evidence"]) =>
    evidence.map((each) => ({
      fact: each.fact,
      sentence: evidenceInWords(each, facts),
      pointers: each.pointers,
    }));
  const adjusted = ({ by, status, evidence, ...words }: Adjusted): FindingInWords => ({
    ...words,
    title: adjustedInWords({ by, title: words.title }),
    severity: "low",
    standing: { kind: status },
    seen: observed(evidence),
  });
  const inWords = (finding: Finding): FindingInWords => {
    const { id, title, why, advice, source, evidence } = finding;
    return {
      id,
      title,
      why,
      advice,
      severity: weightOf(finding, policy),
      tier: finding.tier,
      source,
      standing: standingOf(finding, policy),
      seen: observed(evidence),
    };
  };
  const isTold = ({ status }: { readonly status: Finding["status"] }) => everyFinding || status !== "possible";
  const told = [...findings.filter(isTold).map(inWords), ...adjustments.filter(isTold).map(adjusted)];
  return {
    id: app,
    name,
    loadLine: loadLineText({ tier, ceiling }, { policy }),
    summary: tierIn(policy, tier).advice,
    findings: told,
    reasons: reasonsInWords(told, { policy }),
    questions: questionsInWords(questions, policy),
  };
}
