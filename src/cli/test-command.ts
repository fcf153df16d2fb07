import { type AppProfile, safeParseProfile } from "plimsoll";
import {
  coverageLcov,
  coverageText,
  type PolicyMutation,
  type PolicyTests,
  policyCoverage,
  reportPolicyTests,
  runPolicyMutation,
  runPolicyTests,
  safeParsePolicyTests,
} from "plimsoll/testing";
import { match } from "ts-pattern";
import { formatOf } from "./format.js";
import { writeJson } from "./input.js";
import { loadOne, loadPolicy } from "./load.js";
import { exitCodes, type Terminal } from "./terminal.js";

/** What `plimsoll test` was asked. */
export interface TestArguments {
  readonly files: readonly string[];
  readonly policy: string | undefined;
  readonly coverage: boolean;
  readonly mutation: boolean;
  readonly json: boolean;
  readonly format: string | undefined;
}

/** The tests of several files as those of one: a rule that one of them reaches is reached. */
function together(suites: readonly PolicyTests[]): PolicyTests {
  const tests = suites.flatMap((suite) => suite.tests ?? []);
  const claims = suites.flatMap((suite) => suite.claims ?? []);
  return { ...(tests.length > 0 && { tests }), ...(claims.length > 0 && { claims }) };
}

function appsOf({ tests = [] }: PolicyTests): readonly AppProfile[] {
  return tests.flatMap(({ profile, expect }) => {
    const result = safeParseProfile(profile);
    return result.ok && expect.invalid === undefined ? [result.value] : [];
  });
}

function mutationText({ killed, survived, equivalent, score }: PolicyMutation): string {
  const lines = survived.flatMap(({ rule, pointer, change, test }) => [
    `✗ No test notices that in ${rule} ${change} (${pointer}).`,
    ...(test === null ? [] : [`  This one would: ${JSON.stringify(test)}`]),
  ]);
  const share = Math.floor(score * 100);
  const counts = `${killed} of ${killed + survived.length}; ${equivalent} more change no tier`;
  return [...lines, `Slips that are noticed: ${share} % (${counts}).`, ""].join("\n");
}

/** Holds the tests of files against a policy. */
export async function testCommand(given: TestArguments, terminal: Terminal): Promise<number> {
  const format = formatOf(given, ["text", "json", "lcov"]);
  const policy = await loadPolicy(given.policy, terminal);
  const suites = await Promise.all(
    given.files.map((file) => loadOne(file, "set of policy tests", safeParsePolicyTests, terminal)),
  );
  const tests = together(suites);
  const report = runPolicyTests(policy, tests);
  const coverage = given.coverage || format === "lcov" ? policyCoverage(policy, appsOf(tests)) : undefined;
  const mutation = given.mutation ? runPolicyMutation(policy, tests) : undefined;
  terminal.print(
    match(format)
      .with("text", () =>
        [reportPolicyTests(report), coverage && coverageText(coverage), mutation && mutationText(mutation)]
          .filter((text) => text !== undefined)
          .join(""),
      )
      .with("json", () =>
        writeJson([{ ...report, ...(coverage && { coverage }), ...(mutation && { mutation }) }], "one"),
      )
      .with("lcov", () => (coverage ? coverageLcov(coverage, given.policy ?? policy.id) : ""))
      .exhaustive(),
  );
  const isPassed = report.passed && (mutation?.survived.length ?? 0) === 0;
  return isPassed ? exitCodes.done : exitCodes.failed;
}
