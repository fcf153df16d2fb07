import { type Catalogue, type Fact, standardFacts } from "plimsoll";
import { InputError, type Terminal } from "../terminal.js";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown) => typeof value === "string" && value !== "";

const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

/** What a fact needs, whatever made it, and whether it has that. */
const needed: Readonly<Record<string, readonly [inWords: string, isFit: (value: unknown, fact: object) => boolean]>> = {
  question: ["a text that a person can answer", isText],
  domain: [
    "one of number, ordinal, boolean, enum or set, with its values",
    (domain) => isObject(domain) && isDomain(domain),
  ],
  cost: ["a number of minutes", (cost) => typeof cost === "number" && cost >= 0],
  changeable: ["true or false", (changeable) => typeof changeable === "boolean"],
  risk: [
    "rising, falling or neither",
    (risk) => typeof risk === "string" && ["rising", "falling", "neither"].includes(risk),
  ],
  answerAt: ["a list of JSON Pointers into a profile", areTexts],
  derive: [
    "a function from a profile to what it tells",
    (derive, fact) => typeof derive === "function" || ("from" in fact && isObject(fact.from)),
  ],
};

function isDomain({ kind, levels, values, members, min }: Readonly<Record<string, unknown>>): boolean {
  if (kind === "number") return typeof min === "number";
  if (kind === "ordinal") return areTexts(levels);
  if (kind === "enum") return areTexts(values);
  return kind === "set" ? areTexts(members) : kind === "boolean";
}

/** Why something is no fact, for a person; nothing, when it is one. */
function faultIn(fact: unknown): string | undefined {
  if (!isObject(fact)) return "It is no fact.";
  const lack = Object.entries(needed).find(([field, [, isFit]]) => !isFit(fact[field], fact));
  return lack && `"${lack[0]}" has to be ${lack[1][0]}.`;
}

const readingOf = ({ domain, from }: Fact) => JSON.stringify([domain, from]);

/** Whether a fact is a standard one, perhaps from another copy of the package. */
function isStandard(name: string, fact: Fact): boolean {
  const all: Catalogue = standardFacts;
  const standard = Object.hasOwn(all, name) ? all[name] : undefined;
  return fact.from !== undefined && standard !== undefined && readingOf(fact) === readingOf(standard);
}

/** What a module says that its facts are. */
const factsIn = (module: unknown) =>
  isObject(module) ? (isObject(module.facts) ? module.facts : module.default) : undefined;

/**
 * The standard facts, and those that a module exports; it is run for that. Without a file, the standard ones.
 *
 * @throws {InputError} when it cannot be run, exports no facts, or one that hides a standard one.
 */
export async function loadFacts(file: string | undefined, terminal: Terminal): Promise<Catalogue> {
  if (file === undefined) return standardFacts;
  const facts = factsIn(await terminal.load(file));
  if (!isObject(facts)) {
    throw new InputError([
      `${file} exports no facts. Export them by name as "facts", or as the default: export const facts = { sites: defineFact({ … }) }.`,
    ]);
  }
  const problems = Object.entries(facts).flatMap(([name, fact]) => {
    const fault = faultIn(fact);
    if (fault !== undefined) return [`${file}, the fact "${name}": ${fault} Make it with defineFact.`];
    // It has all that a fact needs.
    if (!Object.hasOwn(standardFacts, name) || isStandard(name, fact as Fact)) return [];
    return [`${file}: There is a standard fact "${name}" already, which this would hide. Give it another name.`];
  });
  if (problems.length > 0) throw new InputError(problems);
  return { ...standardFacts, ...(facts as Catalogue) }; // of which each was looked at
}
