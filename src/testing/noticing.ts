import type { PartWitness, Witness } from "../analysis/index.js";
import { createClassifier } from "../classify/index.js";
import type { Catalogue } from "../facts/index.js";
import { authorize, dueReviews } from "../governance/index.js";
import type { Policy, Severity } from "../policy/index.js";
import { createAuditor } from "../portfolio/index.js";
import { actionOn } from "./expected.js";
import type { PolicyMutant } from "./mutants.js";
import type { Expectation, PolicyTest } from "./tests.js";

const nameOf = ({ rule, change }: PolicyMutant) => `notices that in ${rule} ${change}`;

/** The test of an app that a slip moves to another tier. */
export function testOfTier(mutant: PolicyMutant, { profile, tier, asOf }: Witness): PolicyTest {
  return { name: nameOf(mutant), profile, ...(asOf !== undefined && { asOf }), expect: { tier } };
}

/** Severities by id, as far as there are any. */
const severitiesOf = (findings: readonly { readonly id: string; readonly severity: Severity | null }[]) =>
  Object.fromEntries(findings.flatMap(({ id, severity }) => (severity === null ? [] : [[id, severity]])));

/** What a policy says of an app in all that it was asked. */
function saidOf(
  { pointer }: PolicyMutant,
  { profile, asOf, approvals, action, milestone }: PartWitness,
  policy: Policy,
  facts: Catalogue,
): Expectation {
  if (action !== undefined) {
    const { decision, reviews } = authorize(actionOn(action), { profile, approvals, asOf }, policy, { facts });
    return { decision: { on: action, is: decision, reviews } };
  }
  if (milestone !== undefined) {
    const due = dueReviews(profile, { milestone, approvals, asOf }, policy, { facts });
    const answers = due.map(({ review, checklist }) => {
      return [review, Object.fromEntries(checklist.map(({ id, answer }) => [id, answer]))] as const;
    });
    return {
      reviews: { before: milestone, due: due.map(({ review }) => review), answers: Object.fromEntries(answers) },
    };
  }
  if (pointer.startsWith("/audit/")) {
    const auditor = createAuditor({ asOf, approvals }, policy, { facts });
    auditor.add(profile);
    const { findings = [], points = 0, suggests = null } = auditor.report(null).ranked[0] ?? {};
    return { audit: { finds: severitiesOf(findings), points, ...(suggests !== null && { suggests }) } };
  }
  const { findings } = createClassifier(policy, { facts })(profile, { asOf });
  const having = (status: string) => findings.filter((finding) => finding.status === status);
  return { severity: severitiesOf(having("holds")), covered: having("covered").map(({ id }) => id) };
}

/** The test of an app about which a policy with a slip says something else. */
export function testOfPart(mutant: PolicyMutant, witness: PartWitness, policy: Policy, facts: Catalogue): PolicyTest {
  const { profile, asOf, approvals } = witness;
  return {
    name: nameOf(mutant),
    profile,
    asOf,
    ...(approvals.length > 0 && { approvals }),
    expect: saidOf(mutant, witness, policy, facts),
  };
}
