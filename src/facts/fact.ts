import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Domain, FactValue, ValueOf } from "./domain.js";
import type { FactForm } from "./form.js";
import type { WhatToDo } from "./outcome.js";

/**
 * What a derivation finds out about a fact: its value; the least that the value can be (a list is known to be incomplete,
 * or a level or count may still rise); or nothing.
 *
 * @example
 * ```ts
 * import { type Derived, exact, unknown } from "plimsoll";
 *
 * const sitesIn = (extensions?: Record<string, unknown>): Derived<number> =>
 *   typeof extensions?.sites === "number" ? exact(extensions.sites) : unknown;
 *
 * sitesIn({ sites: 4 }); // → { kind: "exact", value: 4 }
 * sitesIn(); // → { kind: "unknown" }
 * ```
 */
export type Derived<Value = FactValue> =
  | { readonly kind: "exact"; readonly value: Value }
  | { readonly kind: "at-least"; readonly value: Value }
  | { readonly kind: "unknown" };

/**
 * What a profile tells of a fact, with the pointers to where it says so.
 *
 * @example
 * ```ts
 * import { deriveFacts, type Reading } from "plimsoll";
 *
 * const users: Reading<number> = deriveFacts({ id: "rota", name: "Rota", audience: { users: 12 } }).users;
 *
 * users.evidence; // → ["/audience/users"]
 * ```
 */
export type Reading<Value = FactValue> = Derived<Value> & { readonly evidence: readonly Pointer[] };

/**
 * Nothing is known of the fact.
 *
 * @example
 * ```ts
 * import { unknown } from "plimsoll";
 *
 * unknown; // → { kind: "unknown" }
 * ```
 */
export const unknown: Derived<never> = { kind: "unknown" };

/**
 * The value is known.
 *
 * @example
 * ```ts
 * import { exact } from "plimsoll";
 *
 * exact(12); // → { kind: "exact", value: 12 }
 * ```
 */
export function exact<Value>(value: Value): Derived<Value> {
  return { kind: "exact", value };
}

/**
 * The value is this or more: a count or a level may be higher, a set may have more members.
 *
 * @example
 * ```ts
 * import { atLeast } from "plimsoll";
 *
 * atLeast(["health"]); // → { kind: "at-least", value: ["health"] }
 * ```
 */
export function atLeast<Value>(value: Value): Derived<Value> {
  return { kind: "at-least", value };
}

/**
 * One typed, bounded thing that is derived from a profile. Its name is its key in the {@link Catalogue}.
 *
 * @example
 * ```ts
 * import { type Fact, standardFacts } from "plimsoll";
 *
 * const costOf = ({ cost }: Fact) => cost;
 *
 * costOf(standardFacts.users); // → 5
 * ```
 */
export interface Fact<D extends Domain = Domain> {
  /** The question that a person could answer; reports show it beside the answer. */
  readonly question: string;
  readonly domain: D;
  /** What it costs a person to answer the question, in minutes. */
  readonly cost: number;
  /** Whether a person could change it, to bring the app back under a line: by work on the app, never by another answer. */
  readonly changeable: boolean;
  /** What there is to do about the app, so that it changes; where nothing is said, a way back can only name the question. */
  readonly whatToDo?: WhatToDo<D>;
  /** In which direction it means more risk. */
  readonly risk: "rising" | "falling" | "neither";
  /** Where in a profile the answer stands. */
  readonly answerAt: readonly Pointer[];
  /** From where it is read, as data; a fact that says so by a function alone has none. */
  readonly from?: FactForm;
  /** Finds the fact in a profile. Pure; asked once per classification. */
  readonly derive: (profile: AppProfile) => Derived<ValueOf<D>>;
  /** Where the profile says what was derived from it, when that is more precise than `answerAt`. */
  readonly locate?: (profile: AppProfile, derived: Derived) => readonly Pointer[];
}

/** Most facts can be changed, and mean more risk the higher they are. */
export const asForMost: Pick<Fact, "changeable" | "risk"> = { changeable: true, risk: "rising" };

/** What is said of a fact besides where it comes from; what is left out is as for most. */
export type Notes<D extends Domain> = Pick<Fact<D>, "question" | "domain" | "cost"> & Partial<typeof asForMost>;

/**
 * Facts by name: `standardFacts`, or those and your own.
 *
 * @example
 * ```ts
 * import { type Catalogue, standardFacts } from "plimsoll";
 *
 * const facts: Catalogue = standardFacts;
 *
 * facts.users?.risk; // → "rising"
 * ```
 */
export type Catalogue = Readonly<Record<string, Fact>>;

/**
 * Defines a fact of your own, typed by its domain, for a {@link Catalogue} beside the standard ones.
 *
 * @example
 * ```ts
 * import { classify, defineFact, definePolicy, exact, standardFacts, unknown } from "plimsoll";
 *
 * const sites = defineFact({
 *   question: "At how many sites is the app used?",
 *   domain: { kind: "number", min: 0, whole: true, unit: "sites" },
 *   cost: 5,
 *   changeable: false,
 *   risk: "rising",
 *   answerAt: ["/extensions/sites"],
 *   derive: ({ extensions }) => (typeof extensions?.sites === "number" ? exact(extensions.sites) : unknown),
 * });
 * const facts = { ...standardFacts, sites };
 *
 * const policy = definePolicy(
 *   {
 *     id: "sites",
 *     version: "1.0.0",
 *     title: "By sites",
 *     tiers: [
 *       { id: "local", title: "Local", advice: "Run it at your site." },
 *       { id: "central", title: "Central", advice: "Run it with the central team." },
 *     ],
 *     criteria: [
 *       {
 *         id: "many-sites",
 *         title: "Used at several sites",
 *         tier: "central",
 *         when: { fact: "sites", atLeast: 3 },
 *         why: "Sites differ.",
 *       },
 *     ],
 *   },
 *   { facts },
 * );
 *
 * classify({ id: "rota", name: "Rota", extensions: { sites: 4 } }, policy, { facts }).tier; // → "central"
 * ```
 */
export function defineFact<const D extends Domain>(fact: Fact<D>): Fact<D> {
  return fact;
}
