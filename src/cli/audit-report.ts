import { type AuditFinding, type AuditReport, evidenceInWords, type Policy, type RankedApp } from "plimsoll";
import {
  type AppInWords,
  appMarkdown,
  classificationInWords,
  type FindingInWords,
  loadLineText,
  markdownText,
} from "plimsoll/render";
import { dateInWords } from "./dates.js";
import type { Paint } from "./paint.js";
import { report } from "./report.js";
import { markdownTable, type Table, textTable } from "./table.js";

const counted = (count: number) => `${count} ${count === 1 ? "app" : "apps"}`;

function findingInWords(finding: AuditFinding): FindingInWords {
  const { id, title, why, advice, severity, source, message, evidence, pointers, since, isNew } = finding;
  const told =
    message === ""
      ? evidence.map((each) => ({ sentence: evidenceInWords(each), pointers: each.pointers }))
      : [{ sentence: message, pointers }];
  const news = isNew && since !== null ? [{ sentence: `New: it began on ${dateInWords(since)}.`, pointers: [] }] : [];
  return { id, title, why, advice, severity, source, standing: { kind: "holds" }, seen: [...told, ...news] };
}

/** A ranked app in words. */
export function rankedInWords(ranked: RankedApp, policy: Policy): AppInWords {
  const { name, reason, findings, question } = ranked;
  const questions = question === null ? [] : [question];
  return {
    ...classificationInWords({ ...ranked, findings: [], questions }, { policy, name }),
    summary: reason,
    findings: findings.map(findingInWords),
  };
}

function whatToLookAt(ranked: number): string {
  if (ranked === 0) return "There is nothing that needs a look now.";
  return `Look at ${ranked === 1 ? "this one" : `these ${ranked}`} first, the riskiest before the others.`;
}

/** What the audit came to, in sentences. */
function conclusion({ summary, ranked, since, dueOn, overdue, brokenOff }: AuditReport): readonly string[] {
  const { apps, retired, unsettled, unreadable, withFindings, withNewFindings } = summary;
  return [
    `${counted(apps)}: ${withFindings} with findings, ${unsettled} with open questions, ${retired} retired.`,
    ...(unreadable > 0 ? [`${counted(unreadable)} could not be read.`] : []),
    ...(since === null ? [] : [`New since ${dateInWords(since)}: findings about ${counted(withNewFindings)}.`]),
    ...(overdue && dueOn !== null ? [`This audit was due on ${dateInWords(dueOn)}.`] : []),
    ...(brokenOff === null ? [] : ["It is not complete: the portfolio broke off."]),
    apps === 0 ? "No app could be looked at, so there is nothing to say." : whatToLookAt(ranked.length),
  ];
}

/** How often each thing was found. */
function found({ summary }: AuditReport, { audit, signs = [] }: Policy): Table {
  const rowOf = (title: string, kind: string, count = 0) => (count > 0 ? [[title, kind, String(count)]] : []);
  return {
    headings: ["What was found", "By", "Apps"],
    rows: [
      ...(audit?.checks ?? []).flatMap(({ id, title }) => rowOf(title, "a check", summary.checks[id])),
      ...signs.flatMap(({ id, title }) => rowOf(title, "a warning sign", summary.signs[id])),
    ],
  };
}

const titleOf = ({ asOf, policy }: AuditReport) => `Audit of ${dateInWords(asOf)}, by ${policy.id} ${policy.version}`;

/** An audit for a terminal, app by app. */
export function* auditInText(audited: AuditReport, policy: Policy, paint: Paint): Iterable<string> {
  const [headings = "", ...rows] = textTable(found(audited, policy));
  const table = rows.length > 0 ? ["", paint("dim", headings), ...rows] : [];
  const lines = [...conclusion(audited), ...table].map((line) => line && `  ${line}`);
  yield `${[paint("bold", titleOf(audited)), ...lines].join("\n")}\n`;
  for (const ranked of audited.ranked) {
    const loadLine = loadLineText(ranked, { policy, paint });
    yield `\n${report({ ...rankedInWords(ranked, policy), loadLine }, paint)}`;
  }
}

/** An audit as a page of Markdown, app by app. */
export function* auditInMarkdown(audited: AuditReport, policy: Policy): Iterable<string> {
  const table = found(audited, policy);
  const heading = [
    `# ${markdownText(titleOf(audited))}`,
    "",
    ...conclusion(audited).map((line) => `- ${markdownText(line)}`),
    "",
    ...(table.rows.length > 0 ? [...markdownTable(table), ""] : []),
  ];
  yield heading.join("\n");
  for (const ranked of audited.ranked) yield `\n${appMarkdown(rankedInWords(ranked, policy))}`;
}
