import { withoutHandled } from "../classify/index.js";
import { type Catalogue, type Fact, type Known, memberKeys, readerOf, standardFacts, teller } from "../facts/index.js";
import { type AnyRules, factsOf, type Policy, type PolicyOptions, rulesOf } from "../policy/index.js";
import { type AppProfile, assertProfile } from "../profile/index.js";
import { type AsOf, type Day, dayOf } from "../time/index.js";
import {
  choicesOf,
  columnsOfFact,
  type FactsColumn,
  keyOf,
  type LeftOut,
  leftOutBy,
  mayBeLeft,
} from "./facts-columns.js";
import { writtenMembers } from "./members.js";

/**
 * A value in a facts table; `null`, where nothing is told.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type FactsValue, factsTable } from "plimsoll/sql";
 *
 * const values: readonly FactsValue[] = Object.values(factsTable(standardPolicy).row({ id: "stock", name: "Stock list" }));
 *
 * values.filter((value) => value !== null); // → ["stock"]
 * ```
 */
export type FactsValue = string | number | boolean | null;

/**
 * What is written into a facts table: its columns, and the row of an app.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type FactsTable, factsTable } from "plimsoll/sql";
 *
 * const table: FactsTable = factsTable(standardPolicy);
 *
 * table.row({ id: "stock", name: "Stock list", audience: { users: { atLeast: 12 } } }).users_at_least; // → 12
 * ```
 */
export interface FactsTable {
  /** Besides `app`, which holds the id of the app. */
  readonly columns: readonly FactsColumn[];
  /** The row of an app, as it is on a day where one is given. */
  readonly row: (
    profile: AppProfile,
    options?: AsOf,
  ) => { readonly app: string } & Readonly<Record<string, FactsValue>>;
}

/** What is known of a fact, as its columns hold it. */
function valuesIn({ domain }: Fact): (known: Known) => readonly FactsValue[] {
  if (domain.kind === "set") {
    const key = memberKeys(domain);
    const written = (members: readonly string[] | undefined) =>
      members === undefined ? null : writtenMembers(members.map(key));
    return ({ isTold, certain, possible }) => (isTold ? [written(certain), written(possible)] : [null, null]);
  }
  const tell = teller(domain);
  const single = (value: unknown): FactsValue => (Array.isArray(value) ? null : (value as FactsValue)); // no set
  if (domain.kind === "boolean" || domain.kind === "enum") {
    return (known) => {
      const told = tell(known);
      return [told.kind === "exact" ? single(told.value) : null];
    };
  }
  return (known) => {
    const told = tell(known);
    if (told.kind === "unknown") return [null, null];
    const value = single(told.value);
    if (told.kind === "exact") return [value, value];
    if (told.kind === "between") return [value, single(told.upTo)];
    return told.kind === "at-least" ? [value, null] : [null, value];
  };
}

/** All ways in which components leave parts of an app out, where they cover rules; first that they leave out none. */
function waysOf(policy: AnyRules): readonly (readonly LeftOut[])[] {
  const ways = rulesOf(policy).flatMap(({ rule }) =>
    choicesOf(rule.id, policy).map(({ components }) => leftOutBy(components)),
  );
  return [...new Map([[], ...ways].map((way) => [keyOf(way), way])).values()];
}

/** What reads one fact into its columns. */
interface Part {
  readonly columns: readonly FactsColumn[];
  readonly read: (profile: AppProfile, asOf: Day | undefined) => readonly FactsValue[];
}

function partOf(name: string, fact: Fact, without: readonly LeftOut[]): Part {
  const { read } = readerOf(name, fact);
  const values = valuesIn(fact);
  return { columns: columnsOfFact(name, fact, without), read: (profile, asOf) => values(read(profile, asOf)) };
}

function partsOf(facts: Catalogue, without: readonly LeftOut[]): readonly Part[] {
  const all = Object.entries(facts);
  const own = without.length === 0 ? all : all.filter(([, fact]) => mayBeLeft(fact));
  return own.map(([name, fact]) => partOf(name, fact, without));
}

/**
 * Prepares a facts table for a policy: every fact that it may ask for, of the whole app, and without the parts that its components
 * handle. Rules and lines can change without another table; it takes one when facts or components change.
 *
 * @throws {PlimsollError} with code `invalid-profile`, when what is handed to `row` is no profile; with code `invalid-fact`, when
 * a fact cannot be derived from it.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { factsTable } from "plimsoll/sql";
 *
 * const { row } = factsTable(standardPolicy);
 * const { users_at_least, users_at_most, sensitive_data_certain } = row({
 *   id: "stock",
 *   name: "Stock list",
 *   audience: { users: 12 },
 *   data: [{ class: "health" }],
 * });
 *
 * [users_at_least, users_at_most]; // → [12, 12]
 * sensitive_data_certain; // → "|health|"
 * ```
 */
export function factsTable(policy: Policy, { facts: given = standardFacts }: PolicyOptions = {}): FactsTable {
  const facts = factsOf(policy, { facts: given });
  const ways = waysOf(policy).map((without) => ({ without, parts: partsOf(facts, without) }));
  return {
    columns: ways.flatMap(({ parts }) => parts.flatMap(({ columns }) => columns)),
    row: (profile, options = {}) => {
      const day = dayOf(options);
      assertProfile(profile);
      const row: Record<string, FactsValue> = {};
      for (const { without, parts } of ways) {
        const left =
          without.length === 0
            ? profile
            : withoutHandled(
                profile,
                without.map(({ id, from }) => ({ id, from, when: undefined })),
              ).profile;
        for (const { columns, read } of parts) {
          const values = read(left, day);
          columns.forEach(({ name }, index) => {
            row[name] = values[index] ?? null;
          });
        }
      }
      return { app: profile.id, ...row };
    },
  };
}
