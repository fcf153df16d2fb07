import type { Catalogue } from "../facts/index.js";
import { type Policy, rulesOf } from "../policy/index.js";
import {
  collectProblems,
  inShort,
  PlimsollError,
  type Pointer,
  type Problem,
  suggest,
  toPointer,
} from "../problems/index.js";
import type { AsOf } from "../time/index.js";
import { type ExpectedParts, needsDay } from "./expected.js";
import type { PolicyTests } from "./tests.js";

/** Something that a test names: what it is, where, its name, and the names that there are. */
type Named = readonly [what: string, pointer: Pointer, id: string | undefined, known: ReadonlySet<string>];

function unknownName(what: string, id: string, known: readonly string[], pointer: Pointer): Problem {
  const { hint, ...rest } = suggest(id, known);
  return {
    pointer,
    code: "unknown-reference",
    message: `This policy has no ${what} "${inShort(id)}".${hint}`,
    ...rest,
  };
}

/** What a test names of a policy besides its tiers and rules, with what there is of each. */
function namedParts(expected: ExpectedParts, place: Pointer, policy: Policy): readonly Named[] {
  const { reviews = [], audit } = policy;
  const rules = rulesOf(policy).map(({ rule }) => rule.id);
  const found = [...(audit?.checks ?? []).map(({ id }) => id), ...rules];
  const { severity = {}, covered = [], reviews: due, decision, audit: audited } = expected;
  const listed = (what: string, at: string, ids: readonly string[], known: readonly string[]) =>
    ids.map((id, index): Named => [what, `${place}/${at}/${index}`, id, new Set(known)]);
  const keyed = (what: string, at: string, ids: object, known: readonly string[]) =>
    Object.keys(ids).map((id): Named => [what, `${place}/${at}${toPointer([id])}`, id, new Set(known)]);
  const ids = reviews.map(({ id }) => id);
  const milestones = reviews.map(({ milestone }) => milestone);
  return [
    ...keyed("rule", "severity", severity, rules),
    ...listed("rule", "covered", covered, rules),
    ["milestone", `${place}/reviews/before`, due?.before, new Set(milestones)],
    ...listed("review", "reviews/due", due?.due ?? [], ids),
    ...keyed("review", "reviews/answers", due?.answers ?? {}, ids),
    ...listed("review", "decision/reviews", decision?.reviews ?? [], ids),
    ...keyed("check or rule", "audit/finds", audited?.finds ?? {}, found),
    ...listed("check or rule", "audit/not", audited?.not ?? [], found),
  ];
}

/** A test that asks what is decided on a day has to say on which. */
const withoutDay = (place: Pointer): Problem => {
  const message = "Say as of which day this is expected: asOf of the test, or of all of them.";
  return { pointer: `${place}/asOf`, code: "missing", message };
};

/** Every mistake of tests that only shows beside the policy: tiers, rules and facts that there are not. */
function unknownIn({ tests = [] }: PolicyTests, policy: Policy, facts: Catalogue, otherwise: AsOf): readonly Problem[] {
  const tiers = new Set(policy.tiers.map(({ id }) => id));
  const reasons = new Set([...rulesOf(policy).map(({ rule }) => rule.id), ...Object.keys(facts)]);
  const report = collectProblems();
  for (const [index, { expect: expected, asOf = otherwise.asOf }] of tests.entries()) {
    const place = `/tests/${index}/expect`;
    if (needsDay(expected) && asOf === undefined && !report.isFull()) report(withoutDay(`/tests/${index}`));
    const undecided = typeof expected.undecided === "object" ? expected.undecided : {};
    const named: readonly Named[] = [
      ["tier", `${place}/tier`, expected.tier, tiers],
      ["tier", `${place}/undecided/tier`, undecided.tier, tiers],
      ["tier", `${place}/undecided/ceiling`, undecided.ceiling, tiers],
      ...(expected.because ?? []).map((id, at) => ["rule or fact", `${place}/because/${at}`, id, reasons] as const),
      ...(expected.not ?? []).map((id, at) => ["rule or fact", `${place}/not/${at}`, id, reasons] as const),
      ...namedParts(expected, place, policy),
    ];
    for (const [what, pointer, id, known] of named) {
      if (id !== undefined && !known.has(id) && !report.isFull()) report(unknownName(what, id, [...known], pointer));
    }
  }
  return report.found();
}

/** Lets tests pass that fit a policy. */
export function assertTests(tests: PolicyTests, policy: Policy, facts: Catalogue, otherwise: AsOf = {}): void {
  const problems = unknownIn(tests, policy, facts, otherwise);
  if (problems.length > 0) throw new PlimsollError("invalid-tests", problems);
}

/** Lets the id of a rule pass. */
export function assertRule(id: string, policy: Policy): void {
  const rules = rulesOf(policy).map(({ rule }) => rule.id);
  if (!rules.includes(id)) throw new PlimsollError("invalid-tests", [unknownName("rule", id, rules, "")]);
}
