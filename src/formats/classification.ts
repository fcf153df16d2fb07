import * as z from "zod/mini";
import { described, jsonSchemaOf, optional, text } from "../json/index.js";

const pointer = () => described(z.string(), "A JSON Pointer into the profile.");
const tier = (description: string) => described(text(), description);
const value = () => z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]);

const evidence = z.strictObject({
  fact: described(text(), "The fact that was read."),
  question: described(text(), "The question that the fact answers."),
  reading: described(z.enum(["exact", "at-least", "at-most", "between", "unknown"]), "How much the profile tells."),
  observed: described(
    z.nullable(value()),
    "The value, or the least that it can be, or, at most, the most; null while it is unknown.",
  ),
  upTo: optional(value(), "The most that it can be, where it lies between two values."),
  line: described(z.record(z.string(), z.unknown()), "The line, as the policy draws it."),
  met: described(z.nullable(z.boolean()), "Whether the app meets the line; null while that is undecided."),
  pointers: described(z.array(pointer()), "Where the profile says so, or where it would."),
});

const finding = z.strictObject({
  kind: described(z.enum(["criterion", "sign", "limit"]), "What kind of rule it is."),
  id: described(text(), "The id of the rule."),
  status: described(
    z.enum(["holds", "possible", "covered", "exempt"]),
    "How it stands: it holds, it is possible while facts are unknown, a component covers it, or the policy exempts it.",
  ),
  tier: tier("The tier that it lifts to."),
  severity: described(
    z.nullable(z.enum(["low", "medium", "high"])),
    "The severity of a warning sign; null for other rules.",
  ),
  title: described(text(), "What it is about."),
  why: described(text(), "Why it matters."),
  advice: described(z.string(), "What to do next."),
  source: described(z.string(), "Where the rule comes from; empty when the policy does not say."),
  evidence: described(z.array(evidence), "What it rests on."),
  coveredBy: described(z.array(text()), "The components that cover it."),
});

const question = z.strictObject({
  fact: described(text(), "The fact that is open."),
  opens: described(
    z.enum(["tier", "finding"]),
    "What its answer could change: the tier, or only whether a finding holds.",
  ),
  question: described(text(), "The question, for a person."),
  answerAt: described(z.array(pointer()), "Where in the profile the answer belongs."),
  cost: described(z.number().check(z.nonnegative()), "What it costs a person to answer, in minutes."),
  couldReach: tier("The highest tier of the findings that wait for the answer."),
  findings: described(z.array(text()), "The findings that it would help to decide."),
});

/** What a classification is, for those who store or send one; this library reads none. */
export const classificationSchema = z.strictObject({
  app: described(text(), "The id of the app."),
  policy: described(z.strictObject({ id: text(), version: text() }), "The policy that was asked."),
  asOf: optional(z.iso.date(), "The day that it was judged for; left out where none was given."),
  tier: tier("The highest tier that is certainly reached."),
  ceiling: tier("The highest tier that is still possible."),
  settled: described(z.boolean(), "Whether no answer can change the tier."),
  findings: described(
    z.array(finding),
    "The rules that hold, could hold, or would hold but for a component or an exemption.",
  ),
  adjustments: optional(
    z.array(
      z.strictObject({
        id: described(text(), "The id of the adjustment."),
        by: described(z.union([z.literal(-1), z.literal(1)]), "One tier lower, or one higher."),
        status: described(z.enum(["holds", "possible"]), "Whether it holds, or may while facts are unknown."),
        title: described(text(), "What it is about."),
        why: described(text(), "Why it matters."),
        advice: described(z.string(), "What to do next; empty when the policy does not say."),
        source: described(z.string(), "Where it comes from; empty when the policy does not say."),
        evidence: described(z.array(evidence), "What it rests on."),
      }),
    ),
    "What takes the app a tier lower or higher than its findings lift it, or may.",
  ),
  questions: described(
    z.array(question),
    "The unknown facts that could still change the tier, most telling first; then those that only tell whether a finding holds.",
  ),
});

/**
 * The JSON Schema (2020-12) of a classification, for whoever stores or sends one.
 *
 * @example
 * ```ts
 * import { classificationJsonSchema } from "plimsoll/schema";
 *
 * classificationJsonSchema().required?.slice(0, 3); // → ["app", "policy", "tier"]
 * ```
 */
export function classificationJsonSchema(): z.core.JSONSchema.BaseSchema {
  return jsonSchemaOf(classificationSchema);
}
