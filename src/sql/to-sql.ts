import { type Catalogue, standardFacts } from "../facts/index.js";
import { type AnyRules, checkPolicy, factsOf, type Policy, preparePolicy, rulesOf } from "../policy/index.js";
import { collectProblems, PlimsollError, type Problem, type Result, suggest } from "../problems/index.js";
import { asking, type View } from "./asking.js";
import { workings } from "./columns.js";
import { type DialectName, dialectAt, dialectNames } from "./dialects.js";
import { columnsOfFact, coveringOf, type FactsColumn, type LeftOut, mostConditional } from "./facts-columns.js";
import { outcomesOf, standingAs, statuses, statusOf } from "./judging.js";
import type { Asked } from "./line.js";
import { columnName, ofId } from "./names.js";
import { type Answered, queryOf } from "./query.js";
import { readingIn } from "./readings.js";
import { ranksInSql } from "./tiers.js";
import { unwritable } from "./unwritable.js";

/**
 * What a policy is written for as SQL.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type SqlOptions, toSql } from "plimsoll/sql";
 *
 * const options: SqlOptions = { dialect: "postgresql", table: "governance.facts" };
 *
 * toSql(standardPolicy, options).sql.includes("FROM governance.facts"); // → true
 * ```
 */
export interface SqlOptions {
  readonly dialect: DialectName;
  /** The table that holds the facts: its name, with those of its schema and catalogue before it where there are any. */
  readonly table: string;
  /** The facts that the policy may ask for, besides its own; `standardFacts` when left out. */
  readonly facts?: Catalogue;
}

/**
 * A column of the answer: the app, its tier, its ceiling, whether it is settled, and how each rule stands.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type AnswerColumn, toSql } from "plimsoll/sql";
 *
 * const isOfUsers = ({ rule }: AnswerColumn) => rule === "many-users";
 *
 * toSql(standardPolicy, { dialect: "duckdb", table: "facts" }).columns.find(isOfUsers)?.name; // → "many_users_rule"
 * ```
 */
export interface AnswerColumn {
  readonly name: string;
  readonly of: "app" | "tier" | "ceiling" | "settled" | "rule";
  /** The rule, by its id. */
  readonly rule?: string;
}

/**
 * A policy as SQL.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type SqlQuery, toSql } from "plimsoll/sql";
 *
 * const query: SqlQuery = toSql(standardPolicy, { dialect: "duckdb", table: "facts" });
 *
 * query.columns.slice(0, 4).map(({ name }) => name); // → ["app", "tier", "ceiling", "settled"]
 * ```
 */
export interface SqlQuery {
  /** One `SELECT`, without a semicolon: a row for each row of the table. */
  readonly sql: string;
  /** What it answers. */
  readonly columns: readonly AnswerColumn[];
  /** The columns that the table needs, besides `app`. */
  readonly needs: readonly FactsColumn[];
}

const isPlainTable = /^[A-Za-z_][\w$]*(?:\.[A-Za-z_][\w$]*){0,2}$/;
const reserved = new Set([
  "all",
  "from",
  "group",
  "having",
  "order",
  "select",
  "table",
  "user",
  "values",
  "where",
  "with",
]);

/** A table as a query names it: as it is, where no engine takes it for something else. */
const tableIn = (table: string, quote: (name: string) => string) =>
  isPlainTable.test(table) && !table.split(".").some((part) => reserved.has(part.toLowerCase()))
    ? table
    : table.split(".").map(quote).join(".");

/** So many times may one thing rest on another that is worked out before it. */
const mostLevels = 100;

