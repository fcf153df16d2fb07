import { type AppProfile, type Catalogue, createClassifier, type Policy, standardFacts } from "plimsoll";
import { factsTable, toSql } from "plimsoll/sql";
import type { Engine, TableRow } from "./engines.js";

const text = { name: "app", type: "text" } as const;

/** What `classify` says of an app, as a row of the answer. */
function rowBy(policy: Policy, facts: Catalogue, rules: readonly { readonly name: string; readonly rule?: string }[]) {
  const classify = createClassifier(policy, { facts });
  return (profile: AppProfile, asOf: string): TableRow => {
    const { tier, ceiling, settled, findings } = classify(profile, { asOf });
    const statuses = rules.map(({ name, rule }) => [name, findings.find(({ id }) => id === rule)?.status ?? null]);
    return { tier, ceiling, settled, ...Object.fromEntries(statuses) };
  };
}

interface Difference {
  readonly profile: AppProfile;
  readonly column: string;
  readonly sql: unknown;
  readonly classify: unknown;
}

interface Compared {
  readonly judgements: number;
  readonly differences: readonly Difference[];
}

interface Comparing {
  readonly facts?: Catalogue;
  readonly asOf?: string;
}

/** Asks an engine about some apps: what it says is compared with what `classify` says, in every column. */
export async function beside(
  engine: Engine,
  policy: Policy,
  apps: readonly AppProfile[],
  { facts = standardFacts, asOf = "2026-04-01" }: Comparing = {},
) {
  // Apps may come several times in what is drawn.
  const profiles = apps.map((profile, index) => ({ ...profile, id: String(index) }));
  const { sql, columns } = toSql(policy, { dialect: engine.dialect, table: "facts", facts });
  const table = factsTable(policy, { facts });
  await engine.fill(
    [text, ...table.columns],
    profiles.map((profile) => table.row(profile, { asOf })),
  );
  const rules = columns.filter(({ of }) => of === "rule");
  const expectedOf = rowBy(policy, facts, rules);
  const expected = profiles.map((profile) => expectedOf(profile, asOf));
  return {
    sql,
    compare: async (asked = sql): Promise<Compared> => {
      const answers = await engine.ask(asked);
      const byApp = new Map(answers.map((answer) => [answer.app, answer]));
      const differences = profiles.flatMap((profile, index) =>
        Object.entries(expected[index] ?? {}).flatMap(([column, classify]): readonly Difference[] => {
          const answer = byApp.get(profile.id)?.[column];
          return answer === classify ? [] : [{ profile, column, sql: answer, classify }];
        }),
      );
      return { judgements: answers.length * (columns.length - 1), differences };
    },
  };
}

/** What an engine says of some apps, compared with what `classify` says. */
export const compared = async (...asked: Parameters<typeof beside>): Promise<Compared> =>
  (await beside(...asked)).compare();
