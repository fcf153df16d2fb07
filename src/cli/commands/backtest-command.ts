import { factsOf } from "plimsoll";
import { backtest, compareBacktests, safeParseTimeline } from "plimsoll/backtest";
import { markdownText } from "plimsoll/render";
import { match } from "ts-pattern";
import { defineCommand } from "../command.js";
import { policyOptions } from "../options.js";
import { loadOne } from "../reading/load.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes } from "../terminal.js";
import { shownIn } from "../writing/format.js";
import { jsonOf } from "../writing/json.js";
import { type Paint, painter } from "../writing/paint.js";
import { markdownTable, textTable } from "../writing/table.js";
import { type BacktestReport, reportBacktest, reportComparison } from "./backtest-report.js";

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
export const backtestCommand = defineCommand({
  name: "backtest",
  summary: "say when each line would have warned, and how early",
  files: {
    written: "FILE|-",
    atLeast: 1,
    atMost: 1,
    hold: 'FILE holds a timeline: { "moments": [{ "on": DATE, "profile": … }], "incidentOn": DATE }; "-" is standard input.',
  },
  options: {
    ...policyOptions,
    against: { kind: "file", help: "another policy: say how much earlier it would have warned" },
  },
  formats: { text: "", md: "", json: "" },
  fails: "",
  run: async ({ files: [file = ""], options, format }, terminal) => {
    const { against, facts: given } = options;
    const policy = await loadPolicy(options, terminal);
    const other = against === undefined ? undefined : await loadPolicy({ policy: against, facts: given }, terminal);
    const asked = factsOf(policy, { facts: given });
    const facts = other === undefined ? asked : factsOf(other, { facts: asked });
    const timeline = await loadOne(file, "timeline", (input) => safeParseTimeline(input, { facts }), terminal);
    const result =
      other === undefined
        ? backtest(timeline, policy, { facts: given })
        : compareBacktests(timeline, policy, other, { facts: given });

    const shown = shownIn(format)(result);
    const name = shownIn(format)(timeline.moments.at(-1)?.profile.name ?? result.app);
    const report = () => ("after" in shown ? reportComparison(shown) : reportBacktest(shown));
    const written = match(format)
      .with("text", () => inText(name, report(), painter(terminal.showsColours)))
      .with("md", () => inMarkdown(name, report()))
      .with("json", () => jsonOf(result))
      .exhaustive();
    await terminal.print(written);
    return exitCodes.done;
  },
});
