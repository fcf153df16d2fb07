import * as z from "zod/mini";
import { severities } from "../policy/index.js";

/** The description of each field of a policy, for JSON Schema and docs. */
export const policyDescriptions = z.registry<{ description: string }>();

function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  policyDescriptions.add(schema, { description });
  return schema;
}

function optional<Schema extends z.ZodMiniType>(schema: Schema, description: string): z.ZodMiniExactOptional<Schema> {
  return z.exactOptional(described(schema, description));
}

const text = () => z.string().check(z.minLength(1));
const id = () => described(text(), "A stable id, unique among its kind.");
const title = () => described(text(), "What it is about, in a few words.");
const some = <Schema extends z.ZodMiniType>(schema: Schema) => z.array(schema).check(z.minLength(1));
const level = z.union([z.number(), z.string()]);

/** A line on one fact. Which operators and operands fit depends on the fact, so `checkPolicy` says it. */
const factCondition = z.strictObject({
  fact: described(text(), "The fact that the line is drawn through."),
  atLeast: optional(level, "This or more."),
  atMost: optional(level, "This or less."),
  above: optional(level, "More than this."),
  below: optional(level, "Less than this."),
  between: optional(z.tuple([level, level]), "From the first to the second, both included."),
  is: optional(z.union([z.boolean(), z.string()]), "Exactly this."),
  includesAny: optional(some(z.string()), "Has at least one of these."),
  includesAll: optional(some(z.string()), "Has all of these."),
  isEmpty: optional(z.boolean(), "Has no member (true), or has one (false)."),
});

const points = () =>
  z.strictObject({
    points: described(z.int(), "Whole points, negative for what makes up for a risk."),
    when: condition,
    title: optional(text(), "What the points are for."),
  });

/** The schema of a condition; `docs/policy-language.md` shows every form. */
const condition: z.ZodMiniType = described(
  z.lazy(() =>
    z.union([
      factCondition,
      z.strictObject({ all: described(some(condition), "Every part holds.") }),
      z.strictObject({ any: described(some(condition), "At least one part holds.") }),
      z.strictObject({ not: described(condition, "The part does not hold.") }),
      z.strictObject({ count: some(condition), atLeast: z.int().check(z.positive()) }),
      z.strictObject({ score: z.union([text(), some(points())]), atLeast: z.int() }),
      z.strictObject({ sign: described(text(), "A sign of this policy stands.") }),
    ]),
  ),
  "A condition over facts: true, false, or undecided while facts are unknown.",
);

const ruleText = {
  title: title(),
  why: described(text(), "Why it matters."),
  advice: optional(text(), "What to do next; the advice of the tier when left out."),
  source: optional(text(), "Where the rule comes from."),
};

const applies = {
  when: condition,
  unless: z.exactOptional(condition),
};

const tier = z.strictObject({
  id: id(),
  title: title(),
  advice: described(text(), "What to do next, for whoever builds an app of this tier."),
  limits: optional(
    z.array(z.strictObject({ id: id(), ...ruleText, holds: condition, unless: z.exactOptional(condition) })),
    "An app qualifies for the tier, coming from the tier above, only while all of these hold.",
  ),
});

const criterion = z.strictObject({
  id: id(),
  ...ruleText,
  tier: described(text(), "The tier that it lifts to."),
  ...applies,
});

const sign = z.strictObject({
  id: id(),
  ...ruleText,
  severity: described(z.enum(severities), "How loudly it speaks."),
  tier: optional(text(), "The tier that it lifts to; the second of the tiers when left out."),
  ...applies,
});

const rubric = z.strictObject({ id: id(), title: title(), items: some(points()) });

const component = z.strictObject({
  id: id(),
  title: title(),
  summary: optional(text(), "What it does, and what it spares those who use it."),
  covers: described(z.array(text()), "The rules whose risk it covers, by id."),
  source: optional(text(), "Where the rule comes from."),
});

/**
 * The zod schema of a {@link Policy}; `policyJsonSchema` has it as JSON Schema. Use `parsePolicy` to read one: it also
 * checks names, levels and references, and its messages are written for people.
 */
export const policySchema = z.strictObject({
  schemaVersion: optional(z.literal(1), "The version of this format; 1 when left out."),
  id: id(),
  version: described(text(), "The version of the policy itself, such as 1.0.0."),
  title: title(),
  description: optional(text(), "What the policy is for."),
  tiers: described(z.array(tier).check(z.minLength(2)), "How apps may be built, from the least risk to the most."),
  criteria: optional(z.array(criterion), "Conditions that lift an app to a tier."),
  signs: optional(z.array(sign), "Warning signs: while one stands, IT is involved."),
  rubrics: optional(z.array(rubric), "Named points that several rules may draw bands on."),
  components: optional(z.array(component), "Reusable building blocks owned by IT, and the rules that they cover."),
});
