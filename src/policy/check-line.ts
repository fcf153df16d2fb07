import type { FactCondition } from "../conditions/index.js";
import {
  type Catalogue,
  type Domain,
  type Fact,
  type NumberDomain,
  type OperandKind,
  type Operator,
  operators,
  operatorsOn,
  valuesOf,
} from "../facts/index.js";
import { inShort, type Pointer, suggest } from "../problems/index.js";
import { type Report, shown } from "./report.js";

/** What the value of a fact is, for a person. */
export const kindInWords: Record<Domain["kind"], string> = {
  number: "a number",
  ordinal: "a level",
  boolean: "yes or no",
  enum: "one of several values",
  set: "a set",
};

function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** How many members a set can have: in a closed one, no more than are listed. */
const sizesOf = (domain: Domain): NumberDomain => ({
  kind: "number",
  min: 0,
  ...(domain.kind === "set" && !domain.open && { max: domain.members.length }),
  whole: true,
  unit: "members",
});

/** Checks that a size could be one. */
function checkSize(limit: number, { max = Number.MAX_SAFE_INTEGER }: NumberDomain, pointer: Pointer, report: Report) {
  if (!Number.isInteger(limit)) {
    report({ pointer, code: "wrong-type", message: `Expected a whole number of members, but saw ${limit}.` });
  } else if (limit < 0 || limit > max) {
    const members = max === 1 ? "1 member" : `${max} members`;
    const message =
      limit < 0 ? `A set cannot have ${limit} members.` : `This set has at most ${members}, so it never has ${limit}.`;
    report({ pointer, code: "out-of-range", message });
  }
}

/** Checks what stands after the operator: a number, a value of the domain, a list of either, a line through a size. */
function checkOperand(
  domain: Domain,
  operator: Operator,
  operand: unknown,
  what: string,
  pointer: Pointer,
  report: Report,
  checkNumber: (value: number, at: Pointer) => void = () => {},
): void {
  const wrongType = (expected: string, seen: unknown, at: Pointer) => {
    const message = `Expected ${expected} after "${operator}", but saw ${shown(seen)}.`;
    report({ pointer: at, code: "wrong-type", message });
  };

  const checkOne = (value: unknown, at: Pointer) => {
    if (domain.kind === "number") {
      if (isFiniteNumber(value)) checkNumber(value, at);
      else wrongType("a number", value, at);
      return;
    }
    const valid: readonly unknown[] = valuesOf(domain);
    const isOpen = domain.kind === "set" && domain.open && typeof value === "string";
    if (valid.includes(value) || isOpen || report.isFull()) return;
    const { hint, ...rest } = suggest(String(value), valid.map(String));
    report({
      pointer: at,
      code: "unknown-value",
      message: `${shown(value)} is not a value of this fact.${hint}`,
      ...rest,
    });
  };
  const checkEach = (expected: string, isFit: (length: number) => boolean) => {
    if (!Array.isArray(operand) || !isFit(operand.length)) wrongType(expected, operand, pointer);
    else for (const [index, value] of operand.entries()) checkOne(value, `${pointer}/${index}`);
  };

  const checks: Readonly<Record<OperandKind, () => void>> = {
    value: () => checkOne(operand, pointer),
    anyOf: () => {
      if (!Array.isArray(operand)) checkOne(operand, pointer);
      else if (operand.length === 0) {
        report({ pointer, code: "out-of-range", message: "This list must have at least 1 entry, but has 0." });
      } else for (const [index, value] of operand.entries()) checkOne(value, `${pointer}/${index}`);
    },
    range: () => checkEach("the lowest and the highest value", (length) => length === 2),
    members: () => checkEach("a list of members", (length) => length > 0),
    yesOrNo: () => {
      if (typeof operand !== "boolean") wrongType("true or false", operand, pointer);
    },
    line: () => {
      if (typeof operand !== "object" || operand === null || Array.isArray(operand)) {
        wrongType('a line through a number, such as { "atLeast": 2 },', operand, pointer);
      } else checkSizeLine(operand, domain, what, pointer, report);
    },
  };
  checks[operators[operator].operand]();
}

/** Checks that there is one operator, that it fits the domain, and that its operand does. */
function checkOperators(
  line: object,
  domain: Domain,
  what: string,
  pointer: Pointer,
  report: Report,
  checkNumber?: (value: number, at: Pointer) => void,
): void {
  const fitting = operatorsOn(domain.kind);
  const given = Object.entries(line);
  if (given.length !== 1) {
    const seen = given.length === 0 ? "none" : given.map(([operator]) => operator).join(" and ");
    const message = `Draw one line through ${what} at a time; here is ${seen}. Valid here: ${fitting.join(", ")}.`;
    report({ pointer, code: "unfit-operator", message });
  }
  for (const [operator, operand] of given) {
    const at = `${pointer}/${operator}`;
    const known = fitting.find((each) => each === operator);
    if (known !== undefined) checkOperand(domain, known, operand, what, at, report, checkNumber);
    else {
      const { hint, ...rest } = suggest(operator, fitting);
      const message = `"${operator}" does not fit ${what}, which is ${kindInWords[domain.kind]}.${hint}`;
      report({ pointer: at, code: "unfit-operator", message, ...rest });
    }
  }
}

/**
 * Checks a line through the size of a set, or of a list.
 *
 * @param domain Of what is counted; anything that is no set may have any number of entries.
 */
export function checkSizeLine(line: object, domain: Domain, what: string, pointer: Pointer, report: Report): void {
  const sizes = sizesOf(domain);
  checkOperators(line, sizes, `the size of ${what}`, pointer, report, (value, at) =>
    checkSize(value, sizes, at, report),
  );
}

/** Finds a fact by name, or reports that there is none. */
export function checkFact(name: string, facts: Catalogue, pointer: Pointer, report: Report): Fact | undefined {
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (fact !== undefined || report.isFull()) return fact;
  const { hint, ...rest } = suggest(name, Object.keys(facts));
  report({ pointer, code: "unknown-fact", message: `There is no fact "${inShort(name)}".${hint}`, ...rest });
  return undefined;
}

/**
 * Checks a line on a fact: the fact is known, there is one operator, it fits the fact's domain, and so does its operand.
 */
export function checkLine(
  { fact: name, ...line }: FactCondition,
  facts: Catalogue,
  pointer: Pointer,
  report: Report,
): void {
  const fact = checkFact(name, facts, `${pointer}/fact`, report);
  if (fact !== undefined) checkOperators(line, fact.domain, `"${name}"`, pointer, report);
}
