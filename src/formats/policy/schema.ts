import * as z from "zod/mini";
import { described, optional, some, text } from "../../json/index.js";
import { severities } from "../../policy/index.js";
import { condition, lineOperators, points, threshold } from "./condition.js";
import { factRecord } from "./facts.js";
import { id, ruleText, title } from "./fields.js";
import { audit, boundary, component, help, retirement, review } from "./governance.js";

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

export const criterion = z.strictObject({
  id: id(),
  ...ruleText,
  tier: described(text(), "The tier that it lifts to."),
  ...applies,
});

export const sign = z.strictObject({
  id: id(),
  ...ruleText,
  severity: described(z.enum(severities), "How severe it is."),
  tier: optional(text(), "The tier that it lifts to; the second of the tiers when left out."),
  ...applies,
});

export const rubric = z.strictObject({
  id: id(),
  title: title(),
  items: described(some(points()), "What counts, and how much."),
});

/** What is asked of points; where it is a number, it looks like a line on a fact. */
const scoreLine = z.strictObject({
  atLeast: optional(threshold(), "So many points or more."),
  below: optional(threshold(), "Fewer points than this."),
});

/** What a row asks of its inputs. */
export const inputLines = described(
  z.record(text(), z.union([z.strictObject(lineOperators()), scoreLine])),
  "What each input must be, by name: a line on a fact, or points of a rubric. An input that is left out may be anything.",
);

export const row = z.strictObject({
  id: optional(text(), "The id of the row; the id of the table and the number of the row when left out."),
  when: inputLines,
  tier: described(text(), "The tier that the row lifts to."),
  title: optional(text(), "What the row is about; the title of the table when left out."),
  why: optional(text(), "Why it matters; the reason of the table when left out."),
  advice: optional(text(), "What to do next; the advice of the table when left out."),
});

export const table = z.strictObject({
  id: id(),
  ...ruleText,
  hit: described(
    z.enum(["first", "highest"]),
    "Which of the rows that match counts: the first, or the one that lifts highest.",
  ),
  rows: described(some(row), "Its rows, from the first that is tried."),
});

export const adjustment = z.strictObject({
  id: id(),
  ...ruleText,
  when: condition,
  by: described(z.union([z.literal(-1), z.literal(1)]), "One tier lower (-1), or one higher (1)."),
  onlyIn: optional(some(text()), "The tiers from which it moves; all when left out."),
});

/**
 * The zod schema of a `Policy`; `policyJsonSchema` has it as JSON Schema. Use `parsePolicy` to read one: it also
 * checks names, levels and references, and its messages are written for people.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { policySchema } from "plimsoll/schema";
 * import * as z from "zod/mini";
 *
 * z.safeParse(policySchema, standardPolicy).success; // → true
 * ```
 */
export const policySchema = z.strictObject({
  schemaVersion: optional(z.literal(1), "The version of this format; 1 when left out."),
  id: id(),
  version: described(text(), "The version of the policy itself, such as 1.0.0."),
  title: title(),
  description: optional(text(), "What the policy is for."),
  facts: optional(z.record(text(), factRecord), "Facts of its own, by name, beside the standard ones."),
  tiers: described(z.array(tier).check(z.minLength(2)), "How apps may be built, from the least risk to the most."),
  criteria: optional(z.array(criterion), "Conditions that lift an app to a tier."),
  signs: optional(z.array(sign), "Warning signs: while one stands, IT is involved."),
  rubrics: optional(z.array(rubric), "Named points that several rules may draw bands on."),
  tables: optional(z.array(table), "Tables of facts and points, whose rows lift to a tier."),
  adjustments: optional(z.array(adjustment), "What takes an app a tier lower or higher while it holds, in this order."),
  components: optional(z.array(component), "Reusable building blocks owned by IT, and the rules that they cover."),
  reviews: optional(z.array(review), "Reviews at milestones, in the order in which these are reached."),
  boundaries: optional(z.array(boundary), "What the platform enforces on actions."),
  audit: optional(audit, "How a portfolio is audited."),
  help: optional(help, "Who to ask, and how."),
  retirement: optional(retirement, "How apps that nobody needs any more are led to an end."),
  packs: optional(
    z.array(
      z.strictObject({
        pack: described(text(), "The id of the pack."),
        version: described(text(), "Its version."),
        adds: described(
          z.record(z.string(), z.array(text())),
          "The ids of what it has brought, by the list in which they stand, as a JSON Pointer.",
        ),
      }),
    ),
    "The packs that were added to it, by id.",
  ),
});
