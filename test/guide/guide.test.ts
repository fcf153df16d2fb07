import fc from "fast-check";
import {
  buildGuide,
  classify,
  defineFact,
  definePolicy,
  deriveFacts,
  extendPolicy,
  factsOf,
  type Policy,
  parseProfile,
  reading,
  standardFacts,
  standardPolicy,
} from "plimsoll";
import { guideMarkdown, type Scenario, scenarios } from "plimsoll/guide";
import { describe, expect, test } from "vitest";
import { leastRisk, synthesizeProfile } from "../../src/facts/index.js";
import { emptyPolicy, limitedTiers, words } from "../policy/a-policy.js";
import { policies } from "./policies.js";

describe.each(policies)("the guide to the policy %s", (_, policy) => {
  const { tiers } = buildGuide(policy);
  const practice = scenarios(policy);
  test("has a place for every rule, in the tier that it lifts to", () => {
    const placed = tiers.flatMap(({ lines }) => lines.map(({ rule }) => rule));
    const rules = [
      ...policy.tiers.flatMap(({ limits: kept = [] }) => kept),
      ...(policy.criteria ?? []),
      ...(policy.signs ?? []),
    ];
    expect([...placed].sort()).toEqual(rules.map(({ id }) => id).sort());
    expect(tiers[0]?.lines).toEqual([]);
    expect(tiers.flatMap(({ lines }) => lines).filter(({ when }) => when === "")).toEqual([]);
  });

  test("has practice scenarios on both sides of every rule", () => {
    expect(practice.untold).toEqual([]);
    for (const { rule } of tiers.flatMap(({ lines }) => lines)) {
      const sides = practice.scenarios.filter((each) => each.rule === rule).map(({ crossed }) => crossed);
      expect([rule, new Set(sides).size]).toEqual([rule, 2]);
    }
  });

  test("gives the answers that the policy gives, on apps that can be", () => {
    for (const { app, answer, rule, crossed } of practice.scenarios) {
      const { tier, findings } = classify(parseProfile(app), policy);
      expect(answer.tier).toBe(tier);
      expect(findings.some(({ id, status }) => id === rule && status === "holds")).toBe(crossed);
    }
  });

  test("tells in each story all that its answer rests on, but for what is harmless", () => {
    const facts = factsOf(policy);
    const harmless = deriveFacts(synthesizeProfile({}) ?? expect.fail(), facts);
    for (const { app, story } of practice.scenarios) {
      const evidence = classify(app, policy).findings.flatMap((finding) => finding.evidence);
      const remarkable = evidence.filter(({ fact, observed }) => {
        const reading = harmless[fact];
        const least =
          reading === undefined || reading.kind === "unknown" ? leastRisk(facts[fact] ?? expect.fail()) : reading.value;
        return JSON.stringify(least) !== JSON.stringify(observed);
      });
      const untold = remarkable.filter(({ question }) => !story.some((sentence) => sentence.startsWith(question)));
      expect([story, untold]).toEqual([story, []]);
    }
  });

  test("has one answer for stories that read the same, and one exercise on a page with one title", () => {
    const answers = new Map<string, string>();
    for (const { story, answer, why } of practice.scenarios) {
      const told = [...story].sort().join(" ");
      const given = JSON.stringify([answer, why]);
      expect([told, answers.get(told) ?? given]).toEqual([told, given]);
      answers.set(told, given);
    }
    const markdown = guideMarkdown(policy);
    expect(markdown.match(/^### /gm)).toHaveLength(answers.size);
    expect(markdown.match(/^# /gm)).toHaveLength(1);
  });

  test("tells the same facts of both sides of a line", () => {
    const questions = ({ story }: Scenario) => story.map((sentence) => sentence.replace(/\?.*/, "?"));
    practice.scenarios.forEach((one, index, all) => {
      const other = all[index % 2 === 0 ? index + 1 : index - 1] ?? expect.fail();
      expect([other.rule, other.fact, other.crossed]).toEqual([one.rule, one.fact, !one.crossed]);
      expect(questions(other)).toEqual(questions(one));
    });
  });

  test("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify([tiers, practice]))).toEqual([tiers, practice]);
  });
});

test("whatever is no policy has no guide", () => {
  // What was never checked can be anything.
  const nothing = {} as Policy;
  for (const make of [buildGuide, scenarios, guideMarkdown]) {
    expect(() => make(nothing)).toThrow(expect.objectContaining({ code: "invalid-policy" }));
  }
});

test("moving a line moves the guide", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 400 }), (users) => {
      const moved = extendPolicy(standardPolicy, {
        id: "ours",
        version: "1.0.0",
        change: { "many-users": { lines: { users } } },
      });
      expect(buildGuide(moved).alone[0]).toBe(`How many people use it now? Fewer than ${users} people`);
      const [below, above] = scenarios(moved).scenarios.filter(({ rule }) => rule === "many-users");
      expect([below?.app.audience?.users, above?.app.audience?.users]).toEqual([users - 1, users]);
      expect([below?.answer.tier, above?.answer.tier]).toEqual(["citizen", "it-review"]);
      expect(guideMarkdown(moved)).toContain(`| How many people use it now? ${users} people or more |`);
    }),
    { numRuns: 10 },
  );
});

