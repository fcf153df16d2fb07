import { type Criterion, type Domain, type Line, type Sign, standardFacts, standardPolicy } from "plimsoll";
import { type Constraint, constraintsOf } from "plimsoll/analysis";
import { operatorsOn } from "../../src/facts/index.js";
import { schemaFields } from "../formats/profile/schema-fields.js";
import { backtests } from "./backtest-tables.js";
import { commandTables } from "./command-tables.js";
import { escalation } from "./escalation-tables.js";
import { fieldReportTables } from "./field-report-tables.js";
import { governance } from "./governance-tables.js";
import { code, json, table } from "./markdown.js";
import { packTables } from "./pack-tables.js";

/** The values that a fact can have. */
export function domainInWords(domain: Domain): string {
  switch (domain.kind) {
    case "number":
      return `${domain.whole ? "whole number" : "number"}, ${domain.unit}`;
    case "ordinal":
      return domain.levels.map(code).join(" < ");
    case "boolean":
      return "yes or no";
    case "enum":
      return domain.values.map(code).join(", ");
    case "set":
      return `set of ${domain.members.map(code).join(", ")}${domain.open ? ", or others" : ""}`;
  }
}

/** The facts, as a table. */
function facts(): string {
  const rows = Object.entries(standardFacts).map(([name, { question, domain, cost, changeable, risk }]) => [
    code(name),
    question,
    domainInWords(domain),
    `${cost} min`,
    changeable ? "yes" : "no",
    risk,
  ]);
  return table(["Fact", "Question", "Domain", "To find out", "Changeable", "Risk"], rows);
}

function lineInCode({ fact, ...line }: { readonly fact: string } & Line): string {
  const [operator, operand] = Object.entries(line)[0] ?? [];
  return code(`${fact} ${operator} ${JSON.stringify(operand)}`);
}

function constraintInWords(constraint: Constraint): string {
  if ("sum" in constraint) {
    return `${constraint.sum.map(code).join(" + ")} is ${constraint.equals.map(code).join(" + ")}`;
  }
  if ("more" in constraint) {
    const { fact, more, than } = constraint;
    return `${code(fact)} is by how much ${code(more)} is more than ${code(than)}`;
  }
  if ("atMostFact" in constraint) return `${code(constraint.fact)} is at most ${code(constraint.atMostFact)}`;
  return `when ${lineInCode(constraint.when)}, then ${lineInCode(constraint.implies)}`;
}

/** The constraints between facts, as a list. */
function constraints(): string {
  return constraintsOf(standardFacts)
    .map((constraint) => `- ${constraintInWords(constraint)}`)
    .join("\n");
}

/** The fields of a profile, as a table. */
function profileFields(): string {
  const rows = Object.entries(schemaFields).map(([pointer, schema]) => [
    code(pointer),
    (schema.enum ?? []).map((value) => code(String(value))).join(", ") || [schema.type ?? "any"].flat().join(" or "),
    schema.description ?? "",
  ]);
  return table(["Field", "Values", "What it says"], rows);
}

const kinds: Readonly<Record<Domain["kind"], string>> = {
  number: "numbers",
  ordinal: "ordered levels",
  boolean: "yes or no",
  enum: "one of several values",
  set: "sets",
};

/** The operators that fit each domain, as a table. */
function lines(): string {
  const rows = Object.entries(kinds).map(([kind, words]) => [
    words,
    // The keys of the table are the kinds of domains.
    operatorsOn(kind as Domain["kind"])
      .map(code)
      .join(", "),
  ]);
  return table(["A fact of", "takes"], rows);
}

const rulesOf = (rules: readonly (Criterion | Sign)[]) =>
  rules.map(({ id, title, when, tier, source }) => [
    code(id),
    title,
    code(json(when)),
    code(tier ?? standardPolicy.tiers[1]?.id ?? ""),
    source ?? "",
  ]);

const ruleHeadings = ["Id", "Title", "When", "Lifts to", "Section of the article"];

/** Every generated part of the docs, by the name in its marker. */
export const generated: Readonly<Record<string, () => string>> = {
  facts,
  constraints,
  "profile-fields": profileFields,
  lines,
  tiers: () =>
    table(
      ["Id", "Title", "What to do"],
      standardPolicy.tiers.map(({ id, title, advice }) => [code(id), title, advice]),
    ),
  criteria: () => table(ruleHeadings, rulesOf(standardPolicy.criteria ?? [])),
  signs: () => table(ruleHeadings, rulesOf(standardPolicy.signs ?? [])),
  ...escalation,
  ...governance,
  ...backtests,
  ...commandTables,
  ...fieldReportTables,
  ...packTables,
};
