import { readFileSync } from "node:fs";
import { extendPolicy, standardPolicy } from "plimsoll";
import { packs, recommendedPolicy } from "plimsoll/packs";
import { parsePolicyTests, runPolicyTests } from "plimsoll/testing";
import { describe, expect, test } from "vitest";

const file = new URL("further-claims.json", import.meta.url);
const promised: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, "utf8"));

const recommended = new Set(recommendedPolicy.packs?.map(({ pack }) => pack));
const further = packs
  .filter(({ pack }) => !recommended.has(pack))
  .map((pack) => ({ name: pack.pack, pack, claims: promised[pack.pack] }));

describe.each(further)("the pack $name, added to the standard policy", ({ pack, claims: written }) => {
  const { claims = [] } = parsePolicyTests({ claims: written });

  test("promises two things of every possible app, and keeps them", () => {
    const { claims: told } = runPolicyTests(extendPolicy(standardPolicy, pack), { claims });
    expect(told.map(({ title, message }) => `${title}: ${message}`)).toEqual(
      claims.map(({ title }) => `${title}: It holds of every app.`),
    );
    expect(told.length).toBeGreaterThanOrEqual(2);
  });

  test("promises more than the standard policy keeps without it", () => {
    const { claims: told } = runPolicyTests(standardPolicy, { claims });
    expect(told.filter(({ passed }) => !passed).length).toBeGreaterThanOrEqual(1);
  });
});
