import * as z from "zod/mini";
import { amount, described, optional, some, text } from "./fields.js";

const level = () => z.union([z.number(), z.string()]);

/** A line on one fact. Which operators and operands fit depends on the fact, so `checkPolicy` says it. */
const factCondition = z.strictObject({
  fact: described(text(), "The fact that the line is drawn through."),
  atLeast: optional(level(), "This or more."),
  atMost: optional(level(), "This or less."),
  above: optional(level(), "More than this."),
  below: optional(level(), "Less than this."),
  between: optional(z.tuple([level(), level()]), "From the first to the second, both included."),
  is: optional(z.union([z.boolean(), z.string()]), "Exactly this."),
  includesAny: optional(some(z.string()), "Has at least one of these."),
  includesAll: optional(some(z.string()), "Has all of these."),
  isEmpty: optional(z.boolean(), "Has no member (true), or has one (false)."),
});

export const points = () =>
  z.strictObject({
    points: described(z.int(), "Whole points, negative for what makes up for a risk."),
    when: condition,
    title: optional(text(), "What the points are for."),
  });

/** The schema of a condition; `docs/policy-language.md` shows every form. */
export const condition: z.ZodMiniType = described(
  z.lazy(() =>
    z.union([
      factCondition,
      z.strictObject({ all: described(some(condition), "Every part holds.") }),
      z.strictObject({ any: described(some(condition), "At least one part holds.") }),
      z.strictObject({
        not: described(
          z.lazy(() => condition),
          "The part does not hold.",
        ),
      }),
      z.strictObject({
        count: described(some(condition), "Enough of these parts hold."),
        atLeast: described(amount(), "How many are enough."),
      }),
      z.strictObject({
        score: described(
          z.union([text(), some(points())]),
          "Points for what holds, or the id of a rubric that has them.",
        ),
        atLeast: described(z.int(), "How many points are needed."),
      }),
      z.strictObject({ sign: described(text(), "A sign of this policy stands.") }),
    ]),
  ),
  "A condition over facts: true, false, or undecided while facts are unknown.",
);
