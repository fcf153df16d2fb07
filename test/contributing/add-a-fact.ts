import { before, behind, type Recipe } from "./recipe.js";

const field = "/audience/guests";

/** A fact that no field of a profile tells yet, so that the recipe is followed to its end. */
export const addFact: Recipe = {
  heading: "Add a fact",
  change: [
    behind("src/profile/shape.ts", `        outsideUsers: "flag",\n`, `        guests: "count",\n`),
    before(
      "src/formats/profile/descriptions.ts",
      `  "/entrances": "The ways`,
      `  "${field}": "How many people use it without an account of their own.",\n`,
    ),
    behind(
      "src/interview/places.ts",
      "    outsideUsers: flag(facts.outsideUsers.question),\n",
      "    guests: people(facts.guests.question),\n",
    ),
    before(
      "src/facts/standard/audience.ts",
      "  outsideUsers: {\n",
      `  guests: {
    question: "How many people use it without an account of their own?",
    domain: people,
    from: { read: "${field}" },
    cost: 3,
  },
`,
      "src/facts/standard",
    ),
    before(
      "src/facts/standard/what-to-do/audience.ts",
      "  outsideUsers: {\n",
      `  guests: {
    none: "Let nobody use it without an account",
    fewer: "Let {to} use it without an account",
  },
`,
      "src/facts/standard/what-to-do",
    ),
  ],
  rows: [
    before(
      "test/facts/standard/audience.test.ts",
      `describe("outsideUsers", () => {\n`,
      `describe("guests", () => {
  test.each<Row>([
    ["a few", { audience: { guests: 3 } }, is(3, "${field}")],
    ["nothing", { audience: {} }, isUnknown("${field}")],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("guests", profile)).toEqual(reading);
  });
});

`,
      "test/facts/standard",
    ),
  ],
  asking: ["test/facts/standard/rows.test.ts"],
  besides: ["docs/facts.md"],
};
