import * as z from "zod/mini";
import { actionShapes, type PlainAction } from "../governance/index.js";
import { described, jsonSchemaOf, limitsOf, type ReadOptions, readWith, schemaOfKinds } from "../json/index.js";
import { problemsOfName } from "../names/index.js";
import { PlimsollError, type Problem, type Result, toPointer } from "../problems/index.js";

const descriptions: Readonly<Record<string, string>> = {
  "/kind": "What is about to be done.",
  "/integration":
    "The connection, as a profile has it; a system that is connected already is connected in this way as well.",
  "/data": "The data that is to be held or shown, as a profile has it.",
  "/users": "How many people it is opened to, in total.",
  "/component": "The reusable component of IT.",
  "/for": "What the component is to handle: a system, data by its name, or a compliance regime.",
};

const isOne = (value: unknown) => Object.keys(Object(value)).length === 1;

/** Of the fields that a profile has as well, the profile says what they are for. */
function onField(place: string, schema: z.ZodMiniType): z.ZodMiniType {
  const description = descriptions[place];
  if (description === undefined) return schema;
  if (place !== "/for") return described(schema, description);
  const error = "Say one of these: the system, the data, or the regime that it handles.";
  return described(schema.check(z.refine(isOne, { error })), description, { minProperties: 1, maxProperties: 1 });
}

/**
 * The zod schema of a `PlainAction`. Use `parseAction` to read one: its messages are written for people.
 *
 * @example
 * ```ts
 * import { actionSchema } from "plimsoll/schema";
 * import * as z from "zod/mini";
 *
 * z.safeParse(actionSchema, { kind: "grow", users: 200 }).success; // → true
 * ```
 */
export const actionSchema: z.ZodMiniType<PlainAction> = schemaOfKinds(
  actionShapes,
  onField,
  // They are those of the actions; of what a component is for, one thing is said, as the check has it.
) as z.ZodMiniType<PlainAction>;

/**
 * The JSON Schema (2020-12) of an action, for whoever sends one. `parseAction` also says whether its names are what they look
 * like.
 *
 * @example
 * ```ts
 * import { actionJsonSchema } from "plimsoll/schema";
 *
 * actionJsonSchema().oneOf?.length; // → 6
 * ```
 */
export function actionJsonSchema(): z.core.JSONSchema.BaseSchema {
  return jsonSchemaOf(actionSchema);
}

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
