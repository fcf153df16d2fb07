import fc from "fast-check";
import { type Domain, type FactCondition, type FactRecords, type FactValue, factsOf } from "plimsoll";
import { describe, test } from "vitest";
import { catalogues, longerApps } from "../facts/small-lists.js";
import { isExact } from "./every-way.js";
import type { Values } from "./plain-meaning.js";

const pieces: Domain = { kind: "number", min: 0, whole: true, unit: "pieces" };
const level: Domain = { kind: "ordinal", levels: ["none", "some", "much"] };
const at = (name: string, domain: Domain) => ({
  question: `What is ${name}?`,
  domain,
  from: { read: `/extensions/${name}` },
});
const excess = (more: string, than: string) => ({
  question: `More ${more} than ${than}?`,
  domain: pieces,
  from: { more, than },
});

/** All values that matter of facts that stand at places, each with each. */
const crossed = (apps: readonly Values[], name: string, values: readonly FactValue[]): readonly Values[] =>
  apps.flatMap((app) => values.map((value) => ({ ...app, [name]: value })));

const rankOf = (value: FactValue | undefined) =>
  typeof value === "number" ? value : level.kind === "ordinal" ? level.levels.indexOf(String(value)) : 0;

/** By how much one value is more than another, as a person would say it. */
const moreBy = (app: Values, { more, than }: { readonly more: string; readonly than: string }) => {
  const difference = rankOf(app[more]) - rankOf(app[than]);
  return difference > 0 ? difference : 0;
};

const withExcesses = (apps: readonly Values[], own: FactRecords): readonly Values[] =>
  apps.map((app) => ({
    ...app,
    ...Object.fromEntries(
      Object.entries(own).flatMap(([name, { from }]) => ("more" in from ? [[name, moreBy(app, from)]] : [])),
    ),
  }));

describe("facts that are held against each other", () => {
  const numbers = { one: at("one", pieces), two: at("two", pieces), three: at("three", pieces) };
  const levels = { needed: at("needed", level), had: at("had", level) };
  const places = fc.constantFrom("one", "two", "three");
  const pairs = fc.uniqueArray(
    fc.tuple(places, places).filter(([more, than]) => more !== than),
    {
      minLength: 1,
      maxLength: 3,
      selector: String,
    },
  );
  const limits = fc.record({ one: fc.nat(3), two: fc.nat(3), three: fc.nat(3), by: fc.integer({ min: 1, max: 3 }) });

  test("are together what numbers can be, and nothing else", () => {
    fc.assert(
      fc.property(pairs, limits, (given, limit) => {
        const own: FactRecords = {
          ...numbers,
          ...Object.fromEntries(given.map(([more, than]) => [`${more} over ${than}`, excess(more, than)])),
        };
        const facts = factsOf({ facts: own }, { facts: {} });
        const lines = Object.entries(own).map(([fact, { from }]): FactCondition => {
          return { fact, atLeast: "more" in from ? limit.by : limit[fact as "one" | "two" | "three"] };
        });
        const listed = Array.from({ length: 11 }, (_, value) => value);
        const all = Object.keys(numbers).reduce<readonly Values[]>((apps, name) => crossed(apps, name, listed), [{}]);
        isExact(facts, lines, withExcesses(all, own));
      }),
      { numRuns: 40 },
    );
  });

  test("are together what levels can be, and nothing else", () => {
    const own: FactRecords = { ...levels, missing: excess("needed", "had"), spare: excess("had", "needed") };
    const facts = factsOf({ facts: own }, { facts: {} });
    const { levels: all } = level as Extract<Domain, { kind: "ordinal" }>;
    const apps = withExcesses(crossed(crossed([{}], "needed", all), "had", all), own);
    const lines: readonly FactCondition[] = [
      { fact: "missing", atLeast: 1 },
      { fact: "missing", atLeast: 2 },
      { fact: "spare", above: 0 },
      { fact: "needed", atLeast: "much" },
      { fact: "had", is: "some" },
    ];
    isExact(facts, lines, apps);
  });

  test("are together what a list and a number can be, and nothing else", () => {
    fc.assert(
      fc.property(catalogues, fc.nat(2), fc.boolean(), (listed, limit, isCut) => {
        const counts = Object.entries(listed).filter(([, { domain }]) => domain.kind === "number");
        const [counted] = counts.map(([name]) => name);
        fc.pre(counted !== undefined && Object.keys(listed).length <= 4);
        const own: FactRecords = { limit: at("limit", pieces), over: excess(String(counted), "limit") };
        const facts = factsOf({ facts: own }, { facts: listed });
        const lines: readonly FactCondition[] = [
          ...Object.entries(listed).flatMap(([fact, { domain }]): readonly FactCondition[] => {
            if (fact === counted && !isCut) return [];
            if (domain.kind === "number") return [{ fact, atLeast: 2 }];
            if (domain.kind === "ordinal") return [{ fact, atLeast: domain.levels.at(-1) ?? "" }];
            if (domain.kind === "set") return [{ fact, isEmpty: true }];
            return [{ fact, is: true }];
          }),
          { fact: "limit", atLeast: limit },
          { fact: "over", above: 0 },
        ];
        const apps = crossed(longerApps(listed, Object.keys(listed).length + 2), "limit", [0, 1, 2, 3, 4, 5, 6, 7]);
        isExact(facts, lines, withExcesses(apps, own));
      }),
      { numRuns: 40 },
    );
  });
});
