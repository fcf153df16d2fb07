import { type Policy, parseProfile, safeParsePolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import {
  examplesOf,
  expectedOf,
  jsonOf,
  namesOfExamples,
  outcomeOf,
  policyNamed,
  policyNames,
} from "./example-policies.js";
import { withLinesMoved } from "./moved-lines.js";

function rulesOf({ criteria = [], signs = [], tiers }: Policy): readonly string[] {
  return [...criteria, ...signs, ...tiers.flatMap(({ limits = [] }) => limits)].map(({ id }) => id);
}

test("there are five, each with worked examples", () => {
  expect(policyNames).toHaveLength(5);
  expect(namesOfExamples).toEqual(policyNames);
});

test("between them, something is unknown, something is exempt and something is covered", () => {
  const examples = policyNames.flatMap(examplesOf);
  expect(examples.filter(({ ceiling }) => ceiling !== undefined)).not.toEqual([]);
  expect(examples.filter(({ exempt }) => exempt !== undefined)).not.toEqual([]);
  expect(examples.filter(({ covered }) => covered !== undefined)).not.toEqual([]);
});

describe.each(policyNames)("%s", (name) => {
  const policy = policyNamed(name);
  const examples = examplesOf(name);
  const rules = rulesOf(policy);

  test("is a policy without a mistake", () => {
    expect(safeParsePolicy(jsonOf(`${name}.json`))).toEqual({ ok: true, value: policy });
    expect(policy.id).toBe(name);
  });

  test.each(examples)("$name", (example) => {
    expect(outcomeOf(parseProfile(example.profile), policy)).toEqual(expectedOf(example));
  });

  test("tells each example by a sentence of its own", () => {
    const sentences = examples.map((example) => example.name);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
  });

  test("reaches every tier in some example, and leaves one open", () => {
    const reached = new Set(examples.map(({ tier }) => tier));
    expect([...reached].sort()).toEqual(policy.tiers.map(({ id }) => id).sort());
    expect(examples.filter(({ tier, ceiling = tier }) => ceiling !== tier)).not.toEqual([]);
  });

  test.each(rules)("has an example in which %s holds, and one in which it does not", (rule) => {
    const holds = new Set(examples.map(({ because }) => because.includes(rule)));
    expect([...holds].sort()).toEqual([false, true]);
  });

  test("is pinned by its examples: whichever line moves by one step, some example notices", () => {
    const moved = withLinesMoved(policy);
    expect(moved.length).toBeGreaterThan(20);
    const unnoticed = moved.filter((other) =>
      examples.every((example) => {
        const expected = JSON.stringify(expectedOf(example));
        return JSON.stringify(outcomeOf(example.profile, other.policy)) === expected;
      }),
    );
    expect(unnoticed.map((other) => other.name)).toEqual([]);
  });
});
