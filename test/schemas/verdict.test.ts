import fc from "fast-check";
import { classify, standardPolicy } from "plimsoll";
import { tableMappings } from "plimsoll/adapters";
import { escalationCaseSchema } from "plimsoll/escalation";
import { packs, recommendedPolicy } from "plimsoll/packs";
import {
  actionSchema,
  approvalSchema,
  configSchema,
  mappingSchema,
  packSchema,
  policyChangesSchema,
  policySchema,
  profileSchema,
} from "plimsoll/schema";
import { safeParsePolicyTests } from "plimsoll/testing";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { classificationSchema } from "../../src/formats/classification.js";
import { actionArbitrary } from "../arbitraries/action.js";
import { approvalsArbitrary } from "../arbitraries/approval.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import {
  agreed,
  begun,
  caseAfter,
  closed,
  learning,
  lesson,
  marked,
  opened,
  preserved,
  rebuilt,
} from "../escalation/a-case.js";
import { draws } from "../prove/draws.js";
import { policies } from "./examples.js";
import { complaints } from "./files.js";
import { spoilt } from "./spoilt.js";

const anyPolicy = fc.constantFrom<unknown>(
  standardPolicy,
  recommendedPolicy,
  ...policies.map(([, , policy]) => policy),
);

const anyChanges = fc.constantFrom<unknown>(
  { extends: "standard", id: "ours", version: "1.0.0" },
  {
    ...{ extends: "../base.json", id: "ours", version: "1.0.0", title: "Ours", remove: ["many-reads"] },
    change: {
      "many-users": { lines: { users: 50 }, title: "Fifty", tier: "professional" },
      scored: { when: { users: { atLeast: 2 } } },
    },
    components: { sso: null, vault: { covers: ["write-back"] } },
    reviews: { security: { minutes: 45 } },
    audit: { everyDays: 31, checks: { stale: null, grown: { severity: "high", beyond: "users" } } },
    add: {
      criteria: [{ id: "a", title: "A", why: "So.", tier: "it-review", when: { fact: "users", atLeast: 5 } }],
      rows: [{ table: "t", before: "b", id: "c", when: { users: { atLeast: 5 } }, tier: "it-review" }],
      checks: [{ id: "a", title: "A", why: "So.", severity: "low", unseenFor: 30 }],
    },
  },
);

const history = [preserved, agreed, marked("import", "rebuild"), begun, rebuilt("import"), learning, lesson, closed];
const cases = fc.nat(history.length).map((events) => caseAfter(opened, ...history.slice(0, events)));

const policyTests = fc.record(
  {
    title: fc.constant("What was promised"),
    tests: fc.array(
      fc.record({
        name: fc.constant("a crowd is reviewed"),
        profile: profileArbitrary,
        expect: fc.constantFrom<unknown>(
          { tier: "it-review", because: ["many-users"], not: ["write-back"] },
          { undecided: { tier: "citizen", ceiling: "professional" } },
          { undecided: true },
          { invalid: { at: "/name" } },
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    claims: fc.constant([{ title: "Riskier is never lower", monotone: true }]),
  },
  { requiredKeys: ["tests"], noNullPrototype: true },
);

const plainActions = actionArbitrary
  .filter(({ kind }) => kind !== "custom")
  .map((action): unknown => JSON.parse(JSON.stringify(action)));

const by = (schema: z.ZodMiniType) => (value: unknown) => z.safeParse(schema, value).success;

test.each<readonly [name: string, whole: fc.Arbitrary<unknown>, isAllowed: (value: unknown) => boolean]>([
  ["profile", profileArbitrary, by(profileSchema)],
  ["policy", anyPolicy, by(policySchema)],
  ["policy-changes", anyChanges, by(policyChangesSchema)],
  ["pack", fc.constantFrom<unknown>(...packs), by(packSchema)],
  ["classification", profileArbitrary.map((profile) => classify(profile)), by(classificationSchema)],
  [
    "approval",
    profileArbitrary.chain(approvalsArbitrary).chain((each) => fc.constantFrom(...each)),
    by(approvalSchema),
  ],
  ["action", plainActions, by(actionSchema)],
  ["mapping", fc.constantFrom<unknown>(...Object.values(tableMappings)), by(mappingSchema)],
  ["case", cases, by(escalationCaseSchema)],
  [
    "config",
    fc.constantFrom<unknown>(
      {},
      { policy: "policy.json", facts: "facts.mjs" },
      { approvals: "a", portfolio: ["b", "c"] },
    ),
    by(configSchema),
  ],
  ["policy-tests", policyTests, (value) => safeParsePolicyTests(value).ok],
])("zod and the schema of a %s give the same verdict on what is whole and what is spoilt", (name, whole, isAllowed) => {
  const verdicts = new Set<boolean>();
  fc.assert(
    fc.property(whole, (value) => {
      expect([complaints(name, value), isAllowed(value)]).toEqual([[], true]);
    }),
  );
  fc.assert(
    fc.property(spoilt(whole), (value) => {
      verdicts.add(isAllowed(value));
      expect(complaints(name, value).length === 0).toBe(isAllowed(value));
    }),
    draws(500),
  );
  expect(verdicts).toEqual(new Set([true, false]));
});

/** Every choice of some fields of an object, none and all of them included. */
const choicesOf = (value: object) =>
  Object.entries(value).reduce<readonly object[]>(
    (choices, [name, part]) => choices.flatMap((choice) => [choice, { ...choice, [name]: part }]),
    [{}],
  );

test("the same holds of tests, whichever expectations stand together", () => {
  const all = { tier: "citizen", undecided: true, invalid: true, because: ["many-users"], not: ["write-back"] };
  const files = choicesOf(all).map((expected) => ({ tests: [{ name: "a test", profile: {}, expect: expected }] }));
  const verdicts = files.map((file) => safeParsePolicyTests(file).ok);
  expect(files.map((file) => complaints("policy-tests", file).length === 0)).toEqual(verdicts);
  expect(verdicts.filter(Boolean)).toHaveLength(12);
});

test("the same holds of tests, with rows, claims, both and neither", () => {
  const row = { name: "a test", profile: {}, expect: { tier: "citizen" } };
  const files = choicesOf({ tests: [row], claims: [{ title: "Riskier is never lower", monotone: true }] });
  const verdicts = files.map((file) => safeParsePolicyTests(file).ok);
  expect(files.map((file) => complaints("policy-tests", file).length === 0)).toEqual(verdicts);
  expect(verdicts.filter(Boolean)).toHaveLength(3);
});
