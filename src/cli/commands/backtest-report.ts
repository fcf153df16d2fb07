import type { Backtest, BacktestComparison, Detection, DetectionGain } from "plimsoll/backtest";
import { dateInWords, daysInWords } from "../writing/dates.js";
import type { Table } from "../writing/table.js";

/** What a backtest says to a person: a table, and a sentence to take along. */
export interface BacktestReport {
  readonly table: Table;
  readonly conclusion: string;
}

function leadInWords(leadDays: number): string {
  if (leadDays === 0) return "on the day";
  return leadDays > 0 ? `${daysInWords(leadDays)} before` : `${daysInWords(-leadDays)} after`;
}

const rowOf = ({ on, leadDays }: Detection, what: string) => ({ on, lead: leadInWords(leadDays), what });

function conclude({ tiers }: Backtest): string {
  const lead = tiers[0]?.certain?.leadDays;
  if (lead === undefined)
    return "No line was certainly crossed. Answer the questions of plimsoll classify to learn more.";
  return lead > 0
    ? `There ${lead === 1 ? "was" : "were"} ${daysInWords(lead)} to talk in. Calling IT early is good judgement.`
    : "No line was crossed before the incident. Try lower lines with --against, and see how much earlier they warn.";
}

/** Every line that was crossed, oldest first, with the incident among them. */
export function reportBacktest(backtest: Backtest): BacktestReport {
  const { tiers, rules, incidentOn } = backtest;
  const possible = tiers.flatMap((tier) =>
    tier.possible !== null && tier.possible.on !== tier.certain?.on
      ? [rowOf(tier.possible, `○ could be ${tier.title}`)]
      : [],
  );
  const reached = tiers.flatMap(({ certain, title }) => (certain ? [rowOf(certain, `◉ ${title}`)] : []));
  const held = rules.flatMap(({ certain, title }) => (certain ? [rowOf(certain, title)] : []));
  const rows = [...possible, ...reached, ...held, { on: incidentOn, lead: "", what: "the incident" }];
  // Sorting keeps the order of what was seen on one day.
  rows.sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
  return {
    table: {
      headings: ["When", "How early", "What"],
      rows: rows.map(({ on, lead, what }) => [dateInWords(on), lead, what]),
    },
    conclusion: conclude(backtest),
  };
}

const detectionInWords = (detection: Detection | null) => (detection === null ? "never" : dateInWords(detection.on));

function gainInWords({ before, daysGained }: DetectionGain): string {
  if (daysGained === null) return before === null ? "seen now" : "no longer seen";
  return daysGained > 0 ? `${daysInWords(daysGained)} earlier` : `${daysInWords(-daysGained)} later`;
}

function concludeComparison(gains: readonly DetectionGain[]): string {
  if (gains.length === 0) return "Both policies see the same on the same days.";
  const isEarlier = ({ after, daysGained }: DetectionGain) => after !== null && (daysGained ?? 1) > 0;
  return [
    gains.some(isEarlier) ? "What is seen earlier leaves more time to talk." : "",
    gains.every(isEarlier) ? "" : "Look again at what is now seen later, or no longer.",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Every line that two policies see on different days, or that only one of them sees. */
export function reportComparison({ tiers, rules, before, after }: BacktestComparison): BacktestReport {
  const named = [...tiers.map((tier) => ({ ...tier, title: `◉ ${tier.title}` })), ...rules];
  const changed = named.filter((gain) => gain.before?.on !== gain.after?.on);
  return {
    table: {
      headings: [`By ${before.id} ${before.version}`, `By ${after.id} ${after.version}`, "Gained", "What"],
      rows: changed.map((gain) => [
        detectionInWords(gain.before),
        detectionInWords(gain.after),
        gainInWords(gain),
        gain.title,
      ]),
    },
    conclusion: concludeComparison(changed),
  };
}