function written(policy: AnyRules, { dialect: name, table }: SqlOptions, facts: Catalogue) {
  const report = collectProblems();
  const told = new Set<string>();
  const made = workings();
  const signs = new Map<string, Asked>();
  const needs = new Map<string, FactsColumn>();
  const ask = asking({
    facts,
    rubrics: new Map((policy.rubrics ?? []).map(({ id, items }) => [id, items])),
    readingOf: (fact, own, without) => {
      for (const column of columnsOfFact(fact, own, without)) needs.set(column.name, column);
      return readingIn(fact, own, without);
    },
    sign: (id) => signs.get(id) ?? { holds: { kind: "never" }, fails: { kind: "always" } },
    shared: (key, make) => made.once(key, "points", make),
  });
  const askAt =
    (pointer: string) =>
    (condition: Parameters<typeof ask>[0], without: readonly LeftOut[]): Asked => {
      // What stands in several places of a rule is told once.
      const refuse: View["refuse"] = (message) => {
        if (!told.has(pointer + message)) report({ pointer, code: "out-of-range", message });
        told.add(pointer + message);
      };
      return ask(condition, { without, refuse });
    };

  const placed = new Map(rulesOf(policy).map((each) => [each.rule.id, each]));
  // Each sign after those that it refers to.
  const standing = preparePolicy(policy, facts).rules.flatMap(({ words: { id, kind } }) => {
    const found = placed.get(id);
    if (found === undefined) return [];
    const { rule, rank, pointer } = found;
    const { conditional } = coveringOf(id, policy);
    if (conditional.length > mostConditional) {
      const message = `${conditional.length} components cover this on conditions; in SQL it can be ${mostConditional} at most.`;
      report({ pointer, code: "out-of-range", message });
    }
    const judged = statusOf(rule, policy, askAt(pointer));
    const status = made.once(`rule ${id}`, "status", () => judged);
    if (kind === "sign") signs.set(id, standingAs(status));
    return [{ id, rank, status, outcomes: outcomesOf(judged) }];
  });
  const { tier, ceiling } = ranksInSql(standing, policy, askAt("/adjustments"), made);
  if (made.levels().length > mostLevels) {
    const message = `Its rules rest on one another ${made.levels().length} deep; in SQL it can be ${mostLevels} at most.`;
    report({ pointer: "", code: "out-of-range", message });
  }

  const reached = new Set([0, ...standing.map(({ rank }) => rank)]);
  const isReached = (rank: number) => reached.has(rank) || (policy.adjustments ?? []).length > 0;
  const tiers = new Map(policy.tiers.flatMap(({ id }, rank) => (isReached(rank) ? [[rank, id] as const] : [])));
  const ofRules = standing.map(({ id, status, outcomes }) => {
    const isPossible = ([, code]: readonly [string, number]) => code !== statuses.none && outcomes.includes(code);
    const words = Object.entries(statuses).filter(isPossible);
    return {
      id,
      name: columnName(ofId(id), "rule"),
      as: status,
      texts: new Map(words.map(([word, code]) => [code, word])),
    };
  });
  const answers: readonly Answered[] = [
    { name: "tier", as: tier, texts: tiers },
    { name: "ceiling", as: ceiling, texts: tiers },
    { name: "settled", same: [tier, ceiling] },
    ...ofRules,
  ];
  const dialect = dialectAt(name);
  const { sql, needed } = queryOf(dialect, tableIn(table, dialect.name), "app", made, answers);
  const used = [...needs.values()].filter((column) => needed.has(column.name));
  for (const problem of unwritable(policy, used, facts)) report(problem);
  const columns: readonly AnswerColumn[] = [
    ...(["app", "tier", "ceiling", "settled"] as const).map((of) => ({ name: of, of })),
    ...ofRules.map(({ id, name: own }) => ({ name: own, of: "rule" as const, rule: id })),
  ];
  return { problems: report.found(), value: { sql, columns, needs: used } };
}

function mistakesIn({ dialect, table }: SqlOptions): readonly Problem[] {
  const problems: Problem[] = [];
  if (!dialectNames.includes(dialect)) {
    const { hint, ...rest } = suggest(String(dialect), dialectNames);
    const message = `There is no dialect "${dialect}". There are ${dialectNames.join(", ")}.${hint}`;
    problems.push({ pointer: "/dialect", code: "unknown-value", message, ...rest });
  }
  if (typeof table !== "string" || table === "") {
    problems.push({ pointer: "/table", code: "missing", message: "Say which table holds the facts." });
  }
  return problems;
}

/**
 * Writes a policy as SQL, like {@link toSql}, and gives what cannot be said in SQL as problems.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { safeToSql } from "plimsoll/sql";
 *
 * const result = safeToSql(standardPolicy, { dialect: "duckdb", table: "" });
 *
 * result.ok ? [] : result.problems.map(({ message }) => message); // → ["Say which table holds the facts."]
 * ```
 */
export function safeToSql(policy: Policy, options: SqlOptions): Result<SqlQuery> {
  const given = options.facts ?? standardFacts;
  const mistakes = [...mistakesIn(options), ...checkPolicy(policy, given)];
  if (mistakes.length > 0) return { ok: false, problems: mistakes };
  const { problems, value } = written(policy, options, factsOf(policy, { facts: given }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

/**
 * Writes a policy as one portable `SELECT` over a table of facts: tier, ceiling, whether it is settled, and how each rule stands,
 * for each app, as `classify` has them. Whatever cannot be said in SQL exactly is refused.
 *
 * @throws {PlimsollError} with code `invalid-option`, when the dialect is none, or no table is named; with code `invalid-policy`, when
 * the policy is none, or asks for what cannot be said in SQL.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { toSql } from "plimsoll/sql";
 *
 * const { sql, needs } = toSql(standardPolicy, { dialect: "duckdb", table: "facts" });
 *
 * sql.startsWith("WITH "); // → true
 * needs.some(({ name }) => name === "users_at_least"); // → true
 * ```
 */
export function toSql(policy: Policy, options: SqlOptions): SqlQuery {
  const mistakes = mistakesIn(options);
  if (mistakes.length > 0) throw new PlimsollError("invalid-option", mistakes);
  const result = safeToSql(policy, options);
  if (!result.ok) throw new PlimsollError("invalid-policy", result.problems);
  return result.value;
}
