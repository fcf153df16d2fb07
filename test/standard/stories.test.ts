import { classify, standardPolicy } from "plimsoll";
import { stories } from "plimsoll/stories";
import { describe, expect, test } from "vitest";

const tiers: readonly string[] = standardPolicy.tiers.map(({ id }) => id);

/** A rule that calls an app harmful which the article calls harmless is found out here. */
describe.each(stories)("by the standard policy, $title", ({ startedAs, shouldHaveCaught, moments }) => {
  const classified = moments.map(
    ({ profile }) =>
      () =>
        classify(profile),
  );

  test("begins as the article says", () => {
    expect(classified[0]?.().tier).toBe(startedAs);
  });

  test("ends as professional, with what should have been caught", () => {
    const incident = classified.at(-1)?.();
    expect(incident?.tier).toBe("professional");
    const holding = incident?.findings.filter(({ status }) => status === "holds").map((finding) => finding.id);
    expect(shouldHaveCaught).not.toEqual([]);
    expect(holding).toEqual(expect.arrayContaining([...shouldHaveCaught]));
  });

  test("never rises in the water", () => {
    const ranks = classified.map((moment) => tiers.indexOf(moment().tier));
    expect(ranks).toEqual([...ranks].sort());
  });
});
