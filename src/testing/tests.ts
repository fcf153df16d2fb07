import * as z from "zod/mini";
import type { Property } from "../analysis/index.js";
import { approvalSchema } from "../formats/approval.js";
import type { Approval } from "../governance/index.js";
import {
  described,
  documentSchemaOf,
  limitsOf,
  optional,
  type ReadOptions,
  readDocument,
  shortText,
  some,
} from "../json/index.js";
import { PlimsollError, type Result } from "../problems/index.js";
import { type ExpectedParts, expectedParts } from "./expected.js";

/**
 * What a test expects of an app. At least one of these must be said; what is left out is not looked at.
 *
 * @example
 * ```ts
 * import type { Expectation } from "plimsoll/testing";
 *
 * const settled: Expectation = { tier: "it-review", because: ["many-users"], not: ["regulated-data"] };
 *
 * settled.tier; // → "it-review"
 * ```
 */
export interface Expectation extends ExpectedParts {
  /** It is in this tier, for certain: no open question could change that. */
  readonly tier?: string;
  /** Its tier is not settled: answers could change it. With these two, from where to where. */
  readonly undecided?: true | { readonly tier?: string; readonly ceiling?: string };
  /** It is not a valid profile: with a place, a problem is found there. */
  readonly invalid?: true | { readonly at: string };
  /** Rules, by id, that hold; or facts, by name, that a rule that holds rests on. */
  readonly because?: readonly string[];
  /** Rules, by id, that do not hold; or facts, by name, that no rule that holds rests on. */
  readonly not?: readonly string[];
}

/**
 * An app with what is expected of it, under a name that says what is shown.
 *
 * @example
 * ```ts
 * import type { PolicyTest } from "plimsoll/testing";
 *
 * const test: PolicyTest = {
 *   name: "a hundred people need a review",
 *   profile: { id: "rota", name: "Rota", audience: { users: 100 } },
 *   expect: { because: ["many-users"] },
 * };
 *
 * test.name; // → "a hundred people need a review"
 * ```
 */
export interface PolicyTest {
  readonly name: string;
  /** Not read yet, since a test may be about what is no profile. */
  readonly profile: unknown;
  /** The day as of which it is expected, as an ISO date; that of all tests, where one says none. */
  readonly asOf?: string;
  /** What was given to the app, and to any others, where reviews, decisions or findings of an audit are expected. */
  readonly approvals?: readonly Approval[];
  readonly expect: Expectation;
}

/**
 * The tests of a policy, as a `*.policy-test.json` file has them: apps with expectations, and claims about all apps.
 *
 * @example
 * ```ts
 * import { parsePolicyTests, type PolicyTests } from "plimsoll/testing";
 *
 * const tests: PolicyTests = parsePolicyTests({ claims: [{ title: "Riskier is never lower", monotone: true }] });
 *
 * tests.claims?.length; // → 1
 * ```
 */
export interface PolicyTests {
  readonly title?: string;
  /** The day as of which apps are looked at, where a test says no other: facts that are made of dates are unknown without one. */
  readonly asOf?: string;
  readonly tests?: readonly PolicyTest[];
  readonly claims?: readonly Property[];
}

const ids = () => some(shortText());
const day = () => z.iso.date();

const expectation = z
  .strictObject({
    tier: optional(shortText(), "The tier that it is in for certain."),
    undecided: optional(
      z.union([
        z.literal(true),
        z.strictObject({
          tier: optional(shortText(), "The highest tier that is certainly reached."),
          ceiling: optional(shortText(), "The highest tier that is still possible."),
        }),
      ]),
      "Its tier is not settled: true, or the lowest and the highest tier that are possible.",
    ),
    invalid: optional(
      z.union([
        z.literal(true),
        z.strictObject({ at: described(z.string(), "A JSON Pointer into what was given as its profile.") }),
      ]),
      "It is not a valid profile: true, or the place of a problem.",
    ),
    because: optional(ids(), "Rules that hold, or facts that a rule that holds rests on."),
    not: optional(ids(), "Rules that do not hold, or facts that no rule that holds rests on."),
    ...expectedParts,
  })
  .check(
    z.refine(
      (expected) => Object.keys(expected).length > 0,
      "This test expects nothing. Say what is expected: a tier, undecided, invalid, because, not, severity, covered, reviews, a decision, or an audit.",
    ),
    z.refine(
      ({ tier, undecided, invalid }) => [tier, undecided, invalid].filter((each) => each !== undefined).length <= 1,
      "A tier, undecided and invalid are three different expectations. Say one of them.",
    ),
    z.refine(
      ({ invalid, ...others }) =>
        invalid === undefined || Object.values(others).every((expected) => expected === undefined),
      "No rule looks at what is no profile. Leave out because, not, and whatever else is expected.",
    ),
  );

