import type { Catalogue, Fact, FactRecord, FactRecords } from "../facts/index.js";
import { factsOf } from "./options.js";
import type { Policy, PolicyOptions } from "./policy.js";
import { linesOfPolicy } from "./reading.js";

/** The facts that are named in conditions, wherever these stand. */
function factsNamedIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "fact" in value && typeof value.fact === "string" ? [value.fact] : [];
  return [...own, ...Object.values(value).flatMap(factsNamedIn)];
}

/** A fact as its record says it; nothing of one that a function finds. */
function recordOf({ answerAt: _, compared: __, ...fact }: Fact): FactRecord | undefined {
  return fact.from === undefined ? undefined : fact;
}

/** The facts that others are made of. */
const factsMadeOf = (names: readonly string[], facts: Catalogue): readonly string[] =>
  names.flatMap((name) => {
    const from = facts[name]?.from;
    return from !== undefined && "more" in from ? [from.more, from.than] : [];
  });

function recordsOf(names: readonly string[], facts: Catalogue): FactRecords {
  const records = [...new Set(names)].flatMap((name) => {
    const record = facts[name] && recordOf(facts[name]);
    return record === undefined ? [] : [[name, record] as const];
  });
  return Object.fromEntries(records);
}

/**
 * A policy that carries the facts that it asks for, as data: whoever classifies by it with `classifyBy` from `plimsoll/classify` needs no
 * catalogue, and a bundle holds these facts alone. Facts that a function finds are no data, and are still handed over.
 *
 * @throws {PlimsollError} with code `invalid-policy`, when it is none; with code `invalid-option`, when the options are none.
 *
 * @example
 * ```ts
 * import { carryFacts, standardPolicy } from "plimsoll";
 *
 * const { facts = {} } = carryFacts(standardPolicy);
 *
 * facts.users?.question; // → "How many people use it now?"
 * facts.reach; // → undefined
 * ```
 */
export function carryFacts<Carrying extends Policy>(
  policy: Carrying,
  options: PolicyOptions = {},
): Carrying & { readonly facts: FactRecords } {
  const { reviews, boundaries, audit, components } = policy;
  const named = factsNamedIn([reviews, boundaries, audit, components]);
  const facts = factsOf(policy, options);
  const asked = [...linesOfPolicy(policy).map(({ fact }) => fact), ...named];
  return { ...policy, facts: { ...recordsOf([...asked, ...factsMadeOf(asked, facts)], facts), ...policy.facts } };
}
