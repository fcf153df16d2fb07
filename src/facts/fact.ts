import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import type { Domain, ValueOf } from "./domain.js";
import type { FactForm } from "./form.js";
import type { WhatToDo } from "./outcome.js";
import type { Derived } from "./reading.js";

/** What is said of a fact besides from where it is read. */
interface AboutFact<D extends Domain> {
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
}

/** A fact that is read as data says. */
export interface FactOfForm<D extends Domain = Domain> extends AboutFact<D> {
  readonly from: FactForm;
  /** The facts that its form names: the one, and the other that it is held against. */
  readonly compared?: readonly [Fact, Fact];
  readonly derive?: undefined;
  readonly locate?: undefined;
}

/** A fact that a function finds, for what no form can say. */
export interface FactOfFunction<D extends Domain> extends AboutFact<D> {
  readonly from?: undefined;
  readonly compared?: undefined;
  /**
   * Finds the fact in a profile, as it is on a day where one is given: an ISO date. Pure; asked once per classification.
   */
  readonly derive: (profile: AppProfile, asOf?: Day) => Derived<ValueOf<D>>;
  /** Where the profile says what was derived from it, when that is more precise than `answerAt`. */
  readonly locate?: (profile: AppProfile, derived: Derived) => readonly Pointer[];
}

/**
 * One typed, bounded thing that is read from a profile, as its form says or by a function. Its name is its key in the
 * {@link Catalogue}.
 *
 * @example
 * ```ts
 * import { type Fact, standardFacts } from "plimsoll";
 *
 * const costOf = ({ cost }: Fact) => cost;
 *
 * costOf(standardFacts.users); // → 5
 * standardFacts.connections.from; // → { each: "/integrations" }
 * ```
 */
export type Fact<D extends Domain = Domain> = FactOfForm<D> | FactOfFunction<D>;

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
 * import { classify, defineFact, definePolicy, reading, standardFacts } from "plimsoll";
 *
 * const sites = defineFact({
 *   question: "At how many sites is the app used?",
 *   domain: { kind: "number", min: 0, whole: true, unit: "sites" },
 *   cost: 5,
 *   changeable: false,
 *   risk: "rising",
 *   answerAt: ["/extensions/sites"],
 *   derive: ({ extensions }) => (typeof extensions?.sites === "number" ? reading.exact(extensions.sites) : reading.unknown),
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
export function defineFact<const D extends Domain>(fact: FactOfFunction<D>): FactOfFunction<D> {
  return fact;
}
