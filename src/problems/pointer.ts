/**
 * A JSON Pointer (RFC 6901) into a profile or policy: `""` is the whole document, `"/audience/users"` one field.
 *
 * @example
 * ```ts
 * import { type Pointer, toPointer } from "plimsoll";
 *
 * const users: Pointer = toPointer(["audience", "users"]);
 *
 * users; // → "/audience/users"
 * ```
 */
export type Pointer = string;

/**
 * Writes a path of keys and indices as a JSON Pointer.
 *
 * @example
 * ```ts
 * import { toPointer } from "plimsoll";
 *
 * toPointer(["integrations", 0, "system"]); // → "/integrations/0/system"
 * toPointer(["extensions", "a/b"]); // → "/extensions/a~1b"
 * ```
 */
export function toPointer(path: readonly PropertyKey[]): Pointer {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The keys that a pointer leads through; those of an index are text as well. */
export const keysOf = (pointer: Pointer): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
