import {
  type Analysis,
  type AnalysisOptions,
  createAnalysis,
  type Decided,
  type Property,
  pathsTo,
  prove,
  type Witness,
} from "../analysis/index.js";
import { factsOf, type Policy, rulesOf } from "../policy/index.js";
import { assertTests } from "./fitting.js";
import { createJudge, reasonsOf, type Verdict } from "./judge.js";
import type { PolicyTest, PolicyTests } from "./tests.js";

/**
 * How one test came out.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { runPolicyTests, type TestResult } from "plimsoll/testing";
 *
 * const { tests } = runPolicyTests(standardPolicy, {
 *   tests: [{ name: "a crowd", profile: { id: "rota", name: "Rota", audience: { users: 140 } }, expect: { tier: "citizen" } }],
 * });
 * const [result]: readonly TestResult[] = tests;
 *
 * result?.passed; // → false
 * result?.failures; // → ['Expected "citizen", but it is between "it-review" and "professional".']
 * ```
 */
export interface TestResult {
  readonly name: string;
  readonly passed: boolean;
  /** Every expectation that was not met. */
  readonly failures: readonly string[];
  /** Of a test that failed, the rules that hold, with the values that they saw. */
  readonly because: readonly string[];
  /** Of a test that failed, the fewest changes after which the app would be where it is expected. */
  readonly nearest: readonly string[];
}

/**
 * How one claim about all apps came out.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type ClaimResult, runPolicyTests } from "plimsoll/testing";
 *
 * const { claims } = runPolicyTests(standardPolicy, { claims: [{ monotone: true }] });
 * const [claim]: readonly ClaimResult[] = claims;
 *
 * claim?.passed; // → true
 * ```
 */
export interface ClaimResult {
  readonly title: string;
  readonly passed: boolean;
  readonly message: string;
  /** Of a claim that failed, the apps that show it. */
  readonly witnesses: readonly Witness[];
}

/**
 * How the tests of a policy came out, as plain JSON. A suite that leaves a rule unreached has not passed: a policy could
 * be without that rule, and nobody would notice.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type PolicyTestReport, runPolicyTests } from "plimsoll/testing";
 *
 * const report: PolicyTestReport = runPolicyTests(standardPolicy, { claims: [{ monotone: true }] });
 *
 * report.passed; // → true
 * ```
 */
export interface PolicyTestReport {
  readonly policy: { readonly id: string; readonly version: string };
  readonly passed: boolean;
  readonly tests: readonly TestResult[];
  readonly claims: readonly ClaimResult[];
  /** The rules that hold in no test, by id; none, when there are claims only. */
  readonly unreached: readonly string[];
}

/** The fewest changes after which an app would be in the tier that is expected. */
function nearestTo(tier: string | undefined, { profile }: Verdict, analysis: Analysis): readonly string[] {
  if (tier === undefined || profile === undefined) return [];
  const told = pathsTo(profile, tier, analysis, { most: 1 });
  return told.verdict === "found" ? (told.paths[0]?.changes.map(({ words }) => words) ?? []) : [];
}

function titleOf(claim: Property, index: number): string {
  return claim.title ?? `claim ${index + 1}: ${JSON.stringify(claim)}`;
}

const decisionsInWords = { allow: "allowed", review: "up for review", deny: "denied" } as const;

/** What is about to be done that shows that a claim does not hold. */
function decidedInWords({ action, approvals, decision }: Decided): string {
  const { kind, ...what } = action;
  const said =
    kind === "custom"
      ? ""
      : Object.values(what)
          .map((each) => ` ${JSON.stringify(each)}`)
          .join(" for");
  const held = approvals.map(({ review }) => review).join(" and ");
  const name = action.kind === "custom" ? action.name : kind;
  return `"${name}"${said} is ${decisionsInWords[decision]} ${held === "" ? "without approvals" : `with an approval of ${held}`}: an app shows that it does not hold.`;
}

function claimResult(claim: Property, index: number, analysis: Analysis): ClaimResult {
  const title = titleOf(claim, index);
  const proof = prove(analysis, claim);
  if (proof.verdict === "too-large") return { title, passed: false, message: proof.message, witnesses: [] };
  if (proof.verdict === "holds") {
    const message = proof.vacuous
      ? "It holds only because no app is like the ones it is about."
      : "It holds of every app.";
    return { title, passed: !proof.vacuous, message, witnesses: [] };
  }
  const { witness, beside, decided } = proof;
  const message =
    decided !== undefined
      ? decidedInWords(decided)
      : beside === undefined
        ? `An app in "${witness.tier}" shows that it does not hold.`
        : `Two apps, in "${witness.tier}" and "${beside.tier}", show that it does not hold.`;
  return { title, passed: false, message, witnesses: beside === undefined ? [witness] : [witness, beside] };
}

