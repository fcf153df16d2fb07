import { type Catalogue, type Derived, type Domain, defineFact, type FactValue, type Line, reading } from "plimsoll";

const weekdays = ["saturday", "sunday"] as const;

/** One fact of each kind of domain, each with few values, so that every possible app can be listed. */
export const domains = {
  count: { kind: "number", min: 0, max: 3, whole: true, unit: "things" },
  level: { kind: "ordinal", levels: ["low", "middle", "high"] },
  flag: { kind: "boolean" },
  colour: { kind: "enum", values: ["red", "green", "blue"] },
  days: { kind: "set", members: weekdays, open: false },
  tags: { kind: "set", members: weekdays, open: true },
} as const satisfies Record<string, Domain>;

export type SmallFact = keyof typeof domains;

export const smallFactNames = Object.keys(domains) as SmallFact[]; // its own keys, as written above

const subsets = (members: readonly string[]): readonly (readonly string[])[] =>
  members.reduce<readonly (readonly string[])[]>(
    (found, member) => found.concat(found.map((subset) => subset.concat(member))),
    [[]],
  );

/** Every value that a fact may have; of an open set, those with members that nobody has listed: more than any line counts. */
const valuesOf: Readonly<Record<SmallFact, readonly FactValue[]>> = {
  count: [0, 1, 2, 3],
  level: domains.level.levels,
  flag: [false, true],
  colour: domains.colour.values,
  days: subsets(weekdays),
  tags: subsets([...weekdays, "payday", "holiday"]),
};

const isSubset = (few: readonly string[], many: readonly string[]) => few.every((member) => many.includes(member));

/** Whether a value is at most another: earlier in order, or a part of it. The values of an enum stand in no order. */
function isUpTo(name: SmallFact, less: FactValue, more: FactValue): boolean {
  if (Array.isArray(less) && Array.isArray(more)) return isSubset(less, more);
  const values = valuesOf[name];
  return domains[name].kind === "enum" || values.indexOf(less) <= values.indexOf(more);
}

/** Everything that a profile may tell of a fact. */
export const readingsOf = (name: SmallFact): readonly Derived[] => [
  reading.unknown,
  ...valuesOf[name].flatMap((value): Derived[] => [
    { kind: "at-least", value },
    { kind: "at-most", value },
    { kind: "exact", value },
    ...valuesOf[name]
      .filter((upTo) => isUpTo(name, value, upTo))
      .map((upTo): Derived => ({ kind: "between", value, upTo })),
  ]),
];

/** The values that a fact may turn out to have, given what is told of it. */
export function completionsOf(name: SmallFact, told: Derived): readonly FactValue[] {
  const values = valuesOf[name];
  if (told.kind === "unknown") return values;
  if (told.kind === "exact") return [told.value];
  const { kind, value } = told;
  const most = kind === "between" ? told.upTo : value;
  return values.filter(
    (each) => (kind === "at-most" || isUpTo(name, value, each)) && (kind === "at-least" || isUpTo(name, each, most)),
  );
}

/** Every line that fits a fact. */
export function linesOf(name: SmallFact): readonly Line[] {
  const values = valuesOf[name];
  const lists = subsets(weekdays).filter(({ length }) => length > 0);
  const { kind } = domains[name];
  if (kind === "set") {
    return [
      ...lists.flatMap((list): Line[] => [{ includesAny: list }, { includesAll: list }]),
      { isEmpty: true },
      { isEmpty: false },
      ...linesOf("count")
        .map((size) => ({ size }) as Line) // the count is a number
        // A closed set has no more than its members.
        .filter((line) => name === "tags" || !JSON.stringify(line).includes("3")),
    ];
  }
  const several = values.flatMap((value, index) => values.slice(index).map((other) => [other, value]));
  const is = [...values, ...several].map((value) => ({ is: value }) as Line); // values of this very fact
  if (kind === "boolean" || kind === "enum") return is;
  const ordered = values.flatMap((value, rank) => [
    ...["atLeast", "atMost", "above", "below"].map((operator) => ({ [operator]: value })),
    ...values.slice(rank).map((highest) => ({ between: [value, highest] })),
  ]);
  return [...(ordered as Line[]), ...(kind === "ordinal" ? is : [])]; // likewise
}

/** The plain meaning of a line, for a value that is known. */
export function isOnLine(name: SmallFact, line: Line, value: FactValue): boolean {
  const rank = (one: FactValue) => (typeof one === "number" ? one : valuesOf[name].indexOf(one));
  const members = Array.isArray(value) ? value : [];
  if ("atLeast" in line) return rank(value) >= rank(line.atLeast);
  if ("atMost" in line) return rank(value) <= rank(line.atMost);
  if ("above" in line) return rank(value) > rank(line.above);
  if ("below" in line) return rank(value) < rank(line.below);
  if ("between" in line) return rank(value) >= rank(line.between[0]) && rank(value) <= rank(line.between[1]);
  if ("is" in line) return [line.is].flat().some((each) => each === value);
  if ("includesAny" in line) return line.includesAny.some((member) => members.includes(member));
  if ("includesAll" in line) return line.includesAll.every((member) => members.includes(member));
  if ("isEmpty" in line) return (members.length === 0) === line.isEmpty;
  // A size is a number, as the count is.
  return isOnLine("count", line.size, members.length);
}

/** What is told of every small fact. */
export type SmallReadings = Readonly<Record<SmallFact, Derived>>;

/** Facts that a profile tells outright, in its `extensions`. */
export const smallFacts: Catalogue = Object.fromEntries(
  Object.entries(domains).map(([name, domain]) => [
    name,
    defineFact<Domain>({
      question: `What is its ${name}?`,
      domain,
      cost: 1,
      changeable: true,
      risk: "neither",
      answerAt: [`/extensions/${name}`],
      // The tests put nothing but readings there.
      derive: ({ extensions }) => (extensions?.[name] ?? reading.unknown) as Derived<never>,
    }),
  ]),
);
