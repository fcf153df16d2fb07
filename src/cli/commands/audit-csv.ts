import type { AuditReport, Policy, RankedApp } from "plimsoll";
import { aboutColumns, columnsIn } from "../writing/about-columns.js";
import { type Column, csv, inOneCell } from "../writing/csv.js";
import { nextStep } from "../writing/next-step.js";
import { growthInAWord, growthInSentences } from "./audit-growth.js";
import type { InWords } from "./audit-report.js";

interface Row {
  readonly rank: number;
  readonly app: RankedApp;
}

const comparedIn = ({ growth }: RankedApp) => (growth?.kind === "compared" ? growth : undefined);

/** The columns of an audit, in the order in which they stand; new ones come last. */
function columnsBy(policy: Policy, inWords: InWords): readonly Column<Row>[] {
  const ofApp = columnsIn<Row, RankedApp>(
    [
      { name: "app", of: ({ app }) => app },
      { name: "name", of: ({ name }) => name },
      { name: "tier", of: ({ tier }) => tier },
      { name: "tierRank", of: ({ tier }) => policy.tiers.findIndex(({ id }) => id === tier) },
      { name: "ceiling", of: ({ ceiling }) => ceiling },
      { name: "settled", of: ({ settled }) => settled },
      { name: "points", of: ({ points }) => points },
      { name: "reason", of: ({ reason }) => reason },
      { name: "nextStep", of: (app) => nextStep(inWords(app)) },
      { name: "findings", of: ({ findings }) => findings.length },
      { name: "findingIds", of: ({ findings }) => inOneCell(findings.map(({ id }) => id)) },
      { name: "findingTitles", of: ({ findings }) => inOneCell(findings.map(({ title }) => title)) },
      {
        name: "newFindingIds",
        of: ({ findings }) => inOneCell(findings.filter((each) => each.isNew).map(({ id }) => id)),
      },
      { name: "openQuestions", of: ({ openQuestions }) => openQuestions },
      { name: "question", of: ({ question }) => question?.question },
      { name: "users", of: ({ users }) => users },
      { name: "dailyDependence", of: ({ dailyDependence }) => dailyDependence },
      { name: "systemsWritten", of: ({ systemsWritten }) => systemsWritten },
      { name: "dataSensitivity", of: ({ dataSensitivity }) => dataSensitivity },
      { name: "idle", of: ({ idle }) => idle },
      ...columnsIn(aboutColumns, ({ about }: RankedApp) => about),
      { name: "growth", of: ({ growth }) => growthInAWord(growth) },
      { name: "tierBefore", of: (app) => comparedIn(app)?.before.tier },
      { name: "crossedIds", of: (app) => inOneCell((comparedIn(app)?.crossed ?? []).map(({ id }) => id)) },
      { name: "whatHasChanged", of: (app) => growthInSentences(app, policy).join(" ") },
      { name: "suggests", of: ({ suggests }) => suggests },
    ],
    ({ app }) => app,
  );
  return [{ name: "rank", of: ({ rank }) => rank }, ...ofApp];
}

/** An audit as a table for spreadsheets: a row for each ranked app, the riskiest first. */
export function auditInCsv({ ranked }: AuditReport, policy: Policy, inWords: InWords): AsyncIterable<string> {
  const rows = function* () {
    for (const [index, app] of ranked.entries()) yield { rank: index + 1, app };
  };
  return csv(rows(), columnsBy(policy, inWords));
}

const thereAre = (count: number) => (count === 1 ? "There is 1 app" : `There are ${count} apps`);

/** Which apps of a portfolio have no row, since a table cannot say so itself; nothing, where each has one. */
export function withoutRow({ ranked, summary }: AuditReport): readonly string[] {
  const { apps, retired, unlisted } = summary;
  const rest = apps - retired - unlisted - ranked.length;
  const parts = [
    ...(unlisted > 0 ? [`${unlisted} beyond --capacity, which ${unlisted === 1 ? "deserves" : "deserve"} a look`] : []),
    ...(rest > 0 ? [`${rest} without findings`] : []),
    ...(retired > 0 ? [`${retired} that ${retired === 1 ? "is" : "are"} retired`] : []),
  ];
  return parts.length > 0 ? [`${thereAre(ranked.length)} in the table, and not these: ${parts.join("; ")}.`] : [];
}
