import fc from "fast-check";
import { standardPolicy } from "plimsoll";
import { nextQuestions, type Priors } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { type App, agreesWith, cellsIn, spaceOf } from "./brute-force.js";
import { analysisOf as analysisOfOwn, appTelling, oneRule, ownFact } from "./own-facts.js";
import { priorsOver } from "./small-claims.js";
import { analysisOf, worlds } from "./small-policies.js";
import { partialProfiles } from "./small-profiles.js";
import { linesOfPriors, weightOf } from "./weights.js";

/** Searches all orders of questions that settle the tier of some apps, whose answers are cells. */
function questioning(count: number, weigh: (app: App) => number) {
  const columns = Array.from({ length: count }, (_, index) => index);
  const weight = (apps: readonly App[]) => apps.map(weigh).reduce((sum, each) => sum + each, 0);
  const isSettled = (apps: readonly App[]) => apps.every(({ rank }) => rank === apps[0]?.rank);
  const answers = (apps: readonly App[], column: number) => {
    const cells = [...new Set(apps.map((app) => app.cells[column]))];
    return cells.map((cell) => apps.filter((app) => app.cells[column] === cell));
  };
  /** The least that can be had, by the first question to be asked. */
  const search = (asking: (apps: readonly App[], column: number) => number) => {
    const seen = new Map<string, number>();
    return (apps: readonly App[]): number => {
      if (isSettled(apps)) return 0;
      const key = apps.map(({ cells }) => cells.join()).join(";");
      const useful = columns.filter((column) => answers(apps, column).length > 1);
      const least = seen.get(key) ?? Math.min(...useful.map((column) => asking(apps, column)));
      seen.set(key, least);
      return least;
    };
  };
  /** How many answers it takes at worst, when this is asked first. */
  const worstAsking = (apps: readonly App[], column: number): number =>
    1 + Math.max(...answers(apps, column).map(worst));
  /** How many answers all apps take together, each as often as it weighs. */
  const totalAsking = (apps: readonly App[], column: number): number =>
    weight(apps) +
    answers(apps, column)
      .map(total)
      .reduce((sum, each) => sum + each, 0);
  const worst = search(worstAsking);
  const total = search(totalAsking);
  const share = (part: number, apps: readonly App[]) => (weight(apps) === 0 ? 0 : part / weight(apps));
  return {
    isSettled,
    worst,
    worstAsking,
    average: (apps: readonly App[]) => share(total(apps), apps),
    averageAsking: (apps: readonly App[], column: number) => share(totalAsking(apps, column), apps),
    settles: (apps: readonly App[], column: number) =>
      share(
        answers(apps, column)
          .filter(isSettled)
          .map(weight)
          .reduce((sum, each) => sum + each, 0),
        apps,
      ),
  };
}

/** Of apps that no line tells apart, one. */
const unlike = (apps: readonly App[]): readonly App[] => [
  ...new Map(apps.map((app) => [app.cells.join(), app])).values(),
];

const asked = worlds(4).chain((world) =>
  fc.tuple(
    fc.constant(world),
    partialProfiles(world),
    fc.oneof(fc.constant<Priors>({}), priorsOver(world.facts)),
    fc.constantFrom<"worst" | "average">("worst", "average"),
  ),
);

