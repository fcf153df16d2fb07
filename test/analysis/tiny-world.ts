import type { AppProfile, Catalogue, Domain, Fact, FactValue, Policy } from "plimsoll";
import type { Witness } from "plimsoll/analysis";
import { emptyPolicy } from "../policy/a-policy.js";
import { type FunctionFact, ownFact } from "./own-facts.js";

const factOf = (name: string, domain: Domain, notes: Partial<FunctionFact> = {}): Fact =>
  ownFact(name, domain, { question: `What of ${name}?`, ...notes });

const counted = (unit: string): Domain => ({ kind: "number", min: 0, whole: true, unit });

/** One fact of each kind, and some that are alike. */
const tinyFacts = {
  people: factOf("people", counted("people")),
  sites: factOf("sites", counted("sites")),
  weight: factOf("weight", { kind: "number", min: 0, max: 100, whole: false, unit: "tons" }),
  level: factOf("level", { kind: "ordinal", levels: ["none", "some", "much"] }),
  depth: factOf("depth", { kind: "ordinal", levels: ["none", "some", "much"] }),
  care: factOf("care", { kind: "ordinal", levels: ["none", "some", "much"] }, { risk: "falling" }),
  outside: factOf("outside", { kind: "boolean" }),
  guarded: factOf("guarded", { kind: "boolean" }, { risk: "falling" }),
  lawful: factOf("lawful", { kind: "boolean" }, { changeable: false }),
  colour: factOf("colour", { kind: "enum", values: ["red", "green", "blue", "white"] }, { risk: "neither" }),
  data: factOf("data", { kind: "set", members: ["names", "health", "cards"], open: false }),
} satisfies Catalogue;

/** An app of which some facts are told, and nothing else. */
export const appWith = (told: Readonly<Record<string, unknown>>): AppProfile =>
  ({ id: "app", name: "An app", extensions: told }) as AppProfile; // values of domains are JSON

/** What an analysis of policies over the tiny facts rests on: apps have no more to them than their facts. */
export const tiny = { facts: tinyFacts, synthesize: appWith };

/** An app with these facts as it is handed out. */
export const shown = (facts: Readonly<Record<string, FactValue>>, tier: string): Witness => ({
  profile: appWith(facts),
  facts,
  tier,
});

/** The house rules with a third tier. */
export const ladder = {
  ...emptyPolicy,
  tiers: [...emptyPolicy.tiers, { id: "board", title: "Board", advice: "Ask the board." }],
} as const satisfies Policy;

/** What is said of a change of a fact of this world, none of which says what there is to do. */
export const until = (fact: string, to: string, end: string) =>
  `Change the app until the true answer to "What of ${fact}?" is "${to}"${end}.`;

/** The end of a sentence about what is different now, and about what may be so already. */
export const notAnyMore = (from: string) => `, and no longer "${from}"`;
export const ifNotSo = ", unless that is so already";
