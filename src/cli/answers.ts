import { type Domain, exact, type FactValue, type StandardFacts, standardFacts } from "plimsoll";

/** What was answered, by fact. */
export type Answers = Readonly<Record<string, FactValue>>;

/** What may be answered, for a person. */
export function choicesIn(domain: Domain): string {
  switch (domain.kind) {
    case "number":
      return `a ${domain.whole ? "whole " : ""}number of ${domain.unit}`;
    case "boolean":
      return "yes or no";
    case "ordinal":
      return domain.levels.join(", ");
    case "enum":
      return domain.values.join(", ");
    case "set":
      return `any of ${domain.members.join(", ")}, with commas between them; or none`;
  }
}

const plain = (text: string) => text.trim().toLowerCase();

function among(values: readonly string[], text: string): string | undefined {
  return values.find((value) => plain(value) === plain(text));
}

/** What an answer says of a fact; nothing, when it does not fit. */
export function valueFrom(domain: Domain, text: string): FactValue | undefined {
  switch (domain.kind) {
    case "number": {
      const value = Number(text.trim().replace(",", "."));
      const isFit = text.trim() !== "" && value >= domain.min && value <= (domain.max ?? Number.MAX_VALUE);
      return isFit && (!domain.whole || Number.isInteger(value)) ? value : undefined;
    }
    case "boolean":
      return /^y(es)?$/.test(plain(text)) ? true : /^no?$/.test(plain(text)) ? false : undefined;
    case "ordinal":
      return among(domain.levels, text);
    case "enum":
      return among(domain.values, text);
    case "set": {
      if (plain(text) === "none") return [];
      const given = text
        .split(",")
        .map((member) => among(domain.members, member) ?? (domain.open ? member.trim() : ""));
      return given.every((member) => member !== "") ? given : undefined;
    }
  }
}

/** The standard facts, as far as they were answered from the answers. */
export function answeredFacts(answers: Answers): StandardFacts {
  const facts = Object.entries(standardFacts).map(([name, fact]) => {
    const answer = answers[name];
    return [name, answer === undefined ? fact : { ...fact, derive: () => exact(answer) }] as const;
  });
  // The same facts under the same names; only where the answer comes from is another.
  return Object.fromEntries(facts) as unknown as StandardFacts;
}