describe("what can be built alone", () => {
  test("says each line once, and of two the stricter", () => {
    const { alone } = buildGuide();
    expect(alone.filter((line) => line.startsWith("How many people use it now?"))).toHaveLength(1);
    expect(alone.filter((line) => line.startsWith("Which systems does it write to?"))).toEqual([
      "Which systems does it write to? None",
    ]);
  });

  test("asks nothing that a policy exempts", () => {
    const [, deliveryTiers] = policies.find(([name]) => name === "delivery-tiers") ?? expect.fail();
    expect(buildGuide(deliveryTiers).alone).toEqual([
      "How many people use it now? 5 people at most",
      "How sensitive is the data that it holds or shows? General at most",
      "Which systems does it write to? None",
      "How complex are its calculations? Simple at most",
      "Would daily work stop if it were down? No",
      "Which sensitive data does it hold or show? None of health, payment",
    ]);
  });

  test("names an exemption where there is one", () => {
    const rule = { ...words, id: "daily", tier: "central", when: { fact: "dailyDependence", is: true } } as const;
    const policy = { ...emptyPolicy, criteria: [{ ...rule, unless: { fact: "support", is: true } }] } as const;
    expect(buildGuide(policy).alone).toEqual([
      "Would daily work stop if it were down? No; or Is it clear who supports it, and how? Yes",
    ]);
  });

  test("is said by the limits of a tier as well", () => {
    const policy = { ...emptyPolicy, tiers: limitedTiers({ fact: "users", atMost: 5 }) };
    expect(buildGuide(policy).alone).toEqual(["How many people use it now? 5 people at most"]);
  });
});

test.each([
  [
    "a count",
    {
      count: [
        { fact: "outsideUsers", is: true },
        { fact: "users", atLeast: 30 },
      ],
      atLeast: 2,
    },
  ],
  [
    "points",
    {
      score: [
        { points: 2, when: { fact: "outsideUsers", is: true } },
        { points: 1, when: { fact: "users", atLeast: 30 } },
      ],
      atLeast: 3,
    },
  ],
] as const)("%s is practised fact by fact, the others being so", (_, when) => {
  const rule = { ...words, id: "crowd", tier: "central", when } as const;
  const { scenarios: told, untold } = scenarios({ ...emptyPolicy, criteria: [rule] });
  expect(untold).toEqual([]);
  expect(told.map(({ story, answer }) => [...story, answer.tier])).toEqual([
    ["Do people from outside use it? No.", "How many people use it now? 30 people.", "team"],
    ["Do people from outside use it? Yes.", "How many people use it now? 30 people.", "central"],
    ["How many people use it now? 29 people.", "Do people from outside use it? Yes.", "team"],
    ["How many people use it now? 30 people.", "Do people from outside use it? Yes.", "central"],
  ]);
});

describe("whom to ask", () => {
  test("is what the policy says", () => {
    expect(buildGuide().help).toEqual(standardPolicy.help);
  });

  test("is always somebody", () => {
    expect(buildGuide(emptyPolicy).help.who).toBe("IT");
    expect(guideMarkdown(emptyPolicy)).toContain("Asking early is good judgement.");
  });

  test("offers no component that is retired", () => {
    const policy = extendPolicy(standardPolicy, {
      id: "ours",
      version: "1.0.0",
      components: { "payment-processing": { retired: "Use the other." } },
    });
    expect(buildGuide(policy).components.map(({ id }) => id)).toEqual([
      "data-synchronisation",
      "integration-connector",
    ]);
  });
});

test("names in a policy stay names in Markdown", () => {
  const policy: Policy = { ...emptyPolicy, title: "Ours | *theirs* <b>" };
  expect(guideMarkdown(policy)).toMatch(/^# Ours \\\| \\\*theirs\\\* \\<b\\>: what/);
});

describe("a fact of one's own", () => {
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
  const hidden = { ...sites, answerAt: ["/description"] };
  const policyOver = (fact: "sites" | "hidden") => {
    const facts = { ...standardFacts, sites, hidden };
    const when = { fact, atLeast: 3 } as const;
    const rule = { id: "many-sites", tier: "central", title: "Many sites", when, why: "They differ." } as const;
    return { facts, policy: definePolicy({ ...emptyPolicy, criteria: [rule] }, { facts }) };
  };

  test("has practice scenarios where its answer is among the extensions", () => {
    const { facts, policy } = policyOver("sites");
    const told = scenarios(policy, { facts }).scenarios.map(({ app, story }) => [app.extensions, story]);
    expect(told).toEqual([
      [{ sites: 2 }, ["At how many sites is it used? 2 sites."]],
      [{ sites: 3 }, ["At how many sites is it used? 3 sites."]],
    ]);
  });

  test("that nobody can tell how to answer leaves its rule untold", () => {
    const { facts, policy } = policyOver("hidden");
    expect(scenarios(policy, { facts })).toEqual({ scenarios: [], untold: ["many-sites"] });
    expect(guideMarkdown(policy, { facts })).not.toContain("## Practice");
  });
});
