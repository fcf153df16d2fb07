import fc from "fast-check";
import {
  carryFacts,
  createClassifier,
  defineFact,
  extendPolicy,
  type Policy,
  parsePolicy,
  reading,
  standardFacts,
  standardPolicy,
} from "plimsoll";
import { classifyBy } from "plimsoll/classify";
import { expect, test } from "vitest";
import { profileArbitrary } from "../arbitraries/profile.js";

const base: Policy = standardPolicy;
const ours = extendPolicy(base, {
  id: "ours",
  version: "1.0.0",
  add: {
    facts: {
      macros: { question: "Has it macros?", domain: { kind: "boolean" }, from: { read: "/extensions/macros" } },
    },
    criteria: [
      { id: "macros", tier: "it-review", title: "Macros", when: { fact: "macros", is: true }, why: "They run unseen." },
      { id: "wide", tier: "it-review", title: "Wide", when: { fact: "reach", atLeast: "organisation" }, why: "So." },
    ],
  },
});

test.each([base, ours])(
  "by a policy that carries its facts, and nothing else, every app is classified as by the policy ($id)",
  (policy) => {
    const shipped: Policy = JSON.parse(JSON.stringify(carryFacts(policy)));
    const [classify, classifyAlone] = [createClassifier(policy), classifyBy(shipped)];
    fc.assert(
      fc.property(profileArbitrary, (profile) => {
        expect(classifyAlone(profile)).toEqual(classify(profile));
      }),
      { numRuns: 300 },
    );
  },
);

test("what is carried is what is asked for, its own facts among it, and reads as a policy", () => {
  const carried = carryFacts(ours);
  expect(Object.keys(carried.facts)).toEqual(expect.arrayContaining(["users", "reach", "macros", "support"]));
  expect(Object.keys(carried.facts)).not.toContain("oversight");
  expect(parsePolicy(JSON.parse(JSON.stringify(carried)))).toEqual(carried);
  expect(carryFacts(carried)).toEqual(carried);
});

test("a fact that a function finds is not carried, but handed over", () => {
  const pages = defineFact({
    question: "How many pages has it?",
    domain: { kind: "number", min: 0, whole: true, unit: "pages" },
    cost: 1,
    changeable: true,
    risk: "rising",
    answerAt: ["/extensions/pages"],
    derive: ({ extensions }) => reading.exact(Number(extensions?.pages)),
  });
  const facts = { ...standardFacts, pages };
  const policy: Policy = {
    ...base,
    criteria: [{ id: "long", tier: "it-review", title: "Long", when: { fact: "pages", atLeast: 9 }, why: "So." }],
    signs: [],
    components: [],
  };
  const carried = carryFacts(policy, { facts });
  expect(Object.keys(carried.facts)).not.toContain("pages");
  const app = { id: "a", name: "A", extensions: { pages: 10 } };
  expect(classifyBy(carried, { facts: { pages } })(app).tier).toBe("it-review");
  expect(() => classifyBy(carried)(app)).toThrow(expect.objectContaining({ code: "invalid-policy" }));
});
