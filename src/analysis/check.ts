import type { Condition, FactCondition } from "../conditions/index.js";
import type { Catalogue, Constraint } from "../facts/index.js";
import { factsOf } from "../model/index.js";
import { checkPolicy, type Policy } from "../policy/index.js";
import { PlimsollError, type Pointer, suggest } from "../problems/index.js";

export const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Refuses a question of the wrong form, which may come from a file. */
export function assertForm(isFit: boolean, message: string, pointer: Pointer): void {
  if (!isFit) throw new PlimsollError("invalid-question", [{ pointer, code: "wrong-type", message: `${message}.` }]);
}

/** Refuses a question that names what is not there. */
export function assertKnown(what: string, id: string, known: readonly string[], pointer: Pointer): void {
  if (known.includes(id)) return;
  assertForm(typeof id === "string", "This is the name of something", pointer);
  const { hint, ...rest } = suggest(id, known);
  const message = `There is no ${what} "${id}" to ask about.${hint}`;
  throw new PlimsollError("invalid-question", [{ pointer, code: "unknown-reference", message, ...rest }]);
}

/** Refuses conditions that could not stand in a policy. */
export function assertConditions(conditions: readonly Condition[], pointer: Pointer, policy: Policy, facts: Catalogue) {
  const { criteria = [], tiers } = policy;
  const first = criteria.length;
  const asked = conditions.map((when, index) => {
    return { id: `question ${index + 1}`, tier: tiers[0]?.id ?? "", title: "", why: "", when };
  });
  const place = /^\/criteria\/(\d+)\/when/;
  const problems = checkPolicy({ ...policy, criteria: [...criteria, ...asked] }, facts).map((problem) => {
    return {
      ...problem,
      pointer: problem.pointer.replace(place, (_, at) =>
        conditions.length > 1 ? `${pointer}/${Number(at) - first}` : pointer,
      ),
    };
  });
  if (problems.length > 0) throw new PlimsollError("invalid-question", problems);
}

/** Nothing that a constraint could refer to. */
const nothingElse: Policy = {
  id: "constraints",
  version: "1.0.0",
  title: "",
  tiers: ["lower", "higher"].map((id) => ({ id, title: "", advice: "" })),
};

type ExcessConstraint = Extract<Constraint, { readonly more: string }>;

function assertFactLine(line: FactCondition, pointer: Pointer, facts: Catalogue): void {
  assertForm(isObject(line) && "fact" in line, "This is a line on one fact", pointer);
  assertConditions([line], pointer, nothingElse, facts);
}

function assertExcess({ fact, more, than }: ExcessConstraint, pointer: Pointer, facts: Catalogue): void {
  const domains = [fact, more, than].map((name) => facts[name]?.domain);
  const [own, greater, lesser] = domains.map((domain) =>
    domain?.kind === "number" && !domain.whole ? undefined : domain?.kind,
  );
  const isFit = own === "number" && greater === lesser && (greater === "number" || greater === "ordinal");
  if (isFit) return;
  const message = "A whole number says by how much one whole number is more than another, or one level than another.";
  throw new PlimsollError("invalid-question", [{ pointer, code: "unfit-operator", message }]);
}

function assertConstraint(constraint: Constraint, pointer: Pointer, facts: Catalogue): void {
  assertForm(isObject(constraint), "A constraint is an object", pointer);
  if ("when" in constraint) {
    assertFactLine(constraint.when, `${pointer}/when`, facts);
    assertFactLine(constraint.implies, `${pointer}/implies`, facts);
    return;
  }
  const isSum = "sum" in constraint;
  const hasForm = isSum
    ? Array.isArray(constraint.sum) && Array.isArray(constraint.equals)
    : "atMostFact" in constraint || ("more" in constraint && "than" in constraint);
  assertForm(
    hasForm,
    "A constraint has fact and atMostFact, fact, more and than, sum and equals, or when and implies",
    pointer,
  );
  for (const fact of factsOf(constraint)) assertKnown("fact", fact, Object.keys(facts), pointer);
  if ("more" in constraint) {
    assertExcess(constraint, pointer, facts);
    return;
  }
  const isFit = ({ kind, whole }: { readonly kind?: string; readonly whole?: boolean } = {}) =>
    kind === "number" ? !isSum || whole === true : kind === "ordinal" && !isSum;
  if (factsOf(constraint).every((fact) => isFit(facts[fact]?.domain))) return;
  const message = isSum
    ? "Only whole numbers can be added up."
    : "Only numbers and levels can be more or less than others.";
  throw new PlimsollError("invalid-question", [{ pointer, code: "unfit-operator", message }]);
}

/** Refuses constraints that bind what is not there, or what cannot be bound so. */
export function checkConstraints(constraints: readonly Constraint[], facts: Catalogue): void {
  for (const [index, constraint] of constraints.entries()) assertConstraint(constraint, `/constraints/${index}`, facts);
}
