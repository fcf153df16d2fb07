import type { Catalogue, Evidence, FactValue, Line } from "plimsoll";

function inWords(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(Math.round(value * 10) / 10);
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "none";
  return String(value);
}

/** What is said by the way, if anything is: " (a, b)". */
export function inBrackets(parts: readonly string[], between: string): string {
  return parts.length > 0 ? ` (${parts.join(between)})` : "";
}

/** What a line asks, in words: "100 or more", "any of health, payment". */
function lineInWords(line: Line): string {
  const [operator, operand] = Object.entries(line)[0] ?? [];
  const words: Record<string, (operand: unknown) => string> = {
    atLeast: (limit) => `${inWords(limit)} or more`,
    atMost: (limit) => `${inWords(limit)} at most`,
    above: (limit) => `more than ${inWords(limit)}`,
    below: (limit) => `less than ${inWords(limit)}`,
    between: (limits) => [limits].flat().map(inWords).join(" to "),
    is: inWords,
    includesAny: (members) => `any of ${inWords(members)}`,
    includesAll: (members) => `all of ${inWords(members)}`,
    isEmpty: (empty) => (empty ? "none" : "any"),
  };
  return words[operator ?? ""]?.(operand) ?? "";
}

function observedInWords(observed: FactValue, unit: string): string {
  const counted = observed === 1 ? (unit === "people" ? "person" : unit.replace(/s$/, "")) : unit;
  return [inWords(observed), counted].filter(Boolean).join(" ");
}

/** What a finding rests on, as a question with its answer and the line that it is held against. */
export function evidenceInWords(evidence: Evidence, facts: Catalogue): string {
  const { fact, question, reading, observed, line } = evidence;
  if (observed === null) return `${question} Not known yet; the line is ${lineInWords(line)}.`;
  const domain = facts[fact]?.domain;
  const answer = observedInWords(observed, domain?.kind === "number" ? domain.unit : "");
  const least = reading === "at-least" ? "At least " : "";
  // Of yes and no, the answer says all that there is to say.
  const held = domain?.kind === "boolean" ? "" : `; the line is ${lineInWords(line)}`;
  const sentence = `${least}${answer}${held}.`;
  return `${question} ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
