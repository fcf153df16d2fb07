import { match } from "ts-pattern";
import type { Condition } from "../conditions/index.js";
import type { Model } from "../model/index.js";
import { type Policy, rulesOf } from "../policy/index.js";
import { capital, conditionInWords } from "../words/index.js";
import { type Compared, compared, conditionsOnRules } from "./compared.js";
import { auditEffect, boundaryEffect, idEffect, reviewEffect } from "./effects-of-governance.js";
import { adjustmentEffect, componentEffect, ruleEffect } from "./effects-of-rules.js";
import type { Looked, PartChange } from "./part-change.js";
import type { Study } from "./study.js";
import { type Written, writtenBetween } from "./written.js";

/** Fields that people read, and nothing is decided by. */
const texts = [
  "title",
  "why",
  "advice",
  "summary",
  "source",
  "references",
  "effort",
  "lifecycle",
  "description",
  "question",
  "minutes",
  "help",
  "$schema",
];

/** Sentences that decide by being there; what they say, people read. */
const sentences = ["instead", "retired", "evidence"];

function isForPeople({ part, path, before, after }: Written): boolean {
  const field = path.at(-1) ?? "";
  if (part === "policy") return !["id", "reviews", "retirement"].includes(path[0] ?? "");
  if (["references", "lifecycle"].includes(field)) return true;
  // What is called like a field is something else.
  const isThing = [before, after].some((value) => typeof value === "object" && value !== null);
  if (path.length > 0 && !isThing && texts.includes(field)) return true;
  return sentences.includes(field) && before !== null && after !== null;
}

/** Fields that hold a condition. */
const conditions = ["when", "unless", "holds", "met"];

function valueInWords(value: unknown, field: string, policy: Policy, { facts }: Compared): string {
  if (value === null || value === undefined) return "nothing";
  if (conditions.includes(field)) {
    // What stands in these fields is a condition.
    return conditionInWords(value as Condition, { policy, facts }) || "everything";
  }
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.join(", ") || "nothing";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** What a part is called. */
function titleOf({ part, id, path }: Written, { tiers, components, reviews, boundaries, ...policy }: Policy): string {
  const named = { tier: tiers, component: components, review: reviews, boundary: boundaries };
  const rules = rulesOf({ tiers, ...policy }).map(({ rule }) => rule);
  const own =
    part === "rule"
      ? rules
      : part in named
        ? named[part as keyof typeof named]
        : part === "audit"
          ? [...(policy.audit?.checks ?? []), ...(policy.audit?.weights ?? [])]
          : [];
  const sought = part === "audit" ? path[1] : id;
  return own?.find((each) => each.id === sought)?.title ?? "";
}

const kinds: Readonly<Record<PartChange["part"], string>> = {
  policy: "the policy",
  tier: "the tier",
  rule: "the rule",
  rubric: "the rubric",
  table: "the table",
  adjustment: "the adjustment",
  component: "the component",
  review: "the review",
  boundary: "the boundary",
  audit: "the audit",
};

/** What was written, and what is, in a sentence. */
function inWords(written: Written, both: Compared): string {
  const { part, id, path, before, after } = written;
  const [one, other] = [both.before.policy, both.after.policy];
  const title = titleOf(written, other) || titleOf(written, one);
  const name = part === "policy" || part === "audit" ? title : title || id;
  const about = `${kinds[part]}${name === "" ? "" : ` "${name}"`}`;
  const come = before === null ? "new" : after === null ? "gone" : undefined;
  if (path.length === 0 && come !== undefined) return `${capital(about)} is ${come}.`;
  const field = path.at(-1) ?? "order";
  if (come !== undefined && typeof (before ?? after) === "object" && !conditions.includes(field) && path.length > 1)
    return `In ${about}, "${field}" is ${come} ${come === "new" ? "in" : "from"} its ${path.at(-2)}.`;
  const [was, is] = [valueInWords(before, field, one, both), valueInWords(after, field, other, both)];
  const inside = path.length > 1 && part !== "audit" ? `${field}" of "${path.at(-2)}` : field;
  return `In ${about}, "${inside}" was: ${was.replace(/\.$/, "")}. Now it is: ${is.replace(/\.$/, "")}.`;
}

/** What a change does, as far as it can be told. */
function lookInto(written: Written, both: Compared, isAnyMoved: boolean): Looked | "decides" {
  if (isForPeople(written)) return "none";
  return match(written.part)
    .returnType<Looked | "decides">()
    .with("rule", "rubric", "table", () => ruleEffect(written, both))
    .with("tier", () => (written.path[0] === "limits" ? ruleEffect(written, both) : isAnyMoved ? "decides" : "none"))
    .with("adjustment", () => adjustmentEffect(written, both))
    .with("component", () => componentEffect(written, both))
    .with("review", () => reviewEffect(written, both))
    .with("boundary", () => boundaryEffect(written, both))
    .with("audit", () => auditEffect(written, both))
    .with("policy", () => (written.path[0] === "id" ? idEffect(both) : undefined))
    .exhaustive();
}

/** An id matters where approvals are given by it. */
const isIdle = ({ part, path }: Written, before: Policy, after: Policy) =>
  part === "policy" && path[0] === "id" && ![before, after].every(({ reviews = [] }) => reviews.length > 0);

/** Parts that are rules, or that rules are made of. */
const ofRules: readonly PartChange["part"][] = ["tier", "rule", "rubric", "table", "adjustment"];

/**
 * All that is written otherwise in another policy, each with what it does.
 *
 * @param apart A model that tells apart what the rules of both tell apart.
 * @param isAnyMoved Whether any app is moved from tier to tier.
 */
export function partsBetween(study: Study, after: Policy, apart: Model, isAnyMoved: boolean): readonly PartChange[] {
  const written = writtenBetween(study.policy, after).filter((each) => !isIdle(each, study.policy, after));
  if (written.length === 0) return [];
  const areRulesNamed = [study.policy, after].some((policy) => conditionsOnRules(policy).length > 0);
  const isWhole = written.some((each) => (areRulesNamed || !ofRules.includes(each.part)) && !isForPeople(each));
  const both = compared(study, after, apart, isWhole);
  // Where constraints contradict one another there is no app of which anything could be decided.
  const isAnyApp = both.model.possible !== both.model.diagrams.constant(0);
  return written.map((each): PartChange => {
    const { part, id, pointer, before, after: now } = each;
    const told = { part, id, pointer, before, after: now, words: inWords(each, both) };
    const looked = isAnyApp ? lookInto(each, both, isAnyMoved) : "none";
    if (looked === undefined) return { ...told, effect: "may-decide" };
    return typeof looked === "string" ? { ...told, effect: looked } : { ...told, effect: "decides", witness: looked };
  });
}
