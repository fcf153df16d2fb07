import { type Derived, defineFact, type Fact, type FactValue, reading, standardFacts } from "plimsoll";
import { describe, expect, test } from "vitest";
import { changeInWords } from "../../src/words/index.js";

const facts: Readonly<Record<string, Fact>> = standardFacts;
const rankOf = ({ domain }: Fact, value: FactValue) =>
  domain.kind === "ordinal" ? domain.levels.indexOf(String(value)) : Number(value);

function said(name: string, reading: Derived, to: FactValue, isBound = false): string {
  const fact = facts[name] ?? expect.fail(`There is no fact ${name}.`);
  const now = reading.kind === "unknown" ? Number.POSITIVE_INFINITY : rankOf(fact, reading.value);
  return changeInWords(name, fact, { reading, to, isLess: rankOf(fact, to) < now, isBound });
}

test.each<readonly [fact: string, from: FactValue, to: FactValue, words: string]>([
  ["users", 140, 99, "Let 99 people use it at most, instead of 140."],
  ["users", 12, 500, "Let 500 people use it at least, instead of twelve."],
  ["systemsWritten", 2, 1, "Write to one system at most, instead of two."],
  ["systemsWritten", 2, 0, "Write to no other system: let people or IT transfer the results."],
  ["systemsRead", 0, 3, "Read three systems at least, instead of none."],
  ["departments", 3, 1, "Let one department use it at most, instead of three."],
  [
    "othersWhoUnderstand",
    0,
    2,
    "Explain it to others, until it is fully understood by two people at least, instead of none.",
  ],
  ["outsideUsers", true, false, "Stop people from outside using it."],
  ["support", false, true, "Name who supports it, and write down how."],
  ["calculation", "complex", "simple", "Keep what it calculates to rules and sums, or let IT run the rest."],
  ["calculation", "simple", "moderate", "Let its calculations become moderate."],
  ["documentation", "none", "complete", "Write down how all of it works."],
  [
    "sensitiveData",
    ["health", "payment"],
    ["payment"],
    "Take the health data out, or ask IT for a component that handles it.",
  ],
  [
    "sensitiveData",
    ["personal", "health", "payment"],
    [],
    "Take the personal, health and payment data out, or ask IT for a component that handles it.",
  ],
  ["sensitiveData", [], ["health"], "Hold or show health data, too."],
  ["performanceSymptoms", ["slow", "timeouts"], [], "Find and fix what makes it slow and what times out."],
])("from %s %j to %j: %s", (fact, from, to, words) => {
  expect(said(fact, reading.exact(from), to, true)).toBe(words);
});

test.each<readonly [what: string, fact: string, reading: Derived, to: FactValue, words: string]>([
  [
    "nothing is known",
    "outsideUsers",
    reading.unknown,
    false,
    "Stop people from outside using it, unless that is so already.",
  ],
  ["nothing is known of a number", "users", reading.unknown, 99, "Let 99 people use it, unless that is so already."],
  ["it is more for certain", "systemsWritten", reading.atLeast(2), 1, "Write to one system, instead of two or more."],
  ["it may be just that", "systemsWritten", reading.atLeast(1), 1, "Write to one system, unless that is so already."],
  [
    "a level is higher for certain",
    "calculation",
    reading.atLeast("moderate"),
    "simple",
    "Keep what it calculates to rules and sums, or let IT run the rest.",
  ],
  [
    "there may be more members",
    "sensitiveData",
    reading.atLeast(["health"]),
    [],
    "Take the health, personal, financial and payment data out, or ask IT for a component that handles it.",
  ],
])("where %s of %s, it says so", (_, fact, reading, to, words) => {
  expect(said(fact, reading, to)).toBe(words);
});

test("where what lies beyond would not do, it does not say that it would", () => {
  expect(said("systemsRead", reading.exact(3), 2)).toBe("Read two systems, instead of three.");
});

describe("a fact of one's own", () => {
  const sites: Fact = defineFact({
    question: "At how many sites is it used?",
    domain: { kind: "number", min: 0, whole: true, unit: "sites" },
    cost: 5,
    changeable: true,
    risk: "rising",
    answerAt: ["/extensions/sites"],
    derive: () => reading.unknown,
  });
  const turn = { to: 2, isLess: true, isBound: true };

  test("that does not say what to do asks for another app, and not for another answer", () => {
    expect(changeInWords("sites", sites, { ...turn, reading: reading.exact(4) })).toBe(
      'Change the app until the true answer to "At how many sites is it used?" is "2 sites", and no longer "4 sites".',
    );
  });

  test("can say what to do", () => {
    const own: Fact = { ...sites, whatToDo: { fewer: "Take it out of use, except at {to}" } };
    expect(changeInWords("sites", own, { ...turn, reading: reading.exact(4) })).toBe(
      "Take it out of use, except at two sites at most, instead of four.",
    );
  });

  test("without an order says it for each of its values", () => {
    const host: Fact = {
      ...sites,
      domain: { kind: "enum", values: ["here", "there"] },
      whatToDo: { here: "Move it here" },
    };
    const to = (value: string) => changeInWords("host", host, { ...turn, to: value, reading: reading.unknown });
    expect(to("here")).toBe("Move it here, unless that is so already.");
    expect(to("there")).toContain("Change the app until");
  });
});

test.each<readonly [reading: Derived, to: readonly string[], words: string]>([
  [reading.exact(["gdpr", "House rule 7"]), ["GDPR"], "Leave House rule 7."],
  [reading.exact(["gdpr"]), ["GDPR", "SOX"], "Come under SOX."],
  [reading.atLeast(["gdpr", "sox "]), ["SOX"], "Leave gdpr, HIPAA and PCI DSS."],
  [reading.atLeast(["gdpr"]), ["GDPR"], "Leave HIPAA, PCI DSS and SOX, unless that is so already."],
])("of %j, to become %j, no name goes or comes that is only spelt otherwise: %s", (reading, to, words) => {
  const { complianceRegimes: regimes } = standardFacts;
  const fact: Fact = { ...regimes, whatToDo: { without: "leave {members}", with: "come under {members}" } };
  expect(changeInWords("regimes", fact, { reading, to, isLess: true, isBound: false })).toBe(words);
});
