import fc from "fast-check";
import { type AppProfile, type Catalogue, deriveFacts, type FactRecords, type FieldCondition } from "plimsoll";
import { factsOfRecords, misreadings } from "../../src/facts/index.js";
import { lastDay } from "../arbitraries/profile.js";
import type { Values } from "./holds.js";

/** The values that a profile tells of facts, of which it tells all. */
export function valuesIn(profile: AppProfile, facts: Catalogue): Values {
  return Object.fromEntries(
    Object.entries(deriveFacts(profile, facts, { asOf: lastDay })).map(([name, reading]) => {
      if (reading.kind !== "exact") throw new Error(`"${name}" is not known.`);
      return [name, reading.value];
    }),
  );
}

export const levels = ["none", "some", "much"];
const colours = ["red", "green", "blue"];

/** Entries with all that can stand in two fields, as far as conditions over some colours and a flag can tell. */
const entries = [true, false, null].flatMap((flag) =>
  [...colours, ...levels, "violet", null].map((colour) => ({ flag, colour })),
);

/** All lists of up to two of some entries, in one order each. */
const listsOf = <Entry>(some: readonly Entry[]): readonly (readonly Entry[])[] => [
  [],
  ...some.flatMap((one, at) => [[one], ...some.slice(at).map((other) => [one, other])]),
];

const line: fc.Arbitrary<FieldCondition> = fc.oneof(
  fc.boolean().map((is) => ({ field: "flag", is })),
  fc.subarray(colours, { minLength: 1, maxLength: 2 }).map((is) => ({ field: "colour", is })),
);
const where: fc.Arbitrary<FieldCondition> = fc.oneof(
  line,
  fc.tuple(line, line).map((all) => ({ all })),
  fc.tuple(line, line).map((any) => ({ any })),
  line.map((not) => ({ not })),
);

export const notes = { question: "What?" } as const;
export const list = "/extensions/things";

const record = fc.oneof(
  where.map((own) => ({
    domain: { kind: "number", min: 0, whole: true, unit: "things" } as const,
    from: { each: list, where: own },
  })),
  where.map((own) => ({ domain: { kind: "boolean" } as const, from: { each: list, where: own } })),
  fc
    .tuple(fc.option(where, { nil: undefined }), fc.constantFrom(...levels), fc.constantFrom(...levels))
    .map(([own, red, green]) => ({
      domain: { kind: "ordinal", levels } as const,
      from: { each: list, ...(own && { where: own }), take: "colour", as: { red, green, blue: null } },
    })),
  fc.option(where, { nil: undefined }).map((own) => ({
    domain: { kind: "set", members: ["red", "green"], open: false } as const,
    from: { each: list, ...(own && { where: own }), take: "colour", as: { blue: null } },
  })),
);

/** A few facts of one list. Whoever writes conditions writes all colours that there are. */
export const catalogues: fc.Arbitrary<Catalogue> = fc.array(record, { minLength: 2, maxLength: 4 }).map((records) => {
  const named: FactRecords = Object.fromEntries(records.map((each, index) => [`fact${index}`, { ...notes, ...each }]));
  return factsOfRecords(named);
});

const appWith = (things: readonly (typeof entries)[number][]): AppProfile => ({
  id: "app",
  name: "An app",
  extensions: { things },
});

/** What every small app has of some facts, as far as these can be read from it. */
export function appsOf(facts: Catalogue): readonly Values[] {
  const isReadable = (entry: (typeof entries)[number]) => misreadings(appWith([entry]), facts).length === 0;
  return listsOf(entries.filter(isReadable)).map((things) => valuesIn(appWith(things), facts));
}

/** What apps have whose lists are longer: everything that up to so many entries bring, each kind of entry looked at once. */
export function longerApps(facts: Catalogue, most: number): readonly Values[] {
  const isReadable = (entry: (typeof entries)[number]) => misreadings(appWith([entry]), facts).length === 0;
  const told = (things: readonly (typeof entries)[number][]) => valuesIn(appWith(things), facts);
  const differing = <Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string) => [
    ...new Map(things.map((thing) => [keyOf(thing), thing])).values(),
  ];
  const kinds = differing(entries.filter(isReadable), (entry) => JSON.stringify(told([entry])));
  let lists: readonly (readonly (typeof entries)[number][])[] = [[]];
  let all = lists;
  for (let length = 1; length <= most; length++) {
    const longer = lists.flatMap((things) => kinds.map((entry) => [...things, entry]));
    lists = differing(longer, (things) => JSON.stringify(told(things)));
    all = [...all, ...lists];
  }
  return differing(all.map(told), (values) => JSON.stringify(values));
}

/** The values of a fact from which something follows for others, as far as they are told apart here. */
export const someValues = ({
  domain,
}: Catalogue[string] & object): readonly (number | boolean | string | readonly string[])[] => {
  if (domain.kind === "number") return [0, 1, 2];
  if (domain.kind === "set") return [[], ["red"], ["green"], ["red", "green"]];
  return domain.kind === "ordinal" ? domain.levels : [false, true];
};
