import { standardPolicy } from "plimsoll";
import { recommendedPolicy } from "plimsoll/packs";
import { holdingIn, judgedBy } from "../field-reports/judged.js";
import { type FieldReport, isControl, reports } from "../field-reports/reports.js";
import { code, table } from "./markdown.js";

const tierTitles: Readonly<Record<string, string>> = {
  open: "open",
  ...Object.fromEntries(recommendedPolicy.tiers.map(({ id, title }) => [id, title])),
};
const titleOf = (tier: string) => tierTitles[tier] ?? tier;

/** Where a policy puts an app, in a few words. */
function placeBy(report: FieldReport, policy: typeof recommendedPolicy | typeof standardPolicy): string {
  const { tier, settled, questions } = judgedBy<string>(report, policy);
  const isOpen = !settled && report.expected.tier === "open";
  return isOpen ? `open from ${titleOf(tier)} on, and asks first: ${questions[0]?.question ?? ""}` : titleOf(tier);
}

function sourceOf({ source: { title, url, date, publisher } }: FieldReport): string {
  const named = url === undefined ? title : `[${title}](${url})`;
  return [named, publisher, date].filter((part) => part !== undefined).join(", ");
}

/** What decides: the findings that the expert named, or all that hold, and since when they can be seen. */
function decidingIn(report: FieldReport): readonly string[] {
  const { findings } = judgedBy(report, recommendedPolicy);
  const holding = findings.filter(({ status }) => status === "holds");
  const named = holding.filter(({ id }) => report.expected.because.includes(id));
  return (named.length > 0 ? named : holding.slice(0, 2)).map(({ id, title, evidence }) => {
    const facts = [...new Set(evidence.filter(({ met }) => met === true).map(({ fact }) => code(fact)))];
    return `${title} (${code(id)}), as soon as it is known: ${facts.join(", ")}`;
  });
}

function told(report: FieldReport): string {
  const { id, expected } = report;
  const found = decidingIn(report);
  return [
    `### ${id}`,
    report.told,
    [
      `- Source: ${sourceOf(report)}`,
      `- What is known: ${report.known}`,
      `- Verdict: ${titleOf(expected.tier)}. ${expected.why}`,
      `- The recommended policy: ${placeBy(report, recommendedPolicy)}. ${found.length > 0 ? `${found.join("; ")}.` : "It finds nothing."}`,
      `- The standard policy: ${placeBy(report, standardPolicy)}.`,
    ].join("\n"),
  ].join("\n\n");
}

/** All reports, the harmless ones apart. */
const all = () =>
  [
    "## What went wrong, or could have",
    ...reports.filter((report) => !isControl(report)).map(told),
    "## What is harmless",
    ...reports.filter(isControl).map(told),
  ].join("\n\n");

/** How many reports each policy puts where the expert does, and how many below and above. */
function counts(): string {
  const ranks = recommendedPolicy.tiers.map(({ id }) => id as string);
  const rows = ([standardPolicy, recommendedPolicy] as const).map((policy) => {
    const sided = reports.map((report) => {
      const { tier, settled } = judgedBy<string>(report, policy);
      if (report.expected.tier === "open") return settled ? "other" : "same";
      return Math.sign(ranks.indexOf(tier) - ranks.indexOf(report.expected.tier));
    });
    const count = (...sides: readonly (number | string)[]) =>
      String(sided.filter((side) => sides.includes(side)).length);
    const forReason = reports.filter(
      (report) =>
        report.expected.because.length > 0 &&
        report.expected.because.every((id) => holdingIn(judgedBy<string>(report, policy)).includes(id)),
    ).length;
    return [policy.title, count(0, "same"), count(-1, "other"), count(1), String(forReason)];
  });
  return table(
    ["Policy", "Where the expert puts it", "Too low", "Too high", "With every finding that the expert names"],
    rows,
  );
}

export const fieldReportTables = { "field-reports": all, "field-report-counts": counts };
