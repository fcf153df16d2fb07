import { type AppProfile, type Classification, deriveFacts, type Finding, type Policy, standardFacts } from "plimsoll";
import type { AppInWords } from "plimsoll/render";
import { aboutColumns, columnsIn } from "../writing/about-columns.js";
import { type Column, csv, inOneCell } from "../writing/csv.js";
import { nextStep } from "../writing/next-step.js";

/** An app as it was classified. */
interface Classified {
  readonly profile: AppProfile;
  readonly classification: Classification;
}

/** What an app is sorted by besides its tier: the least that is known. */
const stake = {
  users: standardFacts.users,
  dailyDependence: standardFacts.dailyDependence,
  systemsWritten: standardFacts.systemsWritten,
  dataSensitivity: standardFacts.dataSensitivity,
};

/** A row: an app, and what is at stake with it. */
interface Row extends Classified {
  readonly stake: Stake;
  readonly nextStep: string | undefined;
}

type Stake = ReturnType<typeof deriveFacts<typeof stake>>;

const leastOf = <Value>(reading: { readonly kind: string; readonly value?: Value }) =>
  reading.kind === "at-most" ? undefined : reading.value;

const stakeColumns: readonly Column<Stake>[] = [
  { name: "users", of: ({ users }) => leastOf(users) },
  { name: "dailyDependence", of: ({ dailyDependence }) => leastOf(dailyDependence) },
  { name: "systemsWritten", of: ({ systemsWritten }) => leastOf(systemsWritten) },
  { name: "dataSensitivity", of: ({ dataSensitivity }) => leastOf(dataSensitivity) },
];

const holding = ({ findings }: Classification) => findings.filter(({ status }) => status === "holds");

const openIn = ({ questions }: Classification) => questions.filter(({ opens }) => opens === "tier");

/** How many places are open whose answers could change the tier. */
const placesIn = (classification: Classification) =>
  new Set(openIn(classification).map(({ answerAt }) => answerAt.join())).size;

const idsOf = (findings: readonly Finding[]) => inOneCell(findings.map(({ id }) => id));

/** The columns of a classification, in the order in which they stand; new ones come last. */
function columnsBy({ tiers }: Policy): readonly Column<Row>[] {
  return [
    { name: "app", of: ({ profile }) => profile.id },
    { name: "name", of: ({ profile }) => profile.name },
    ...columnsIn<Row, Classification>(
      [
        { name: "tier", of: ({ tier }) => tier },
        { name: "tierRank", of: ({ tier }) => tiers.findIndex(({ id }) => id === tier) },
        { name: "ceiling", of: ({ ceiling }) => ceiling },
        { name: "settled", of: ({ settled }) => settled },
        { name: "advice", of: ({ tier }) => tiers.find(({ id }) => id === tier)?.advice },
      ],
      ({ classification }) => classification,
    ),
    { name: "nextStep", of: (row) => row.nextStep },
    ...columnsIn<Row, Classification>(
      [
        { name: "findings", of: (found) => holding(found).length },
        { name: "findingIds", of: (found) => idsOf(holding(found)) },
        { name: "findingTitles", of: (found) => inOneCell(holding(found).map(({ title }) => title)) },
        { name: "coveredIds", of: ({ findings }) => idsOf(findings.filter(({ status }) => status === "covered")) },
        { name: "openQuestions", of: placesIn },
        { name: "question", of: (found) => openIn(found)[0]?.question },
      ],
      ({ classification }) => classification,
    ),
    ...columnsIn(stakeColumns, (row: Row) => row.stake),
    ...columnsIn(aboutColumns, ({ profile }: Row) => profile),
  ];
}

/** What was classified as a table for spreadsheets: a row for each app, in the order of the input. */
export function classifiedInCsv(
  apps: AsyncIterable<Classified>,
  policy: Policy,
  inWords: (app: Classified) => AppInWords,
): AsyncIterable<string> {
  const rows = async function* () {
    for await (const app of apps)
      yield { ...app, stake: deriveFacts(app.profile, stake), nextStep: nextStep(inWords(app)) };
  };
  return csv(rows(), columnsBy(policy));
}
