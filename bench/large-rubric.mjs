/**
 * A rubric of 149 answers and 220 points, as the largest that is published: facts of its own under `/extensions`, bands drawn on
 * the sum, and lines in between.
 */

const count = 149;
const levels = ["none", "some", "much"];

/** What the highest answer to each question brings: 1, or 2 for each second one of the first, 220 in all. */
const pointsOf = (index) => (index % 2 === 1 && index < 142 ? 2 : 1);

const name = (index) => `answer${index}`;
const indices = Array.from({ length: count }, (_, index) => index);

const facts = Object.fromEntries(
  indices.map((index) => [
    name(index),
    {
      question: `How much of ${index + 1}?`,
      domain: { kind: "ordinal", levels },
      from: { read: `/extensions/${name(index)}` },
    },
  ]),
);

const items = indices.map((index) => ({
  fact: name(index),
  points: { some: pointsOf(index) / 2, much: pointsOf(index) },
}));

const tiers = ["free", "noted", "reviewed", "built", "refused"].map((id) => ({ id, title: id, advice: "Go on." }));
const band = (tier, atLeast) => {
  return {
    id: `band-${tier}`,
    tier,
    title: `${tier} from its points`,
    when: { score: "all", atLeast },
    why: "They add up.",
  };
};
const line = (tier, one, other) => ({
  id: `line-${one}-${other}`,
  tier,
  title: `${one} with ${other}`,
  when: {
    all: [
      { fact: name(one), is: "much" },
      { fact: name(other), atLeast: "some" },
    ],
  },
  why: "They go badly together.",
});

export const largePolicy = {
  id: "large",
  version: "1.0.0",
  title: "A large rubric",
  facts,
  tiers,
  rubrics: [{ id: "all", title: "All answers", items }],
  criteria: [
    band("noted", 40),
    band("reviewed", 90),
    band("built", { percent: 60 }),
    line("reviewed", 3, 77),
    line("built", 20, 148),
    line("refused", 9, 10),
  ],
};

/** An app that answers every question but some, so that its points are near a line. */
export function largeApp(open, seed = 1) {
  const told = indices
    .filter((index) => !open.includes(index))
    .map((index) => [name(index), levels[(index * 7 + seed) % 3]]);
  return { id: "app", name: "App", extensions: Object.fromEntries(told) };
}
