import { type AnalysisOptions, comparePolicies, createAnalysis, type Witness } from "../analysis/index.js";
import { factsOf, type Policy } from "../policy/index.js";
import { createJudge } from "./judge.js";
import { mutatePolicy, type PolicyMutant } from "./mutants.js";
import { assertTests } from "./run.js";
import type { PolicyTest, PolicyTests } from "./tests.js";

/**
 * A slip that no test noticed, with the test that would: paste it.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { harmlessApp, runPolicyMutation, type Survivor } from "plimsoll/testing";
 *
 * const tests = [{ name: "a rota", profile: harmlessApp("Rota").build(), expect: { tier: "citizen" } }];
 * const survivors: readonly Survivor[] = runPolicyMutation(standardPolicy, { tests }).survived;
 *
 * survivors.find(({ rule }) => rule === "many-users")?.test?.expect; // → { tier: "citizen" }
 * ```
 */
export interface Survivor extends Omit<PolicyMutant, "policy"> {
  /** A test that passes, and would not with the slip; `null` when the budget did not allow to find one. */
  readonly test: PolicyTest | null;
}

/**
 * What the tests of a policy notice of slips in it: `score` is the share that was noticed of those that change anything.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type PolicyMutation, runPolicyMutation } from "plimsoll/testing";
 *
 * const mutation: PolicyMutation = runPolicyMutation(standardPolicy, { tests: [] });
 *
 * mutation.killed; // → 0
 * mutation.equivalent > 0; // → true
 * ```
 */
export interface PolicyMutation {
  /** How many slips a test noticed. */
  readonly killed: number;
  readonly survived: readonly Survivor[];
  /** How many change nothing for any app, as was proven. */
  readonly equivalent: number;
  readonly score: number;
}

function testFor({ rule, change }: PolicyMutant, { profile, tier, asOf }: Witness): PolicyTest {
  return { name: `notices that in ${rule} ${change}`, profile, ...(asOf !== undefined && { asOf }), expect: { tier } };
}

/**
 * Makes every slip in a policy, one at a time, and sees whether its tests notice. Slips that change nothing are told apart
 * by proof, and count for nothing; for each of the others that no test noticed, the test is made that would.
 *
 * @throws {PlimsollError} with code `invalid-tests`, when the tests name what the policy does not have.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { harmlessApp, runPolicyMutation } from "plimsoll/testing";
 *
 * const app = harmlessApp("Rota").usedBy(100).build();
 * const { killed } = runPolicyMutation(standardPolicy, {
 *   tests: [{ name: "a hundred people", profile: app, expect: { tier: "it-review" } }],
 * });
 *
 * killed > 0; // → true
 * ```
 */
export function runPolicyMutation(policy: Policy, tests: PolicyTests, options: AnalysisOptions = {}): PolicyMutation {
  const facts = factsOf(policy, options);
  assertTests(tests, policy, facts);
  const otherwise = { asOf: tests.asOf ?? options.asOf };
  const judge = createJudge(policy, facts, otherwise);
  const passing = (tests.tests ?? []).filter((test) => judge(test).failures.length === 0);
  const isKilled = ({ policy: changed }: PolicyMutant) => {
    const judgeChanged = createJudge(changed, facts, otherwise);
    return passing.some((test) => judgeChanged(test).failures.length > 0);
  };
  const mutants = mutatePolicy(policy, { facts });
  const alive = mutants.filter((mutant) => !isKilled(mutant));
  const compared = comparePolicies(
    createAnalysis(policy, { ...options, ...otherwise }),
    alive.map((mutant) => mutant.policy),
  );
  const survived = alive.flatMap((mutant, index): readonly Survivor[] => {
    const told = compared[index];
    if (told === undefined || told.verdict === "equivalent") return [];
    const { rule, pointer, change } = mutant;
    const test = told.verdict === "different" ? testFor(mutant, told.witness) : null;
    return [{ rule, pointer, change, test }];
  });
  const killed = mutants.length - alive.length;
  const counted = killed + survived.length;
  return { killed, survived, equivalent: alive.length - survived.length, score: counted === 0 ? 1 : killed / counted };
}
