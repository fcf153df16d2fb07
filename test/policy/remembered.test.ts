import { type Catalogue, type Policy, standardFacts, standardPolicy } from "plimsoll";
import { expect, test } from "vitest";
import { remembered } from "../../src/policy/index.js";

test("what is made of two things is made once for the same two", () => {
  const asked: unknown[] = [];
  const made = remembered((policy: Policy, facts: Catalogue) => {
    asked.push([policy, facts]);
    return { policy, facts };
  });
  const [other, otherFacts]: [typeof standardPolicy, Catalogue] = [{ ...standardPolicy }, { ...standardFacts }];
  expect(made(standardPolicy, standardFacts)).toBe(made(standardPolicy, standardFacts));
  expect(made(other, standardFacts)).toEqual({ policy: other, facts: standardFacts });
  expect(made(standardPolicy, otherFacts).facts).toBe(otherFacts);
  expect(made(standardPolicy, standardFacts).facts).toBe(standardFacts);
  expect(asked).toHaveLength(3);
});

test("what could not be made is tried again", () => {
  let tries = 0;
  const made = remembered((): object => {
    tries++;
    throw new Error("No.");
  });
  for (const _ of [1, 2]) expect(() => made(standardPolicy, standardFacts)).toThrow("No.");
  expect(tries).toBe(2);
});
