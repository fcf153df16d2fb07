import type { FactCondition } from "../conditions/index.js";
import { type Catalogue, type Constraint, type Fact, type Line, memberKeys, type SetDomain } from "../facts/index.js";
import { kindsOf, largestSize } from "./kinds.js";

/** That the members of one set are among those of another, said member by member. */
interface Among {
  readonly part: string;
  readonly whole: string;
  readonly domain: SetDomain;
}

/** What is said of one member: that it is in the whole where it is in the part. */
type OfMember = readonly [part: string, whole: string, member: string];

function ofMember(constraint: Constraint): OfMember | undefined {
  if (!("when" in constraint)) return undefined;
  const { when, implies } = constraint;
  if (!("includesAny" in when && "includesAny" in implies)) return undefined;
  const [member, ...others] = when.includesAny;
  if (member === undefined || others.length > 0 || implies.includesAny.join() !== member) return undefined;
  return [when.fact, implies.fact, member];
}

/**
 * Whether each entry of a list counts for a set, so that what entries tell of its members they tell for certain: then a part of it
 * never may have a member of which it is open whether the whole has it.
 */
const countsAll = (fact: Fact | undefined): boolean =>
  fact?.from !== undefined && "take" in fact.from && fact.from.where === undefined;

/** The sets of which all that is said of their members is that these are among those of another. */
function amongIn(constraints: readonly Constraint[], facts: Catalogue): readonly Among[] {
  const said = constraints.flatMap((constraint) => {
    const own = ofMember(constraint);
    return own === undefined ? [] : [own];
  });
  const pairs = new Map(said.map(([part, whole]) => [JSON.stringify([part, whole]), { part, whole }]));
  return [...pairs.values()].flatMap(({ part, whole }): readonly Among[] => {
    const domain = facts[part]?.domain;
    if (domain?.kind !== "set" || !countsAll(facts[whole])) return [];
    const isSaid = (member: string) =>
      said.some(([one, other, own]) => one === part && other === whole && own === member);
    return domain.members.every(isSaid) ? [{ part, whole, domain }] : [];
  });
}

/**
 * Constraints with fewer lines: of members that nothing tells apart in a part it is enough to say together that one of them is in the
 * whole. Whichever sets there are, the same of the part goes with the same of the whole.
 *
 * @param lines The lines that are drawn through facts by others than such constraints.
 */
export function amongTogether(
  constraints: readonly Constraint[],
  facts: Catalogue,
  lines: readonly FactCondition[],
): readonly Constraint[] {
  return amongIn(constraints, facts).reduce((found, { part, whole, domain }) => {
    const isOwn = (constraint: Constraint) => {
      const [one, other] = ofMember(constraint) ?? [];
      return one === part && other === whole;
    };
    const others = found.filter((constraint) => !isOwn(constraint));
    const drawn = [...lines, ...others.flatMap((each) => ("when" in each ? [each.when, each.implies] : []))];
    const through = drawn.filter(({ fact }) => fact === part).map(({ fact: _, ...line }): Line => line);
    if (largestSize(through) > 1) return found;
    const kinds = kindsOf({ ...domain, open: false }, through, memberKeys(domain), 1);
    const own = kinds
      .map((kind) => kind.filter((member) => domain.members.includes(member)))
      .filter(({ length }) => length > 0);
    const together = own.map((members): Constraint => {
      return { when: { fact: part, includesAny: members }, implies: { fact: whole, includesAny: members } };
    });
    return [...others, ...together];
  }, constraints);
}
