import * as z from "zod/mini";
import type { ObjectShape, Shape, ShapedBy } from "../shapes/index.js";

/** Told of every field of a shape, with where it stands; `*` is any entry of a list. */
export type OnField = (place: string, schema: z.ZodMiniType) => void;

const longestText = 2000;

/** Any JSON. As JSON Schema that is no condition at all; the union that zod has for it is more than forms can show. */
const anyJson = () => z.custom<z.core.util.JSONType>((value) => z.safeParse(z.json(), value).success);

const values = {
  text: () => z.string().check(z.minLength(1), z.maxLength(longestText)),
  string: () => z.string(),
  flag: () => z.boolean(),
  count: () => z.int().check(z.nonnegative()),
  positive: () => z.number().check(z.positive()),
  date: () => z.iso.date(),
  json: anyJson,
} as const;

function fieldsOf({ needs, may }: ObjectShape, place: string, onField: OnField) {
  const field = (name: string, shape: Shape) => {
    const schema = make(shape, `${place}/${name}`, onField);
    onField(`${place}/${name}`, schema);
    return schema;
  };
  return Object.fromEntries([
    ...Object.entries(needs).map(([name, shape]) => [name, field(name, shape)]),
    ...Object.entries(may).map(([name, shape]) => [name, z.exactOptional(field(name, shape))]),
  ]);
}

/** The one field that tells alternatives apart by its only value, where there is one. */
function discriminatorOf(choice: readonly ObjectShape[]): string | undefined {
  const isOnly = (shape: Shape | undefined) => Array.isArray(shape) && shape.length === 1;
  return Object.keys(choice[0]?.needs ?? {}).find((name) => choice.every(({ needs }) => isOnly(needs[name])));
}

function makeChoice(choice: readonly ObjectShape[], place: string, onField: OnField): z.ZodMiniType {
  const alternatives = choice.map((shape) => z.strictObject(fieldsOf(shape, place, onField)));
  const discriminator = discriminatorOf(choice);
  if (discriminator === undefined) return z.union(alternatives);
  // Each alternative has the field, as was just looked up.
  return z.discriminatedUnion(discriminator, alternatives as unknown as [z.ZodMiniObject]);
}

function make(shape: Shape, place: string, onField: OnField): z.ZodMiniType {
  if (typeof shape === "string") return values[shape]();
  if ("needs" in shape) return z.strictObject(fieldsOf(shape, place, onField));
  if ("list" in shape) return z.array(make(shape.list, `${place}/*`, onField));
  if ("nullable" in shape) return z.nullable(make(shape.nullable, place, onField));
  if ("record" in shape) return z.record(z.string(), make(shape.record, `${place}/*`, onField));
  if ("choice" in shape) return makeChoice(shape.choice, place, onField);
  const [first] = shape;
  return shape.length === 1 && first !== undefined ? z.literal(first) : z.enum(shape.map(String));
}

/** The zod schema of a shape. */
export function schemaOf<const S extends Shape>(shape: S, onField: OnField = () => {}): z.ZodMiniType<ShapedBy<S>> {
  // It takes what has the shape, and nothing else.
  return make(shape, "", onField) as z.ZodMiniType<ShapedBy<S>>;
}
