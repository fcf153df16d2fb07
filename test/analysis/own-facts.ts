import {
  type AppProfile,
  type Catalogue,
  type Criterion,
  type Domain,
  defineFact,
  PlimsollError,
  type PlimsollErrorCode,
  type Policy,
  type Problem,
} from "plimsoll";
import { type AnalysisOptions, createAnalysis, type Witness } from "plimsoll/analysis";
import { criterion, emptyPolicy } from "../policy/a-policy.js";
import { told } from "./small-catalogues.js";

export type FunctionFact = ReturnType<typeof defineFact<Domain>>;

/** A fact that is answered by the extension of its own name. */
export const ownFact = (name: string, domain: Domain, notes: Partial<FunctionFact> = {}): FunctionFact =>
  defineFact<Domain>({
    question: `What is ${name}?`,
    domain,
    cost: 1,
    changeable: true,
    risk: "rising",
    answerAt: [`/extensions/${name}`],
    derive: (profile) => told(name, profile),
    ...notes,
  });

export const upToNine: Domain = { kind: "number", min: 0, max: 9, whole: true, unit: "pieces" };
const weight: Domain = { kind: "number", min: 0, whole: false, unit: "tons" };

/** A fact of every kind, and some more numbers. */
export const ownFacts: Catalogue = {
  desks: ownFact("desks", upToNine),
  seats: ownFact("seats", upToNine),
  guards: ownFact("guards", upToNine, { risk: "falling" }),
  tons: ownFact("tons", weight),
  load: ownFact("load", weight),
  size: ownFact("size", { kind: "ordinal", levels: ["small", "medium", "large"] }),
  open: ownFact("open", { kind: "boolean" }),
  colour: ownFact("colour", { kind: "enum", values: ["red", "green", "blue"] }, { risk: "neither" }),
  places: ownFact("places", { kind: "set", members: ["north", "south", "west"], open: false }),
};

/** The house rules with a third tier above the two. */
export function ownPolicy(rules: Partial<Policy> = {}): Policy {
  const experts = { id: "experts", title: "Experts", advice: "Ask the experts." };
  return { ...emptyPolicy, tiers: [...emptyPolicy.tiers, experts], ...rules };
}

/** A criterion that lifts to a tier. */
export const lifting = (id: string, tier: string, when: unknown, rest: object = {}): Criterion =>
  criterion(when, { id, tier, ...rest });

/** The one rule "rule", which lifts to the second of three tiers. */
export const oneRule = (when: unknown, rest: object = {}): Partial<Policy> => ({
  criteria: [lifting("rule", "central", when, rest)],
});

export const analysisOf = (rules: Partial<Policy>, options: AnalysisOptions = {}) =>
  createAnalysis(ownPolicy(rules), { facts: ownFacts, ...options });

/** An app of which nothing is told but some extensions. */
export const appTelling = (extensions: NonNullable<AppProfile["extensions"]>): AppProfile => ({
  id: "app",
  name: "An app",
  extensions,
});

/** What a witness is said to be, and what its profile says of facts of one's own. */
export const shownBy = ({ facts, tier, profile }: Witness) => ({ facts, tier, extensions: profile.extensions });

/** How an app looks that is shown with facts of one's own. */
export const shown = (facts: Witness["facts"], tier: string) => ({ facts, tier, extensions: facts });

/** The answer that an app can be in just these tiers. */
export const exactly = (...tiers: readonly string[]) => {
  return { verdict: "exact", lowest: tiers[0], highest: tiers.at(-1), tiers };
};

/** What is refused: the error's code, and all that it says. */
export function refusalOf(
  ask: () => unknown,
): { readonly code: PlimsollErrorCode; readonly problems: readonly Problem[] } | "none" {
  try {
    ask();
    return "none";
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    const { code, problems } = error;
    return { code, problems };
  }
}
