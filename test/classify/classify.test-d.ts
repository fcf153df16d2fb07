import {
  type AppProfile,
  type Classification,
  type Classifier,
  classify,
  createClassifier,
  definePolicy,
  type Finding,
  parsePolicy,
  type StandardTierId,
  standardPolicy,
} from "plimsoll";
import { expectTypeOf, test } from "vitest";

const profile: AppProfile = { id: "rota", name: "Rota" };

const policy = definePolicy({
  id: "house",
  version: "1.0.0",
  title: "The house rules",
  tiers: [
    { id: "team", title: "Team", advice: "Go on." },
    { id: "central", title: "Central", advice: "Ask." },
  ],
});

test("without a policy, the tier is one of the standard ones", () => {
  expectTypeOf<StandardTierId>().toEqualTypeOf<"citizen" | "it-review" | "professional">();
  expectTypeOf(classify(profile)).toEqualTypeOf<Classification<StandardTierId>>();
  expectTypeOf(classify(profile, standardPolicy).ceiling).toEqualTypeOf<StandardTierId>();
});

test("with a policy, every tier in the result is one of the policy's own", () => {
  const classification = classify(profile, policy);
  type OwnTier = "team" | "central";
  expectTypeOf(classification.tier).toEqualTypeOf<OwnTier>();
  expectTypeOf(classification.ceiling).toEqualTypeOf<OwnTier>();
  expectTypeOf(classification.findings).toEqualTypeOf<readonly Finding<OwnTier>[]>();
  expectTypeOf<(typeof classification.questions)[number]["couldReach"]>().toEqualTypeOf<OwnTier>();
  expectTypeOf(createClassifier(policy)).toEqualTypeOf<Classifier<OwnTier>>();

  // @ts-expect-error A tier that the policy has not is never the answer.
  expectTypeOf(classification.tier === "professional").toBeBoolean();
});

test("with a policy from JSON, the tier is any text", () => {
  expectTypeOf(classify(profile, parsePolicy({})).tier).toEqualTypeOf<string>();
});

test("a result is read, never written", () => {
  const classification = classify(profile);
  // @ts-expect-error A classification is not changed.
  classification.settled = true;
  // @ts-expect-error Nor are its findings.
  classification.findings.push();
});

test("a profile has the fields of the schema, and no others", () => {
  // @ts-expect-error A misspelt field does not compile.
  classify({ id: "rota", name: "Rota", audiance: { users: 3 } });
  // @ts-expect-error A level that is none does not compile.
  classify({ id: "rota", name: "Rota", data: [{ class: "helth" }] });
});
