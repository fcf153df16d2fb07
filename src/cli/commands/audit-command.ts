import {
  type AuditOptions,
  type AuditReport,
  audit,
  type Catalogue,
  factsOf,
  type Policy,
  type RankedApp,
} from "plimsoll";
import { safeParseApproval } from "plimsoll/governance";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { approvalsOption, exportOptions, pathsOfApps, policyOptions } from "../options.js";
import { allowEmpty, complainOf, noApp } from "../reading/apps.js";
import { type PlacesIn, readInput } from "../reading/exports/input.js";
import type { ExportOptions } from "../reading/exports/read.js";
import { loadAll, nameOf, problemsInWords } from "../reading/load.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes, type Terminal } from "../terminal.js";
import { printAll, shownIn } from "../writing/format.js";
import { objectInJson } from "../writing/json.js";
import { type Paint, painter } from "../writing/paint.js";
import { type SarifOptions, sarif } from "../writing/sarif.js";
import { type AuditApps, auditApps } from "./audit-apps.js";
import { auditInCsv, withoutRow } from "./audit-csv.js";
import { unreadBefore } from "./audit-growth.js";
import { auditInHtml } from "./audit-html.js";
import { auditInMarkdown, auditInText, type InWords, rankedInWords } from "./audit-report.js";

/** The report, in which what is no JSON is told with its place in the file. */
function withPlaces(report: AuditReport, { problemAt }: AuditApps): AuditReport {
  const unreadable = report.unreadable.map((entry) => {
    const told = problemAt(entry.position);
    return told === undefined
      ? entry
      : { ...entry, problems: [{ pointer: "", code: "not-json" as const, message: told.problem }] };
  });
  return { ...report, unreadable };
}

/** What could not be read, in sentences. */
function unreadInWords(report: AuditReport, name: string, { counted, problemAt }: AuditApps): readonly string[] {
  const { unreadable, brokenOff } = report;
  const entries = unreadable.flatMap(({ position, app, problems }) => {
    const label = problemAt(position)?.label ?? `${name}, ${counted} ${position}`;
    return problemsInWords(problems, `${label}${app === null ? "" : ` (${app})`}`);
  });
  const more = report.summary.unreadable - unreadable.length;
  return [
    ...entries,
    ...(more > 0 ? [`${name}: ${more} more could not be read.`] : []),
    ...(brokenOff === null
      ? []
      : [`${name}, after ${counted} ${brokenOff.after}: nothing more could be read. ${brokenOff.message}`]),
  ];
}

interface WriteOptions extends SarifOptions {
  readonly format: "text" | "md" | "html" | "csv" | "json" | "sarif";
  readonly policy: Policy;
  readonly facts: Catalogue;
  readonly paint: Paint;
  readonly placesIn: PlacesIn | undefined;
}

/** What the audit came to, in one of the formats, app by app. */
function write(audited: AuditReport, options: WriteOptions): Iterable<string> | AsyncIterable<string> {
  const { format, facts, paint, placesIn } = options;
  const shown = shownIn(format);
  const policy = shown(options.policy);
  const report = shown(audited);
  const inWords = (ranked: RankedApp) => shown(rankedInWords(ranked, policy, facts, placesIn));
  return match(format)
    .with("text", () => auditInText(report, policy, inWords, paint))
    .with("md", () => auditInMarkdown(report, policy, inWords))
    .with("html", () => auditInHtml(report, policy, inWords))
    .with("csv", () => auditInCsv(report, policy, inWords))
    .with("json", () => inJson(report))
    .with("sarif", () => sarif(rankedIn(report, inWords), options))
    .exhaustive();
}

async function* inJson(report: AuditReport): AsyncIterable<string> {
  yield* objectInJson({ ...report });
  yield "\n";
}

function* rankedIn({ ranked }: AuditReport, inWords: InWords) {
  for (const app of ranked) yield inWords(app);
}

/** The portfolio as it was before, and what its file is called. */
async function readBefore(file: string, options: ExportOptions, terminal: Terminal) {
  return { ...auditApps(await readInput([file], options, terminal), terminal), name: nameOf(file) };
}

/** Audits the portfolio of a file, read as a stream, for people or for programs. */
export const auditCommand = defineCommand({
  name: "audit",
  summary: "say which apps of a portfolio to look at first, and why",
  files: {
    ...pathsOfApps,
    hold: `${pathsOfApps.hold} An app may stand beside its approvals: { "profile": …, "approvals": [ … ] }.`,
  },
  options: {
    approvals: approvalsOption,
    "as-of": { kind: "today", help: "the day of the audit; today when left out" },
    since: { kind: "day", help: "the day of the last audit: say what is new, and whether this one is overdue" },
    previous: { kind: "file", help: "the portfolio as it was before, as a PATH: say what has grown since" },
    capacity: { kind: "count", help: "how many apps there is time to look at; 100 when left out" },
    ...policyOptions,
    ...exportOptions,
    "allow-empty": allowEmpty,
  },
  formats: { text: "", md: "", html: "", csv: "", json: "", sarif: "" },
  fails: "there was no app to look at",
  run: async ({ files, options, format, version }, terminal) => {
    const { "as-of": asOf, since, capacity, facts, connectors, map } = options;
    const [file = "-"] = files;
    const name = files.map(nameOf).join(", ");
    const policy = await loadPolicy(options, terminal);
    const approvals = await loadAll(options.approvals, (input) => safeParseApproval(input), terminal);
    const reading = { facts: factsOf(policy, { facts }), connectors, map };
    const before = options.previous === undefined ? undefined : await readBefore(options.previous, reading, terminal);
    const given: AuditOptions = {
      asOf,
      approvals,
      ...(since !== undefined && { since }),
      ...(capacity !== undefined && { capacity }),
      ...(before !== undefined && { previous: before.apps }),
    };
    const input = await readInput(files, reading, terminal);
    const apps = auditApps(input, terminal);
    const audited = withPlaces(await audit(apps.apps, given, policy, { facts }), apps);

    const paint = painter(terminal.showsColours);
    await printAll(write(audited, { format, policy, facts, paint, version, file, placesIn: input.placesIn }), terminal);
    if (format === "csv") await complainOf(withoutRow(audited), terminal);
    const missed = before === undefined ? [] : unreadBefore(audited, before.name, before);
    await complainOf([...input.notes(), ...missed, ...unreadInWords(audited, name, apps)], terminal);
    if (audited.summary.unreadable > 0 || audited.brokenOff !== null || missed.length > 0) return exitCodes.badInput;
    if (apps.seenAny() || options["allow-empty"]) return exitCodes.done;
    await terminal.complain(noApp(files));
    return exitCodes.failed;
  },
});
