import * as z from "zod/mini";
import type { Json, ObjectShape, Shape, ShapedBy } from "../shapes/index.js";
import { type Copy, copierOf, copierOfKinds } from "./copy-shaped.js";
import { shortText } from "./fields.js";
import { instant } from "./instant.js";
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
  instant,
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

const copiers = /* @__PURE__ */ new WeakMap<z.core.$ZodType, Copy>();

/** What copies all that a schema takes, in one walk; none, where a schema was not made of a shape. */
export const copierOfSchema = (schema: z.core.$ZodType): Copy | undefined => copiers.get(schema);

/** A shape without some of its fields: what says more than they do is left to the schema. */
function without(places: ReadonlySet<string>, shape: Shape, at = ""): Shape {
  if (typeof shape === "string" || places.size === 0) return shape;
  if ("list" in shape) return { list: without(places, shape.list, `${at}/*`) };
  if (!("object" in shape)) return shape;
  const fields = Object.entries(shape.object).filter(([name]) => !places.has(`${at}/${name}`));
  const object = Object.fromEntries(fields.map(([name, field]) => [name, without(places, field, `${at}/${name}`)]));
  return { ...shape, object };
}

/** Makes the schema of a shape, and the shape of what it takes without further questions. */
function madeOf<S extends Shape>(shape: S, onField: OnField) {
  const asksMore = new Set<string>();
  const schema = make(shape, "", (place, made) => {
    const field = onField(place, made);
    if (field !== made) asksMore.add(place);
    return field;
  });
  return { schema, shape: without(asksMore, shape) };
}

/** The zod schema of a shape. */
export function schemaOf<const S extends Shape>(shape: S, onField: OnField = asItIs): z.ZodMiniType<ShapedBy<S>> {
  const { schema, shape: plain } = madeOf(shape, onField);
  copiers.set(schema, copierOf(plain));
  // It takes what has the shape, and nothing else.
  return schema as z.ZodMiniType<ShapedBy<S>>;
}

/** The zod schema of what is told apart by its kind: objects, each with a `kind` of its own. */
export function schemaOfKinds(shapes: Readonly<Record<string, ObjectShape>>, onField: OnField): z.ZodMiniType {
  const made = Object.entries(shapes).map(([kind, shape]) => ({ kind, ...madeOf(shape, onField) }));
  // Each of them is an object whose kind is its own.
  const schema = z.discriminatedUnion("kind", made.map((each) => each.schema) as [z.ZodMiniObject]);
  copiers.set(schema, copierOfKinds(made));
  return schema;
}
