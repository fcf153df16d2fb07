import * as z from "zod/mini";
import { actionShapes, type PlainAction } from "../governance/index.js";
import { schemaOf } from "../json/index.js";

/** What is said of the fields of an action, for JSON Schema. */
export const actionRemarks = z.registry<z.core.JSONSchema.BaseSchema>();

const descriptions: Readonly<Record<string, string>> = {
  "/kind": "What is about to be done.",
  "/integration":
    "The connection, as a profile has it; a system that is connected already is connected in this way as well.",
  "/data": "The data that is to be held or shown, as a profile has it.",
  "/users": "How many people it is opened to, in total.",
  "/component": "The reusable component of IT.",
  "/for": "What the component is to handle: a system, data by its name, or a compliance regime.",
};

function onField(place: string, schema: z.ZodMiniType): z.ZodMiniType {
  const only = place === "/for" ? { minProperties: 1, maxProperties: 1 } : {};
  const isOne = (value: unknown) => Object.keys(Object(value)).length === 1;
  const checked =
    place === "/for"
      ? schema.check(
          z.refine(isOne, { error: "Say one of these: the system, the data, or the regime that it handles." }),
        )
      : schema;
  const description = descriptions[place];
  return checked.register(actionRemarks, { ...(description !== undefined && { description }), ...only });
}

const schemas = {
  start: schemaOf(actionShapes.start, onField),
  connect: schemaOf(actionShapes.connect, onField),
  access: schemaOf(actionShapes.access, onField),
  grow: schemaOf(actionShapes.grow, onField),
  use: schemaOf(actionShapes.use, onField),
  deploy: schemaOf(actionShapes.deploy, onField),
} satisfies Record<keyof typeof actionShapes, unknown>;

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
export const actionSchema: z.ZodMiniType<PlainAction> = z.discriminatedUnion(
  "kind",
  // Each of them is an object whose kind is its own, which makes it one of the actions.
  Object.values(schemas) as unknown as [z.ZodMiniObject],
) as unknown as z.ZodMiniType<PlainAction>;
