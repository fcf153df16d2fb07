import {
  type Catalogue,
  deriveFact,
  type Fact,
  type FactValue,
  isInDomain,
  isToldAsItIs,
  leastRisk,
  standardFacts,
} from "../facts/index.js";
import { keysOf } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { dataOf } from "./data.js";
import { integrationsOf } from "./integrations.js";
import type { FactValues, StandardValues } from "./values.js";

/** So many people use an app of which that is not asked. */
const aFewPeople = 10;

const named = (what: string, count: number) => Array.from({ length: count }, (_, index) => `${what} ${index + 1}`);

/** What people an app was built for that has grown by so much; a division does not hit every number. */
function builtForOf(people: number, growth: number): number {
  const near = people / growth;
  const neighbours = [near, near * (1 + Number.EPSILON), near * (1 - Number.EPSILON)];
  return neighbours.find((builtFor) => people / builtFor === growth) ?? near;
}

/** How many people use an app: as asked, or a number at which the growth that is asked for can be had. */
function peopleOf({ users, userGrowth = 1, peakConcurrentUsers = 0 }: StandardValues): number {
  if (users !== undefined) return users;
  if (userGrowth === 0) return 0;
  const least = Math.max(peakConcurrentUsers, Math.ceil(aFewPeople * userGrowth));
  const near = Array.from({ length: 50 }, (_, more) => least + more);
  return near.find((people) => people / builtForOf(people, userGrowth) === userGrowth) ?? least;
}

function audienceOf(values: StandardValues) {
  const { userGrowth, peakConcurrentUsers, departments, outsideUsers } = values;
  const people = peopleOf(values);
  return {
    users: people,
    builtFor: userGrowth === undefined || userGrowth === 0 ? Math.max(people, 1) : builtForOf(people, userGrowth),
    peakConcurrent: peakConcurrentUsers ?? Math.min(people, aFewPeople),
    departments: named("Department", departments ?? 1),
    outsideUsers: outsideUsers ?? false,
  };
}

function calculationsOf({ calculation, untestedCalculations = 0 }: StandardValues) {
  if (calculation === "none" && untestedCalculations === 0) return [];
  const complexity = calculation === undefined || calculation === "none" ? "simple" : calculation;
  return Array.from({ length: Math.max(1, untestedCalculations) }, (_, index) => ({
    complexity,
    tested: index >= untestedCalculations,
  }));
}

function criticalityOf(values: StandardValues) {
  const { dailyDependence, support, monitoring, disasterRecovery, singlePointsOfFailure } = values;
  return {
    dailyDependence: dailyDependence ?? false,
    support: support ?? true,
    monitoring: monitoring ?? true,
    disasterRecovery: disasterRecovery ?? true,
    singlePointsOfFailure: named("Part", singlePointsOfFailure ?? 0),
  };
}

function ownershipOf(values: StandardValues) {
  const { builderPresent, othersWhoUnderstand, documentation, businessOwner, itOwner } = values;
  return {
    builderPresent: builderPresent ?? true,
    understoodBy: named("Colleague", othersWhoUnderstand ?? 1),
    documentation: documentation ?? ("complete" as const),
    businessOwner: businessOwner === false ? null : "Business owner",
    itOwner: itOwner === false ? null : "IT owner",
  };
}

function profileOf(values: StandardValues): AppProfile {
  return {
    id: "example",
    name: "Example app",
    audience: audienceOf(values),
    integrations: [...integrationsOf(values)],
    data: [...dataOf(values)],
    calculations: calculationsOf(values),
    criticality: criticalityOf(values),
    ownership: ownershipOf(values),
    compliance: (values.complianceRegimes ?? []).map((regime) => ({ regime })),
    consequences: { legalForPeople: values.legalConsequences ?? false },
    performance: { symptoms: [...(values.performanceSymptoms ?? [])] },
    lifecycle: { stage: values.stage ?? "production" },
  };
}

type Json = NonNullable<AppProfile["extensions"]>[string];

/** A value with another at a place inside it. */
function placed(value: unknown, [key, ...deeper]: readonly string[], inside: Json): Json {
  if (key === undefined) return inside;
  const own = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  return { ...own, [key]: placed(Object.entries(own).find(([name]) => name === key)?.[1], deeper, inside) };
}

/** Puts a value where a fact of your own says that its answer stands, as long as that is among the extensions. */
function withExtension(profile: AppProfile, fact: Fact | undefined, value: FactValue): AppProfile {
  const [root, name, ...deeper] = keysOf(fact?.answerAt[0] ?? "");
  if (fact === undefined || root !== "extensions" || name === undefined || !isToldAsItIs(fact)) return profile;
  const answer = typeof value === "object" ? [...value] : value;
  return {
    ...profile,
    extensions: { ...profile.extensions, [name]: placed(profile.extensions?.[name], deeper, answer) },
  };
}

/** Facts of a policy's own of which nothing is asked, as harmless as they can be. */
function harmlessOwn(values: FactValues, facts: Catalogue): readonly (readonly [name: string, value: FactValue])[] {
  return Object.entries(facts).flatMap(([name, fact]) => {
    const value = fact.from === undefined || Object.hasOwn(values, name) ? undefined : leastRisk(fact);
    return value === undefined ? [] : [[name, value] as const];
  });
}

const isSame = (one: FactValue, other: FactValue) =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((member) => other.includes(member))
    : one === other;

/**
 * Makes an app of which some facts are as given, and everything else is known and harmless; nothing, where no app can be
 * like that: the facts contradict one another, or nobody can tell how a fact of your own is answered. What it makes is
 * derived again before it is handed out.
 *
 * @param facts Where the facts are listed; `standardFacts` when left out.
 *
 * @example
 * ```ts
 * import { synthesizeProfile } from "plimsoll/analysis";
 *
 * synthesizeProfile({ users: 140 })?.audience?.users; // → 140
 * synthesizeProfile({ users: 5, peakConcurrentUsers: 6 }); // → undefined
 * ```
 */
export function synthesizeProfile(values: FactValues, facts: Catalogue = standardFacts): AppProfile | undefined {
  const own = Object.entries(values).filter(([name]) => facts[name] !== (standardFacts as Catalogue)[name]);
  // Those that are not one's own are standard facts, and whether the values fit is seen below.
  const profile = [...harmlessOwn(values, facts), ...own].reduce(
    (made, [name, value]) => withExtension(made, facts[name], value),
    profileOf(values as StandardValues),
  );
  const [users, peakConcurrent, builtFor] = [
    Number(profile.audience?.users),
    Number(profile.audience?.peakConcurrent),
    Number(profile.audience?.builtFor),
  ] as const;
  // Nobody can be five times as many as somebody, and nothing is built for endlessly many.
  if (peakConcurrent > users || builtFor <= 0 || builtFor === Number.POSITIVE_INFINITY) return undefined;
  const isAsAsked = Object.entries(values).every(([name, value]) => {
    const fact = facts[name];
    if (fact === undefined || !isInDomain(fact.domain, value)) return false;
    const derived = deriveFact(name, fact, profile);
    return derived.kind === "exact" && isSame(derived.value, value);
  });
  return isAsAsked ? profile : undefined;
}
