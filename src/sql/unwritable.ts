import { type Catalogue, type Domain, type Fact, valuesOf } from "../facts/index.js";
import type { AnyRules } from "../policy/index.js";
import type { Problem } from "../problems/index.js";
import type { FactsColumn } from "./facts-columns.js";

/** What some engine cannot hold in a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
const unsafe = /[\u0000\ud800-\udfff]/u;

/** Whether a fact may come to values outside of its domain: what a number comes to, divided by another, is not held to its ends. */
const mayLeave = ({ domain, from }: Fact): boolean =>
  from !== undefined && "per" in from && domain.kind === "number" && (domain.max !== undefined || domain.min !== 0);

const textsOf = (domain: Domain): readonly string[] =>
  domain.kind === "ordinal" || domain.kind === "enum" ? valuesOf(domain).map(String) : [];

/** What stands in a policy that no text of SQL can hold, or no column. */
export function unwritable(policy: AnyRules, needs: readonly FactsColumn[], facts: Catalogue): readonly Problem[] {
  const names = [...new Set(needs.map(({ fact }) => fact))];
  const ofTiers = policy.tiers.flatMap(({ id }, rank): readonly Problem[] => {
    const message = "This id has letters that not every database can hold. Write it in others.";
    return unsafe.test(id) ? [{ pointer: `/tiers/${rank}/id`, code: "unreadable", message }] : [];
  });
  const ofFacts = names.flatMap((name): readonly Problem[] => {
    const fact = facts[name];
    if (fact === undefined) return [];
    const pointer = `/facts/${name}`;
    if (mayLeave(fact)) {
      const message = `"${name}" is divided by another number, and may leave the ends of its domain. In SQL it goes from 0 on, without an end.`;
      return [{ pointer, code: "out-of-range", message }];
    }
    if (!textsOf(fact.domain).some((text) => unsafe.test(text))) return [];
    const message = `"${name}" has values with letters that not every database can hold. Write them in others.`;
    return [{ pointer, code: "unreadable", message }];
  });
  return [...ofTiers, ...ofFacts];
}
