import type { Examination } from "../classify/index.js";
import { byForm, type Condition } from "../conditions/index.js";
import { type Audit, criteriaOf, type Policy } from "../policy/index.js";
import type { Spotted } from "./finding.js";

/** What a check or rule asks for: signs, of which any one is enough for it, and whatever else would be. */
interface Asked {
  readonly signs: readonly string[];
  readonly besides: Condition | null;
}

/** The conditions of which any one is enough for a condition. */
function alternatives(condition: Condition, isSo = true): readonly Condition[] {
  const whole = (): readonly Condition[] => [isSo ? condition : { not: condition }];
  const each = (parts: readonly Condition[], isAny: boolean) =>
    isAny === isSo || parts.length === 1 ? parts.flatMap((part) => alternatives(part, isSo)) : whole();
  return byForm(condition, {
    fact: whole,
    all: ({ all }) => each(all, false),
    any: ({ any }) => each(any, true),
    not: ({ not }) => alternatives(not, !isSo),
    count: whole,
    score: whole,
    product: whole,
    sign: whole,
  });
}

function askedBy(condition: Condition): Asked {
  const all = alternatives(condition);
  const others = all.filter((each) => !("sign" in each));
  return {
    signs: all.flatMap((each) => ("sign" in each ? [each.sign] : [])),
    besides: others.length > 0 ? { any: others } : null,
  };
}

const nameOf = ({ kind, id }: Pick<Spotted, "kind" | "id">) => `${kind} ${id}`;

/** What the checks, signs, criteria and limits of a policy ask for, as far as they ask for signs. */
function askingSigns(policy: Policy, { checks }: Audit): ReadonlyMap<string, Asked> {
  const { tiers, signs = [] } = policy;
  const conditions = [
    ...checks.map((check) => ({
      kind: "check" as const,
      id: check.id,
      when: "when" in check ? check.when : undefined,
    })),
    ...signs.map(({ id, when }) => ({ kind: "sign" as const, id, when })),
    ...criteriaOf(policy).map(({ rule: { id, when } }) => ({ kind: "criterion" as const, id, when })),
    ...tiers.flatMap(({ limits = [] }) =>
      limits.map(({ id, holds }) => ({ kind: "limit" as const, id, when: { not: holds } })),
    ),
  ];
  const asked = conditions.flatMap(({ when, ...named }): (readonly [string, Asked])[] =>
    when === undefined ? [] : [[nameOf(named), askedBy(when)]],
  );
  return new Map(asked.filter(([, { signs: named }]) => named.length > 0));
}

const byWeight = (one: Spotted, other: Spotted) => other.points - one.points;

/**
 * Leaves out what is said twice, of which the heavier counts; the heaviest first. A finding for which a sign that stands is
 * enough, and of which nothing else holds, says what the sign says.
 *
 * What an app's findings weigh together never falls when another one holds: each sign keeps its place, and what it says again
 * can only weigh it up.
 */
export function onceEach(
  audit: Audit,
  policy: Policy,
): (findings: readonly Spotted[], holds: Examination["holds"]) => readonly Spotted[] {
  const asking = askingSigns(policy, audit);
  return (findings, holds) => {
    if (findings.length < 2) return findings;
    // Sorting keeps the order of what weighs the same.
    const heaviestFirst = [...findings].sort(byWeight);
    const subjectOf = (finding: Spotted): string => {
      const { signs = [], besides = null } = asking.get(nameOf(finding)) ?? {};
      const sign = heaviestFirst.find(({ kind, id }) => kind === "sign" && signs.includes(id));
      if (sign === undefined || (besides !== null && holds(besides) === true)) return nameOf(finding);
      return subjectOf(sign);
    };
    const said = new Set<string>();
    return heaviestFirst.filter((finding) => {
      const subject = subjectOf(finding);
      const isNews = !said.has(subject);
      said.add(subject);
      return isNews;
    });
  };
}
