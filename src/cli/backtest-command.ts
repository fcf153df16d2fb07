import { backtest, compareBacktests, safeParseTimeline } from "plimsoll";
import { markdownText } from "plimsoll/render";
import { match } from "ts-pattern";
import { type BacktestReport, reportBacktest, reportComparison } from "./backtest-report.js";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { loadOne, loadPolicy } from "./load.js";
import { type Paint, painter } from "./paint.js";
import { markdownTable, textTable } from "./table.js";
import { exitCodes, type Terminal } from "./terminal.js";

/** What `plimsoll backtest` was asked. */
export interface BacktestArguments {
  readonly file: string;
  readonly policy: string | undefined;
  readonly against: string | undefined;
  readonly json: boolean;
  readonly format: string | undefined;
}

function inText(name: string, { table, conclusion }: BacktestReport, paint: Paint): string {
  const [headings = "", ...rows] = textTable(table);
  const lines = rows.length > 0 ? [paint("dim", headings), ...rows, ""] : [];
  return `${[paint("bold", name), ...[...lines, conclusion].map((line) => line && `  ${line}`)].join("\n")}\n`;
}

function inMarkdown(name: string, { table, conclusion }: BacktestReport): string {
  const rows = table.rows.length > 0 ? [...markdownTable(table), ""] : [];
  return [`# ${markdownText(name)}`, "", ...rows, conclusion, ""].join("\n");
}

/** Replays the timeline of a file: what each line would have told, and when; or what another policy would have gained. */
export async function backtestCommand(given: BacktestArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "md", "json"]);
  const policy = await loadPolicy(given.policy, terminal);
  const timeline = await loadOne(given.file, "timeline", safeParseTimeline, terminal);
  const result =
    given.against === undefined
      ? backtest(timeline, policy)
      : compareBacktests(timeline, policy, await loadPolicy(given.against, terminal));

  const name = timeline.moments.at(-1)?.profile.name ?? result.app;
  const report = () => ("after" in result ? reportComparison(result) : reportBacktest(result));
  const written = match(format)
    .with("text", () => inText(name, report(), painter(terminal.showsColours)))
    .with("md", () => inMarkdown(name, report()))
    .with("json", () => writeJson([result], "one"))
    .exhaustive();
  terminal.print(written);
  return exitCodes.done;
}
