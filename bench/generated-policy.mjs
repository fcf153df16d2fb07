import { defineFact, reading } from "plimsoll";

/** Numbers that look random and are the same in every run (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const levels = ["none", "low", "medium", "high"];
const members = ["red", "green", "blue", "cyan", "pink", "gold"];

const oneOfEach = [
  ...new Array(12).fill({ kind: "number", min: 0, whole: true, unit: "things" }),
  ...new Array(7).fill({ kind: "ordinal", levels }),
  ...new Array(14).fill({ kind: "boolean" }),
  ...new Array(4).fill({ kind: "enum", values: ["north", "east", "south", "west"] }),
  ...new Array(3).fill({ kind: "set", members, open: false }),
];

/** So many facts and rules as there are once. */
const domainsOf = (times) => new Array(times).fill(oneOfEach).flat();

function factOf(name, domain) {
  return defineFact({
    question: `What about ${name}?`,
    domain,
    cost: 5,
    changeable: true,
    risk: domain.kind === "enum" ? "neither" : "rising",
    answerAt: [`/extensions/${name}`],
    derive: ({ extensions }) => {
      const value = extensions?.[name];
      if (value === undefined) return reading.unknown;
      return typeof value === "object" && "atLeast" in value ? reading.atLeast(value.atLeast) : reading.exact(value);
    },
  });
}

/** Facts of every kind of domain: forty, or some times as many. */
export const factsFor = (times) =>
  Object.fromEntries(domainsOf(times).map((domain, index) => [`fact${index}`, factOf(`fact${index}`, domain)]));

export const facts = factsFor(1);

export const constraints = [
  { fact: "fact1", atMostFact: "fact0" },
  { fact: "fact2", atMostFact: "fact0" },
  { when: { fact: "fact19", is: true }, implies: { fact: "fact12", atLeast: "low" } },
  { when: { fact: "fact37", isEmpty: false }, implies: { fact: "fact13", atLeast: "medium" } },
];

function lineOf(random, domains) {
  const index = Math.floor(random() * domains.length);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const fact = `fact${index}`;
  const { kind } = domains[index];
  if (kind === "number") return { fact, atLeast: 1 + Math.floor(random() * 5) * 20 };
  if (kind === "ordinal") return { fact, atLeast: pick(levels.slice(1)) };
  if (kind === "boolean") return { fact, is: true };
  if (kind === "enum") return { fact, is: pick(["north", "east", "south", "west"]) };
  const some = members.filter(() => random() < 0.4);
  return random() < 0.5 ? { fact, includesAny: [...some, "red"] } : { fact, includesAll: [...some, "blue"] };
}

/** Conditions as the standard policy and the examples have them: half of them are one line, the others two to four. */
function conditionOf(random, domains) {
  const kind = random();
  const line = () => lineOf(random, domains);
  const lines = (count) => Array.from({ length: count }, line);
  if (kind < 0.5) return line();
  if (kind < 0.7) return { all: lines(2) };
  if (kind < 0.8) return { all: lines(3) };
  if (kind < 0.9) return { all: [line(), { any: lines(2) }] };
  if (kind < 0.95) return { count: lines(4), atLeast: 2 };
  return { all: [line(), { not: line() }] };
}

const tiers = ["one", "two", "three", "four"].map((id) => ({ id, title: id, advice: "Go on." }));

/** A policy of sixty rules over forty facts, or some times as many, one of which counts the points of ten items. */
export function generatedPolicy(seed, times = 1) {
  const random = seeded(seed);
  const domains = domainsOf(times);
  const criteria = Array.from({ length: 60 * times - 1 }, (_, index) => ({
    id: `rule${index}`,
    tier: tiers[1 + Math.floor(random() * 3)].id,
    title: `Rule ${index}`,
    why: "It matters.",
    when: conditionOf(random, domains),
  }));
  const items = Array.from({ length: 10 }, () => ({
    points: 1 + Math.floor(random() * 3),
    when: lineOf(random, domains),
  }));
  const rubric = { id: "risk", title: "Risk", items };
  const scored = {
    id: "scored",
    tier: "four",
    title: "Scored",
    why: "It adds up.",
    when: { score: "risk", atLeast: 14 },
  };
  return {
    id: "generated",
    version: "1.0.0",
    title: "Generated",
    tiers,
    criteria: [...criteria, scored],
    rubrics: [rubric],
  };
}

/** The policy with one line moved, in one of its rules. */
export function mutant(policy, seed) {
  const random = seeded(seed);
  const at = Math.floor(random() * (policy.criteria.length - 1));
  const change = (condition) => {
    if ("fact" in condition) {
      if (typeof condition.atLeast === "number")
        return { ...condition, atLeast: condition.atLeast + (random() < 0.5 ? 1 : -1) };
      return condition;
    }
    const [key, parts] = Object.entries(condition)[0];
    if (key === "all" && random() < 0.3) return { any: parts };
    if (Array.isArray(parts)) {
      const place = Math.floor(random() * parts.length);
      return { ...condition, [key]: parts.map((part, index) => (index === place ? change(part) : part)) };
    }
    return condition;
  };
  const criteria = policy.criteria.map((rule, index) => (index === at ? { ...rule, when: change(rule.when) } : rule));
  return { ...policy, criteria };
}
