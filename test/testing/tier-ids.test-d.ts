import { type Policy, parsePolicy } from "plimsoll";
import { type PlimsollMatchers, plimsollMatchers } from "plimsoll/testing";
import { test } from "vitest";
import { app, house } from "../policy/house-policy.js";

declare const assertion: PlimsollMatchers<void>;

test("an assertion names tiers and rules of its policy", () => {
  assertion.toClassifyAs("team", { policy: house });
  assertion.toRaiseSign("noise", { policy: house });
  assertion.toSatisfyPolicy(house, { atMost: "team" });
  plimsollMatchers.toClassifyAs(app, "team", { policy: house });

  // @ts-expect-error A tier that is misspelt does not compile.
  assertion.toClassifyAs("tem", { policy: house });
  // @ts-expect-error Nor a sign.
  assertion.toRaiseSign("nose", { policy: house });
  // @ts-expect-error Nor the highest tier that is wanted.
  assertion.toSatisfyPolicy(house, { atMost: "citizen" });
  // @ts-expect-error Nor in the matchers themselves.
  plimsollMatchers.toClassifyAs(app, "citizen", { policy: house });
});

test("where it names no policy, those of the standard one", () => {
  assertion.toClassifyAs("citizen");
  assertion.toRaiseSign("write-back");
  assertion.toSatisfyPolicy();

  // @ts-expect-error A tier that is misspelt does not compile.
  assertion.toClassifyAs("citizn");
  // @ts-expect-error Nor a rule.
  assertion.toRaiseSign("write-bak");
});

test("of a policy from JSON nothing is known, so that any text will do", () => {
  const policy: Policy = parsePolicy({});
  assertion.toClassifyAs("team", { policy });
  assertion.toRaiseSign("noise", { policy });
  assertion.toSatisfyPolicy(policy, { atMost: "team" });
});
