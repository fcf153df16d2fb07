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
