import { type Catalogue, standardFacts } from "../facts/index.js";
import { PlimsollError } from "../problems/index.js";
import type { PolicyOptions } from "./policy.js";

const isObject = (value: unknown) => typeof value === "object" && value !== null;

function refuse(pointer: string, message: string): never {
  throw new PlimsollError("invalid-option", [{ pointer, code: "wrong-type", message }]);
}

/**
 * The facts that a policy may ask for, by the options that a caller gave.
 *
 * @throws {PlimsollError} with code `invalid-option`, when the options are none, or the facts no catalogue.
 */
export function factsIn(options: PolicyOptions): Catalogue {
  if (!isObject(options)) return refuse("", `Expected options such as { facts }, but saw ${String(options)}.`);
  const { facts = standardFacts } = options;
  if (!isObject(facts) || Object.values(facts).some((fact) => typeof fact?.derive !== "function")) {
    return refuse("/facts", "Expected a catalogue of facts by name, each made with defineFact.");
  }
  return facts;
}
