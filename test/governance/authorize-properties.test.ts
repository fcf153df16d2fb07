import fc from "fast-check";
import {
  type Action,
  type AppProfile,
  type Approval,
  authorize,
  classify,
  createClassifier,
  extendPolicy,
  type Policy,
  standardPolicy,
} from "plimsoll";
import { describe, expect, test } from "vitest";
import { applyAction } from "../../src/governance/action.js";
import { actionArbitrary } from "../arbitraries/action.js";
import { approvalsArbitrary, today } from "../arbitraries/approval.js";
import { completeProfileArbitrary, profileArbitrary } from "../arbitraries/profile.js";
import { riskier, riskierAction } from "../arbitraries/riskier.js";
import { draws } from "../prove/draws.js";

const runs = draws(400);

/** Decides by a policy, which has given the approvals. */
function decide(action: Action, profile: AppProfile, given: readonly Approval[], policy: Policy = standardPolicy) {
  const approvals = given.map((approval) => ({ ...approval, policy: { id: policy.id, version: policy.version } }));
  return authorize(action, { profile, approvals, asOf: today }, policy).decision;
}

const anyProfile = fc.oneof(completeProfileArbitrary, profileArbitrary);

/** An app, an action, and approvals that were given for what the app would be after it. */
const asked = fc
  .tuple(anyProfile, actionArbitrary)
  .chain(([profile, action]) =>
    fc.tuple(fc.constant(profile), fc.constant(action), approvalsArbitrary(applyAction(action, profile).after)),
  );

/** An app and an action, both again and riskier, and approvals for what the riskier app would be after that. */
const askedTwice = fc
  .tuple(anyProfile, actionArbitrary)
  .chain(([profile, action]) =>
    fc.record({
      profile: fc.constant(profile),
      action: fc.constant(action),
      worse: fc.oneof(fc.constant(profile), riskier(profile)),
      worseAction: fc.oneof(fc.constant(action), riskierAction(action)),
    }),
  )
  .chain((asking) =>
    approvalsArbitrary(applyAction(asking.worseAction, asking.worse).after).map((approvals) => ({
      ...asking,
      approvals,
    })),
  );

/** Without the boundary that stands in the way of everything, and with more of the others. */
const ours = extendPolicy(standardPolicy, {
  id: "ours",
  version: "1.0.0",
  boundaries: { crossing: null },
  components: { "integration-connector": { from: "2.0", when: { fact: "support", is: true } } },
  add: {
    boundaries: [
      {
        id: "connectors",
        title: "A connector for everything",
        why: "It is easier to look after.",
        actions: ["connect", "use"],
        unlessUsing: ["integration-connector"],
        review: "integration",
        instead: "Use the connector.",
      },
      {
        id: "growth",
        title: "Grown fast",
        why: "It was not made for so many.",
        actions: ["grow"],
        when: { fact: "userGrowth", atLeast: 5 },
        review: "architecture",
      },
      {
        id: "imports",
        title: "Imported data",
        why: "It is much at once.",
        actions: ["import"],
        above: "it-review",
        when: { fact: "dataSensitivity", atLeast: "semi-sensitive" },
        review: "security",
        instead: "Import a part of it.",
      },
    ],
  },
});

describe("for every action and every profile", () => {
  test.each([standardPolicy, ours])("what is not allowed is not allowed when it is riskier ($id)", (policy) => {
    fc.assert(
      fc.property(askedTwice, ({ profile, action, worse, worseAction, approvals }) => {
        fc.pre(decide(worseAction, worse, approvals, policy) === "allow");
        expect(decide(action, profile, approvals, policy)).toBe("allow");
      }),
      { ...runs, maxSkipsPerRun: 10_000 },
    );
  });

  test("what is not allowed is not allowed with fewer approvals", () => {
    fc.assert(
      fc.property(asked, fc.nat(3), ([profile, action, approvals], index) => {
        const fewer = approvals.filter((_, each) => each !== index);
        if (decide(action, profile, fewer) === "allow") expect(decide(action, profile, approvals)).toBe("allow");
      }),
      runs,
    );
  });

  test("an expired approval is no approval", () => {
    fc.assert(
      fc.property(asked, fc.nat(3), ([profile, action, approvals], index) => {
        const expired = approvals.map((each, at) => (at === index ? { ...each, expiresOn: today } : each));
        const fewer = approvals.filter((_, each) => each !== index);
        expect(decide(action, profile, expired)).toBe(decide(action, profile, fewer));
      }),
      runs,
    );
  });

  test("before and after are what classify says, and the whole answer is plain JSON", () => {
    const classifyByStandard = createClassifier(standardPolicy);
    fc.assert(
      fc.property(asked, ([profile, action, approvals]) => {
        const answer = authorize(action, { profile, approvals, asOf: today });
        expect(answer.before).toEqual(classify(profile, standardPolicy, { asOf: today }));
        expect(answer.after).toEqual(classifyByStandard(applyAction(action, profile).after, { asOf: today }));
        expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      }),
    );
  });

  test("whatever is not allowed says why, and what would help", () => {
    fc.assert(
      fc.property(asked, ([profile, action, approvals]) => {
        const { decision, reasons, reviews } = authorize(action, { profile, approvals, asOf: today });
        expect(reasons.length > 0).toBe(decision !== "allow");
        for (const { remedies } of reasons) expect(remedies.length).toBeGreaterThan(0);
        if (decision === "review") expect(reviews.length).toBeGreaterThan(0);
      }),
    );
  });
});

test("all three answers are given often, so that these properties speak of all of them", () => {
  const decisions = fc.sample(asked, { numRuns: 600, seed: 7 }).map((each) => decide(each[1], each[0], each[2]));
  const share = (decision: string) => decisions.filter((each) => each === decision).length / decisions.length;
  expect(Math.min(share("allow"), share("review"), share("deny"))).toBeGreaterThan(0.05);
});
