import fc from "fast-check";
import { type AppProfile, type Classification, classify, type Policy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { createExaminer } from "../../src/classify/index.js";
import { sign } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";
import { anyWorlds, type CoveredWorld, completionsOf, profileOf, rankOf, simpleWorlds } from "./covered-worlds.js";
import { appWith, type Fields } from "./finding.js";
import { classifyBy, lifting, restsOn } from "./house.js";

const supported = { fact: "support", is: true };
const takesPayments = { fact: "sensitiveData", includesAny: ["payment"] };
const payments = lifting("payments", "experts", takesPayments);
const page = { id: "page", title: "Page", covers: ["payments"], when: supported } as const;
const vault = { id: "vault", title: "Vault", covers: ["payments"] } as const;
const paysBy = (id: string) => ({ class: "payment", component: { id } }) as const;

const standing = ({ findings }: Classification) => findings.map(({ id, status, coveredBy }) => [id, status, coveredBy]);
const facts = ({ questions }: Classification) => questions.map(({ fact }) => fact);

describe("a rule that a component covers while something holds of which nobody knows", () => {
  const told = (fields: Fields, components: Policy["components"] = [page], criteria = [payments]) =>
    classifyBy({ criteria, components }, fields);

  test("is open, and the question is asked: it may stand, and may not", () => {
    const classification = told({ data: [paysBy("page")] });
    expect(classification).toMatchObject({ tier: "team", ceiling: "experts", settled: false });
    expect(standing(classification)).toEqual([["payments", "possible", []]]);
    expect(restsOn(classification.findings[0]?.evidence)).toEqual({ sensitiveData: true, support: null });
    expect(classification.questions).toMatchObject([
      { fact: "support", couldReach: "experts", findings: ["payments"], answerAt: ["/criticality/support"] },
    ]);
  });

  test.each([
    [true, { tier: "team", ceiling: "team", settled: true, questions: [] }, ["payments", "covered", ["page"]]],
    [false, { tier: "experts", ceiling: "experts", settled: true, questions: [] }, ["payments", "holds", []]],
  ])("is settled by the answer: %s", (support, expected, finding) => {
    const classification = told({ data: [paysBy("page")], criticality: { support } });
    expect(classification).toMatchObject(expected);
    expect(standing(classification)).toEqual([finding]);
  });

  test("holds when what no component handles is enough for it", () => {
    const classification = told({ data: [paysBy("page"), { class: "payment" }] });
    expect(classification).toMatchObject({ tier: "experts", settled: true, questions: [] });
    expect(restsOn(classification.findings[0]?.evidence)).toEqual({ sensitiveData: true });
  });

  test("is covered when another component covers enough of it, whatever the answer", () => {
    const classification = told({ data: [{ class: "general", component: { id: "page" } }, paysBy("vault")] }, [
      page,
      vault,
    ]);
    expect(classification).toMatchObject({ tier: "team", settled: true });
    expect(standing(classification)).toEqual([["payments", "covered", ["vault"]]]);
  });

  test("is open when it takes both: the one that covers, and the one that may", () => {
    const classification = told({ data: [paysBy("page"), paysBy("vault")] }, [page, vault]);
    expect(standing(classification)).toEqual([["payments", "possible", []]]);
    expect(facts(classification)).toEqual(["support"]);
  });

  test("is asked about, too, where what the component leaves is open", () => {
    const classification = told({ data: [paysBy("page")], partial: ["/data"] });
    expect(facts(classification)).toEqual(["sensitiveData", "support"]);
  });

  test("has nothing to say of a component that another app uses, or that was retired", () => {
    expect(standing(told({ data: [paysBy("vault")] }))).toEqual([["payments", "holds", []]]);
    const retired = { ...page, retired: "Use the vault." };
    expect(standing(told({ data: [paysBy("page")] }, [retired]))).toEqual([["payments", "holds", []]]);
  });

  test("does not depend on a version that is not told: such a use covers nothing until it is", () => {
    const versioned = { ...page, from: "2.0", when: supported };
    expect(standing(told({ data: [paysBy("page")] }, [versioned]))).toEqual([["payments", "holds", []]]);
  });

  test("stays open with more such components than are told apart, and is settled by their answers", () => {
    const ids = [..."abcdef"];
    const components = ids.map((id) => ({ id, title: id, covers: ["payments"], when: supported }));
    const fields = { data: ids.map(paysBy) };
    expect(standing(told(fields, components))).toEqual([["payments", "possible", []]]);
    expect(standing(told({ ...fields, criticality: { support: true } }, components))).toEqual([
      ["payments", "covered", ids],
    ]);
  });

  test("is asked about where the whole app leaves it open, and what is left would not", () => {
    const one = lifting("alone", "central", { fact: "systemsWritten", atMost: 1 });
    const write = (system: string) => ({ system, direction: "write", component: { id: "page" } }) as const;
    const bridge = { ...page, covers: ["alone"], when: { all: [] } };
    const classification = told({ integrations: [write("ERP")], partial: ["/integrations"] }, [bridge], [one]);
    expect(classification).toMatchObject({ settled: false });
    expect(facts(classification)).toEqual(["systemsWritten"]);
  });
});

describe("a sign that a component covers while something holds of which nobody knows", () => {
  const signs = [sign("sensitive", takesPayments, { tier: "central" })];
  const components = [{ ...page, covers: ["sensitive"] }];
  const criteria = [lifting("twice", "experts", { all: [{ sign: "sensitive" }, { fact: "users", atLeast: 50 }] })];
  const fields = { data: [paysBy("page")], audience: { users: 60 } };

  test("leaves open what refers to it, which asks the same question", () => {
    const classification = classifyBy({ signs, components, criteria }, fields);
    expect(classification).toMatchObject({ tier: "team", ceiling: "experts", settled: false });
    expect(classification.questions).toMatchObject([
      { fact: "support", couldReach: "experts", findings: ["twice", "sensitive"] },
    ]);
  });

  test("is neither there nor absent for whoever asks", () => {
    const policy: Policy = { id: "p", version: "1.0.0", title: "", tiers: [], signs, components };
    const tiers = ["team", "central"].map((id) => ({ id, title: id, advice: "" }));
    const { ask } = createExaminer({ ...policy, tiers })(appWith(fields));
    const { holds, evidence } = ask({ sign: "sensitive" });
    expect([holds, restsOn(evidence)]).toEqual([null, { sensitiveData: true, support: null }]);
  });
});

const ranks = ({ policy }: CoveredWorld, { tier, ceiling }: Classification) =>
  [tier, ceiling].map((id) => policy.tiers.findIndex((each) => each.id === id));

const outcomesOf = (world: CoveredWorld) => completionsOf(world).map((open) => rankOf(world, open));

describe("whatever the answers turn out to be", () => {
  test("an app that is told in full is in the tier that the documentation says", () => {
    fc.assert(
      fc.property(anyWorlds, (world) => {
        for (const open of completionsOf(world)) {
          const classification = classify(profileOf(world, open), world.policy);
          expect([...ranks(world, classification), classification.settled]).toEqual([
            rankOf(world, open),
            rankOf(world, open),
            true,
          ]);
        }
      }),
      draws(500),
    );
  });

  test("it lies between tier and ceiling, and is the tier where that is settled", () => {
    fc.assert(
      fc.property(anyWorlds, (world) => {
        const classification = classify(profileOf(world, world.told), world.policy);
        const [tier, ceiling] = ranks(world, classification);
        const outcomes = outcomesOf(world);
        expect(Math.min(...outcomes)).toBeGreaterThanOrEqual(tier ?? Number.NaN);
        expect(Math.max(...outcomes)).toBeLessThanOrEqual(ceiling ?? Number.NaN);
        if (classification.settled) expect(new Set(outcomes)).toEqual(new Set([tier]));
      }),
      draws(1000),
    );
  });

  test("tier and ceiling are reached, where nothing that is open has to do with anything else", () => {
    fc.assert(
      fc.property(simpleWorlds, (world) => {
        const classification = classify(profileOf(world, world.told), world.policy);
        const outcomes = outcomesOf(world);
        expect(ranks(world, classification)).toEqual([Math.min(...outcomes), Math.max(...outcomes)]);
      }),
      draws(1000),
    );
  });

  test("what is open is asked, and whoever answers comes to the tier, and to all findings", () => {
    fc.assert(
      fc.property(fc.oneof(anyWorlds, simpleWorlds), fc.nat(), (world, choice) => {
        const completions = completionsOf(world);
        const truth = completions[choice % completions.length] ?? expect.fail("There is a completion.");
        let { told } = world;
        for (let answers = 0; answers <= 3; answers++) {
          const classification = classify(profileOf(world, told), world.policy);
          const [fact] = facts(classification);
          expect(classification.questions.some(({ opens }) => opens === "tier")).toBe(!classification.settled);
          if (classification.settled) expect(ranks(world, classification)[0]).toBe(rankOf(world, truth));
          if (fact === undefined) {
            expect(classification.findings.filter(({ status }) => status === "possible")).toEqual([]);
            return;
          }
          told = { ...told, [fact]: truth[fact as keyof typeof truth] }; // what is open has these names
        }
        expect.unreachable("There are three facts to ask for.");
      }),
      draws(1000),
    );
  });

  test("a profile is not changed, and one more word of it never widens what was said", () => {
    fc.assert(
      fc.property(anyWorlds, (world) => {
        const profile: AppProfile = profileOf(world, world.told);
        const before = structuredClone(profile);
        const [tier, ceiling] = ranks(world, classify(profile, world.policy));
        expect(profile).toEqual(before);
        for (const { support } of completionsOf(world)) {
          const [more, less] = ranks(world, classify(profileOf(world, { ...world.told, support }), world.policy));
          expect(more).toBeGreaterThanOrEqual(tier ?? Number.NaN);
          expect(less).toBeLessThanOrEqual(ceiling ?? Number.NaN);
        }
      }),
      draws(500),
    );
  });
});
