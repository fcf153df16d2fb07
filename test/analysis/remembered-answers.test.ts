import fc from "fast-check";
import { type AppProfile, standardPolicy } from "plimsoll";
import { type Analysis, createAnalysis, nextQuestions, type Priors, tierRange } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { createMemory } from "../../src/analysis/memory.js";
import { studyOf } from "../../src/analysis/study.js";
import { profileArbitrary } from "../arbitraries/profile.js";
import { policyOf } from "../policy/a-policy.js";
import { draws } from "../prove/draws.js";
import { appTelling, ownFact, upToNine } from "./own-facts.js";
import { priorsOver } from "./small-claims.js";
import { analysisOf, worlds } from "./small-policies.js";
import { partialProfiles } from "./small-profiles.js";

interface Question {
  readonly profile: AppProfile;
  readonly priors: Priors;
  readonly aim: "worst" | "average";
}

const ask = (analysis: Analysis, question: Question) => [
  nextQuestions(question.profile, analysis, question),
  tierRange(question.profile, analysis),
];

test("whatever was asked before, in whatever order, the answer is that of an analysis that was asked nothing", () => {
  const asked = worlds(4).chain((world) => {
    const question: fc.Arbitrary<Question> = fc.record({
      profile: partialProfiles(world),
      priors: fc.oneof(fc.constant<Priors>({}), priorsOver(world.facts)),
      aim: fc.constantFrom<"worst" | "average">("worst", "average"),
    });
    return fc.tuple(fc.constant(world), fc.array(question, { minLength: 2, maxLength: 8 }));
  });
  fc.assert(
    fc.property(asked, ([world, questions]) => {
      const warm = analysisOf(world);
      const answers = [...questions, ...[...questions].reverse()].map((question) => ask(warm, question));
      const fresh = questions.map((question) => ask(analysisOf(world), question));
      expect(answers).toEqual([...fresh, ...[...fresh].reverse()]);
    }),
    draws(60),
  );
});

test("so it is by the standard policy, also for apps that use components", () => {
  const warm = createAnalysis(standardPolicy);
  fc.assert(
    fc.property(profileArbitrary, (profile) => {
      expect(nextQuestions(profile, warm)).toEqual(nextQuestions(profile, standardPolicy));
      expect(tierRange(profile, warm)).toEqual(tierRange(profile, standardPolicy));
    }),
    draws(60),
  );
});

test("what is handed out is not what is remembered", () => {
  const analysis = createAnalysis(standardPolicy);
  const app = { id: "stock", name: "Stock list" };
  const before = structuredClone(nextQuestions(app, analysis));
  const handedOut = nextQuestions(app, analysis);
  if (handedOut.verdict !== "open") throw new Error(handedOut.verdict);
  for (const question of handedOut.questions)
    Object.assign(question, { settles: 2, answerAt: Object.assign(question.answerAt, ["/"]) });
  Object.assign(handedOut.worst, { atLeast: 0 });
  expect(nextQuestions(app, analysis)).toEqual(before);
});

const size = { facts: { size: ownFact("size", upToNine) } };
const sized = policyOf({ fact: "size", atLeast: 5 });

test("a budget that is enough for an app is enough for it after any number of others", () => {
  const enough = Array.from({ length: 40 }, (_, budget) => budget + 1).find(
    (budget) => nextQuestions(appTelling({}), createAnalysis(sized, { ...size, budget })).verdict === "open",
  );
  const analysis = createAnalysis(sized, { ...size, budget: enough ?? 0 });
  const priors = (line: number): Priors => ({
    size: [
      { when: { below: line }, weight: 1 },
      { when: { atLeast: line }, weight: 1 },
    ],
  });
  for (let line = 1; line < 9; line++) nextQuestions(appTelling({}), analysis, { priors: priors(line) });
  expect(nextQuestions(appTelling({}), analysis)).toEqual(nextQuestions(appTelling({}), createAnalysis(sized, size)));
});

test("a memory keeps as many answers as it may, and forgets the one that was asked for longest ago", () => {
  const worked: string[] = [];
  const memory = createMemory<string, string>(2);
  const recall = (key: string) => memory(key, () => `${key}${worked.push(key)}`);
  expect(["a", "b", "a", "c", "a", "b"].map(recall)).toEqual(["a1", "b2", "a1", "c3", "a1", "b4"]);
  expect(worked).toEqual(["a", "b", "c", "b"]);
});

test("workings are begun anew once they take more room than they may, and those of three grounds are remembered", () => {
  const study = studyOf(createAnalysis(sized, size))();
  const workings = (line: number) =>
    study.withWorkings(study, { priors: {}, lines: [{ fact: "size", atLeast: line }] }, (each) => each);
  const [first, second] = [workings(1), workings(2)];
  workings(3);
  expect(workings(1)).toBe(first);
  workings(4);
  expect(workings(1)).toBe(first);
  expect(workings(2)).not.toBe(second);
  for (let value = 0; value <= 1 << 17; value++) first.model.diagrams.constant(value + 10);
  expect(workings(1)).not.toBe(first);
});
