import { type AppProfile, type Catalogue, createClassifier, dueReviews, factsOf, type Policy } from "plimsoll";
import {
  createAnalysis,
  type Doubt,
  doubtsIn,
  type FieldAnswer,
  nextQuestions,
  openFields,
  type ProfileField,
  withAnswer,
} from "plimsoll/analysis";
import type { Terminal } from "../terminal.js";
import { choicesIn, typedAnswer, yesOrNo } from "./answers.js";

/** What an answer came to: a profile that tells it, that it is not known, that the input ended; or that it is asked again. */
type Outcome =
  | { readonly kind: "told"; readonly profile: AppProfile; readonly answer: FieldAnswer }
  | { readonly kind: "not-known" }
  | { readonly kind: "ended" }
  | { readonly kind: "again" };

/** Asks until somebody says yes or no; nothing at the end of the input. */
async function confirmed(question: string, terminal: Terminal): Promise<boolean | undefined> {
  for (;;) {
    const text = await terminal.ask(`${question}\n  (yes or no) `);
    const isYes = text === undefined ? undefined : yesOrNo(text);
    if (text === undefined || isYes !== undefined) return isYes;
  }
}

/** An answer in which what was in doubt is put right. */
function mended(answer: FieldAnswer, doubt: Exclude<Doubt, { readonly kind: "strange" }>): FieldAnswer {
  if (typeof answer !== "object" || answer === null || !("names" in answer)) return null;
  if (doubt.kind === "none") return { names: [], isAll: true };
  if (doubt.kind === "class") {
    const names = answer.names.filter((name) => name !== doubt.name);
    return { ...answer, names, classes: [...(answer.classes ?? []), doubt.class] };
  }
  return { ...answer, names: answer.names.map((name) => (name === doubt.name ? doubt.suggestion : name)) };
}

/** Asks about whatever an answer may not have meant, until it is clear; what is `cleared` is not asked again. */
async function withoutDoubt(
  profile: AppProfile,
  field: ProfileField,
  answer: FieldAnswer,
  policy: Policy,
  terminal: Terminal,
  cleared: readonly string[] = [],
): Promise<Outcome> {
  const told = withAnswer(profile, field, answer);
  if (!told.ok) {
    await terminal.complain(
      `${told.problems.map(({ message }) => message).join(" ")} Think again, or leave it empty.\n`,
    );
    return { kind: "again" };
  }
  const known = doubtsIn(profile, policy).map(({ pointer }) => pointer);
  const meant = [...cleared];
  for (const doubt of doubtsIn(told.value, policy).filter(({ pointer }) => !known.includes(pointer))) {
    if (meant.includes(doubt.question)) continue;
    const isYes = await confirmed(doubt.question, terminal);
    if (isYes === undefined) return { kind: "ended" };
    if (isYes && doubt.kind !== "strange") {
      return withoutDoubt(profile, field, mended(answer, doubt), policy, terminal, meant);
    }
    if (!isYes && doubt.kind === "strange") return { kind: "again" };
    meant.push(doubt.question);
  }
  return { kind: "told", profile: told.value, answer };
}

async function ask(
  profile: AppProfile,
  field: ProfileField,
  policy: Policy,
  terminal: Terminal,
): Promise<Exclude<Outcome, { readonly kind: "again" }>> {
  const { question, answering } = field;
  const choices = choicesIn(answering);
  for (;;) {
    const text = await terminal.ask(`${question}\n  (${choices}; leave it empty when you do not know) `);
    if (text === undefined) return { kind: "ended" };
    const typed = typedAnswer(answering, text);
    if (typed.kind === "not-known") return typed;
    if (typed.kind === "unfit") {
      await terminal.complain(`That is not an answer here. Say ${choices}.\n`);
      continue;
    }
    const outcome = await withoutDoubt(profile, field, typed.answer, policy, terminal);
    if (outcome.kind !== "again") return outcome;
  }
}

/** What a policy is asked with: the facts that it may ask for besides its own, the day, and how far. */
interface Given {
  readonly facts: Catalogue;
  readonly asOf: string;
  /** Whether no more is asked once the tier is settled. */
  readonly isTierEnough: boolean;
}

/** What to ask of an app next: what could settle its tier, and once it is settled, what findings and reviews wait for. */
function nextFields(
  policy: Policy,
  { facts: given, asOf, isTierEnough }: Given,
): (profile: AppProfile) => readonly ProfileField[] {
  const analysis = createAnalysis(policy, { facts: given, asOf });
  const classify = createClassifier(policy, { facts: given });
  const facts = factsOf(policy, { facts: given });
  // Milestones are reached in the order in which the reviews name them.
  const milestone = [...new Set(policy.reviews?.map((review) => review.milestone))].at(-1);
  const reviewsOf = (profile: AppProfile) =>
    milestone === undefined
      ? []
      : dueReviews(profile, { milestone, approvals: [], asOf }, policy, { facts: given }).flatMap(
          ({ waitsFor }) => waitsFor,
        );
  return (profile) => {
    const told = nextQuestions(profile, analysis);
    if (told.verdict === "settled" && isTierEnough) return [];
    // Where the best order is too much to work out, any order will do; for the rest there is none that is better.
    const { questions } = told.verdict === "open" ? told : classify(profile, { asOf });
    const ofReviews = told.verdict === "settled" ? reviewsOf(profile) : [];
    return [...questions.map(({ fact }) => fact), ...ofReviews].flatMap((fact) => {
      const asked = facts[fact];
      return asked === undefined ? [] : openFields(profile, asked);
    });
  };
}

/**
 * Asks about an app until nothing is left to ask, its tier is settled and that is enough, or the input ends: the profile with what
 * was answered, and nothing else.
 *
 * @param given What the policy is asked with.
 */
export async function interview(
  profile: AppProfile,
  policy: Policy,
  given: Given,
  terminal: Terminal,
): Promise<AppProfile> {
  const fieldsOf = nextFields(policy, given);
  let told = profile;
  let left: readonly string[] = [];
  for (;;) {
    const field = fieldsOf(told).find(({ pointer }) => !left.includes(pointer));
    if (field === undefined) return told;
    const outcome = await ask(told, field, policy, terminal);
    if (outcome.kind === "ended") return told;
    if (outcome.kind === "told") told = outcome.profile;
    // Whoever says that there are others, or between what a number lies, has told what they know.
    const isBound = outcome.kind === "told" && field.answering.kind === "number" && typeof outcome.answer === "object";
    if (outcome.kind === "not-known" || isBound || told.partial?.includes(field.pointer)) {
      left = [...left, field.pointer];
    }
  }
}
