import { PlimsollError, type Policy, standardPolicy } from "plimsoll";
import { app, harmlessApp, type PlimsollMatchers, plimsollMatchers } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { emptyPolicy } from "../policy/a-policy.js";

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the runner declares it so.
  interface Matchers<T = any> extends PlimsollMatchers<T> {}
}

expect.extend(plimsollMatchers);

const crowd = harmlessApp("Rota").usedBy(140).build();
const rota = app("Rota").build();

/** What an assertion says when it fails. */
function complaint(assert: () => void): string {
  try {
    assert();
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return expect.fail("it did not fail");
}

test("an app can be expected to be where it is", () => {
  expect(crowd).toClassifyAs("it-review", { because: ["many-users"], not: ["regulated-data"] });
  expect(crowd).toClassifyAs("it-review", { because: ["users"] });
  expect(crowd).not.toClassifyAs("citizen");
  expect(crowd).toRaiseSign("many-users");
  expect(rota).not.toRaiseSign("builder-gone");
  expect(crowd).toBeSettled();
  expect(rota).not.toBeSettled();
  expect(harmlessApp("Rota").build()).toSatisfyPolicy();
  expect(crowd).toSatisfyPolicy(undefined, { atMost: "it-review" });
  expect(crowd).not.toSatisfyPolicy();
  expect(rota).toSatisfyPolicy(emptyPolicy);
  expect(crowd).toClassifyAs("team", { policy: emptyPolicy });
});

describe("an assertion that fails says what was seen", () => {
  test.each<[string, () => void, string]>([
    [
      "of a tier",
      () => expect(crowd).toClassifyAs("citizen"),
      'Expected "citizen", but it is "it-review".\n- Many users (many-users): How many people use it now? 140 people',
    ],
    [
      "of no such tier",
      () => expect(crowd).not.toClassifyAs("it-review"),
      'Expected anything but "it-review", but it is there.',
    ],
    [
      "of a sign",
      () => expect(crowd).toRaiseSign("builder-gone"),
      'Expected that "builder-gone" holds, but it is not so.',
    ],
    ["of no such sign", () => expect(crowd).not.toRaiseSign("many-users"), 'Expected that "many-users" does not hold'],
    [
      "of a settled tier",
      () => expect(rota).toBeSettled(),
      "Expected that its tier is settled, but answers could change it:\n? ",
    ],
    [
      "of an open tier",
      () => expect(crowd).not.toBeSettled(),
      'Expected that its tier is open, but it is "it-review".',
    ],
    [
      "of a tier at most",
      () => expect(rota).toSatisfyPolicy(),
      'Expected no higher than "citizen", but it is, or could be, "professional".',
    ],
    [
      "of more than that",
      () => expect(crowd).not.toSatisfyPolicy(undefined, { atMost: "professional" }),
      'Expected higher than "professional"',
    ],
    ["of what is no profile", () => expect({}).toBeSettled(), "The profile cannot be read.\n/id: "],
  ])("%s", (_, assert, said) => {
    expect(complaint(assert)).toContain(said);
  });
});

/** A policy of which the compiler knows no names. */
const policy: Policy = standardPolicy;

describe("an assertion that names what there is not says so, also when it is negated", () => {
  test.each<[string, () => void, string]>([
    ["a tier", () => expect(crowd).not.toClassifyAs("citzen", { policy }), 'no tier "citzen". Did you mean "citizen"?'],
    ["a reason", () => expect(crowd).not.toClassifyAs("citizen", { because: ["usrs"] }), 'Did you mean "users"?'],
    ["a sign", () => expect(crowd).not.toRaiseSign("biulder-gone", { policy }), 'Did you mean "builder-gone"?'],
    [
      "a tier at most",
      () => expect(crowd).not.toSatisfyPolicy(policy, { atMost: "citzen" }),
      'Did you mean "citizen"?',
    ],
    ["a fact for a sign", () => expect(crowd).not.toRaiseSign("users", { policy }), 'no rule "users"'],
  ])("%s", (_, assert, said) => {
    expect(assert).toThrow(PlimsollError);
    expect(complaint(assert)).toContain(said);
  });
});
