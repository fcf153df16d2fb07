import { standardPolicy } from "plimsoll";
import { backtest, type Detection, type RuleBacktest } from "plimsoll/backtest";
import { type Story, stories } from "plimsoll/stories";
import { table } from "./markdown.js";

const detectionInWords = (detection: Detection | null | undefined) =>
  detection ? `${detection.on}, ${detection.leadDays} days` : "never";

/** The signs that spoke first: those of one day speak together. */
function firstSigns(rules: readonly RuleBacktest[]): string {
  const spoken = rules
    .filter(({ kind, certain }) => kind === "sign" && certain)
    .sort((one, other) => (other.certain?.leadDays ?? 0) - (one.certain?.leadDays ?? 0));
  const first = spoken[0]?.certain;
  if (!first) return "none; a criterion spoke";
  const titles = spoken.filter(({ certain }) => certain?.on === first.on).map(({ title }) => title);
  return `${titles.join(", ")}: ${detectionInWords(first)}`;
}

function row(story: Story): readonly string[] {
  const { tiers, rules, incidentOn } = backtest(story);
  return [story.title, firstSigns(rules), ...tiers.map(({ certain }) => detectionInWords(certain)), incidentOn];
}

/** The generated parts of the page on backtests, by the name in their marker. */
export const backtests = {
  backtest: () =>
    table(
      ["Story", "First signs", ...standardPolicy.tiers.slice(1).map(({ title }) => `${title} reached`), "Incident"],
      stories.map(row),
    ),
};