test("no order of questions takes fewer answers than the one that is told", () => {
  fc.assert(
    fc.property(asked, ([world, profile, priors, aim]) => {
      const { facts, policy } = world;
      // What a profile tells draws no lines: values count by what the policy and the priors tell apart.
      const { columns, everything, rankOf } = spaceOf(world, { conditions: linesOfPriors(priors) });
      const agreeing = everything.filter((values) => agreesWith(values, profile, facts));
      const apps = unlike(
        agreeing.map((values) => ({ values, cells: cellsIn(columns, values), rank: rankOf(values) })),
      );
      const { isSettled, worst, average, worstAsking, averageAsking, settles } = questioning(
        columns.length,
        weightOf(columns, priors),
      );
      const told = nextQuestions(profile, analysisOf(world), { priors, aim });
      if (isSettled(apps)) {
        expect(told).toEqual({ verdict: "settled", tier: policy.tiers[apps[0]?.rank ?? 0]?.id });
        return;
      }
      if (told.verdict !== "open") throw new Error(told.verdict);
      if (aim === "worst") expect(told.worst.atLeast).toBeLessThanOrEqual(worst(apps));
      for (const { fact: name, question, answerAt, cost, ...numbers } of told.questions) {
        const column = columns.findIndex((each) => each.name === name);
        expect({ question, answerAt, cost }).toEqual({
          question: facts[name]?.question,
          answerAt: facts[name]?.answerAt,
          cost: facts[name]?.cost,
        });
        expect(numbers.settles).toBe(settles(apps, column));
        if (numbers.worst === null || numbers.average === null) continue;
        if (aim === "worst") expect(numbers.worst).toBe(worstAsking(apps, column));
        else expect(numbers.average).toBe(averageAsking(apps, column));
        expect(numbers.worst).toBeGreaterThanOrEqual(worstAsking(apps, column));
        expect(numbers.average).toBeGreaterThanOrEqual(averageAsking(apps, column));
      }
      if (!told.proven) return;
      const [first] = told.questions;
      if (aim === "worst") {
        expect(told.worst).toEqual({ atLeast: worst(apps), atMost: worst(apps) });
        if (first?.worst !== null) expect(first?.worst).toBe(worst(apps));
      } else {
        expect(told.average).toBe(average(apps));
        expect(first?.average).toBe(average(apps));
      }
    }),
    draws(300),
  );
});

test("up to four open questions are always worked out", () => {
  fc.assert(
    fc.property(asked, ([world, profile, priors, aim]) => {
      const told = nextQuestions(profile, analysisOf(world), { priors, aim });
      fc.pre(told.verdict === "open");
      expect(told.proven).toBe(true);
      expect(told.questions.every(({ worst, average }) => worst !== null && average !== null)).toBe(true);
    }),
    draws(300),
  );
});

test("whoever asks and answers in the order that is told comes to the tier in as many answers", () => {
  fc.assert(
    fc.property(asked, ([world, profile]) => {
      const { facts, policy } = world;
      const { columns, everything, rankOf } = spaceOf(world);
      const analysis = analysisOf(world);
      const [truth] = everything.filter((values) => agreesWith(values, profile, facts));
      fc.pre(truth !== undefined);
      const first = nextQuestions(profile, analysis);
      const most = first.verdict === "open" ? first.worst.atMost : 0;
      let extensions = { ...profile.extensions };
      for (let asked = 0; asked <= most; asked++) {
        const told = nextQuestions({ ...profile, extensions }, analysis);
        if (told.verdict === "settled") {
          expect(told.tier).toBe(policy.tiers[rankOf(truth)]?.id);
          return;
        }
        const name = told.verdict === "open" ? (told.questions[0]?.fact ?? "") : "";
        expect(columns.map((column) => column.name)).toContain(name);
        const answer = truth[name] ?? false;
        extensions = { ...extensions, [name]: typeof answer === "object" ? [...answer] : answer };
      }
      expect.unreachable("It takes more answers than was said.");
    }),
    draws(300),
  );
});

test("what is known to be for professionals is asked nothing more", () => {
  const app = { id: "pay", name: "Payroll", data: [{ class: "payment" as const }] };
  expect(nextQuestions(app, standardPolicy)).toEqual({ verdict: "settled", tier: "professional" });
});

test("what follows from what is told is not asked", () => {
  const facts = Object.fromEntries(["a", "b", "c"].map((name) => [name, ownFact(name, { kind: "boolean" })]));
  const yes = (fact: string) => ({ fact, is: true });
  const told = nextQuestions(
    appTelling({ a: true }),
    analysisOfOwn(oneRule({ all: [yes("b"), yes("c")] }), {
      facts,
      constraints: [{ when: yes("a"), implies: yes("b") }],
    }),
  );
  expect(told.verdict === "open" && told.questions.map(({ fact }) => fact)).toEqual(["c"]);
  expect(told).toMatchObject({ worst: { atLeast: 1, atMost: 1 }, proven: true });
});
