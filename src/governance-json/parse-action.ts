import type { PlainAction } from "../governance/index.js";
import { limitsOf, type ReadOptions, readWith } from "../json/index.js";
import { problemsOfName } from "../names/index.js";
import { PlimsollError, type Problem, type Result, toPointer } from "../problems/index.js";
import { actionSchema } from "./action-schema.js";

/** The names in an action that something is compared with, each with its place. */
function namesIn(action: PlainAction): readonly (readonly [path: readonly string[], name: string | undefined])[] {
  switch (action.kind) {
    case "connect":
      return [[["integration", "system"], action.integration.system]];
    case "access":
      return [[["data", "name"], action.data.name]];
    case "use":
      return Object.entries(action.for).map(([field, name]) => [["for", field], name] as const);
    default:
      return [];
  }
}

function checkNames(action: PlainAction): readonly Problem[] {
  return namesIn(action).flatMap(([path, name]) => (name === undefined ? [] : problemsOfName(name, toPointer(path))));
}

/**
 * Reads an unknown value, such as the body of a request, as a {@link PlainAction}, or lists every problem with its pointer. Never
 * throws, but for limits in `options` that are none. What it gives can be handed to `authorize`.
 *
 * @example
 * ```ts
 * import { safeParseAction } from "plimsoll/governance";
 *
 * const result = safeParseAction({ kind: "connect", integration: { system: "ERP", direction: "wirte" } });
 *
 * if (!result.ok) {
 *   result.problems[0]?.pointer; // → "/integration/direction"
 *   result.problems[0]?.suggestion; // → "write"
 * }
 * ```
 */
export function safeParseAction(input: unknown, options: ReadOptions = {}): Result<PlainAction> {
  const result = readWith(actionSchema, input, limitsOf("action", options));
  if (!result.ok) return result;
  const problems = checkNames(result.value);
  return problems.length > 0 ? { ok: false, problems } : result;
}

/**
 * Reads an unknown value, such as the body of a request, as a {@link PlainAction}.
 *
 * @throws {PlimsollError} with code `invalid-action` and every problem, when it is not one.
 *
 * @example
 * ```ts
 * import { parseAction } from "plimsoll/governance";
 *
 * parseAction(JSON.parse('{ "kind": "grow", "users": 200 }')).kind; // → "grow"
 * ```
 */
export function parseAction(input: unknown, options?: ReadOptions): PlainAction {
  const result = safeParseAction(input, options);
  if (!result.ok) throw new PlimsollError("invalid-action", result.problems);
  return result.value;
}
