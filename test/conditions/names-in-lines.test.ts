import {
  type AppProfile,
  type Condition,
  createClassifier,
  type Derived,
  type Domain,
  type Line,
  reading,
} from "plimsoll";
import { describe, expect, test } from "vitest";
import { FALSE, lineTruth, TRUE, type Truth, UNDECIDED } from "../../src/conditions/index.js";
import { knownOf } from "../../src/facts/index.js";
import { policyOf } from "../policy/a-policy.js";

const regimes: Domain = { kind: "set", members: ["HIPAA", "GDPR"], open: true };
const symptoms: Domain = { ...regimes, open: false };

/** Other ways to write the name of a regime that is known, and of one that is not. */
const spellings: readonly (readonly [what: string, known: string, own: string])[] = [
  ["small letters", "gdpr", "house rule 7"],
  ["a space behind it", "GDPR ", "House rule 7 "],
  ["one capital", "Gdpr", "House Rule 7"],
  ["letters of full width", "ＧＤＰＲ", "Ｈｏｕｓｅ ｒｕｌｅ ７"],
  ["a space that cannot be seen", "GD\u200bPR", "House\u200brule 7"],
];

describe.each(spellings)("a name with %s", (_, known, own) => {
  test.each<readonly [line: Line, reading: Derived, outcome: Truth]>([
    [{ includesAny: ["GDPR"] }, reading.exact([known]), TRUE],
    [{ includesAny: [known] }, reading.exact(["GDPR"]), TRUE],
    [{ includesAny: ["House rule 7"] }, reading.exact([own]), TRUE],
    [{ includesAny: [own] }, reading.exact(["House rule 7"]), TRUE],
    [{ includesAny: ["HIPAA", "GDPR"] }, reading.atLeast([own, known]), TRUE],
    [{ includesAny: ["HIPAA"] }, reading.exact([known]), FALSE],
    [{ includesAny: ["HIPAA"] }, reading.atLeast([known]), UNDECIDED],
    [{ includesAll: ["GDPR", "House rule 7"] }, reading.exact([own, known]), TRUE],
    [{ includesAll: ["GDPR", known] }, reading.exact(["GDPR"]), TRUE],
    [{ includesAll: ["GDPR", "House rule 7"] }, reading.exact([known]), FALSE],
    [{ includesAll: ["GDPR", "House rule 7"] }, reading.atLeast([own]), UNDECIDED],
    [{ size: { atLeast: 2 } }, reading.exact(["GDPR", known]), FALSE],
    [{ size: { atLeast: 2 } }, reading.atLeast(["GDPR", known]), UNDECIDED],
    [{ size: { atLeast: 2 } }, reading.atLeast(["GDPR", known, own, "House rule 7"]), TRUE],
  ])("means the same in an open set: %j of %j", (line, reading, outcome) => {
    expect(lineTruth(regimes, line)(knownOf(regimes, reading))).toBe(outcome);
  });

  test("is another value in a closed set, where values are checked", () => {
    expect(lineTruth(symptoms, { includesAny: ["GDPR"] })(knownOf(symptoms, reading.exact([known])))).toBe(FALSE);
    expect(lineTruth(symptoms, { includesAll: ["GDPR"] })(knownOf(symptoms, reading.exact([known])))).toBe(FALSE);
  });

  test("fires the rule, and is shown as it is written", () => {
    const classify = createClassifier(policyOf({ fact: "complianceRegimes", includesAny: ["GDPR", "House rule 7"] }));
    for (const regime of [known, own]) {
      const app: AppProfile = { id: "stock", name: "Stock list", compliance: [{ regime }] };
      const { tier, findings } = classify(app);
      expect(tier).toBe("central");
      expect(findings[0]?.evidence[0]).toMatchObject({ observed: [regime], met: true });
    }
  });
});

test.each<readonly [seen: string, asked: string]>([
  ["PCI-DSS", "PCI DSS"],
  ["GDPR2", "GDPR"],
  ["GPDR", "GDPR"],
])("%s is not %s", (seen, asked) => {
  const when: Condition = { fact: "complianceRegimes", includesAny: [asked] };
  const app: AppProfile = { id: "stock", name: "Stock list", compliance: [{ regime: seen }] };
  expect(createClassifier(policyOf(when))(app)).toMatchObject({ tier: "team", settled: true });
});
