import {
  type AuditFinding,
  type AuditReport,
  type Catalogue,
  evidenceInWords,
  factsOf,
  type Policy,
  type RankedApp,
} from "plimsoll";
import {
  type AppInWords,
  appMarkdown,
  classificationInWords,
  type FindingInWords,
  loadLineText,
  markdownText,
  reasonsInWords,
} from "plimsoll/render";
import type { PlacesIn } from "../reading/exports/input.js";
import { dateInWords } from "../writing/dates.js";
import type { Paint } from "../writing/paint.js";
import { report } from "../writing/report.js";
import { markdownTable, type Table, textTable } from "../writing/table.js";
import { withPlaces } from "../writing/with-places.js";
import { growthInSentences, growthTable, portfolioGrowthInWords } from "./audit-growth.js";

const counted = (count: number) => `${count} ${count === 1 ? "app" : "apps"}`;

function findingInWords(finding: AuditFinding, facts: Catalogue): FindingInWords {
  const { id, title, why, advice, severity, source, points, message, evidence, pointers, since, isNew } = finding;
  const told =
    message === ""
      ? evidence.map((each) => ({
          fact: each.fact,
          sentence: evidenceInWords(each, facts),
          pointers: each.pointers,
        }))
      : [{ sentence: message, pointers }];
  const news = isNew && since !== null ? [{ sentence: `New: it began on ${dateInWords(since)}.`, pointers: [] }] : [];
  return { id, title, why, advice, severity, source, points, standing: { kind: "holds" }, seen: [...told, ...news] };
}

/** Why an app is ranked where it is, and what follows from its tier: above the lowest, that is more than its makers do alone. */
function summaryOf({ reason, tier }: RankedApp, { tiers: [, ...others] }: Policy): string {
  const above = others.find(({ id }) => id === tier);
  return above === undefined ? reason : `${reason} ${above.advice}`;
}

/**
 * A ranked app in words.
 *
 * @param facts Those that the policy may ask for, besides its own.
 * @param placesIn Where the statements of its profile were read, if that was from exports.
 */
export function rankedInWords(
  ranked: RankedApp,
  policy: Policy,
  facts: Catalogue,
  placesIn: PlacesIn | undefined,
): AppInWords {
  const { name, question } = ranked;
  const asked = factsOf(policy, { facts });
  const questions = question === null ? [] : [question];
  const findings = ranked.findings.map((finding) => findingInWords(finding, asked));
  const inWords = {
    ...classificationInWords({ ...ranked, findings: [], questions }, { policy, name, facts }),
    summary: summaryOf(ranked, policy),
    ...(ranked.growth !== null && { sinceBefore: growthInSentences(ranked, policy) }),
    findings,
    reasons: reasonsInWords(findings, { policy }),
  };
  return withPlaces(inWords, placesIn);
}

/** Says a ranked app in words. */
export type InWords = (ranked: RankedApp) => AppInWords;

/** Apps that stand in one list under one id, as far as they are told. */
function sharedIds({ duplicates, summary }: AuditReport): readonly string[] {
  if (summary.duplicates === 0) return [];
  const [first] = duplicates;
  const where = first && `: "${first.app}" is number ${first.earlier} and number ${first.position} of the portfolio`;
  const others = summary.duplicates > 1 ? ", and there are more" : "";
  return [
    `${counted(summary.duplicates)} with the id of another${where}${others}. Give each app an id of its own, since approvals count by id.`,
  ];
}

/** What the list holds, and what it does not. */
function listed({ ranked, summary: { apps, unlisted } }: AuditReport): string {
  if (apps === 0) return "No app could be looked at, so there is nothing to report.";
  const more = unlisted > 0 ? ` ${unlisted} more ${unlisted === 1 ? "deserves" : "deserve"} a look.` : "";
  if (ranked.length > 0) {
    const these = ranked.length === 1 ? "this one" : `these ${ranked.length}`;
    return `Look at ${these} first, the riskiest before the others.${more}`;
  }
  return more === "" ? "No app needs a look now." : `None is listed.${more}`;
}

