import * as z from "zod/mini";
import type { Operator, OperatorOn } from "../../facts/index.js";
import { described, optional, some, text } from "../../json/index.js";
import { amount } from "./fields.js";

const exact = () => z.union([z.boolean(), z.string()]);
const level = () => z.union([z.number(), z.string()]);

/** The operators of a line through numbers or levels. */
const ordered = <Limit extends z.ZodMiniType>(limit: () => Limit) =>
  ({
    atLeast: optional(limit(), "This or more."),
    atMost: optional(limit(), "This or less."),
    above: optional(limit(), "More than this."),
    below: optional(limit(), "Less than this."),
    between: optional(z.tuple([limit(), limit()]), "From the first to the second, both included."),
  }) satisfies Readonly<Record<OperatorOn<"number">, z.ZodMiniType>>;

/**
 * The operators of a line, whatever it is drawn through.
 *
 * @param limit A value in an order.
 * @param exactly What stands after `is`, which may be any value.
 */
export const operatorsOf = <Limit extends z.ZodMiniType, Exactly extends z.ZodMiniType>(
  limit: () => Limit,
  exactly: Exactly,
) =>
  ({
    ...ordered(limit),
    includesAny: optional(some(z.string()), "Has at least one of these."),
    includesAll: optional(some(z.string()), "Has all of these."),
    is: exactly,
    isEmpty: optional(z.boolean(), "Has no member (true), or has one (false)."),
    size: optional(z.strictObject(ordered(() => z.int())), "How many members it has: one comparison with a number."),
  }) satisfies Readonly<Record<Operator, z.ZodMiniType>>;

/** The ways in which conditions are put together, whatever they are about. */
export const putTogether = (condition: z.ZodMiniType) =>
  [
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
  ] as const;

/** The operators of a line on a fact. */
export const lineOperators = () =>
  operatorsOf(level, optional(z.union([exact(), some(exact())]), "Exactly this, or one of these."));

/** So many points, or a share of the most. */
export const threshold = () =>
  z.union([
    z.number(),
    z.strictObject({ percent: described(z.number(), "A percentage of the most points that are possible.") }),
  ]);

/** A line on one fact. Which operators and operands fit depends on the fact, so `checkPolicy` says it. */
const factCondition = z.strictObject({
  fact: described(text(), "The fact that the line is drawn through."),
  ...lineOperators(),
});

const forWhat = () => optional(text(), "What the points are for.");
const someFact = () => described(text(), "The fact whose value brings points.");
const byName = (description: string) => described(z.record(text(), z.number()), description);

/** What brings points. */
export const points = () =>
  z.union([
    z.strictObject({
      points: described(z.number(), "Points, negative for what makes up for a risk; three decimals at most."),
      when: condition,
      title: forWhat(),
    }),
    z.strictObject({
      fact: someFact(),
      points: byName("Points for each answer: a level, one of several values, true or false."),
      title: forWhat(),
    }),
    z.strictObject({
      fact: someFact(),
      pointsEach: byName("Points for each of these members that it has."),
      title: forWhat(),
    }),
    z.strictObject({
      fact: someFact(),
      bands: described(
        some(
          z.strictObject({
            atLeast: described(level(), "From here on."),
            points: described(z.number(), "Points, instead of those of the band below."),
          }),
        ),
        "Points for the highest band that is reached; from the lowest band to the highest.",
      ),
      title: forWhat(),
    }),
  ]);

const sum = () => z.union([text(), some(points())]);

/** The schema of a condition; `docs/policy-language.md` shows every form. */
export const condition: z.ZodMiniType = described(
  z.lazy(() =>
    z.union([
      factCondition,
      ...putTogether(condition),
      z.strictObject({
        score: described(sum(), "Points for what holds, or the id of a rubric that has them."),
        atLeast: described(threshold(), "How many points are needed."),
      }),
      z.strictObject({
        product: described(z.tuple([sum(), sum()]), "Points multiplied with points: likelihood by impact."),
        atLeast: described(threshold(), "How much it has to come to."),
      }),
      z.strictObject({ sign: described(text(), "A sign of this policy stands.") }),
    ]),
  ),
  "A condition over facts: true, false, or undecided while facts are unknown.",
);
