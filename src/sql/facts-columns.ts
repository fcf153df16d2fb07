import { type Domain, type Fact, memberKeys } from "../facts/index.js";
import type { AnyRules, Coverage } from "../policy/index.js";
import { handledLists } from "../profile/index.js";
import { columnName, ofFact, ofId, ofVersion } from "./names.js";

/**
 * A component whose parts are left out, and from which version on; any version, where that is left out.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { factsTable, type LeftOut } from "plimsoll/sql";
 *
 * const isOfPayments = ({ id }: LeftOut) => id === "payment-processing";
 * const { columns } = factsTable(standardPolicy);
 *
 * columns.some(({ without }) => without.some(isOfPayments)); // → true
 * ```
 */
export interface LeftOut {
  readonly id: string;
  readonly from?: string | undefined;
}

/**
 * What a column of a facts table tells of its fact: the least that it is, the most, the value itself where that has no order, the
 * members that a set certainly has, or all that it may have.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type Part, toSql } from "plimsoll/sql";
 *
 * const parts: readonly Part[] = toSql(standardPolicy, { dialect: "duckdb", table: "facts" }).needs.map(({ part }) => part);
 *
 * [...new Set(parts)].sort(); // → ["at-least", "at-most", "certain", "is", "possible"]
 * ```
 */
export type Part = "at-least" | "at-most" | "is" | "certain" | "possible";

/**
 * A column of a facts table.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type FactsColumn, toSql } from "plimsoll/sql";
 *
 * const isOfUsers = ({ fact }: FactsColumn) => fact === "users";
 * const { needs } = toSql(standardPolicy, { dialect: "duckdb", table: "facts" });
 *
 * needs.filter(isOfUsers).map(({ name }) => name); // → ["users_at_least", "users_at_most"]
 * ```
 */
export interface FactsColumn {
  readonly name: string;
  readonly type: "number" | "text" | "boolean";
  readonly fact: string;
  readonly part: Part;
  /** The components whose parts of the app are left out; empty for the whole app. */
  readonly without: readonly LeftOut[];
}

const partsOf: Readonly<Record<Domain["kind"], readonly Part[]>> = {
  number: ["at-least", "at-most"],
  ordinal: ["at-least", "at-most"],
  boolean: ["is"],
  enum: ["is"],
  set: ["certain", "possible"],
};

const typeOf = ({ kind }: Domain): FactsColumn["type"] => (kind === "number" || kind === "boolean" ? kind : "text");

const nameOf = (fact: string, without: readonly LeftOut[], part: Part): string => {
  const left = without.map(({ id, from }) => (from === undefined ? ofId(id) : `${ofId(id)}__from__${ofVersion(from)}`));
  return columnName(
    [ofFact(fact), ...left.sort().map((each) => `_without__${each}`)].join("_"),
    part.replace("-", "_"),
  );
};

/** The columns of a fact. */
export const columnsOfFact = (name: string, { domain }: Fact, without: readonly LeftOut[]): readonly FactsColumn[] =>
  partsOf[domain.kind].map((part) => ({
    name: nameOf(name, without, part),
    type: typeOf(domain),
    fact: name,
    part,
    without,
  }));

/** Whether a fact may be another one without some entries of an app: what no form says of it may be anything. */
export function mayBeLeft({ from, compared }: Fact): boolean {
  if (from === undefined) return true;
  if ("more" in from) return (compared ?? []).some(mayBeLeft);
  const read = JSON.stringify(from);
  return handledLists.some((list) => read.includes(`"/${list}`));
}

/** Of so many components with conditions every choice is looked at; of more, `classify` leaves it open. */
export const mostConditional = 4;

/** What components may leave of an app where they cover a rule: those with a condition in every choice. */
export interface Choice {
  readonly components: readonly Coverage[];
  readonly taken: readonly Coverage[];
  readonly left: readonly Coverage[];
}

/** The components that cover a rule, and those of them that do so on a condition. */
export function coveringOf(rule: string, { components = [] }: AnyRules) {
  const covering = components.filter(({ covers, retired }) => !retired && covers.includes(rule));
  return { covering, conditional: covering.filter(({ when }) => when !== undefined) };
}

/** Every choice of the components that cover a rule. */
export function choicesOf(rule: string, policy: AnyRules): readonly Choice[] {
  const { covering, conditional } = coveringOf(rule, policy);
  if (covering.length === 0 || conditional.length > mostConditional) return [];
  return Array.from({ length: 1 << conditional.length }, (_, bits): Choice => {
    const isTaken = (component: Coverage) => (bits & (1 << conditional.indexOf(component))) !== 0;
    return {
      components: covering.filter((each) => each.when === undefined || isTaken(each)),
      taken: conditional.filter(isTaken),
      left: conditional.filter((each) => !isTaken(each)),
    };
  });
}

export const leftOutBy = (components: readonly Coverage[]): readonly LeftOut[] =>
  components.map(({ id, from }) => (from === undefined ? { id } : { id, from }));

export const keyOf = (without: readonly LeftOut[]): string =>
  JSON.stringify(without.map(({ id, from }) => [id, from]).sort());

/** How members of a set are told apart, as its facts table tells them apart. */
export const keysOfMembers = (domain: Domain): ((member: string) => string) =>
  domain.kind === "set" ? memberKeys(domain) : (member) => member;
