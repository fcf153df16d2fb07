import type { Catalogue, Classification, Finding, Policy, Question } from "plimsoll";
import { loadLine } from "./load-line.js";
import type { Paint } from "./paint.js";
import { evidenceInWords } from "./words.js";

/** What a report is made with. */
export interface ReportOptions {
  readonly policy: Policy;
  readonly facts: Catalogue;
  readonly paint: Paint;
}

const mostQuestions = 5;

const factsOf = ({ evidence }: Finding) => evidence.map(({ fact }) => fact).join(" ");

/** Findings that rest on the same facts say the same thing: the one that lifts highest speaks for them. */
export function spokesmen(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (finding, index) => findings.findIndex((other) => factsOf(other) === factsOf(finding)) === index,
  );
}

/** What was found, why it matters, and what to do next. */
export function reason({ title, why, advice }: Finding, paint: Paint): readonly string[] {
  return [`  ${paint("bold", `${title}.`)} ${why}`, `    ${paint("cyan", "→")} ${advice}`];
}

function reasonWithEvidence(finding: Finding, { facts, paint }: ReportOptions): readonly string[] {
  const [what = "", next = ""] = reason(finding, paint);
  const seen = finding.evidence.map(
    (evidence) => `    ${evidenceInWords(evidence, facts)} ${paint("dim", `(${evidence.pointers.join(", ")})`)}`,
  );
  return [what, ...seen, next];
}

function setAside(findings: readonly Finding[], policy: Policy): readonly string[] {
  const titleOf = (id: string) => policy.components?.find((component) => component.id === id)?.title ?? id;
  return findings.flatMap(({ status, title, coveredBy }) => {
    if (status === "covered") return [`  ${title}: covered by ${coveredBy.map(titleOf).join(", ")}. Nothing to do.`];
    return status === "exempt" ? [`  ${title}: exempt by the policy. Nothing to do.`] : [];
  });
}

/** What to find out first; what is answered in the same place is asked once. */
function openQuestions({ questions }: Classification, { policy, paint }: ReportOptions): readonly string[] {
  const titleOf = (id: string) => policy.tiers.find((tier) => tier.id === id)?.title ?? id;
  const placeOf = ({ answerAt }: Question) => answerAt.join();
  const different = questions.filter(
    (question, index) => questions.findIndex((other) => placeOf(other) === placeOf(question)) === index,
  );
  const asked = different.slice(0, mostQuestions).map(({ question, couldReach, cost, answerAt }) => {
    const effort = `${cost} ${cost === 1 ? "minute" : "minutes"}`;
    const stakes = `could mean ${titleOf(couldReach)}; about ${effort}; ${answerAt.join(", ")}`;
    return `  ${paint("cyan", "?")} ${question} ${paint("dim", `(${stakes})`)}`;
  });
  const more = different.length - asked.length;
  return more > 0 ? [...asked, `    … and ${more} more.`] : asked;
}

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? ["", `  ${heading}`, ...lines] : [];

/** Tells a person where an app sits, why, and what to do next. */
export function report(name: string, classification: Classification, options: ReportOptions): string {
  const { policy, paint } = options;
  const { tier, findings } = classification;
  const holding = spokesmen(findings.filter(({ status }) => status === "holds"));
  const advice = policy.tiers.find(({ id }) => id === tier)?.advice ?? "";
  return [
    paint("bold", name),
    `  ${loadLine(classification, policy.tiers, paint)}`,
    `  ${advice}`,
    ...section(
      "Why",
      holding.flatMap((finding) => reasonWithEvidence(finding, options)),
    ),
    ...section("Taken care of", setAside(findings, policy)),
    ...section("Still open: an answer could change the tier", openQuestions(classification, options)),
    "",
  ].join("\n");
}
