import fc from "fast-check";

type Path = readonly string[];

/** The places in a plain value, itself included. */
function placesIn(value: unknown): readonly Path[] {
  if (typeof value !== "object" || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, part]) => placesIn(part).map((rest) => [key, ...rest]))];
}

/** What comes to stand where something stood: one thing, or nothing. */
type Change = (part: unknown) => readonly unknown[];

function changeAt(value: unknown, [key, ...rest]: Path, change: Change): readonly unknown[] {
  if (key === undefined) return change(value);
  const entries = Object.entries(Object(value)).flatMap(([name, part]) =>
    name === key ? changeAt(part, rest, change).map((changed) => [name, changed] as const) : [[name, part] as const],
  );
  return [Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries)];
}

const names = fc.constantFrom("id", "tier", "tests", "when", "kind", "invalid", "not", "type", "constructor", "");

/** Values on and around what the schemas allow, and any others. */
const values = fc.oneof(
  fc.constantFrom<unknown>("", "a", "read", "citizen", "/data", "x".repeat(2000), "x".repeat(2001), "é".repeat(2000)),
  fc.constantFrom("2024-02-29", "2026-02-29", "2026-01-12T10:00:00Z", "2026-01-12T10:00Z", "2026-01-12T10:00:60Z"),
  fc.constantFrom(0, -1, 0.5, 1, 2, 2 ** 53, 1e308),
  fc.constantFrom<unknown>({ sign: "a" }, { all: [] }, { fact: "users", between: [1] }, { at: "/a" }, { tier: "a" }),
  fc.jsonValue({ maxDepth: 1 }),
);

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>(() => []),
  values.map(
    (value): Change =>
      () => [value],
  ),
  fc.tuple(names, values).map(
    ([name, value]): Change =>
      (part) => {
        if (Array.isArray(part)) return [[...part, value]];
        return [typeof part === "object" ? { ...part, [name]: value } : value];
      },
  ),
);

/** Plain values of a good shape of which some parts were taken away, exchanged or added. */
export function spoilt(whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(whole, fc.array(fc.tuple(fc.nat(), changes), { minLength: 1, maxLength: 3 })).map(([value, steps]) =>
    steps.reduce<unknown>((before, [at, change]) => {
      const places = placesIn(before);
      return changeAt(before, places[at % places.length] ?? [], change)[0] ?? null;
    }, value),
  );
}
