import type { Adjusted, Finding } from "../classify/index.js";
import type { Policy, Severity } from "../policy/index.js";

/** From what weighs most to what weighs least. */
export const heaviestFirst = ["high", "medium", "low"] as const satisfies readonly Severity[];

const factNames = ({ evidence }: Finding) => evidence.map(({ fact }) => fact).join(" ");

/** Findings that rest on the same facts say the same thing: the one that lifts highest speaks for them. */
function spokesmen(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (finding, index) => findings.findIndex((other) => factNames(other) === factNames(finding)) === index,
  );
}

/** How much a finding weighs. Criteria and limits have no severity of their own; what lifts to the highest tier is serious. */
export function weightOf(
  { severity, tier }: Pick<Finding, "severity" | "tier">,
  { tiers }: Pick<Policy, "tiers">,
): Severity {
  return severity ?? (tier === tiers.at(-1)?.id ? "high" : "medium");
}

/** What is said of a limit that an app does not keep: its title says what would be kept. */
export const notKept = (title: string): string => `Not kept: ${title}`;

/** What is said of a finding, in a few words. */
export const titleOf = ({ kind, title }: Pick<Finding, "kind" | "title">): string =>
  kind === "limit" ? notKept(title) : title;

/** What an adjustment does, in a few words. */
export const adjustedInWords = ({ by, title }: Pick<Adjusted, "by" | "title">): string =>
  `One tier ${by < 0 ? "lower" : "higher"}: ${title}`;

/** The signs that some criteria only refer to, by the ids of these. */
function signsMeant({ criteria = [] }: Pick<Policy, "criteria">): ReadonlyMap<string, string> {
  return new Map(criteria.flatMap(({ id, when }) => ("sign" in when ? [[id, when.sign]] : [])));
}

/**
 * What makes an app deep, said once: every sign; and the criteria and limits beside them, but for those that only refer to a
 * sign which stands as they do.
 */
export function saidOnce(findings: readonly Finding[], policy: Pick<Policy, "criteria">): readonly Finding[] {
  const meant = signsMeant(policy);
  const signs = findings.filter(({ kind }) => kind === "sign");
  const isSaid = ({ id, status }: Finding) => signs.some((sign) => sign.id === meant.get(id) && sign.status === status);
  const others = findings.filter((finding) => finding.kind !== "sign" && !isSaid(finding));
  const speaking = new Set([...signs, ...spokesmen(others)]);
  return findings.filter((finding) => speaking.has(finding));
}
