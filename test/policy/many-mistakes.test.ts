import {
  type AppProfile,
  type Condition,
  classify,
  createClassifier,
  type Policy,
  type PolicyChanges,
  type Problem,
  safeExtendPolicy,
  safeParsePolicy,
} from "plimsoll";
import { tierRange, undecidedGap } from "plimsoll/analysis";
import { describe, expect, test } from "vitest";
import { linesIn, linesOfPolicy } from "../../src/policy/index.js";
import { criterion, emptyPolicy, manyUsers, policyOf, rubric, sign } from "./a-policy.js";
import { problemsOf } from "./mistakes.js";

const times = <Entry>(size: number, entryAt: (index: number) => Entry) =>
  Array.from({ length: size }, (_, index) => entryAt(index));

/** Signs of which each rests on the next, and the last on whatever is given. */
const chain = (length: number, last: Condition): Policy => ({
  ...emptyPolicy,
  signs: times(length, (index) => sign(`s${index}`, index === length - 1 ? last : { sign: `s${index + 1}` })),
});

const crowded: AppProfile = { id: "rota", name: "Rota", audience: { users: 5000 } };

const mostOfAll = 50;

const wrongFact: Condition = { fact: "userz", atLeast: 1 };

describe("of many mistakes, fifty are told", () => {
  test.each<[string, Policy]>([
    [
      "signs that are not there",
      { ...emptyPolicy, signs: times(300, (index) => sign(`s${index}`, { sign: `t${index}` })) },
    ],
    ["facts that are not there", policyOf({ all: times(300, () => wrongFact) })],
    ["rubrics that are not there", policyOf({ any: times(300, (index) => ({ score: `r${index}`, atLeast: 1 })) })],
    [
      "tiers that are not there",
      { ...emptyPolicy, criteria: times(300, (index) => criterion(manyUsers, { id: `c${index}`, tier: `t${index}` })) },
    ],
    ["one id for all", { ...emptyPolicy, criteria: times(300, () => criterion(manyUsers)) }],
    [
      "rules that are not there",
      policyOf(manyUsers, { components: [{ id: "c", title: "C", covers: times(300, (index) => `r${index}`) }] }),
    ],
    [
      "components that are no versions",
      policyOf(manyUsers, {
        components: times(300, (index) => ({ id: `c${index}`, title: "C", covers: [], from: "2." })),
      }),
    ],
    [
      "signs that rest on themselves",
      { ...emptyPolicy, signs: times(300, (index) => sign(`s${index}`, { sign: `s${index}` })) },
    ],
  ])("%s", (_, policy) => {
    expect(problemsOf(policy)).toHaveLength(mostOfAll);
    expect(() => createClassifier(policy)).toThrow(
      expect.objectContaining({ problems: expect.objectContaining({ length: mostOfAll }) }),
    );
  });

  const anyRule = { title: "Other" };

  test.each<[string, PolicyChanges]>([
    [
      "rules to change that are not there",
      { id: "a", version: "1", change: Object.fromEntries(times(300, (index) => [`r${index}`, anyRule])) },
    ],
    ["rules to remove that are not there", { id: "a", version: "1", remove: times(300, (index) => `r${index}`) }],
    [
      "fields that there are not",
      { id: "a", version: "1", change: { rule: Object.fromEntries(times(300, (index) => [`f${index}`, 1])) } },
    ],
    [
      "lines that there are not",
      {
        id: "a",
        version: "1",
        change: { rule: { lines: Object.fromEntries(times(300, (index) => [`f${index}`, 1])) } },
      },
    ],
    [
      "reviews that are not there",
      { id: "a", version: "1", reviews: Object.fromEntries(times(300, (index) => [`r${index}`, null])) },
    ],
  ])("in changes: %s", (_, changes) => {
    const result = safeExtendPolicy(policyOf(manyUsers), changes);
    expect(result.ok ? [] : result.problems).toHaveLength(mostOfAll);
  });

  test("and what they say is no longer than a person reads, however long the names are", () => {
    const long = "n".repeat(20_000);
    const policies = [
      { ...emptyPolicy, signs: times(60, (index) => sign(`${long}${index}`, { sign: `${long}-${index}` })) },
      { ...emptyPolicy, signs: times(60, (index) => sign(`${long}${index}`, { fact: `${long}-${index}`, is: true })) },
      { ...emptyPolicy, signs: times(60, () => sign(long, manyUsers)) },
      policyOf({ fact: "users", atLeast: JSON.parse(JSON.stringify(long)) }),
    ];
    const longest = (problems: readonly Problem[]) => Math.max(...problems.map(({ message }) => message.length));
    for (const policy of policies) expect(longest(problemsOf(policy))).toBeLessThan(6000);
  });
});

