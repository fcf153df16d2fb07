import { classify, definePolicy } from "plimsoll";
import { expect, test } from "vitest";

const text = { title: "Exposed", why: "Many people see it.", advice: "Talk to IT." };

test("a line that a rule draws in several places is shown once", () => {
  const policy = definePolicy({
    id: "twice",
    version: "1.0.0",
    title: "Twice",
    tiers: [
      { id: "low", title: "Low", advice: "Go on." },
      { id: "high", title: "High", advice: "Talk to IT." },
    ],
    rubrics: [{ id: "exposure", title: "Exposure", items: [{ points: 2, when: { fact: "users", atLeast: 50 } }] }],
    criteria: [
      {
        id: "exposed",
        tier: "high",
        when: {
          all: [
            { score: "exposure", atLeast: 1 },
            { score: "exposure", atLeast: 2 },
            {
              any: [
                { fact: "users", atLeast: 50 },
                { fact: "departments", atLeast: 3 },
              ],
            },
          ],
        },
        ...text,
      },
    ],
  });
  const { findings } = classify({ id: "rota", name: "Rota", audience: { users: 60 } }, policy);
  expect(findings[0]?.evidence.map(({ fact, line }) => [fact, line])).toEqual([["users", { atLeast: 50 }]]);
});

test("what one answer shares with others cannot be changed through it", () => {
  const { findings } = classify({ id: "rota", name: "Rota" });
  for (const { evidence } of findings) {
    for (const { line, pointers } of evidence) {
      expect(Object.isFrozen(line)).toBe(true);
      expect(Object.isFrozen(pointers)).toBe(true);
    }
  }
});
