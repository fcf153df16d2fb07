import { type AppProfile, type Policy, standardPolicy } from "plimsoll";
import { doubtsIn } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { criterion, policyOf } from "../policy/a-policy.js";

type Doubts = readonly (readonly [kind: string, pointer: string])[];

const told = (profile: Partial<AppProfile>, policy: Policy = standardPolicy) =>
  doubtsIn({ id: "app", name: "An app", ...profile }, policy).map(({ kind, pointer }) => [kind, pointer]);
const under = (...regimes: readonly string[]) => ({ compliance: regimes.map((regime) => ({ regime })) });
const at = (index: number) => `/compliance/${index}/regime`;

describe("in the rules that apply", () => {
  const noes = [
    "no",
    "No.",
    "n/a",
    "N/A",
    "-",
    "–",
    "none",
    "None!",
    "nothing",
    "keine",
    "Nein",
    "nichts",
    " no ",
    "0",
  ];

  test.each([...noes, "aucune"])("%j looks like a no, and is no rule that is known either", (regime) => {
    expect(told(under(regime))).toEqual([
      ["none", at(0)],
      ["strange", at(0)],
    ]);
  });

  test.each<readonly [what: string, regimes: readonly string[], doubts: Doubts]>([
    ["what is known is meant", ["GDPR", "PCI DSS"], []],
    ["what is nearly known is misspelt", ["GPDR"], [["misspelt", at(0)]]],
    ["what is known is meant, however it is spelt", ["gdpr", "ＰＣＩ dss", "SO\u200bX "], []],
    ["what nobody knows is strange", ["GDPR", "House rule 7"], [["strange", at(1)]]],
    ["a no among others is strange", ["GDPR", "no"], [["strange", at(1)]]],
    ["what is not known is strange", ["?"], [["strange", at(0)]]],
  ])("%s", (_, regimes, doubts) => {
    expect(told(under(...regimes))).toEqual(doubts);
  });

  test("what the policy names is known", () => {
    const policy: Policy = {
      ...policyOf({ fact: "complianceRegimes", includesAny: ["House rule 7"] }),
      reviews: (standardPolicy.reviews ?? []).map((review) => {
        return { ...review, when: { fact: "complianceRegimes", includesAll: ["FINMA"] } };
      }),
    };
    expect(told(under("House rule 7", "FINMA"), policy)).toEqual([]);
    expect(told(under("HOUSE RULE 7", "finma"), policy)).toEqual([]);
    expect(told(under("House rule 8"), policy)).toEqual([["misspelt", at(0)]]);
  });

  test("what only another fact asks for is not", () => {
    const policy = policyOf({ any: [criterion({ fact: "performanceSymptoms", includesAny: ["slow"] }).when] });
    expect(told(under("slow"), policy)).toEqual([["strange", at(0)]]);
  });
});

test.each<readonly [what: string, profile: Partial<AppProfile>, doubts: Doubts]>([
  ["a system", { integrations: [{ system: "none" }] }, [["none", "/integrations/0/system"]]],
  [
    "one of several systems",
    { integrations: [{ system: "ERP" }, { system: "no" }] },
    [["strange", "/integrations/1/system"]],
  ],
  ["a system that is a yes", { integrations: [{ system: "Yes" }] }, [["strange", "/integrations/0/system"]]],
  ["a department", { audience: { departments: ["nobody"] } }, [["none", "/audience/departments/0"]]],
  ["data", { data: [{ name: "nothing" }] }, [["none", "/data/0/name"]]],
  ["data that is called like a class", { data: [{ name: "health" }, { name: "Shifts" }] }, [["class", "/data/0/name"]]],
  ["data that is called like a class, and has one", { data: [{ name: "health", class: "general" }] }, []],
  ["data whose name only has a class in it", { data: [{ name: "Health of machines" }] }, []],
  ["a system that is called like a class", { integrations: [{ system: "health" }] }, []],
  ["a calculation", { calculations: [{ purpose: "n/a" }] }, [["none", "/calculations/0/purpose"]]],
  ["an owner", { ownership: { itOwner: "no one" } }, [["none", "/ownership/itOwner"]]],
  ["an owner that is not known", { ownership: { itOwner: "unknown" } }, [["strange", "/ownership/itOwner"]]],
  [
    "whoever understands it",
    { ownership: { understoodBy: ["don’t know"] } },
    [["strange", "/ownership/understoodBy/0"]],
  ],
  ["names like any other", { integrations: [{ system: "NoSQL" }], ownership: { businessOwner: "None-Such" } }, []],
  ["what is said to be empty", { integrations: [], compliance: [], ownership: { itOwner: null } }, []],
])("of %s it asks again, where that is meet", (_, profile, doubts) => {
  expect(told(profile)).toEqual(doubts);
});

test.each<readonly [profile: Partial<AppProfile>, question: string]>([
  [under("no"), "Do you mean none?"],
  [under("GPDR"), '"GPDR" is not known here. Do you mean "GDPR"?'],
  [under("Rule 7"), 'No rule here knows "Rule 7". Is that really what it is called?'],
  [{ data: [{ name: "Semi sensitive" }] }, 'Do you mean data of the class "semi-sensitive"?'],
  [{ ownership: { itOwner: "no" } }, "Do you mean nobody?"],
  [{ integrations: [{ system: "ERP" }, { system: "no" }] }, 'Is "no" really what one of them is called?'],
])("%j is asked again with: %s", (profile, question) => {
  expect(doubtsIn({ id: "app", name: "An app", ...profile })[0]?.question).toBe(question);
});
