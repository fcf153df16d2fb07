import {
  type Catalogue,
  type Classification,
  type Evidence,
  evidenceInWords,
  type Finding,
  type Pointer,
  type Policy,
  type Question,
  type Severity,
} from "plimsoll";
import { match } from "ts-pattern";
import { loadLine } from "./load-line.js";
import type { Paint } from "./paint.js";

/** Something that was seen of an app, and where its profile says so. */
export interface Observation {
  readonly sentence: string;
  readonly pointers: readonly Pointer[];
}

/** How a finding stands; `because` says what takes care of it, such as "covered by Data synchronisation". */
export type Standing =
  | { readonly kind: "holds" }
  | { readonly kind: "possible" }
  | { readonly kind: "set-aside"; readonly because: string };

/** One thing that a report says of an app, whichever command has found it. */
export interface ReportedFinding {
  /** The id of what was looked for; it has the same words wherever it is found. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** What to do next; empty when the policy does not say. */
  readonly advice: string;
  readonly severity: Severity;
  /** The tier that it lifts to, if it does. */
  readonly tier?: string;
  /** Where the rule comes from; empty when the policy does not say. */
  readonly source: string;
  readonly standing: Standing;
  readonly seen: readonly Observation[];
}

/** Something to find out about an app. */
export interface ReportedQuestion {
  readonly question: string;
  /** What depends on the answer, what it costs, and where it belongs. */
  readonly stakes: readonly string[];
}

/** An app as reports tell of it: everything in words, and nothing of how it was found. */
export interface ReportedApp {
  readonly id: string;
  readonly name: string;
  /** Where it stands, and what follows from that. */
  readonly summary: readonly string[];
  readonly findings: readonly ReportedFinding[];
  readonly questions: readonly ReportedQuestion[];
}

/** What a classification is told with. */
export interface ReportOptions {
  readonly policy: Policy;
  readonly facts: Catalogue;
  readonly paint: Paint;
}

const factsOf = ({ evidence }: Finding) => evidence.map(({ fact }) => fact).join(" ");

/** Findings that rest on the same facts say the same thing: the one that lifts highest speaks for them. */
export function spokesmen(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (finding, index) => findings.findIndex((other) => factsOf(other) === factsOf(finding)) === index,
  );
}

/** What a person needs to hear of a classification: what is only possible, its questions say better. */
export function forPeople(classification: Classification): Classification {
  const { findings } = classification;
  const holding = spokesmen(findings.filter(({ status }) => status === "holds"));
  const setAside = findings.filter(({ status }) => status === "covered" || status === "exempt");
  return { ...classification, findings: [...holding, ...setAside] };
}

/** What findings rest on, in words. */
export function observations(evidence: readonly Evidence[], facts: Catalogue): readonly Observation[] {
  return evidence.map((each) => ({ sentence: evidenceInWords(each, facts), pointers: each.pointers }));
}

function standingOf({ status, coveredBy }: Finding, { components = [] }: Policy): Standing {
  const titleOf = (id: string) => components.find((component) => component.id === id)?.title ?? id;
  return match(status)
    .returnType<Standing>()
    .with("holds", "possible", (kind) => ({ kind }))
    .with("covered", () => ({ kind: "set-aside", because: `covered by ${coveredBy.map(titleOf).join(", ")}` }))
    .with("exempt", () => ({ kind: "set-aside", because: "exempt by the policy" }))
    .exhaustive();
}

function reportedFinding(finding: Finding, { policy, facts }: ReportOptions): ReportedFinding {
  const { id, title, why, advice, tier, source, severity, evidence } = finding;
  // Criteria and limits have no severity of their own; what needs professionals is serious.
  const weight = tier === policy.tiers.at(-1)?.id ? "high" : "medium";
  return {
    id,
    title,
    why,
    advice,
    severity: severity ?? weight,
    tier,
    source,
    standing: standingOf(finding, policy),
    seen: observations(evidence, facts),
  };
}

/** The open questions; what is answered in the same place is asked once. */
export function reportedQuestions(questions: readonly Question[], { tiers }: Policy): readonly ReportedQuestion[] {
  const titleOf = (id: string) => tiers.find((tier) => tier.id === id)?.title ?? id;
  const placeOf = ({ answerAt }: Question) => answerAt.join(", ");
  return questions
    .filter((question, index) => questions.findIndex((other) => placeOf(other) === placeOf(question)) === index)
    .map((question) => {
      const effort = `about ${question.cost} ${question.cost === 1 ? "minute" : "minutes"}`;
      const stakes = [`could mean ${titleOf(question.couldReach)}`, effort, placeOf(question)];
      return { question: question.question, stakes };
    });
}

/** A classification in words. */
export function reportedApp(name: string, classification: Classification, options: ReportOptions): ReportedApp {
  const { tiers } = options.policy;
  const { app, tier, findings, questions } = classification;
  return {
    id: app,
    name,
    summary: [loadLine(classification, tiers, options.paint), tiers.find(({ id }) => id === tier)?.advice ?? ""],
    findings: findings.map((finding) => reportedFinding(finding, options)),
    questions: reportedQuestions(questions, options.policy),
  };
}
