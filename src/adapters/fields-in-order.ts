import { profileShape } from "../profile/index.js";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value with its fields in the order that the form of a profile has them, as people read it. */
export function fieldsInOrder(value: unknown, shape: unknown = profileShape): unknown {
  if (Array.isArray(value)) return value.map((each) => fieldsInOrder(each, isObject(shape) ? shape.list : undefined));
  const fields = isObject(shape) ? shape.object : undefined;
  if (!isObject(value) || !isObject(fields)) return value;
  const known = Object.keys(fields).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
  return Object.fromEntries([...known, ...others].map((key) => [key, fieldsInOrder(value[key], fields[key])]));
}
