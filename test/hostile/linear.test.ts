import { type AppProfile, classify, createClassifier, deriveFacts, safeParsePolicy, safeParseProfile } from "plimsoll";
import { policySchema, profileSchema } from "plimsoll/schema";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { listPointers } from "../../src/profile-json/index.js";
import { completeProfile } from "../profile-json/complete-profile.js";
import { smallPolicy } from "./policy.js";

/** How often anything inside a value is read while it is being used. */
function readsOf<Value extends object>(value: Value, use: (value: Value) => unknown): number {
  let reads = 0;
  const known = new WeakMap<object, object>();
  const counting = (part: object): object => {
    const get = (target: object, key: PropertyKey, receiver: unknown): unknown => {
      reads++;
      const inner: unknown = Reflect.get(target, key, receiver);
      return typeof inner === "object" && inner !== null ? counting(inner) : inner;
    };
    const proxy = known.get(part) ?? new Proxy(part, { get });
    known.set(part, proxy);
    return proxy;
  };
  use(counting(value) as Value); // it shows what the value shows
  return reads;
}

/** Twice the entries cost at most about twice the reads. */
function expectLinear<Value extends object>(sized: (size: number) => Value, use: (value: Value) => unknown): void {
  const [once, twice] = [readsOf(sized(400), use), readsOf(sized(800), use)];
  expect(once).toBeGreaterThan(0);
  expect(twice).toBeLessThanOrEqual(2.1 * once + 100);
}

const times = <Entry>(size: number, entryAt: (index: number) => Entry) =>
  Array.from({ length: size }, (_, i) => entryAt(i));

/** The complete profile, with each of its lists that may be long as long as asked for. */
function longProfile(size: number): AppProfile {
  const [integration] = completeProfile.integrations ?? [];
  const names = times(size, (index) => `Name ${index}`);
  return {
    ...completeProfile,
    audience: { departments: names },
    integrations: times(size, (index) => ({ ...integration, system: `System ${index}` })),
    data: times(size, () => ({ class: "health" as const, encryptedAtRest: true })),
    calculations: times(size, () => ({ complexity: "simple" as const, tested: true })),
    criticality: { singlePointsOfFailure: names },
    ownership: { understoodBy: names },
    compliance: names.map((regime) => ({ regime })),
    partial: times(size, (index) => listPointers[index % listPointers.length] ?? ""),
    extensions: Object.fromEntries(names.map((name) => [name, [1]])),
  };
}

/** A profile with nothing but mistakes. */
const wrongProfile = (size: number) => ({
  id: "a",
  name: "A",
  audience: { departments: times(size, () => "Sales") },
  integrations: times(size, () => ({ system: "ERP", direcion: "read" })),
  data: times(size, (index) => ({ class: `helth ${index}` })),
  partial: times(size, (index) => `/no-list-${index}`),
  extensions: 5,
});

const longPolicy = (size: number) => ({
  ...smallPolicy,
  criteria: times(size, (index) => ({
    id: `criterion-${index}`,
    title: "A rule",
    why: "Because.",
    tier: "high",
    when: { all: [{ fact: "users", atLeast: index }, { sign: "sensitive" }] },
  })),
});

describe("reads grow no faster than the input", () => {
  test.each<[string, (size: number) => object, (value: object) => unknown]>([
    ["reading a long profile", longProfile, safeParseProfile],
    ["reading a profile full of mistakes", wrongProfile, safeParseProfile],
    ["checking the form of a long profile", longProfile, (profile) => z.safeParse(profileSchema, profile)],
    ["checking the form of a profile full of mistakes", wrongProfile, (profile) => z.safeParse(profileSchema, profile)],
    ["reading a long policy", longPolicy, safeParsePolicy],
    ["checking the form of a long policy", longPolicy, (policy) => z.safeParse(policySchema, policy)],
  ])("%s", (_, sized, use) => {
    expect(readsOf(sized(10), use)).toBeGreaterThan(10);
    expectLinear(sized, use);
  });

  test("deriving the facts of a long profile", () => {
    expectLinear(longProfile, deriveFacts);
  });

  test("classifying a long profile by the standard policy", () => {
    expectLinear(longProfile, (profile) => classify(profile));
  });

  test("classifying a long profile by a policy of one's own", () => {
    expectLinear(longProfile, createClassifier(smallPolicy));
  });

  test("checking and preparing a long policy", () => {
    expectLinear(longPolicy, (policy) => createClassifier(policy));
  });
});
