import fc from "fast-check";
import { type Classification, classify, type Policy, standardPolicy, type Tier } from "plimsoll";
import { loadLineText, type Paint } from "plimsoll/render";
import { expect, test } from "vitest";

const policyOf = (...titles: string[]): Policy => ({
  id: "own",
  version: "1.0.0",
  title: "Own",
  tiers: titles.map((title): Tier => ({ id: title, title, advice: "Go on." })),
});

const classified = (tier: string, ceiling: string): Pick<Classification, "tier" | "ceiling"> => ({ tier, ceiling });

const policy = policyOf("Low", "Middle", "High");

test.each([
  { tier: "Low", ceiling: "Low", line: "◉ LOW ──────── Middle ──────── High" },
  { tier: "Low", ceiling: "High", line: "◉ LOW ╌╌╌╌╌╌╌╌ ○ Middle ╌╌╌╌╌╌╌╌ ○ High" },
  { tier: "Middle", ceiling: "Middle", line: "Low ━━━━━━━━ ◉ MIDDLE ──────── High" },
  { tier: "Middle", ceiling: "High", line: "Low ━━━━━━━━ ◉ MIDDLE ╌╌╌╌╌╌╌╌ ○ High" },
  { tier: "High", ceiling: "High", line: "Low ━━━━━━━━ Middle ━━━━━━━━ ◉ HIGH" },
])("an app that is $tier and could be $ceiling sits at its mark", ({ tier, ceiling, line }) => {
  expect(loadLineText(classified(tier, ceiling), { policy })).toBe(line);
});

test("a policy of one tier has one mark", () => {
  expect(loadLineText(classified("Only", "Only"), { policy: policyOf("Only") })).toBe("◉ ONLY");
});

test("colours add nothing but colour, however many tiers there are", () => {
  const anyTiers = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(anyTiers, fc.nat(), (titles, seed) => {
      const tier = titles[seed % titles.length] ?? "";
      const own = policyOf(...titles);
      const painted: Paint = (style, text) => `<${style}>${text}</>`;
      const plain = loadLineText(classified(tier, tier), { policy: own });
      const coloured = loadLineText(classified(tier, tier), { policy: own, paint: painted });
      expect(coloured.replaceAll(/<[^>]*>/g, "")).toBe(plain);
      expect(coloured).not.toBe(plain);
    }),
  );
});

test("without a policy, the tiers are those of the standard policy", () => {
  expect(loadLineText(classify({ id: "rota", name: "Rota", data: [{ class: "health" }] }))).toBe(
    "Citizen ━━━━━━━━ IT review ━━━━━━━━ ◉ PROFESSIONAL",
  );
});

test("a classification by another policy is refused, with what to do", () => {
  const policy: Policy = standardPolicy;
  expect(() => loadLineText({ tier: "citizen", ceiling: "gold" }, { policy })).toThrow(
    'The app was classified as "gold", and the policy "standard" has no such tier. Give the policy that classified it.',
  );
});