/** What the audit came to, in sentences. */
export function conclusion(audited: AuditReport): readonly string[] {
  const { summary, since, dueOn, overdue, brokenOff } = audited;
  const { apps, retired, unsettled, unreadable, withFindings, withNewFindings, forgotten } = summary;
  return [
    `${counted(apps)}: ${withFindings} with findings, ${unsettled} with open questions, ${retired} retired.`,
    ...(unreadable > 0 ? [`${counted(unreadable)} could not be read.`] : []),
    ...sharedIds(audited),
    ...(forgotten > 0 ? [`Among the last ${counted(forgotten)}, two apps with one id may go unnoticed.`] : []),
    ...(since === null ? [] : [`New since ${dateInWords(since)}: findings about ${counted(withNewFindings)}.`]),
    ...portfolioGrowthInWords(audited),
    ...(overdue && dueOn !== null ? [`This audit was due on ${dateInWords(dueOn)}.`] : []),
    ...(brokenOff === null ? [] : ["This audit is not complete: the portfolio broke off."]),
    listed(audited),
  ];
}

/** How many apps there are in each tier. */
function tierTotals({ summary: { tiers, ceilings } }: AuditReport, policy: Policy): Table {
  const rows = policy.tiers.map(({ id, title }) => [title, String(tiers[id] ?? 0), String(ceilings[id] ?? 0)]);
  const isEmpty = Object.values(tiers).every((count) => count === 0);
  return { headings: ["Tier", "For certain", "At worst"], rows: isEmpty ? [] : rows };
}

/** How often each thing was found. */
function found(
  { summary, growth }: AuditReport,
  { audit, tiers, criteria = [], tables = [], signs = [] }: Policy,
): Table {
  const limits = tiers.flatMap((tier) => tier.limits ?? []);
  const crossed = growth?.summary.crossed;
  const rowOf = (title: string, kind: string, count = 0, id?: string) => {
    const since = crossed && (id === undefined ? "" : String(crossed[id] ?? 0));
    return count > 0 ? [[title, kind, String(count), ...(since === undefined ? [] : [since])]] : [];
  };
  return {
    headings: ["What was found", "By", "Apps", ...(crossed === undefined ? [] : ["Crossed since"])],
    rows: [
      ...(audit?.checks ?? []).flatMap(({ id, title }) => rowOf(title, "a check", summary.checks[id])),
      ...signs.flatMap(({ id, title }) => rowOf(title, "a warning sign", summary.signs[id], id)),
      ...criteria.flatMap(({ id, title }) => rowOf(title, "a criterion", summary.criteria[id], id)),
      ...tables.flatMap(({ id, title, rows }) =>
        rows.flatMap((row, index) => {
          const own = row.id ?? `${id}-${index + 1}`;
          return rowOf(row.title ?? title, "a row of a table", summary.criteria[own], own);
        }),
      ),
      ...limits.flatMap(({ id, title }) => rowOf(title, "a limit", summary.limits[id], id)),
    ],
  };
}

const withRows = ({ rows }: Table) => rows.length > 0;

/** What has grown, and what was found, each in a table; those without rows are left out. */
export const countsOf = (audited: AuditReport, policy: Policy): readonly Table[] =>
  [growthTable(audited), found(audited, policy)].filter(withRows);

const tablesOf = (audited: AuditReport, policy: Policy): readonly Table[] => [
  ...[tierTotals(audited, policy)].filter(withRows),
  ...countsOf(audited, policy),
];

/** What the report is called. */
export const auditTitle = ({ asOf, policy }: AuditReport) =>
  `Audit of ${dateInWords(asOf)}, by ${policy.id} ${policy.version}`;

/** An audit for a terminal, app by app. */
export function* auditInText(audited: AuditReport, policy: Policy, inWords: InWords, paint: Paint): Iterable<string> {
  const tables = tablesOf(audited, policy).flatMap((table) => {
    const [headings = "", ...rows] = textTable(table);
    return ["", paint("dim", headings), ...rows];
  });
  const lines = [...conclusion(audited), ...tables].map((line) => line && `  ${line}`);
  yield `${[paint("bold", auditTitle(audited)), ...lines].join("\n")}\n`;
  for (const ranked of audited.ranked) {
    const loadLine = loadLineText(ranked, { policy, paint });
    yield `\n${report({ ...inWords(ranked), loadLine }, paint)}`;
  }
}

/** An audit as a page of Markdown, app by app. */
export function* auditInMarkdown(audited: AuditReport, policy: Policy, inWords: InWords): Iterable<string> {
  const heading = [
    `# ${markdownText(auditTitle(audited))}`,
    "",
    ...conclusion(audited).map((line) => `- ${markdownText(line)}`),
    "",
    ...tablesOf(audited, policy).flatMap((table) => [...markdownTable(table), ""]),
  ];
  yield heading.join("\n");
  for (const ranked of audited.ranked) yield `\n${appMarkdown(inWords(ranked))}`;
}
