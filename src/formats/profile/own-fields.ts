import type * as z from "zod/mini";
import {
  type Domain,
  type FactRecord,
  type FactRecords,
  type FieldLine,
  fieldLines,
  fieldPointer,
  isSetLine,
  type Meanings,
  valuesOf,
} from "../../facts/index.js";
import { giveTitles } from "../../json/index.js";
import { keysOf } from "../../problems/index.js";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A step from a value to what stands in it: into a field, or, without a name, into any entry. */
type Step = string | undefined;

/** Something that a fact is read from. */
interface Field {
  readonly way: readonly Step[];
  /** What can stand there. */
  readonly control: JsonSchema;
  /** What is answered there; nothing, where the question is about more than that. */
  readonly question?: string;
}

const text = { type: "string" } as const satisfies JsonSchema;
const date = { type: "string", format: "date" } as const satisfies JsonSchema;
const number = { type: "number" } as const satisfies JsonSchema;

/** Values of a domain as texts, and what else is written for them. */
function textsOf(domain: Domain, as: Meanings = {}): JsonSchema {
  const texts = [...new Set([...valuesOf(domain).map(String), ...Object.keys(as)])];
  return domain.kind === "set" && domain.open ? { ...text, examples: texts } : { ...text, enum: texts };
}

/** What can stand where a value of a domain is read. */
function controlOf(domain: Domain, as: Meanings | undefined): JsonSchema {
  if (domain.kind === "boolean") return { type: "boolean" };
  if (domain.kind !== "number") {
    const texts = textsOf(domain, as);
    return domain.kind === "set" ? { type: "array", items: texts } : texts;
  }
  const { min, max, whole } = domain;
  return { type: whole ? "integer" : "number", minimum: min, ...(max !== undefined && { maximum: max }) };
}

/** What can stand in a field that a line is drawn through. */
function controlFor(line: FieldLine): JsonSchema {
  if (isSetLine(line)) return { type: "array", items: text };
  if (!("is" in line)) return number;
  const values = [line.is].flat().filter((value) => value !== null);
  const isNullable = [line.is].flat().includes(null);
  const all = (kind: string) => values.length > 0 && values.every((value) => typeof value === kind);
  const own = all("boolean") ? ({ type: "boolean" } as const) : all("number") ? number : undefined;
  if (own !== undefined) return isNullable ? {} : own;
  if (values.some((value) => typeof value !== "string")) return {};
  return { type: isNullable ? ["string", "null"] : "string", examples: values } as JsonSchema; // it has no list of types
}

function fieldsOf({ question, domain, from }: FactRecord): readonly Field[] {
  const linesOf = (where: Parameters<typeof fieldLines>[0], way: readonly Step[]) =>
    fieldLines(where).map((line) => ({
      way: [...way, ...keysOf(fieldPointer(line.field))],
      control: controlFor(line),
    }));
  if ("each" in from) {
    const list = keysOf(from.each);
    const entry = [...list, undefined];
    const parts: readonly Field[] = [
      ...(from.where === undefined ? [] : linesOf(from.where, entry)),
      ...("take" in from
        ? [{ way: [...entry, ...keysOf(fieldPointer(from.take))], control: textsOf(domain, from.as) }]
        : []),
    ];
    // An entry of which nothing is asked is told by its name.
    return [
      { way: list, control: { type: "array" }, question },
      ...(parts.length > 0 ? parts : [{ way: entry, control: text }]),
    ];
  }
  // What it is made of are facts themselves, with fields of their own.
  if ("more" in from) return [];
  if ("daysSince" in from) return [{ way: keysOf(from.daysSince), control: date, question }];
  if ("where" in from) {
    const fields = linesOf(from.where, keysOf(from.read));
    const isOne = new Set(fields.map(({ way }) => way.join("/"))).size === 1;
    return isOne ? fields.map((field) => ({ ...field, question })) : fields;
  }
  const { read, as, atLeast = [], atMost = [], per } = from;
  // What is divided need not be whole, nor as much as what comes of it.
  const told = per === undefined || domain.kind !== "number" ? domain : { ...domain, min: 0, whole: false };
  const control = controlOf(told, as);
  return [
    { way: keysOf(read), control, question },
    ...[...atLeast, ...atMost].map((pointer) => ({ way: keysOf(pointer), control })),
    ...(per === undefined ? [] : [{ way: keysOf(per), control: { ...number, exclusiveMinimum: 0 } }]),
  ];
}

const isNumber = ({ type }: JsonSchema) => type === "number" || type === "integer";

function bothNumbers(one: JsonSchema, other: JsonSchema): JsonSchema {
  const ends = (end: "minimum" | "maximum") => [one, other].flatMap((each) => each[end] ?? []);
  const [lowest, highest] = [ends("minimum"), ends("maximum")];
  return {
    ...one,
    ...other,
    type: one.type === "integer" || other.type === "integer" ? "integer" : "number",
    ...(lowest.length > 0 && { minimum: Math.max(...lowest) }),
    ...(highest.length > 0 && { maximum: Math.min(...highest) }),
  };
}

/** What both of two controls take; nothing in particular, where they take values of different types. */
function both(one: JsonSchema, other: JsonSchema): JsonSchema {
  if (isNumber(one) && isNumber(other)) return bothNumbers(one, other);
  if (JSON.stringify(one.type) !== JSON.stringify(other.type)) return {};
  if (one.items !== undefined && other.items !== undefined) {
    return { ...one, items: both(Object(one.items), Object(other.items)) };
  }
  if (one.enum !== undefined && other.enum !== undefined) {
    return { ...one, enum: one.enum.filter((value) => other.enum?.includes(value)) };
  }
  return other.enum === undefined ? one : other;
}

/** What people fill in for some fields that begin at the same place. */
function formOf(fields: readonly Field[]): JsonSchema {
  const own = fields.filter(({ way }) => way.length === 0);
  const inside = (step: Step) =>
    fields.flatMap(({ way: [first, ...rest], ...field }, index) =>
      (fields[index]?.way.length ?? 0) > 0 && first === step ? [{ ...field, way: rest }] : [],
    );
  const questions = [...new Set(own.flatMap(({ question }) => question ?? []))];
  const said: JsonSchema =
    questions.length === 1
      ? { title: questions[0] ?? "" }
      : questions.length > 1
        ? { description: questions.join(" ") }
        : {};
  const deeper = fields.filter(({ way }) => way.length > 0);
  const names = [...new Set(deeper.flatMap(({ way: [first] }) => first ?? []))];
  if (names.length > 0) {
    return {
      ...said,
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, formOf(inside(name))])),
    };
  }
  if (deeper.length > 0) return { ...said, type: "array", items: formOf(inside(undefined)) };
  return { ...own.map(({ control }) => control).reduce(both), ...said };
}

/**
 * What people fill in below the extensions of a profile, so that it tells the facts of a policy's own: each field that one of
 * them is read from, at its place, with the question that it answers.
 */
export function ownFields(facts: FactRecords): JsonSchema {
  const fields = Object.values(facts)
    .flatMap(fieldsOf)
    .flatMap(({ way: [root, ...way], ...field }) =>
      root === "extensions" && way.length > 0 ? [{ ...field, way }] : [],
    );
  if (fields.length === 0) return {};
  const { properties = {} } = formOf(fields);
  giveTitles({ properties });
  return { properties };
}
