import {
  type AppProfile,
  classify,
  createClassifier,
  type Policy,
  parsePolicy,
  parseProfile,
  safeParsePolicy,
  safeParseProfile,
  standardPolicy,
} from "plimsoll";
import { describe, expect, test } from "vitest";
import { completeProfile } from "../formats/profile/complete-profile.js";
import { draws } from "../prove/draws.js";
import {
  type Complaint,
  complaintAbout,
  complaintAboutResult,
  complaintAboutTiers,
  prototypes,
} from "./expectations.js";
import { deepValue, hostileValue, longList, spoil } from "./hostile-value.js";
import { smallPolicy } from "./policy.js";
import { pick, randomFrom } from "./random.js";

/** Twenty batches, each for another purpose and from another seed: 80,000 values, and millions in `npm run prove`. */
const { numRuns: batchSize } = draws(10_000);
const readProfiles = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const classifiedProfiles = [12, 13, 14, 15, 16];
const readPolicies = [17, 18];
const askedPolicies = [19, 20];

/** A smaller profile, which is quicker to spoil than one that uses every field. */
const shortProfile: AppProfile = {
  id: "rota",
  name: "Rota",
  audience: { users: 140, builtFor: 20, departments: ["Sales"] },
  integrations: [{ system: "ERP", direction: "write", component: { id: "store" } }],
  data: [{ class: "health" }],
  partial: ["/data"],
};

const deep = [deepValue(undefined), deepValue("all"), deepValue("extensions")] as const;
const long = [
  longList((index) => ({ system: `System ${index}`, direction: "read" })),
  longList(() => ({ system: "ERP" })),
  longList(() => ({ class: "health" })),
  longList((index) => `Department ${index}`),
  longList(() => ({ fact: "users", atLeast: 1 })),
  longList((index) => index),
] as const;

/** What hostile values are made of: good values to spoil, and the fields in which a big value may stand. */
interface Material {
  readonly goods: readonly [object, ...object[]];
  readonly fields: readonly [string, ...string[]];
}

const profiles: Material = {
  goods: [shortProfile, shortProfile, shortProfile, completeProfile],
  fields: ["integrations", "data", "compliance", "calculations", "extensions", "partial"],
};
const policies: Material = { goods: [smallPolicy], fields: ["tiers", "criteria", "signs", "components"] };

/** A hostile value in the place of a good one: spoilt, now and then nested deep, or something else altogether. */
function inPlaceOf({ goods, fields }: Material, random: () => number): unknown {
  const good = pick(goods, random);
  const kind = random();
  if (kind < 0.001) return { ...good, [pick(fields, random)]: pick(deep, random) };
  if (kind < 0.05) return hostileValue(random);
  return spoil(good, random, kind < 0.5 ? 60 : 20);
}

/** Every other batch has one of these, since one takes as long as thousands of others. */
function withLongList({ goods, fields }: Material, random: () => number): unknown {
  return { ...pick(goods, random), [pick(fields, random)]: pick(long, random) };
}

type Complain = (value: unknown, index: number) => Complaint;

/** What the calls with the values of one batch led to that they should not, each once, with a value that shows it. */
function complaintsIn(batch: number, material: Material, complain: Complain): object {
  const random = randomFrom(batch);
  const complaints: Record<string, string> = {};
  for (let index = 0; index < batchSize; index++) {
    const isLong = index === 0 && batch % 2 === 0;
    const value = isLong ? withLongList(material, random) : inPlaceOf(material, random);
    const complaint = complain(value, index);
    if (complaint !== undefined) complaints[complaint] ??= `value ${index} of batch ${batch}`;
  }
  return complaints;
}

const before = prototypes();

function expectPrototypesUnchanged(): void {
  expect(prototypes()).toEqual(before);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
}

const tiersOf = (policy: Policy) => policy.tiers.map(({ id }) => id);

/** The tiers of a policy that may be anything; no policy is the standard one. */
function tiersOfAny(policy: Policy | undefined): readonly string[] {
  try {
    return tiersOf(policy ?? standardPolicy);
  } catch {
    return [];
  }
}

describe("a hostile value in the place of a profile", () => {
  test.each(readProfiles)("is read or refused (batch %i)", (batch) => {
    const complain: Complain = (value, index) =>
      index % 2 === 0
        ? complaintAbout(
            () => safeParseProfile(value),
            (result) => complaintAboutResult(result, safeParseProfile),
          )
        : complaintAbout(
            () => parseProfile(value),
            (profile) => complaintAboutResult({ ok: true, value: profile }, safeParseProfile),
          );
    expect(complaintsIn(batch, profiles, complain)).toEqual({});
    expectPrototypesUnchanged();
  });

  test.each(classifiedProfiles)("is classified or refused, even without having been read (batch %i)", (batch) => {
    const classifySmall = createClassifier(smallPolicy);
    const complain: Complain = (value, index) => {
      const profile = value as AppProfile; // as JavaScript would call it
      return index % 2 === 0
        ? complaintAbout(
            () => classify(profile),
            (result) => complaintAboutTiers(result, tiersOf(standardPolicy)),
          )
        : complaintAbout(
            () => classifySmall(profile),
            (result) => complaintAboutTiers(result, tiersOf(smallPolicy)),
          );
    };
    expect(complaintsIn(batch, profiles, complain)).toEqual({});
    expectPrototypesUnchanged();
  });
});

describe("a hostile value in the place of a policy", () => {
  test.each(readPolicies)("is read or refused (batch %i)", (batch) => {
    const complain: Complain = (value, index) =>
      index % 2 === 0
        ? complaintAbout(
            () => safeParsePolicy(value),
            (result) => complaintAboutResult(result, safeParsePolicy),
          )
        : complaintAbout(
            () => parsePolicy(value),
            (policy) => complaintAboutTiers(classify(shortProfile, policy), tiersOf(policy)),
          );
    expect(complaintsIn(batch, policies, complain)).toEqual({});
    expectPrototypesUnchanged();
  });

  test.each(askedPolicies)("is asked or refused, even without having been read (batch %i)", (batch) => {
    const complain: Complain = (value, index) => {
      const policy = value as Policy; // as JavaScript would call it
      return complaintAbout(
        () => (index % 2 === 0 ? createClassifier(policy)(shortProfile) : classify(shortProfile, policy)),
        (result) => complaintAboutTiers(result, tiersOfAny(policy)),
      );
    };
    expect(complaintsIn(batch, policies, complain)).toEqual({});
    expectPrototypesUnchanged();
  });
});
