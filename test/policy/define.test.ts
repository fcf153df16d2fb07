import {
  classify,
  createClassifier,
  defineFact,
  definePolicy,
  extendPolicy,
  parsePolicy,
  reading,
  safeParsePolicy,
  standardFacts,
} from "plimsoll";
import { describe, expect, test } from "vitest";
import { criterion, emptyPolicy, manyUsers, sign } from "./a-policy.js";
import { deepFreeze } from "./frozen.js";
import { mistakesIn, refusalOf } from "./mistakes.js";

test("a policy that is defined comes back as it is, and is plain JSON", () => {
  const policy = deepFreeze({
    ...emptyPolicy,
    criteria: [criterion(manyUsers)],
    signs: [sign("daily", { fact: "dailyDependence", is: true })],
  });
  expect(definePolicy(policy as never)).toBe(policy);
  expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
});

test("what the compiler cannot see is refused when the policy is defined", () => {
  const define = () =>
    definePolicy({
      ...emptyPolicy,
      signs: [
        { id: "a", severity: "low", title: "A", why: "A.", when: { sign: "b" } },
        { id: "b", severity: "low", title: "B", why: "B.", when: { sign: "a" } },
      ],
    });
  expect(mistakesIn(refusalOf(define))).toEqual([["/signs/1/when/sign", "cycle"]]);
});

describe("facts of one's own", () => {
  const sites = defineFact({
    question: "At how many sites is it used?",
    domain: { kind: "number", min: 0, whole: true, unit: "sites" },
    cost: 5,
    changeable: false,
    risk: "rising",
    answerAt: ["/extensions/sites"],
    derive: ({ extensions }) =>
      typeof extensions?.sites === "number" ? reading.exact(extensions.sites) : reading.unknown,
  });
  const facts = { ...standardFacts, sites };
  const define = () =>
    definePolicy(
      {
        ...emptyPolicy,
        criteria: [
          {
            id: "many-sites",
            tier: "central",
            title: "Many sites",
            why: "They differ.",
            when: { fact: "sites", atLeast: 3 },
          },
        ],
      },
      { facts },
    );
  const rota = { id: "rota", name: "Rota", extensions: { sites: 4 } };

  test("are asked wherever they are handed over", () => {
    const policy = define();
    const ours = extendPolicy(
      policy,
      { id: "ours", version: "1.0.0", change: { "many-sites": { lines: { sites: 5 } } } },
      { facts },
    );
    expect(classify(rota, policy, { facts }).tier).toBe("central");
    expect(createClassifier(parsePolicy(policy, { facts }), { facts })(rota).tier).toBe("central");
    expect(classify(rota, ours, { facts }).tier).toBe("team");
  });

  test("are unknown wherever they are not", () => {
    const policy = define();
    const mistake = [["/criteria/0/when/fact", "unknown-fact"]];
    const result = safeParsePolicy(policy);
    expect(mistakesIn(result.ok ? [] : result.problems)).toEqual(mistake);
    expect(mistakesIn(refusalOf(() => createClassifier(policy)))).toEqual(mistake);
    expect(mistakesIn(refusalOf(() => extendPolicy(policy, { id: "ours", version: "1.0.0" })))).toEqual(mistake);
    expect(refusalOf(() => classify(rota, policy))).toHaveLength(1);
  });
});
