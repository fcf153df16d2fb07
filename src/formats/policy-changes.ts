import * as z from "zod/mini";
import {
  described,
  documentSchemaOf,
  limitsOf,
  optional,
  type ReadOptions,
  readDocument,
  some,
  text,
} from "../json/index.js";
import { type PolicyChanges, severities } from "../policy/index.js";
import type { Result } from "../problems/index.js";
import { condition } from "./policy/condition.js";
import { factRecord } from "./policy/facts.js";
import { id, ruleText } from "./policy/fields.js";
import {
  audit,
  auditWeight,
  boundary,
  check,
  checklistItem,
  checkText,
  component,
  help,
  retirement,
  review,
} from "./policy/governance.js";
import { adjustment, criterion, inputLines, row, rubric, sign, table } from "./policy/schema.js";

/** Any field of a part but its id; null takes the part away. */
const partsById = (part: z.ZodMiniObject, description: string) =>
  optional(z.record(text(), z.nullable(z.partial(z.omit(part, { id: true })))), description);

const ruleChange = z.partial(
  z.strictObject({
    lines: described(
      z.record(text(), z.unknown()),
      "New places for its lines, by fact: the operator stays, and the line moves there.",
    ),
    ...ruleText,
    severity: described(z.enum(severities), "How severe it is."),
    tier: described(text(), "The tier that it lifts to."),
    when: described(
      z.union([condition, inputLines]),
      "When it holds; of a row of a table, what it asks of each input.",
    ),
    holds: condition,
    unless: condition,
  }),
);

/** What a check looks for may become another of the four things. */
const checkChange = z.partial(
  z.strictObject({
    ...z.omit(z.strictObject(checkText), { id: true }).shape,
    when: condition,
    beyond: z.string(),
    expired: z.boolean(),
    unseenFor: z.number(),
  }),
);

const auditChange = z.partial(
  z.strictObject({
    ...z.omit(audit, { checks: true, weights: true }).shape,
    weights: described(
      z.record(text(), z.nullable(z.partial(z.omit(auditWeight, { id: true })))),
      "Weights that change, or are removed (null), by id.",
    ),
    checks: described(z.record(text(), z.nullable(checkChange)), "Checks that change, or are removed (null), by id."),
  }),
);

const addedRow = z.strictObject({
  table: described(text(), "The table that gets it, by id."),
  before: optional(text(), "The row before which it comes, by id; at the end when left out."),
  ...row.shape,
  id: id(),
});

/** What is added to a policy. */
export const added = z.strictObject({
  facts: optional(z.record(text(), factRecord), "Facts of its own, by name."),
  criteria: optional(z.array(criterion), "Conditions that lift an app to a tier."),
  signs: optional(z.array(sign), "Warning signs."),
  components: optional(z.array(component), "Reusable building blocks."),
  reviews: optional(z.array(review), "Reviews at milestones."),
  checklist: optional(
    z.array(z.strictObject({ review: described(text(), "The review that asks it, by id."), ...checklistItem.shape })),
    "Checklist items of reviews of the policy that is extended.",
  ),
  boundaries: optional(z.array(boundary), "What the platform enforces on actions."),
  checks: optional(z.array(check), "What the audit looks for in every app."),
  weights: optional(z.array(auditWeight), "What makes an app more urgent in an audit, or less."),
  rubrics: optional(z.array(rubric), "Named points that rules may draw bands on."),
  tables: optional(z.array(table), "Tables of facts and points."),
  rows: optional(z.array(addedRow), "Rows of tables of the policy that is extended, in their order."),
  adjustments: optional(z.array(adjustment), "What takes an app a tier lower or higher."),
});

/**
 * The zod schema of a file of `PolicyChanges`, which says in `extends` what they change; `policyChangesJsonSchema` has it as JSON
 * Schema. Use `safeParsePolicyChanges` to read one: its messages are written for people.
 *
 * @example
 * ```ts
 * import { policyChangesSchema } from "plimsoll/schema";
 * import * as z from "zod/mini";
 *
 * z.safeParse(policyChangesSchema, { extends: "standard", id: "ours", version: "1.0.0" }).success; // → true
 * ```
 */
export const policyChangesSchema = z.strictObject({
  extends: described(
    text(),
    "The policy that is changed: standard, recommended, or the path of a file, from the folder of this one.",
  ),
  with: optional(
    some(text()),
    "Packs that are added to it first: by name, such as exposure, or by the path of a file, from the folder of this one.",
  ),
  id: id(),
  version: described(text(), "The version of the policy that they make, such as 1.0.0."),
  title: optional(text(), "What it is about, in a few words."),
  description: optional(text(), "What the policy is for."),
  change: optional(z.record(text(), ruleChange), "Rules that change, rows of tables among them, by id."),
  remove: optional(z.array(text()), "Rules that are removed, by id; components no longer cover them."),
  components: partsById(component, "Components that change, or are removed (null), by id."),
  reviews: partsById(review, "Reviews that change, or are removed (null), by id."),
  boundaries: partsById(boundary, "Boundaries that change, or are removed (null), by id."),
  adjustments: partsById(adjustment, "Adjustments that change, or are removed (null), by id."),
  tables: partsById(table, "Tables that change, or are removed (null), by id."),
  audit: optional(auditChange, "What changes in the audit."),
  help: optional(help, "Who to ask, and how."),
  retirement: optional(retirement, "How apps that nobody needs any more are led to an end."),
  add: optional(added, "What is added."),
});

/**
 * The JSON Schema (2020-12) of a file of policy changes, for editors. Whether the changes fit the policy that they extend is for
 * `safeExtendPolicy` to say.
 *
 * @example
 * ```ts
 * import { policyChangesJsonSchema } from "plimsoll/schema";
 *
 * policyChangesJsonSchema().required; // → ["extends", "id", "version"]
 * ```
 */
export function policyChangesJsonSchema(): z.core.JSONSchema.BaseSchema {
  return documentSchemaOf(policyChangesSchema);
}

/**
 * Reads an unknown value, such as a JSON file, as changes of a policy that say what they extend, or lists every problem of form
 * with its pointer. Never throws, but for limits in `options` that are none. `safeExtendPolicy` makes the policy.
 *
 * @example
 * ```ts
 * import { safeExtendPolicy, safeParsePolicyChanges, standardPolicy } from "plimsoll";
 *
 * const read = safeParsePolicyChanges({
 *   ...{ extends: "standard", id: "ours", version: "1.0.0" },
 *   change: { "many-users": { lines: { users: 50 } } },
 * });
 *
 * read.ok && read.value.extends; // → "standard"
 * read.ok && safeExtendPolicy(standardPolicy, read.value).ok; // → true
 * ```
 */
export function safeParsePolicyChanges(
  input: unknown,
  options: ReadOptions = {},
): Result<PolicyChanges & { readonly extends: string }> {
  const read = readDocument(policyChangesSchema, input, limitsOf("policy", options));
  // What the schema leaves open, of lines and checks, is looked at where the policy is made.
  return read as Result<PolicyChanges & { readonly extends: string }>;
}
