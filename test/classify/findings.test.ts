import { classify } from "plimsoll";
import { describe, expect, test } from "vitest";
import { emptyPolicy, limitedTiers, manyUsers, sign, words } from "../policy/a-policy.js";
import { appWith, type Fields } from "./finding.js";
import { classifyBy, lifting } from "./house.js";

const crowd: Fields = { audience: { users: 140 } };
const crowded = {
  fact: "users",
  question: "How many people use it now?",
  reading: "exact",
  observed: 140,
  line: { atLeast: 100 },
  met: true,
  pointers: ["/audience/users"],
};

describe("a finding says what its rule says, and what it rests on", () => {
  test("a criterion in full", () => {
    const text = { advice: "Ask for a help desk.", source: "Handbook, page 4" };
    const { findings } = classifyBy({ criteria: [lifting("crowd", "experts", manyUsers, text)] }, crowd);
    expect(findings).toEqual([
      {
        kind: "criterion",
        id: "crowd",
        status: "holds",
        tier: "experts",
        severity: null,
        title: "A rule",
        why: "It matters.",
        advice: "Ask for a help desk.",
        source: "Handbook, page 4",
        evidence: [crowded],
        coveredBy: [],
      },
    ]);
  });

  const bare = { status: "holds", ...words, source: "", evidence: [crowded], coveredBy: [] };

  test("a sign of its own severity, for the second tier or the one that it names", () => {
    const signs = [
      sign("crowd", manyUsers, { severity: "high" }),
      sign("multitude", manyUsers, { severity: "medium", tier: "experts" }),
    ];
    expect(classifyBy({ signs }, crowd).findings).toEqual([
      { ...bare, kind: "sign", id: "multitude", tier: "experts", severity: "medium", advice: "Ask the experts." },
      { ...bare, kind: "sign", id: "crowd", tier: "central", severity: "high", advice: "Ask the central team." },
    ]);
  });

  test("a limit that is broken, for the tier above its own", () => {
    const tiers = limitedTiers({ fact: "users", below: 100 });
    const { findings } = classify(appWith(crowd), { ...emptyPolicy, tiers });
    const evidence = [{ ...crowded, line: { below: 100 }, met: false }];
    expect(findings).toEqual([
      {
        ...bare,
        kind: "limit",
        id: "limit",
        tier: "central",
        severity: null,
        advice: "Ask the central team.",
        evidence,
      },
    ]);
  });
});
