import { byForm, type Condition, lineHolds } from "../conditions/index.js";
import { type Catalogue, constraintsOf, type Domain, type FactValue, type Line } from "../facts/index.js";
import { criticalValues } from "./critical-values.js";
import { tellingSets } from "./telling-sets.js";

/** A condition that is no combination of others, but for points, and whether it or its opposite is meant. */
interface Atom {
  readonly atom: Condition;
  readonly isSo: boolean;
}

/** A condition by its outermost shape, with every `not` pushed inwards. */
type Form = { readonly kind: "all" | "any"; readonly parts: readonly Condition[] } | ({ readonly kind: "atom" } & Atom);

function formOf(condition: Condition, isSo = true): Form {
  const signed = (parts: readonly Condition[]) => parts.map((part) => (isSo ? part : { not: part }));
  const atom = (): Form => ({ kind: "atom", atom: condition, isSo });
  return byForm<Condition, Form>(condition, {
    fact: atom,
    all: ({ all }) => ({ kind: isSo ? "all" : "any", parts: signed(all) }),
    any: ({ any }) => ({ kind: isSo ? "any" : "all", parts: signed(any) }),
    not: ({ not }) => formOf(not, !isSo),
    count: atom,
    score: atom,
    product: atom,
    sign: atom,
  });
}

/** The conditions of which any one is enough for a condition to be so. */
export function alternativesOf(condition: Condition): readonly Condition[] {
  const form = formOf(condition);
  return form.kind === "any" ? form.parts.flatMap(alternativesOf) : [condition];
}

/** Values of a domain, some in every stretch that two lines leave: what is so of all of these is so of every value. */
function tellingValues(domain: Domain, lines: readonly Line[]): readonly FactValue[] {
  if (domain.kind === "set") {
    return tellingSets(domain, lines);
  }
  const values = criticalValues(domain, lines);
  if (domain.kind !== "number" || domain.whole) return values;
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.flatMap((value, index) => {
    const before = numbers[index - 1];
    return before === undefined ? [value] : [(before + value) / 2, value];
  });
}

/** The first fact is never more than the second, in any app, or than one that is never more than it. */
function isNeverMore(lesser: string, greater: string, facts: Catalogue): boolean {
  const reached = new Set([lesser]);
  for (const fact of reached) {
    for (const each of constraintsOf(facts)) {
      if ("atMostFact" in each && each.fact === fact) reached.add(each.atMostFact);
    }
  }
  return reached.has(greater);
}

/** What can be said of the values of two facts of one app; nothing, where neither tells of the other. */
function relationOf(one: string, other: string, facts: Catalogue) {
  if (one === other) return (value: FactValue, beside: FactValue) => String(value) === String(beside);
  if (isNeverMore(one, other, facts)) return (value: FactValue, beside: FactValue) => value <= beside;
  if (isNeverMore(other, one, facts)) return (value: FactValue, beside: FactValue) => value >= beside;
  return undefined;
}

/** Of two lines, one can only be crossed together with the other. */
function lineImplies({ atom: one, isSo }: Atom, { atom: other, isSo: isOtherSo }: Atom, facts: Catalogue): boolean {
  if (!("fact" in one && "fact" in other)) return false;
  const { fact, ...line } = one;
  const { fact: otherFact, ...otherLine } = other;
  const [domain, otherDomain] = [facts[fact]?.domain, facts[otherFact]?.domain];
  const mayBeside = relationOf(fact, otherFact, facts);
  if (domain === undefined || otherDomain === undefined || mayBeside === undefined) return false;
  const lines = [line, otherLine];
  const crossing = (through: Domain, drawn: Line, isCrossed: boolean) => {
    const holds = lineHolds(through, drawn);
    return tellingValues(through, lines).filter((value) => holds(value) === isCrossed);
  };
  const keeping = crossing(otherDomain, otherLine, !isOtherSo);
  return crossing(domain, line, isSo).every((value) => !keeping.some((beside) => mayBeside(value, beside)));
}

/** Of the same points, the higher threshold implies the lower one; when neither is reached, the lower one the higher. */
function pointsImply({ atom: one, isSo }: Atom, { atom: other, isSo: isOtherSo }: Atom): boolean {
  if (!("atLeast" in one && "atLeast" in other) || "fact" in one || "fact" in other || isSo !== isOtherSo) return false;
  const { atLeast, ...points } = one;
  const { atLeast: otherAtLeast, ...otherPoints } = other;
  // What is counted in percent cannot be held against points.
  if (typeof atLeast !== typeof otherAtLeast) return false;
  const [limit, otherLimit] = [atLeast, otherAtLeast].map((each) => (typeof each === "number" ? each : each.percent));
  const isAsStrict = isSo ? Number(limit) >= Number(otherLimit) : Number(limit) <= Number(otherLimit);
  return isAsStrict && JSON.stringify(points) === JSON.stringify(otherPoints);
}

/**
 * Whether one condition can be seen to imply another: whatever app the one is so of, the other is so of, too. It never says
 * yes wrongly; of conditions that are related in roundabout ways it may say no.
 */
export function implies(one: Condition, other: Condition, facts: Catalogue): boolean {
  const given = formOf(one);
  const asked = formOf(other);
  if (given.kind === "any") return given.parts.every((part) => implies(part, other, facts));
  if (asked.kind === "all") return asked.parts.every((part) => implies(one, part, facts));
  if (given.kind === "atom" && asked.kind === "atom") {
    return lineImplies(given, asked, facts) || pointsImply(given, asked);
  }
  return (
    (given.kind === "all" && given.parts.some((part) => implies(part, other, facts))) ||
    (asked.kind === "any" && asked.parts.some((part) => implies(one, part, facts)))
  );
}
