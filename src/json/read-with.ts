import { match, P } from "ts-pattern";
import * as z from "zod/mini";
import {
  type Collector,
  collectProblems,
  mostProblems,
  type Pointer,
  type Problem,
  type Result,
  suggest,
  toPointer,
} from "../problems/index.js";
import type { Json } from "../shapes/index.js";
import { copyWith } from "./copy-shaped.js";
import type { InputLimits } from "./limits.js";
import { mostOfAny, toJson } from "./plain.js";
import { copierOfSchema } from "./schema-of.js";

type Issue = z.core.$ZodIssue;

const separator = "\n";

/**
 * zod drops the schema from an issue once it is final, and with it the names that would have been valid. This keeps them:
 * the "message" of an unrecognised key is the list of the names that its object knows.
 */
const keepValidKeys: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== "unrecognized_keys" || !(issue.inst instanceof z.ZodMiniObject)) return undefined;
  return Object.keys(issue.inst.def.shape).join(separator);
};

const nameOf: Record<string, string> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  object: "an object",
  record: "an object",
  string: "text",
};

function describe(value: unknown): string {
  return match(value)
    .with(null, () => "null")
    .with(P.array(), () => "a list")
    .with(P.string, (text) => (text.length > 40 ? "a longer text" : `"${text}"`))
    .with(P.union(P.number, P.boolean), String)
    .otherwise(() => "an object");
}

/** What was seen, at the beginning of a sentence. */
function nameAtStart(value: unknown): string {
  const name = describe(value);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function valueAt(root: Json, path: readonly PropertyKey[]): Json | undefined {
  let value: Json | undefined = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, Json>)[key]; // a list is read by index, an object by key
  }
  return value;
}

/** What is of another type altogether is less like an alternative than what has any number of mistakes. */
const ofAnotherType = 1_000;

/** What is written first says what is meant: where it is no field, a little more is wrong. */
const ofFirstField = 0.5;

/** Of a union's alternatives, the one that the value comes nearest to: the fewest mistakes at its own level. */
function likeliest(alternatives: readonly (readonly Issue[])[], seen: Json | undefined): readonly Issue[] {
  const [first = ""] = typeof seen === "object" && seen !== null ? Object.keys(seen) : [];
  const weightOf = (issue: Issue) => {
    if (issue.code === "invalid_type" && issue.path.length === 0) return ofAnotherType;
    return issue.code === "unrecognized_keys" && issue.keys.includes(first) ? 1 + ofFirstField : 1;
  };
  const ownMistakes = (issues: readonly Issue[]) =>
    issues.filter(({ path }) => path.length <= 1).reduce((sum, issue) => sum + weightOf(issue), 0);
  return alternatives.reduce((best, next) => (ownMistakes(next) < ownMistakes(best) ? next : best));
}

function limitMessage(issue: Extract<Issue, { code: "too_small" | "too_big" }>, seen: Json | undefined): string {
  const bound = Number(issue.code === "too_small" ? issue.minimum : issue.maximum);
  const side = match([issue.code, issue.inclusive])
    .with(["too_small", false], () => "more than")
    .with(["too_small", P._], () => "at least")
    .with(["too_big", false], () => "less than")
    .with(["too_big", P._], () => "at most")
    .exhaustive();
  const counted = (length: number, one: string, several: string) =>
    `must have ${side} ${bound} ${bound === 1 ? one : several}, but has ${length}`;
  if (typeof seen === "string") return `This text ${counted(seen.length, "character", "characters")}.`;
  if (Array.isArray(seen)) return `This list ${counted(seen.length, "entry", "entries")}.`;
  return `This must be ${side} ${bound}, but is ${describe(seen)}.`;
}

