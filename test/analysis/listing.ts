import type { Catalogue, Domain, FactValue } from "plimsoll";
import type { Constraint } from "plimsoll/analysis";
import { domainOf, keeps, type Values } from "./plain-meaning.js";

/** Every choice of some items. */
export function subsetsOf<Item>([first, ...rest]: readonly Item[]): readonly (readonly Item[])[] {
  if (first === undefined) return [[]];
  const others = subsetsOf(rest);
  return others.concat(others.map((chosen) => [first, ...chosen]));
}

/** Those of some choices that hold no other one of them. */
export const minimal = (choices: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  choices.filter(
    (choice) => !choices.some((other) => other.length < choice.length && other.every((each) => choice.includes(each))),
  );

/** Lines through numbers that need not be whole are drawn at halves, so that quarters lie between them. */
export const halves = [0, 0.5, 1, 1.5, 2];

/** What an open set may hold besides what it lists: a member that lines may name, and more than these ask for of those that none does. */
export const elsewhere = "elsewhere";
const unlisted = [elsewhere, "another", "yet another"];

/** Every value of a fact, of numbers that need not be whole those that tell something. */
export function everyValue(given: Domain): readonly FactValue[] {
  switch (given.kind) {
    case "number": {
      const { min, max = 2.25, whole } = given;
      const step = whole ? 1 : 0.25;
      const values = Array.from({ length: (max - min) / step + 1 }, (_, index) => min + index * step);
      // Where numbers have no end, others that are whole may be no more than they are.
      return given.max === undefined ? [...values, 3, 4, 5, 6] : values;
    }
    case "ordinal":
      return given.levels;
    case "enum":
      return given.values;
    case "boolean":
      return [false, true];
    case "set":
      return subsetsOf(given.open ? [...given.members, ...unlisted] : given.members);
  }
}

/** All values of all of some facts that keep some constraints. */
export function everyApp(
  facts: Catalogue,
  named: readonly string[],
  constraints: readonly Constraint[],
): readonly Values[] {
  return named
    .reduce<readonly Values[]>(
      (apps, name) => {
        const values = everyValue(domainOf(facts, name));
        return apps.flatMap((app) => values.map((value) => ({ ...app, [name]: value })));
      },
      [{}],
    )
    .filter((values) => constraints.every((constraint) => keeps(constraint, values, facts)));
}
