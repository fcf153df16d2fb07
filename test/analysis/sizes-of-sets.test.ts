import type { Condition } from "plimsoll";
import { canReach, createAnalysis, lintPolicy, pathsTo, prove, tierRange } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { appWith } from "../classify/finding.js";
import { policyOf } from "../policy/a-policy.js";

const regimes = (size: object): Condition => ({ fact: "complianceRegimes", size }) as Condition; // lines through numbers
const under = (...names: readonly string[]) => ({ compliance: names.map((regime) => ({ regime })) });

describe("the size of a set that may hold others than those listed", () => {
  test.each([1, 4, 5, 12])("is reached by an app with as many different names, and with no fewer: %i", (atLeast) => {
    const reach = canReach(policyOf(regimes({ atLeast })), "central");
    const witness = reach.verdict === "reachable" ? reach.witness : expect.fail();
    const names = new Set(witness.profile.compliance?.map(({ regime }) => regime?.toLowerCase()));
    expect(names.size).toBe(atLeast);
    expect(
      prove(policyOf(regimes({ atLeast })), {
        title: "As many as that are never alone",
        where: regimes({ atLeast }),
        never: { tier: { is: "team" } },
      }),
    ).toEqual({ verdict: "holds", vacuous: false });
  });

  test("is told apart from what it includes", () => {
    const both = {
      all: [regimes({ atLeast: 2 }), { not: { fact: "complianceRegimes", includesAny: ["GDPR", "SOX"] } }],
    };
    const reach = canReach(policyOf(both), "central");
    const witness = reach.verdict === "reachable" ? reach.witness : expect.fail();
    expect(witness.facts.complianceRegimes).toEqual(["HIPAA", "PCI DSS"]);
    const contradiction = {
      all: [regimes({ atMost: 1 }), { fact: "complianceRegimes", includesAll: ["GDPR", "SOX"] }],
    };
    expect(canReach(policyOf(contradiction), "central").verdict).toBe("unreachable");
  });

  test.each<readonly [told: object, tiers: readonly string[]]>([
    [{}, ["team", "central"]],
    [under("GDPR", "gdpr"), ["team"]],
    [under("GDPR", "House rule"), ["central"]],
    [{ ...under("GDPR"), partial: ["/compliance"] }, ["team", "central"]],
    [{ ...under("GDPR", "SOX"), partial: ["/compliance"] }, ["central"]],
  ])("leaves %j the tiers %j", (told, tiers) => {
    expect(tierRange(appWith(told), policyOf(regimes({ atLeast: 2 })))).toMatchObject({ verdict: "exact", tiers });
  });

  test("leads back by one member less, and keeps the others", () => {
    const told = pathsTo(
      appWith(under("GDPR", "House rule", "SOX")),
      "team",
      createAnalysis(policyOf(regimes({ atLeast: 3 })), {
        constraints: [],
      }),
    );
    // Nobody can change which regimes apply.
    expect(told.verdict).toBe("none");
    const data = { data: [{ class: "health" }, { class: "payment" }, { class: "personal" }] } as const;
    const ways = pathsTo(appWith(data), "team", policyOf({ fact: "sensitiveData", size: { atLeast: 3 } }));
    const [path] = ways.verdict === "found" ? ways.paths : [];
    const left = path?.changes.find(({ fact }) => fact === "sensitiveData")?.to;
    expect(left).toHaveLength(2);
    for (const member of left as readonly string[]) expect(["health", "payment", "personal"]).toContain(member);
  });

  test("that every set has leaves a rule that always holds", () => {
    const policy = policyOf({ any: [regimes({ atLeast: 0 }), { fact: "users", atLeast: 9 }] });
    expect(lintPolicy(policy).findings.map(({ id }) => id)).toContain("always-holds");
  });
});