describe("ten thousand signs, each resting on the next,", () => {
  const long = chain(10_000, manyUsers);

  test("are a policy, by which an app can be classified", () => {
    expect(safeParsePolicy(long).ok).toBe(true);
    const { tier, findings } = createClassifier(long)(crowded);
    expect(tier).toBe("central");
    expect(findings).toHaveLength(10_000);
    expect(
      findings.map(({ evidence }) => evidence.map(({ fact }) => fact)).every((facts) => facts.join() === "users"),
    ).toBe(true);
  });

  test("draw the line that the last of them draws", () => {
    expect(linesIn({ sign: "s0" }, long)).toEqual([manyUsers]);
    // Once as the rule's own, and once for all that name it.
    expect(linesOfPolicy(long)).toEqual([manyUsers, manyUsers]);
  });

  test("are asked for the one fact that they all wait for", () => {
    const { questions, settled } = classify({ id: "rota", name: "Rota" }, long);
    expect(settled).toBe(false);
    expect(questions.map(({ fact, findings }) => [fact, findings.length])).toEqual([["users", 10_000]]);
  });

  test("in a circle are one mistake, told in part", () => {
    const [problem, ...others] = problemsOf(chain(10_000, { sign: "s0" }));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ pointer: "/signs/9999/when/sign", code: "cycle" });
    expect(problem?.message).toContain('sign "s0" → sign "s1"');
    expect(problem?.message).toContain('9991 more → sign "s9996"');
    expect(problem?.message).toContain('sign "s9999" → sign "s0"');
  });

  test("in a circle are refused even by what never checked them", () => {
    expect(() => classify(crowded, chain(10_000, { sign: "s0" }))).toThrow(
      expect.objectContaining({ code: "invalid-policy" }),
    );
  });
});

describe("what refers twice to what refers twice", () => {
  const levels = 90;

  test("is asked once, as signs", () => {
    const signs = times(levels, (index) =>
      sign(`s${index}`, index === 0 ? manyUsers : { all: [{ sign: `s${index - 1}` }, { sign: `s${index - 1}` }] }),
    );
    const policy: Policy = { ...emptyPolicy, signs };
    expect(safeParsePolicy(policy).ok).toBe(true);
    expect(classify(crowded, policy).findings).toHaveLength(levels);
    expect(linesIn({ sign: `s${levels - 1}` }, policy)).toEqual([manyUsers]);
    expect(tierRange({ id: "rota", name: "Rota" }, policy)).toMatchObject({
      verdict: "exact",
      tiers: ["team", "central"],
    });
    expect(undecidedGap(policy)).toEqual(undecidedGap({ ...policy, signs: signs.slice(0, 1) }));
  });

  test("is asked once, as rubrics", () => {
    const twice = (id: string): Condition => ({
      all: [{ score: id, atLeast: 1 }, { not: { score: id, atLeast: 2 } }],
    });
    const rubrics = times(levels, (index) => rubric(`r${index}`, index === 0 ? manyUsers : twice(`r${index - 1}`)));
    const policy = policyOf({ score: `r${levels - 1}`, atLeast: 1 }, { rubrics });
    expect(safeParsePolicy(policy).ok).toBe(true);
    for (const profile of [crowded, { id: "rota", name: "Rota" }]) {
      const { findings } = classify(profile, policy);
      expect(findings.map(({ evidence }) => evidence.length)).toEqual([1]);
    }
    expect(linesIn({ score: `r${levels - 1}`, atLeast: 1 }, policy)).toEqual([manyUsers]);
  });
});

test("rubrics rest on each other as deep as conditions are nested, and no deeper", () => {
  const nested = (levels: number) =>
    policyOf(manyUsers, {
      rubrics: times(levels, (index) =>
        rubric(`r${index}`, index === levels - 1 ? manyUsers : { score: `r${index + 1}`, atLeast: 1 }),
      ),
    });
  expect(problemsOf(nested(100))).toEqual([]);
  expect(problemsOf(nested(10_000))).toEqual([
    {
      pointer: "/rubrics/9899/items/0/when/score",
      code: "too-large",
      message: expect.stringContaining("100 levels deep"),
    },
  ]);
});

describe("a finding rests on as much evidence as a person reads", () => {
  const lines = times(300, (index): Condition => ({ fact: "users", atLeast: index + 1 }));

  test("a hundred lines", () => {
    const { findings } = classify(crowded, policyOf({ all: lines }));
    expect(findings.map(({ evidence }) => evidence.length)).toEqual([100]);
  });

  test("and, beyond them, each fact that is open, so that it is asked for", () => {
    const { findings, questions } = classify(
      crowded,
      policyOf({ all: [...lines, { fact: "support", is: false }, { fact: "monitoring", is: false }] }),
    );
    expect(findings.map(({ status, evidence }) => [status, evidence.length])).toEqual([["possible", 102]]);
    expect(questions.map(({ fact }) => fact)).toEqual(["support", "monitoring"]);
  });
});