/**
 * Holds tests against a policy.
 *
 * @throws {PlimsollError} with code `invalid-tests`, when they name tiers, rules or facts that there are not; with code
 * `invalid-question`, when a claim cannot be asked.
 *
 * @example
 * ```ts
 * import { extendPolicy, standardPolicy } from "plimsoll";
 * import { parsePolicyTests, runPolicyTests } from "plimsoll/testing";
 *
 * const tests = parsePolicyTests({
 *   tests: [{ name: "a crowd", profile: { id: "rota", name: "Rota", audience: { users: 140 } }, expect: { because: ["many-users"] } }],
 *   claims: [{ title: "Health data is never alone", never: { tier: { is: "citizen" } }, where: { fact: "sensitiveData", includesAny: ["health"] } }],
 * });
 * const report = runPolicyTests(standardPolicy, tests);
 *
 * report.tests.map(({ passed }) => passed); // → [true]
 * report.claims.map(({ passed }) => passed); // → [true]
 * report.unreached.includes("writes-to-system"); // → true
 * report.passed; // → false
 * ```
 */
export function runPolicyTests(policy: Policy, tests: PolicyTests, options: AnalysisOptions = {}): PolicyTestReport {
  const facts = factsOf(policy, options);
  const otherwise = { asOf: tests.asOf ?? options.asOf };
  assertTests(tests, policy, facts, otherwise);
  const judge = createJudge(policy, facts, otherwise);
  const analysis = createAnalysis(policy, { ...options, ...otherwise });
  const analysisAsOf = (asOf = otherwise.asOf) =>
    asOf === otherwise.asOf ? analysis : createAnalysis(policy, { ...options, asOf });
  const reached = new Set<string>();
  const resultOf = (test: PolicyTest): TestResult => {
    const verdict = judge(test);
    const { classification, failures } = verdict;
    for (const { id, status } of classification?.findings ?? []) if (status === "holds") reached.add(id);
    const passed = failures.length === 0;
    const because = passed || classification === undefined ? [] : reasonsOf(classification, facts);
    return {
      name: test.name,
      passed,
      failures,
      because,
      nearest: passed ? [] : nearestTo(test.expect.tier, verdict, analysisAsOf(test.asOf)),
    };
  };
  const results = (tests.tests ?? []).map(resultOf);
  const claims = (tests.claims ?? []).map((claim, index) => claimResult(claim, index, analysis));
  const all = rulesOf(policy).map(({ rule }) => rule.id);
  const unreached = tests.tests === undefined ? [] : all.filter((id) => !reached.has(id));
  const { id, version } = policy;
  const passed = [...results, ...claims].every((each) => each.passed) && unreached.length === 0;
  return { policy: { id, version }, passed, tests: results, claims, unreached };
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

/**
 * What came out, for a person: every failure with what was seen and what would have passed; then the numbers.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { reportPolicyTests, runPolicyTests } from "plimsoll/testing";
 *
 * reportPolicyTests(runPolicyTests(standardPolicy, { claims: [{ title: "Riskier is never lower", monotone: true }] }));
 * // → "1 claim holds.\n"
 * ```
 */
export function reportPolicyTests({ tests, claims, unreached }: PolicyTestReport): string {
  const failed = tests.filter(({ passed }) => !passed);
  const broken = claims.filter(({ passed }) => !passed);
  const lines = [
    ...failed.flatMap(({ name, failures, because, nearest }) => [
      `✗ ${name}`,
      ...failures.map((failure) => `  ${failure}`),
      ...because.map((reason) => `  - ${reason}`),
      ...(nearest.length > 0 ? ["  It would be there with:", ...nearest.map((change) => `  → ${change}`)] : []),
    ]),
    ...broken.flatMap(({ title, message, witnesses }) => [
      `✗ ${title}`,
      `  ${message}`,
      ...witnesses.map(({ profile }) => `  ${JSON.stringify(profile)}`),
    ]),
    ...(unreached.length > 0
      ? [`✗ No test reaches ${unreached.join(", ")}. Add one for each, or leave the rule out.`]
      : []),
  ];
  const held = claims.length - broken.length;
  const numbers = [
    ...(tests.length > 0 ? [`${counted(tests.length - failed.length, "test")} of ${tests.length} passed`] : []),
    ...(claims.length > 0
      ? [
          broken.length === 0
            ? `${counted(held, "claim")} ${held === 1 ? "holds" : "hold"}`
            : `${held} of ${counted(claims.length, "claim")} ${held === 1 ? "holds" : "hold"}`,
        ]
      : []),
  ];
  return `${[...lines, ...(lines.length > 0 ? [""] : []), `${numbers.join("; ")}.`].join("\n")}\n`;
}
