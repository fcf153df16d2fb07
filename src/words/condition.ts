import { byForm, type Condition, type ScoreItem, type Threshold } from "../conditions/index.js";
import type { Catalogue, FactValue } from "../facts/index.js";
import { itemsOf, type Policy, standing } from "../policy/index.js";
import { capital } from "./capital.js";
import { lineInWords } from "./line.js";
import { exactlyInWords } from "./value.js";

/** What a condition may refer to. */
export interface Vocabulary {
  readonly policy: Policy;
  readonly facts: Catalogue;
}

/** What a condition is part of: a row of "and", a row of "or", a list to count in. */
type Within = "and" | "or" | "list";

/** Parts in a row; in brackets where they are part of something else. */
function joined(parts: readonly string[], word: Within, within: Within | undefined): string {
  const row = parts.join(`; ${word} `);
  return parts.length > 1 && within !== undefined && within !== word ? `(${row})` : row;
}

/** What brings points, for a person: "3 for: Open to the outside", "How many people use it now? 1 for 50 people or more". */
function pointsInWords(item: ScoreItem, vocabulary: Vocabulary): string {
  if ("when" in item) return `${item.points} for: ${item.title ?? conditionInWords(item.when, vocabulary)}`;
  const fact = vocabulary.facts[item.fact];
  const about = item.title ?? fact?.question ?? item.fact;
  const told = (value: FactValue) => exactlyInWords(value, fact?.domain);
  const row = (points: Readonly<Record<string, number>>, meant: (name: string) => FactValue) =>
    Object.entries(points).map(([name, own]) => `${own} for ${told(meant(name))}`);
  if ("points" in item) {
    return `${about} ${row(item.points, (name) => (fact?.domain.kind === "boolean" ? name === "true" : name)).join(", ")}`;
  }
  if ("pointsEach" in item) return `${about} ${row(item.pointsEach, String).join(", ")}`;
  const bands = item.bands.map(({ atLeast, points }) => `${points} for ${told(atLeast)} or more`);
  return `${about} ${bands.join(", ")}`;
}

/** How many points are asked for. */
function thresholdInWords(atLeast: Threshold): string {
  if (typeof atLeast !== "number") return `${atLeast.percent} % of the points`;
  return `${atLeast} ${atLeast === 1 ? "point" : "points"}`;
}

/** How much points have to come to that are multiplied. */
const productInWords = (atLeast: Threshold): string =>
  typeof atLeast === "number" ? `${atLeast} as a product of points` : `${atLeast.percent} % of the product of points`;

/** A condition for a person, in half a sentence: "How many people use it now? 100 people or more". */
export function conditionInWords(
  condition: Condition,
  vocabulary: Vocabulary,
  isSo = true,
  within: Within | undefined = undefined,
): string {
  const { policy, facts } = vocabulary;
  const row = (parts: readonly Condition[], word: Within) => {
    const inside = parts.length > 1 ? word : within;
    return joined(
      parts.map((part) => conditionInWords(part, vocabulary, isSo, inside)),
      word,
      within,
    );
  };
  const added = (sum: string | readonly ScoreItem[]) =>
    itemsOf(sum, policy)
      .map((item) => pointsInWords(item, vocabulary))
      .join("; ");
  const how = isSo ? "At least" : "Fewer than";
  return byForm(condition, {
    fact: ({ fact: name, ...line }) => {
      const fact = facts[name];
      return `${fact?.question ?? name} ${capital(lineInWords(line, fact?.domain, isSo))}`;
    },
    all: ({ all }) => row(all, isSo ? "and" : "or"),
    any: ({ any }) => row(any, isSo ? "or" : "and"),
    not: ({ not }) => conditionInWords(not, vocabulary, !isSo, within),
    count: ({ count, atLeast }) => {
      const parts = count.map((part) => conditionInWords(part, vocabulary, true, "list"));
      return `${how} ${atLeast} of these (${parts.join("; ")})`;
    },
    score: ({ score, atLeast }) => `${how} ${thresholdInWords(atLeast)} (${added(score)})`,
    product: ({ product, atLeast }) => `${how} ${productInWords(atLeast)} (${product.map(added).join(") × (")})`,
    sign: ({ sign: id }) => {
      const sign = policy.signs?.find((each) => each.id === id);
      if (sign === undefined) return isSo ? id : `Not: ${id}`;
      // What a sign is called says what is so; what must be so without it, its condition says.
      return isSo ? sign.title : conditionInWords(standing(sign), vocabulary, false, within);
    },
  });
}