/** Reports an issue as problems, in plain words. */
function translate(issue: Issue, root: Json, prefix: readonly PropertyKey[], report: Collector): void {
  if (report.isFull()) return;
  const path = [...prefix, ...issue.path];
  const pointer = toPointer(path);
  const seen = valueAt(root, path);
  const missing = (expected: string) =>
    report({ pointer, code: "missing", message: `This is needed here: ${expected}.` });
  const wrongType = (message: string) => report({ pointer, code: "wrong-type", message });

  const notOneOf = (values: readonly unknown[]): void => {
    const valid = values.map(String);
    if (seen === undefined) {
      missing(`one of ${valid.join(", ")}`);
      return;
    }
    const { hint, ...rest } = suggest(typeof seen === "object" ? "" : String(seen), valid);
    const message = `${nameAtStart(seen)} is not a value for this.${hint}`;
    report({ pointer, code: "unknown-value", message, ...rest });
  };

  match(issue)
    .returnType<void>()
    .with({ code: "unrecognized_keys" }, ({ keys, message: valid }) => {
      for (const key of keys.slice(0, mostProblems)) {
        const { hint, ...rest } = suggest(key, valid.split(separator));
        const message = `${nameAtStart(key)} is not a field here.${hint}`;
        report({ pointer: toPointer([...path, key]), code: "unknown-key", message, ...rest });
      }
    })
    .with({ code: "invalid_value" }, ({ values }) => notOneOf(values))
    .with({ code: "invalid_union", options: P.array() }, ({ options }) => notOneOf(options))
    .with({ code: "invalid_type" }, ({ expected }) => {
      const name = nameOf[expected] ?? expected;
      if (seen === undefined) missing(name);
      else wrongType(`Expected ${name}, but saw ${describe(seen)}.`);
    })
    .with({ code: P.union("too_small", "too_big") }, (limit) =>
      report({ pointer, code: "out-of-range", message: limitMessage(limit, seen) }),
    )
    .with({ code: "invalid_format" }, ({ format }) => {
      const expected = format === "date" ? "a date such as 2026-03-31" : `text in the form "${format}"`;
      wrongType(`Expected ${expected}, but saw ${describe(seen)}.`);
    })
    .with({ code: "invalid_union" }, ({ errors }) => {
      for (const nested of likeliest(errors, seen)) translate(nested, root, path, report);
    })
    .otherwise(({ message }) => wrongType(message));
}

/** Lets no more be said of a place where the type is wrong: zod measures what has a length even there. */
function onlyTheType(report: Collector): Collector {
  const ofWrongType = new Set<Pointer>();
  const collect = (problem: Problem): void => {
    if (ofWrongType.has(problem.pointer)) return;
    if (problem.code === "wrong-type") ofWrongType.add(problem.pointer);
    report(problem);
  };
  return Object.assign(collect, report);
}

/** Checks plain JSON with a schema; nothing, where there are more mistakes than zod can carry. */
function check<Schema extends z.core.$ZodType>(schema: Schema, json: Json) {
  try {
    return z.safeParse(schema, json, { error: keepValidKeys });
  } catch {
    // It hands on the issues of a list as the arguments of one call, and some hundred thousand of them overflow the stack.
    return undefined;
  }
}

/** Checks plain JSON with a schema, and says every mistake in it. */
function readJson<Schema extends z.core.$ZodType>(schema: Schema, json: Json): Result<z.output<Schema>> {
  const parsed = check(schema, json);
  if (parsed === undefined) {
    const message = "This has too many mistakes to list. Check that it is what it should be.";
    return { ok: false, problems: [{ pointer: "", code: "too-large", message }] };
  }
  if (parsed.success) return { ok: true, value: parsed.data };
  const report = onlyTheType(collectProblems());
  for (const issue of parsed.error.issues) {
    if (report.isFull()) break;
    translate(issue, json, [], report);
  }
  return { ok: false, problems: report.found() };
}

/** Reads what is as it should be in one walk; nothing, where zod has to say what is wrong, or the schema has no shape. */
function readQuickly<Schema extends z.core.$ZodType>(schema: Schema, input: unknown, most = mostOfAny) {
  const copy = copierOfSchema(schema);
  // What has the shape of a schema is what the schema gives.
  return copy && (copyWith(copy, input, most) as z.output<Schema> | undefined);
}

/**
 * Reads an unknown value with a schema: copied as plain JSON first, then checked; every mistake becomes a
 * {@link Problem} with a pointer, a sentence and, where something looks misspelt, the nearest valid name.
 *
 * @param most How much is taken. It bounds also what zod collects, which goes on after the first mistake to the last.
 */
export function readWith<Schema extends z.core.$ZodType>(
  schema: Schema,
  input: unknown,
  most?: Required<InputLimits>,
): Result<z.output<Schema>> {
  const value = readQuickly(schema, input, most);
  if (value !== undefined) return { ok: true, value };
  const json = toJson(input, most);
  return json.ok ? readJson(schema, json.value) : json;
}

/**
 * Reads a document, as people keep one in a file: the same, but that it may say in `$schema` where its JSON Schema is. That is
 * for editors, and no part of what is read.
 */
export function readDocument<Schema extends z.core.$ZodType>(
  schema: Schema,
  input: unknown,
  most?: Required<InputLimits>,
): Result<z.output<Schema>> {
  const quick = readQuickly(schema, input, most);
  if (quick !== undefined) return { ok: true, value: quick };
  const json = toJson(input, most);
  if (!json.ok) return json;
  const { value } = json;
  if (typeof value !== "object" || value === null || !("$schema" in value)) return readJson(schema, value);
  const { $schema, ...document } = value;
  if (typeof $schema === "string") return readJson(schema, document);
  const message = `Expected text, but saw ${describe($schema)}.`;
  return { ok: false, problems: [{ pointer: "/$schema", code: "wrong-type", message }] };
}
