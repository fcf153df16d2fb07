import { type Catalogue, factsOf, safeParseProfile } from "plimsoll";
import {
  type AppAsOf,
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
import { defineCommand } from "../command.js";
import { policyOptions } from "../options.js";
import { loadOne } from "../reading/load.js";
import { loadPolicy } from "../reading/policy.js";
import { exitCodes } from "../terminal.js";
import { shownIn } from "../writing/format.js";
import { jsonOf } from "../writing/json.js";

/** The tests of several files as those of one, each with its day: a rule that one of them reaches is reached. */
function together(suites: readonly PolicyTests[]): PolicyTests {
  const tests = suites.flatMap(({ tests = [], asOf }) =>
    asOf === undefined ? tests : tests.map((test) => ({ asOf, ...test })),
  );
  const claims = suites.flatMap((suite) => suite.claims ?? []);
  return { ...(tests.length > 0 && { tests }), ...(claims.length > 0 && { claims }) };
}

function appsOf({ tests = [] }: PolicyTests, facts: Catalogue, otherwise: string | undefined): readonly AppAsOf[] {
  return tests.flatMap(({ profile, expect, approvals, asOf = otherwise }) => {
    const result = safeParseProfile(profile, { facts });
    return result.ok && expect.invalid === undefined ? [{ profile: result.value, asOf, approvals, expect }] : [];
  });
}

function mutationText({ killed, survived, unshown, equivalent, score }: PolicyMutation): string {
  const lines = survived.flatMap(({ rule, pointer, change, test }) => [
    `✗ No test notices that in ${rule} ${change} (${pointer}).`,
    ...(test === null ? [] : [`  This one would: ${JSON.stringify(test)}`]),
  ]);
  const share = Math.floor(score * 100);
  const open = unshown.length === 0 ? "" : `; of ${unshown.length} more nothing was found that they change`;
  const counts = `${killed} of ${killed + survived.length}; ${equivalent} more change nothing${open}`;
  return [...lines, `Slips that are noticed: ${share} % (${counts}).`, ""].join("\n");
}

/** Holds the tests of files against a policy. */
export const testCommand = defineCommand({
  name: "test",
  summary: "check a policy against its tests and claims",
  files: {
    written: "FILES…",
    atLeast: 1,
    atMost: Number.POSITIVE_INFINITY,
    hold: 'FILES hold policy tests: { "tests": [ … ], "claims": [ … ] }; "-" is standard input.',
  },
  options: {
    ...policyOptions,
    // Tests come out tomorrow as they do today: no day is theirs that they do not say.
    "as-of": { kind: "day", help: "the day as of which apps are looked at, for tests that do not say one" },
    coverage: { kind: "flag", help: "say which parts of the policy no test shows" },
    mutation: { kind: "flag", help: "say which small mistakes in the policy no test would notice" },
  },
  formats: { text: "", json: "", lcov: "" },
  fails: "a test or claim fails, or a mistake goes unnoticed",
  run: async ({ files, options, format }, terminal) => {
    const { facts, "as-of": asOf } = options;
    const policy = await loadPolicy(options, terminal);
    const suites: PolicyTests[] = [];
    for (const file of files) suites.push(await loadOne(file, "set of policy tests", safeParsePolicyTests, terminal));
    const tests = together(suites);
    const report = runPolicyTests(policy, tests, { facts, asOf });
    const coverage =
      options.coverage || format === "lcov"
        ? policyCoverage(policy, appsOf(tests, factsOf(policy, { facts }), asOf), { facts })
        : undefined;
    const mutation = options.mutation ? runPolicyMutation(policy, tests, { facts, asOf }) : undefined;
    const shown = shownIn(format);
    const written = match(format)
      .with("text", () =>
        [
          reportPolicyTests(shown(report)),
          coverage && coverageText(shown(coverage)),
          mutation && mutationText(shown(mutation)),
        ]
          .filter((text) => text !== undefined)
          .join(""),
      )
      .with("json", () => jsonOf({ ...report, ...(coverage && { coverage }), ...(mutation && { mutation }) }))
      .with("lcov", () => (coverage ? coverageLcov(shown(coverage), shown(options.policy ?? policy.id)) : ""))
      .exhaustive();
    await terminal.print(written);
    const isPassed = report.passed && (mutation?.survived.length ?? 0) === 0;
    return isPassed ? exitCodes.done : exitCodes.failed;
  },
});
