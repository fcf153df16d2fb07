import { type Evidence, toldBy } from "../conditions/index.js";
import { type Catalogue, standardFacts } from "../facts/index.js";
import { capital } from "./capital.js";
import { lineInWords } from "./line.js";
import { readingInWords } from "./reading.js";

/**
 * What a finding rests on, for a person: the question, its answer, and the line that it is held against.
 *
 * @param facts Where the facts are listed; `standardFacts` when left out.
 *
 * @example
 * ```ts
 * import { classify, evidenceInWords } from "plimsoll";
 *
 * const [finding] = classify({ id: "stock", name: "Stock list", audience: { users: 140 } }).findings;
 *
 * finding?.evidence.map((each) => evidenceInWords(each)); // → ["How many people use it now? 140 people; the line is 100 or more."]
 * ```
 */
export function evidenceInWords(evidence: Evidence, facts: Catalogue = standardFacts): string {
  const { fact, question, line } = evidence;
  // The answer says what is counted; the line need not say it again.
  const held = `the line is ${lineInWords(line, undefined)}`;
  const domain = facts[fact]?.domain;
  const answer = readingInWords(toldBy(evidence), domain);
  if (answer === undefined) return `${question} Not known yet; ${held}.`;
  // Of yes and no, the answer says all that there is to say.
  return `${question} ${capital(domain?.kind === "boolean" ? answer : `${answer}; ${held}`)}.`;
}
