import {
  type AppGrowth,
  type AuditReport,
  changeSinceInWords,
  type FactChange,
  type GrowthAspect,
  growthAspects,
  type Policy,
  type PortfolioGrowth,
  type RankedApp,
} from "plimsoll";
import { match, P } from "ts-pattern";
import { problemsInWords } from "../reading/load.js";
import type { Table } from "../writing/table.js";
import type { AuditApps } from "./audit-apps.js";

/** What has become of an app, in a word to filter by. */
export function growthInAWord(growth: AppGrowth | null): string | undefined {
  return match(growth)
    .with(null, () => undefined)
    .with({ kind: P.union("new", "unclear") }, ({ kind }) => kind)
    .with({ kind: "compared" }, ({ rose, crossed, changes }) => {
      if (rose || crossed.length > 0 || changes.some(({ kind }) => kind === "grew")) return "grown";
      return changes.length > 0 ? "changed" : "unchanged";
    })
    .exhaustive();
}

/** So many questions are told of which only more or less is known. */
const mostQuestions = 3;

/** Changes of what is known, and not of the app: the questions alone, and no more than a few. */
function firstOf(what: string, changes: readonly FactChange[]): readonly string[] {
  if (changes.length === 0) return [];
  const asked = changes.slice(0, mostQuestions).map(({ question }) => question);
  const more = changes.length - asked.length;
  return [`${what}: ${asked.join(" ")}${more > 0 ? ` And ${more} more.` : ""}`];
}

/** Who now writes to a system is connected to it, too: of one way to grow, what has come is told by its name once, and the first time. */
const eachNameOnce = (grown: readonly FactChange[]): readonly FactChange[] =>
  grown.filter(({ aspect, gained }, index) => {
    const told = grown.slice(0, index).flatMap((earlier) => (earlier.aspect === aspect ? earlier.gained : []));
    return gained.length === 0 || gained.some((name) => !told.includes(name));
  });

/** What has become of an app, in sentences: what has grown first, and what is only told otherwise last. */
export function growthInSentences(
  { growth, tier }: Pick<RankedApp, "growth" | "tier">,
  policy: Policy,
): readonly string[] {
  return match(growth)
    .returnType<readonly string[]>()
    .with(null, () => [])
    .with({ kind: "new" }, () => ["New in the portfolio."])
    .with({ kind: "unclear" }, () => ["It may be new: not all of the former portfolio could be read."])
    .with({ kind: "compared" }, ({ before, rose, crossed, changes }) => {
      const titleOf = (id: string) => policy.tiers.find((each) => each.id === id)?.title ?? id;
      const lines = crossed.map(({ title }) => title);
      const those = (kind: FactChange["kind"]) => changes.filter((change) => change.kind === kind);
      return [
        ...(rose ? [`Up from ${titleOf(before.tier)} to ${titleOf(tier)}.`] : []),
        ...eachNameOnce(those("grew")).map(changeSinceInWords),
        ...(lines.length > 0 ? [`Crossed since: ${lines.join(", ")}.`] : []),
        ...those("shrank").map(changeSinceInWords),
        ...firstOf("Not known before", those("learned")),
        ...firstOf("No longer told", those("untold")),
      ];
    })
    .exhaustive();
}

const counted = (count: number) => `${count} ${count === 1 ? "app" : "apps"}`;

/** So many apps that are gone are named. */
const mostNamed = 5;

function goneInWords({ gone, summary }: PortfolioGrowth): string {
  const named = gone.slice(0, mostNamed).map(({ name }) => name);
  const more = summary.gone > named.length ? ` and ${summary.gone - named.length} more` : "";
  return `No longer there: ${named.join(", ")}${more}.`;
}

/** What has become of the portfolio, in sentences. */
export function portfolioGrowthInWords({ growth }: AuditReport): readonly string[] {
  if (growth === null) return [];
  const { compared, grown, unchanged, rose, unclear, gone, unreadable } = growth.summary;
  const fresh = growth.summary.new;
  return [
    `${counted(compared)} compared with before: ${grown} grown, ${rose} in a higher tier, ${unchanged} as before; ${fresh} new, ${gone} gone.`,
    ...(unclear > 0 ? [`For ${counted(unclear)} it is unclear whether they are new.`] : []),
    ...(unreadable > 0 ? [`In the former portfolio, ${counted(unreadable)} could not be read.`] : []),
    ...(gone > 0 ? [goneInWords(growth)] : []),
  ];
}

/** In which ways apps have grown, and how many. */
export function growthTable({ growth }: AuditReport): Table {
  const grown = Object.entries(growth?.summary.aspects ?? {}).filter(([, count]) => count > 0);
  // Counted by aspect.
  const titleOf = (aspect: string) => growthAspects[aspect as GrowthAspect];
  return {
    headings: ["What has grown", "Apps"],
    rows: grown.map(([aspect, count]) => [titleOf(aspect), String(count)]),
  };
}

/** What of the former portfolio could not be read, in sentences. */
export function unreadBefore(
  { growth }: AuditReport,
  name: string,
  { counted, problemAt }: Pick<AuditApps, "counted" | "problemAt">,
): readonly string[] {
  if (growth === null) return [];
  const { unreadable, brokenOff, summary } = growth;
  const told = unreadable.flatMap(({ position, app, problems }) => {
    const place = problemAt(position);
    if (place !== undefined) return [`${place.label}: ${place.problem}`];
    return problemsInWords(problems, `${name}, ${counted} ${position}${app === null ? "" : ` (${app})`}`);
  });
  const more = summary.unreadable - unreadable.length;
  return [
    ...told,
    ...(more > 0 ? [`${name}: ${more} more could not be read.`] : []),
    ...(brokenOff === null ? [] : [`${name}: not all of it could be read. ${brokenOff}`]),
  ];
}
