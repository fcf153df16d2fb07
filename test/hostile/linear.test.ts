import {
  type AppProfile,
  type Condition,
  classify,
  createClassifier,
  deriveFacts,
  type Policy,
  type PolicyChanges,
  safeExtendPolicy,
  safeParsePolicy,
  safeParseProfile,
} from "plimsoll";
import { policySchema, profileSchema } from "plimsoll/schema";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { listPointers } from "../../src/formats/profile/check.js";
import { completeProfile } from "../formats/profile/complete-profile.js";
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

const sign = (id: string, when: Condition) => ({
  id,
  title: "A sign",
  why: "Because.",
  severity: "low" as const,
  when,
});

/** Policies full of mistakes, or of references, which a checker could come back to again and again. */
const hostilePolicies: readonly (readonly [string, (size: number) => Policy])[] = [
  [
    "misspelt signs",
    (size) => ({ ...smallPolicy, signs: times(size, (i) => sign(`sign-${i}`, { sign: `sing-${i}` })) }),
  ],
  [
    "misspelt facts",
    (size) => ({ ...smallPolicy, signs: times(size, (i) => sign(`sign-${i}`, { fact: `usres-${i}`, is: true })) }),
  ],
  ["one id for all", (size) => ({ ...smallPolicy, signs: times(size, () => sign("sign", { sign: "sign-2" })) })],
  [
    "a chain of signs",
    (size) => ({
      ...smallPolicy,
      criteria: [],
      components: [],
      signs: times(size, (i) => sign(`sign-${i}`, i === 0 ? { fact: "users", atLeast: 1 } : { sign: `sign-${i - 1}` })),
    }),
  ],
  [
    "a circle of signs",
    (size) => ({ ...smallPolicy, signs: times(size, (i) => sign(`sign-${i}`, { sign: `sign-${(i + 1) % size}` })) }),
  ],
  [
    "a component for each sign",
    (size) => ({
      ...smallPolicy,
      criteria: [],
      signs: times(size, (i) => sign(`sign-${i}`, { fact: "users", atLeast: i })),
      components: times(size, (i) => ({ id: `component-${i}`, title: "One", covers: [`sign-${i}`] })),
    }),
  ],
  [
    "misspelt rules of components",
    (size) => ({
      ...smallPolicy,
      components: times(size, (i) => ({ id: `c-${i}`, title: "One", covers: [`sing-${i}`] })),
    }),
  ],
];

/** What a call answers, or the error that it throws. */
function outcomeOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

describe("reads grow no faster than the input", () => {
  test.each(hostilePolicies)("checking a policy with %s", (_, sized) => {
    expectLinear(sized, (policy) => outcomeOf(() => createClassifier(policy)));
  });

  test.each(hostilePolicies)("preparing a policy with %s that nobody checked", (_, sized) => {
    expectLinear(sized, (policy) => outcomeOf(() => classify({ id: "rota", name: "Rota" }, policy)));
  });

  test("making changes of which each names what is not there", () => {
    const changes = (size: number): PolicyChanges => ({
      id: "ours",
      version: "1",
      change: Object.fromEntries(times(size, (i) => [`rule-${i}`, { title: "T" }])),
      remove: times(size, (i) => `other-${i}`),
    });
    expectLinear(changes, (given) => safeExtendPolicy(smallPolicy, given));
  });

  test("taking away all rules of a policy", () => {
    const remove = (size: number) => times(size, (i) => `criterion-${i}`);
    expectLinear(longPolicy, (base) =>
      safeExtendPolicy(base as Policy, { id: "ours", version: "1", remove: remove(base.criteria.length) }),
    );
  });

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