/** The expectations that exclude each other. */
const exclusive = [
  ["tier", "undecided"],
  ...["tier", "undecided", "because", "not", ...Object.keys(expectedParts)].map((other) => [other, "invalid"]),
];

/** What a property says is looked at when it is asked of a policy. */
const property = described(
  z.custom<Property>((value) => typeof value === "object" && value !== null && !Array.isArray(value)),
  "What must hold for every app: one of always, never, monotone, stepsAtMost; with on, for every such action.",
  { type: "object" },
);

const test = z.strictObject({
  name: described(shortText(), "What is expected, as a sentence."),
  profile: described(z.unknown(), "An app profile, or something that is no profile, where that is expected."),
  asOf: optional(day(), "The day as of which it is expected; that of all tests, where one says none."),
  approvals: optional(z.array(approvalSchema), "What was given to the app, where that matters."),
  expect: described(expectation, "What is expected of it, by at least one word.", {
    minProperties: 1,
    not: { anyOf: exclusive.map((required) => ({ required })) },
  }),
});

const policyTests = z
  .strictObject({
    title: optional(shortText(), "What the tests are about."),
    asOf: optional(day(), "The day as of which apps are looked at, where a test says no other."),
    tests: optional(some(test), "Apps, and what is expected of each."),
    claims: optional(some(property), "What must hold for every app."),
  })
  .check(
    z.refine(
      ({ tests, claims }) => tests !== undefined || claims !== undefined,
      "There is nothing to test here. Give it tests, claims, or both.",
    ),
  );

/**
 * The JSON Schema (2020-12) of a file of policy tests. What claims say is looked at when they are asked of a policy.
 *
 * @example
 * ```ts
 * import { policyTestsJsonSchema } from "plimsoll/testing";
 *
 * Object.keys(policyTestsJsonSchema().properties ?? {}); // → ["$schema", "title", "asOf", "tests", "claims"]
 * ```
 */
export function policyTestsJsonSchema(): z.core.JSONSchema.BaseSchema {
  return { ...documentSchemaOf(policyTests), anyOf: [{ required: ["tests"] }, { required: ["claims"] }] };
}

/**
 * Reads an unknown value, such as a JSON file, as tests of a policy, or lists every problem with its pointer. Never throws,
 * but for limits in `options` that are none.
 *
 * @example
 * ```ts
 * import { safeParsePolicyTests } from "plimsoll/testing";
 *
 * const result = safeParsePolicyTests({ tests: [{ name: "nothing", profile: {}, expect: {} }] });
 *
 * result.ok ? [] : result.problems.map(({ pointer }) => pointer); // → ["/tests/0/expect"]
 * ```
 */
export function safeParsePolicyTests(input: unknown, options: ReadOptions = {}): Result<PolicyTests> {
  return readDocument(policyTests, input, limitsOf("tests", options));
}

/**
 * Reads an unknown value, such as a JSON file, as tests of a policy.
 *
 * @throws {PlimsollError} with code `invalid-tests` and every problem.
 *
 * @example
 * ```ts
 * import { parsePolicyTests } from "plimsoll/testing";
 *
 * const { tests } = parsePolicyTests({
 *   tests: [{ name: "no name", profile: { id: "rota" }, expect: { invalid: { at: "/name" } } }],
 * });
 *
 * tests?.[0]?.expect.invalid; // → { at: "/name" }
 * ```
 */
export function parsePolicyTests(input: unknown, options?: ReadOptions): PolicyTests {
  const result = safeParsePolicyTests(input, options);
  if (!result.ok) throw new PlimsollError("invalid-tests", result.problems);
  return result.value;
}
