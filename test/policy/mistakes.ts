import { createClassifier, PlimsollError, type Policy, type Problem, safeParsePolicy } from "plimsoll";
import { describe, expect, test } from "vitest";

/** What is wrong with a policy that is read as JSON. */
export function problemsOf(policy: unknown): readonly Problem[] {
  const result = safeParsePolicy(policy);
  return result.ok ? [] : result.problems;
}

/** What a call says is wrong with a policy; a call that says nothing, or anything else, fails the test. */
export function refusalOf(call: () => unknown): readonly Problem[] {
  try {
    call();
  } catch (error) {
    if (error instanceof PlimsollError && error.code === "invalid-policy") return error.problems;
    throw error;
  }
  throw new Error("The policy was accepted.");
}

/** A problem without its sentence, as tables list it. */
export type Mistake = readonly [pointer: string, code: Problem["code"], suggestion?: string];

export function mistakesIn(problems: readonly Problem[]): readonly Mistake[] {
  return problems.map(({ pointer, code, suggestion }) =>
    suggestion === undefined ? [pointer, code] : [pointer, code, suggestion],
  );
}

/** A wrong policy: what is found in it, and what the first message must name. */
export type Row = readonly [says: string, policy: Policy, mistakes: readonly Mistake[], named: readonly string[]];

/** Tests policies that have the right form: reading them and making a classifier of them finds the same. */
export function testMistakes(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    test.each(rows)("%s", (_says, policy, mistakes, named) => {
      const problems = problemsOf(policy);
      expect(mistakesIn(problems)).toEqual(mistakes);
      for (const word of named) expect(problems[0]?.message).toContain(word);
    });

    test.each(rows)("%s is refused by a classifier for the same reason", (_says, policy, mistakes) => {
      expect(mistakesIn(refusalOf(() => createClassifier(policy)))).toEqual(mistakes);
    });
  });
}
