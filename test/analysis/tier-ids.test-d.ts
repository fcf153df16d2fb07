import { type Condition, type Policy, parsePolicy, type StandardTierId, standardPolicy } from "plimsoll";
import {
  type Analysis,
  canReach,
  createAnalysis,
  everyAppIsReviewed,
  moreRiskNeverLowers,
  neverIn,
  type PathsTo,
  type Property,
  pathsTo,
  prove,
  type Reach,
  stepsAtMost,
} from "plimsoll/analysis";
import { expectTypeOf, test } from "vitest";
import { app, house } from "../policy/house-policy.js";

const crowd: Condition = { fact: "users", atLeast: 40 };

test("a tier is one of the policy's own", () => {
  expectTypeOf(canReach(standardPolicy, "citizen")).toEqualTypeOf<Reach<StandardTierId>>();
  expectTypeOf(canReach(house, "team", crowd)).toEqualTypeOf<Reach<"team" | "central">>();
  expectTypeOf(pathsTo(app, "central", house)).toEqualTypeOf<PathsTo<"team" | "central">>();

  // @ts-expect-error A tier that is misspelt does not compile.
  canReach(standardPolicy, "citizn");
  // @ts-expect-error Nor does one of another policy.
  canReach(house, "citizen");
  // @ts-expect-error Nor as what an app shall get to.
  pathsTo(app, "citizen", house);
});

test("so it is in what a prepared analysis is asked", () => {
  const analysis = createAnalysis(house);
  expectTypeOf(analysis).toEqualTypeOf<Analysis<"team" | "central", "small" | "crowd", "noise">>();
  canReach(analysis, "team");
  pathsTo(app, "team", analysis);
  prove(analysis, { always: { rule: "noise" } });

  // @ts-expect-error A tier that is misspelt does not compile.
  canReach(analysis, "tem");
  // @ts-expect-error Nor as what an app shall get to.
  pathsTo(app, "tem", analysis);
  // @ts-expect-error Nor a rule.
  prove(analysis, { always: { rule: "nose" } });
});

test("so it is in claims, however deep they stand", () => {
  prove(house, { always: { tier: { atMost: "central" } }, where: { rule: "crowd" } });
  prove(house, { never: { all: [{ tier: { is: "team" } }, { not: { any: [{ rule: "small" }, crowd] } }] } });
  prove(house, neverIn("team", crowd));
  prove(house, neverIn("team", { rule: "noise" }));
  prove(house, everyAppIsReviewed({ tier: { is: "central" } }));
  prove(house, moreRiskNeverLowers());
  prove(house, stepsAtMost(1));

  // @ts-expect-error A tier that the policy has not.
  prove(house, { always: { tier: { is: "citizen" } } });
  // @ts-expect-error One inside others.
  prove(house, { always: { not: { all: [{ tier: { atLeast: "citizen" } }] } } });
  // @ts-expect-error One besides.
  prove(house, { always: crowd, where: { tier: { atLeast: "citizen" } } });
  // @ts-expect-error A rule that the policy has not.
  prove(house, { never: { rule: "many-users" } });
  // @ts-expect-error A property that was made for another policy.
  prove(house, neverIn("citizen", crowd));
  // @ts-expect-error And one with a rule of another.
  prove(house, everyAppIsReviewed({ rule: "many-users" }));
});

test("of a policy from JSON nothing is known, so that any text will do", () => {
  const policy: Policy = parsePolicy({});
  const property: Property = { never: { tier: { is: "team" } } };
  canReach(policy, "team");
  pathsTo(app, "team", policy);
  prove(policy, property);
  prove(createAnalysis(policy), property);
  expectTypeOf(createAnalysis(policy)).toEqualTypeOf<Analysis>();
  // An analysis of a policy that is known can be handed to whoever does not care.
  expectTypeOf(createAnalysis(standardPolicy)).toExtend<Analysis>();
});
