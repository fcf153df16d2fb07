import fc from "fast-check";
import { classify, createClassifier, parsePolicy, standardPolicy } from "plimsoll";
import { expect, test } from "vitest";
import { profileArbitrary } from "../../arbitraries/profile.js";

const reread = parsePolicy(JSON.parse(JSON.stringify(standardPolicy)));

test("the standard policy survives JSON", () => {
  expect(reread).toEqual(standardPolicy);
  expect(structuredClone(standardPolicy)).toEqual(standardPolicy);
});

test("the standard policy from JSON classifies as the built-in one does", () => {
  const classifyByReread = createClassifier(reread);
  fc.assert(
    fc.property(profileArbitrary, (profile) => {
      const classification = classify(profile);
      expect(classifyByReread(profile)).toEqual(classification);
      expect(classify(profile, standardPolicy)).toEqual(classification);
    }),
    { numRuns: 200 },
  );
});
