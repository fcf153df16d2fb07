import type { Condition, Points } from "../conditions/index.js";
import type { Catalogue } from "../facts/index.js";
import type { Policy } from "../policy/index.js";
import { capital } from "./capital.js";
import { lineInWords } from "./line.js";

/** What a condition may refer to. */
export interface Vocabulary {
  readonly policy: Policy;
  readonly facts: Catalogue;
}

/** Parts in a row; in brackets where they are part of something else. */
function joined(parts: readonly string[], word: "and" | "or", isPart: boolean): string {
  const row = parts.join(`; ${word} `);
  return parts.length > 1 && isPart ? `(${row})` : row;
}

function pointsInWords({ points, title, when }: Points, vocabulary: Vocabulary): string {
  return `${points} for: ${title ?? conditionInWords(when, vocabulary)}`;
}

function itemsOf(rubric: string, { rubrics = [] }: Policy): readonly Points[] {
  return rubrics.find(({ id }) => id === rubric)?.items ?? [];
}

/** A condition for a person, in half a sentence: "How many people use it now? 100 people or more". */
export function conditionInWords(condition: Condition, vocabulary: Vocabulary, isSo = true, isPart = false): string {
  const { policy, facts } = vocabulary;
  const all = (parts: readonly Condition[]) =>
    parts.map((part) => conditionInWords(part, vocabulary, isSo, parts.length > 1));
  if ("fact" in condition) {
    const { fact: name, ...line } = condition;
    const fact = facts[name];
    return `${fact?.question ?? name} ${capital(lineInWords(line, fact?.domain, isSo))}`;
  }
  if ("all" in condition) return joined(all(condition.all), isSo ? "and" : "or", isPart);
  if ("any" in condition) return joined(all(condition.any), isSo ? "or" : "and", isPart);
  if ("not" in condition) return conditionInWords(condition.not, vocabulary, !isSo, isPart);
  if ("sign" in condition) {
    const sign = policy.signs?.find(({ id }) => id === condition.sign);
    if (sign === undefined) return isSo ? condition.sign : `Not: ${condition.sign}`;
    // What a sign is called says what is so; what must be so without it, its condition says.
    return isSo ? sign.title : conditionInWords(sign.when, vocabulary, false, isPart);
  }
  const how = isSo ? "At least" : "Fewer than";
  if ("count" in condition) {
    const parts = condition.count.map((part) => conditionInWords(part, vocabulary, true, true));
    return `${how} ${condition.atLeast} of these (${parts.join("; ")})`;
  }
  const { score, atLeast } = condition;
  const items = typeof score === "string" ? itemsOf(score, policy) : score;
  return `${how} ${atLeast} points (${items.map((item) => pointsInWords(item, vocabulary)).join("; ")})`;
}
