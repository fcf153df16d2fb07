import { type AnalysisOptions, comparePolicies, createAnalysis, diffEach } from "../analysis/index.js";
import { factsOf, type Policy } from "../policy/index.js";
import { isAboutParts } from "./expected.js";
import { assertTests } from "./fitting.js";
import { createJudge, profileReader } from "./judge.js";
import { mutatePolicy, type PolicyMutant } from "./mutants.js";
import { testOfPart, testOfTier } from "./noticing.js";
import { isInAudit, isInPart } from "./part-mutants.js";
import type { PolicyTest, PolicyTests } from "./tests.js";

/**
 * A slip that no test noticed, with the test that would: paste it.
 *
 * @example
 * ```ts
 * import { definePolicy } from "plimsoll";
 * import { harmlessApp, runPolicyMutation, type Survivor } from "plimsoll/testing";
 *
 * const policy = definePolicy({
 *   id: "ours",
 *   version: "1.0.0",
 *   title: "Ours",
 *   tiers: [
 *     { id: "open", title: "Open", advice: "Go on." },
 *     { id: "reviewed", title: "Reviewed", advice: "Ask somebody to look at it." },
 *   ],
 *   criteria: [
 *     { id: "crowd", title: "A crowd", tier: "reviewed", why: "Many rely on it.", when: { fact: "users", atLeast: 100 } },
 *   ],
 * });
 * const tests = [{ name: "a rota", profile: harmlessApp("Rota").build(), expect: { tier: "open" } }];
 * const survivors: readonly Survivor[] = runPolicyMutation(policy, { tests }).survived;
 *
 * survivors[0]?.change; // → '{"fact":"users","atLeast":100} became {"fact":"users","atLeast":99}'
 * survivors[0]?.test?.expect; // → { tier: "open" }
 * ```
 */
export interface Survivor extends Omit<PolicyMutant, "policy"> {
  /** A test that passes, and would not with the slip; `null` when none was found, or the budget did not allow to. */
  readonly test: PolicyTest | null;
}

/**
 * What the tests of a policy notice of slips in it: `score` is the share that was noticed of those that change anything.
 *
 * @example
 * ```ts
 * import { definePolicy } from "plimsoll";
 * import { type PolicyMutation, runPolicyMutation } from "plimsoll/testing";
 *
 * const policy = definePolicy({
 *   id: "ours",
 *   version: "1.0.0",
 *   title: "Ours",
 *   tiers: [
 *     { id: "open", title: "Open", advice: "Go on." },
 *     { id: "reviewed", title: "Reviewed", advice: "Ask somebody to look at it." },
 *   ],
 *   criteria: [
 *     { id: "crowd", title: "A crowd", tier: "reviewed", why: "Many rely on it.", when: { fact: "users", atLeast: 100 } },
 *   ],
 * });
 * const mutation: PolicyMutation = runPolicyMutation(policy, { tests: [] });
 *
 * mutation.killed; // → 0
 * mutation.score; // → 0
 * ```
 */
export interface PolicyMutation {
  /** How many slips a test noticed. */
  readonly killed: number;
  readonly survived: readonly Survivor[];
  /** Slips of which neither was found: a proof that they change nothing, or an app that shows what. They count for nothing. */
  readonly unshown: readonly Omit<PolicyMutant, "policy">[];
  /** How many change nothing for any app, as was proven. */
  readonly equivalent: number;
  readonly score: number;
}

const survivorOf = ({ rule, pointer, change }: PolicyMutant, test: PolicyTest | null): Survivor => {
  return { rule, pointer, change, test };
};

/**
 * Makes every slip in a policy, one at a time, and sees whether its tests notice. Slips that change nothing are told apart
 * by proof, and count for nothing; for each of the others that no test noticed, the test is made that would.
 *
 * @throws {PlimsollError} with code `invalid-tests`, when the tests name what the policy does not have.
 *
 * @example
 * ```ts
 * import { definePolicy } from "plimsoll";
 * import { harmlessApp, runPolicyMutation } from "plimsoll/testing";
 *
 * const policy = definePolicy({
 *   id: "ours",
 *   version: "1.0.0",
 *   title: "Ours",
 *   tiers: [
 *     { id: "open", title: "Open", advice: "Go on." },
 *     { id: "reviewed", title: "Reviewed", advice: "Ask somebody to look at it." },
 *   ],
 *   criteria: [
 *     { id: "crowd", title: "A crowd", tier: "reviewed", why: "Many rely on it.", when: { fact: "users", atLeast: 100 } },
 *   ],
 * });
 * const { survived } = runPolicyMutation(policy, {
 *   tests: [{ name: "a hundred people", profile: harmlessApp("Rota").usedBy(100).build(), expect: { tier: "reviewed" } }],
 * });
 *
 * survived.map(({ change }) => change); // → ['{"fact":"users","atLeast":100} became {"fact":"users","atLeast":99}']
 * ```
 */
