import * as z from "zod/mini";
import type { Json, ObjectShape, Shape, ShapedBy } from "../shapes/index.js";
import { shortText } from "./fields.js";
import { toJson } from "./plain.js";

/** What becomes of the schema of a field, by where it stands; `*` is any entry of a list. */
export type OnField = (place: string, schema: z.ZodMiniType) => z.ZodMiniType;

/** Any JSON. As JSON Schema that is no condition at all; the union that zod has for it is more than forms can show. */
const anyJson = () => z.custom<Json>((value) => toJson(value).ok);

const values = {
  text: shortText,
  string: () => z.string(),
  flag: () => z.boolean(),
  count: () => z.int().check(z.nonnegative()),
  positive: () => z.number().check(z.positive()),
  amount: () => z.number().check(z.nonnegative()),
  date: () => z.iso.date(),
  json: anyJson,
} as const;

function fieldsOf({ object, needs = [] }: ObjectShape, place: string, onField: OnField) {
  const fields = Object.entries(object).map(([name, shape]) => {
    const schema = onField(`${place}/${name}`, make(shape, `${place}/${name}`, onField));
    return [name, needs.includes(name) ? schema : z.exactOptional(schema)] as const;
  });
  return Object.fromEntries(fields);
}

/** A number, or bounds of one that is not known exactly. */
const boundedBy = (number: () => z.ZodMiniType) =>
  z.union([
    number(),
    z.strictObject({ atLeast: number(), atMost: z.exactOptional(number()) }),
    z.strictObject({ atMost: number() }),
  ]);

function make(shape: Shape, place: string, onField: OnField): z.ZodMiniType {
  if (typeof shape === "string") return values[shape]();
  if ("object" in shape) return z.strictObject(fieldsOf(shape, place, onField));
  if ("list" in shape) return z.array(make(shape.list, `${place}/*`, onField));
  if ("bounded" in shape) return boundedBy(values[shape.bounded]);
  if ("nullable" in shape) return z.nullable(make(shape.nullable, place, onField));
  if ("record" in shape) return z.record(z.string(), make(shape.record, `${place}/*`, onField));
  const [first] = shape;
  return shape.length === 1 && first !== undefined ? z.literal(first) : z.enum(shape.map(String));
}

const asItIs: OnField = (_, schema) => schema;

/** The shapes of schemas that take what has their shape, and nothing else. */
const shapes = /* @__PURE__ */ new WeakMap<z.core.$ZodType, Shape>();

/** The shape of which a schema was made, when it asks for nothing else. */
export const shapeOfSchema = (schema: z.core.$ZodType): Shape | undefined => shapes.get(schema);

/** The zod schema of a shape. */
export function schemaOf<const S extends Shape>(shape: S, onField: OnField = asItIs): z.ZodMiniType<ShapedBy<S>> {
  let isAsItIs = true;
  const schema = make(shape, "", (place, made) => {
    const field = onField(place, made);
    if (field !== made) isAsItIs = false;
    return field;
  });
  if (isAsItIs) shapes.set(schema, shape);
  // It takes what has the shape, and nothing else.
  return schema as z.ZodMiniType<ShapedBy<S>>;
}

/** The zod schema of what is told apart by its kind: objects, each with a `kind` of its own. */
export function schemaOfKinds(shapes: Readonly<Record<string, ObjectShape>>, onField: OnField): z.ZodMiniType {
  const schemas = Object.values(shapes).map((shape) => make(shape, "", onField));
  // Each of them is an object whose kind is its own.
  return z.discriminatedUnion("kind", schemas as [z.ZodMiniObject]);
}
