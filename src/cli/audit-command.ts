import { type AuditOptions, type AuditReport, audit, safeParseApproval } from "plimsoll";
import { match } from "ts-pattern";
import { auditInMarkdown, auditInText, rankedInWords } from "./audit-report.js";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { loadAll, loadPolicy, nameOf, problemsInWords } from "./load.js";
import { painter } from "./paint.js";
import { type Portfolio, readPortfolio } from "./portfolio.js";
import { sarif } from "./sarif.js";
import { exitCodes, type Terminal, UsageError } from "./terminal.js";

/** What `plimsoll audit` was asked. */
export interface AuditArguments {
  readonly file: string;
  readonly policy: string | undefined;
  readonly approvals: string | undefined;
  readonly asOf: string | undefined;
  readonly since: string | undefined;
  readonly capacity: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
  /** The version of the command. */
  readonly version: string;
}

/** After so many apps it says again how far it has come. */
const stride = 1000;

const startOfLine = "\r";
const clearLine = "\r\u001b[K";

function capacityOf({ capacity }: AuditArguments): Pick<AuditOptions, "capacity"> {
  if (capacity === undefined) return {};
  if (/^\d+$/.test(capacity)) return { capacity: Number(capacity) };
  throw new UsageError(`--capacity takes a whole number of apps, and "${capacity}" is none.`);
}

/** Hands on the apps, and says on the way how far it has come. */
async function* withProgress(apps: Portfolio["apps"], { complain }: Terminal): AsyncIterable<unknown> {
  let seen = 0;
  for await (const app of apps) {
    yield app;
    seen++;
    if (seen % stride === 0) complain(`${startOfLine}${seen} apps so far`);
  }
  complain(clearLine);
}

function complainOf({ unreadable, brokenOff }: AuditReport, name: string, counted: string, terminal: Terminal): void {
  for (const { position, app, problems } of unreadable) {
    const label = `${name}, ${counted} ${position}${app === null ? "" : ` (${app})`}`;
    terminal.complain(problemsInWords(problems, label));
  }
  if (brokenOff !== null) terminal.complain(`${name}, after ${counted} ${brokenOff.after}: ${brokenOff.message}\n`);
}

/** Audits the portfolio of a file, read as a stream, for people or for programs. */
export async function auditCommand(given: AuditArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "md", "json", "sarif"]);
  const policy = await loadPolicy(given.policy, terminal);
  const approvals = await loadAll(given.approvals, (input) => safeParseApproval(input), terminal);
  const options: AuditOptions = {
    asOf: given.asOf ?? terminal.today(),
    approvals,
    ...(given.since !== undefined && { since: given.since }),
    ...capacityOf(given),
  };
  const { apps, counted } = await readPortfolio(terminal.readLines(given.file), nameOf(given.file));
  const audited = await audit(terminal.showsProgress ? withProgress(apps, terminal) : apps, options, policy);

  const written = match(format)
    .with("text", () => auditInText(audited, policy, painter(terminal.showsColours)))
    .with("md", () => auditInMarkdown(audited, policy))
    .with("json", () => writeJson([audited], "one"))
    .with("sarif", () =>
      sarif(
        audited.ranked.map((ranked) => rankedInWords(ranked, policy)),
        given,
      ),
    )
    .exhaustive();
  terminal.print(written);
  complainOf(audited, nameOf(given.file), counted, terminal);
  return audited.summary.unreadable > 0 || audited.brokenOff !== null ? exitCodes.badInput : exitCodes.done;
}
