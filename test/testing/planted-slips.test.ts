import { readFileSync } from "node:fs";
import { createClassifier, PlimsollError, type Policy, parsePolicy, parseProfile, standardPolicy } from "plimsoll";
import { diffPolicies, lintPolicy } from "plimsoll/analysis";
import { type PolicyTest, type PolicyTests, parsePolicyTests, runPolicyTests } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { criteria } from "../standard/criteria.js";
import { decisions } from "../standard/decisions.js";
import { policyTestsOf } from "../standard/rule-table.js";
import { signs } from "../standard/signs.js";

const json = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"));

/** Apps of an example, each with the tier that it is in, as tests. */
interface Example extends Pick<PolicyTest, "name" | "profile"> {
  readonly tier: string;
}

const exampleOf = (name: string): readonly [Policy, PolicyTests] => {
  const apps = json(`examples/policies/${name}.examples.json`) as readonly Example[];
  const policy = parsePolicy(json(`examples/policies/${name}.json`));
  const classify = createClassifier(policy);
  const tests = apps.map(({ name: what, profile, tier }): PolicyTest => {
    // What else could be so of it is left open by some of these apps.
    const { settled } = classify(parseProfile(profile));
    return { name: what, profile, expect: settled ? { tier } : { undecided: { tier } } };
  });
  return [policy, { tests }];
};
const rows = Object.entries({ ...criteria, ...signs }).flatMap(([id, table]) => policyTestsOf(id, table));
const { claims = [] } = parsePolicyTests(json("test/standard/standard.policy-test.json"));

/** The policies that slips are planted in, each with the tests that it has. */
const policies: Readonly<Record<string, readonly [Policy, PolicyTests]>> = {
  standard: [standardPolicy, { tests: [...rows, ...decisions], claims }],
  points: exampleOf("points-rubric"),
  matrix: exampleOf("data-class-matrix"),
  delivery: exampleOf("delivery-tiers"),
  computing: exampleOf("end-user-computing"),
};

type Fields = { readonly [field: string]: unknown };
type Path = readonly (string | number)[];

/** JSON with something else at a place, or with nothing there. */
function put(value: unknown, [key, ...rest]: Path, change: (before: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (index !== key) return [item];
      const other = put(item, rest, change);
      return other === undefined ? [] : [other];
    });
  }
  const fields = value as Fields;
  const other = put(fields[key], rest, change);
  const others = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
  return other === undefined ? others : { ...fields, [key]: other };
}

const planted = (policy: Policy, path: Path, slip: unknown): Policy => {
  const change = typeof slip === "function" ? (slip as (before: unknown) => unknown) : () => slip;
  return parsePolicy(put(policy, path, change));
};
const gone = () => undefined;
const also = (more: string) => (list: unknown) => [...(list as readonly string[]), more];
const first = (list: unknown) => (list as readonly unknown[]).slice(0, 1);

type Tool = "lint" | "diff" | "claims" | "tests";

/** What was planted where, and which of the tools tell it. */
type Row = readonly [what: string, policy: string, path: Path, slip: unknown, told: readonly Tool[]];

const slips: readonly Row[] = [
  [
    "a component covers a rule too many",
    "standard",
    ["components", 2, "covers"],
    also("write-back"),
    ["diff", "tests"],
  ],
  [
    "another covers a criterion",
    "standard",
    ["components", 0, "covers"],
    also("semi-sensitive-data"),
    ["diff", "claims", "tests"],
  ],
  ["a review's condition is raised", "standard", ["reviews", 1, "when", "atLeast"], 2, ["diff", "tests"]],
  ["a review is asked of fewer apps", "standard", ["reviews", 0, "above"], "it-review", ["diff", "tests"]],
  ["an item is met too easily", "standard", ["reviews", 2, "checklist", 0, "met", "atMost"], "app", ["diff", "tests"]],
  ["an approval counts a day longer", "standard", ["reviews", 2, "validFor"], 366, ["diff", "tests"]],
  ["a boundary is moved", "standard", ["boundaries", 2, "above"], "it-review", ["diff", "tests"]],
  ["a boundary asks for less", "standard", ["boundaries", 0, "when", "any", 2], gone, ["diff", "tests"]],
  ["a boundary denies no more", "standard", ["boundaries", 0, "instead"], gone, ["diff", "claims", "tests"]],
  ["the severity of a sign is lowered", "standard", ["signs", 0, "severity"], "medium", ["diff", "tests"]],
  ["the severity of a check is lowered", "standard", ["audit", "checks", 7, "severity"], "medium", ["diff", "tests"]],
  [
    "a member is left out of a set",
    "standard",
    ["signs", 0, "when"],
    { fact: "sensitiveData", includesAny: ["personal", "financial", "health"] },
    ["diff", "tests"],
  ],
  [
    "a tier keeps no rule",
    "standard",
    ["criteria"],
    (list: unknown) => (list as readonly Fields[]).filter(({ tier }) => tier !== "it-review"),
    ["diff", "claims", "tests"],
  ],
  ["all limits of a tier but the first are gone", "delivery", ["tiers", 0, "limits"], first, ["diff"]],
  ["a line is moved by a point", "points", ["criteria", 0, "when", "atLeast"], 6, ["diff", "tests"]],
  ["a component of the matrix covers less", "matrix", ["components", 0, "covers"], first, ["diff", "tests"]],
  ["a sign of the rubrics speaks lower", "computing", ["signs", 0, "severity"], "low", ["diff"]],
  [
    "a rule contradicts itself",
    "points",
    ["criteria", 0, "when"],
    {
      all: [
        { fact: "users", below: 5 },
        { fact: "users", above: 9 },
      ],
    },
    ["lint", "diff", "tests"],
  ],
];

const lintOf = (policy: Policy) => lintPolicy(policy).findings.map(({ id, pointer }) => `${id} ${pointer}`);

/** Whether tests fail by a policy, or name what it does not have any more. */
function fails(policy: Policy, tests: PolicyTests): boolean {
  try {
    const report = runPolicyTests(policy, tests);
    return [...report.tests, ...report.claims].some(({ passed }) => !passed);
  } catch (error) {
    if (error instanceof PlimsollError) return true;
    throw error;
  }
}

const policyAt = (name: string): readonly [Policy, PolicyTests] => policies[name] ?? [standardPolicy, {}];

test.each(Object.keys(policies))("without a slip, nothing is told of the policy %s", (name) => {
  const [policy, tests] = policyAt(name);
  expect(fails(policy, tests)).toBe(false);
  expect(diffPolicies(policy, structuredClone(policy)).verdict).toBe("equivalent");
});

test("eighteen slips are planted", () => {
  expect(slips).toHaveLength(18);
  expect(slips.filter(([, , , , told]) => told.length === 0)).toEqual([]);
});

describe.each(slips)("%s (%s)", (_, name, path, slip, told) => {
  const [policy, tests] = policyAt(name);
  const changed = planted(policy, path, slip);

  test(`is told by ${told.join(", ")}, and by nothing else`, () => {
    const findings = lintOf(policy);
    const answers: Readonly<Record<Tool, boolean>> = {
      lint: lintOf(changed).some((finding) => !findings.includes(finding)),
      diff: diffPolicies(policy, changed).verdict === "different",
      claims: tests.claims !== undefined && fails(changed, { claims: tests.claims }),
      tests: fails(changed, { tests: tests.tests ?? [] }),
    };
    const telling = Object.entries(answers).flatMap(([tool, tells]) => (tells ? [tool] : []));
    expect(telling).toEqual(told);
  });
});