export function runPolicyMutation(policy: Policy, tests: PolicyTests, options: AnalysisOptions = {}): PolicyMutation {
  const facts = factsOf(policy, options);
  const otherwise = { asOf: tests.asOf ?? options.asOf };
  assertTests(tests, policy, facts, otherwise);
  const read = profileReader(facts);
  const judge = createJudge(policy, facts, otherwise, read);
  const passing = (tests.tests ?? []).filter((test) => judge(test).failures.length === 0);
  const [ofTier, ofPart] = [false, true].map((isOfPart) =>
    passing.filter(({ expect }) => isAboutParts(expect) === isOfPart),
  );
  const texts = new Map(passing.map((test) => [test, JSON.stringify([test.profile, test.expect])]));
  const isKilled = (mutant: PolicyMutant) => {
    const judgeChanged = createJudge(mutant.policy, facts, otherwise, read);
    // Those that are likely to notice come first: those that name what is changed, and those that are about the same part.
    const inOrder = (isInPart(mutant) ? [ofPart, ofTier] : [ofTier, ofPart]).flatMap((tests = []) => tests);
    const name = JSON.stringify(mutant.rule);
    const isNaming = (test: PolicyTest) => texts.get(test)?.includes(name) ?? false;
    const isNoticed = (test: PolicyTest) => judgeChanged(test).failures.length > 0;
    return inOrder.filter(isNaming).some(isNoticed) || inOrder.filter((test) => !isNaming(test)).some(isNoticed);
  };
  const mutants = mutatePolicy(policy, { facts });
  const alive = mutants.filter((mutant) => !isKilled(mutant));
  const analysis = createAnalysis(policy, { ...options, ...otherwise });
  const inTiers = alive.filter((mutant) => !isInPart(mutant));
  const compared = comparePolicies(
    analysis,
    inTiers.map((mutant) => mutant.policy),
  );
  const ofTiers = inTiers.flatMap((mutant, index): readonly Survivor[] => {
    const told = compared[index];
    if (told === undefined || told.verdict === "equivalent") return [];
    return [survivorOf(mutant, told.verdict === "different" ? testOfTier(mutant, told.witness) : null)];
  });
  const inParts = alive.filter(isInPart);
  const diffs = diffEach(
    analysis,
    inParts.map((mutant) => mutant.policy),
  );
  const differing = inParts.flatMap((mutant, index) => {
    const told = diffs[index];
    return told === undefined || told.verdict === "equivalent" ? [] : [{ mutant, told }];
  });
  const isShown = ({ told, mutant }: (typeof differing)[number]) =>
    told.verdict === "too-large" || isInAudit(mutant) || told.parts.some(({ effect }) => effect === "decides");
  const ofParts = differing.filter(isShown).map(({ mutant, told }): Survivor => {
    const witness = told.verdict === "different" ? told.parts.find((part) => part.witness)?.witness : undefined;
    const test = witness && testOfPart(mutant, witness, policy, facts);
    const isNoticing = test !== undefined && createJudge(mutant.policy, facts, otherwise)(test).failures.length > 0;
    return survivorOf(mutant, isNoticing ? test : null);
  });
  const unshown = differing
    .filter((each) => !isShown(each))
    .map(({ mutant: { rule, pointer, change } }) => ({ rule, pointer, change }));
  const survived = [...ofTiers, ...ofParts];
  const killed = mutants.length - alive.length;
  const counted = killed + survived.length;
  const equivalent = alive.length - survived.length - unshown.length;
  return { killed, survived, unshown, equivalent, score: counted === 0 ? 1 : killed / counted };
}
