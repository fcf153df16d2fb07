import fc from "fast-check";
import { toPointer } from "plimsoll";
import { expect, test } from "vitest";

test.each([
  ["the whole document", [], ""],
  ["one field", ["audience"], "/audience"],
  ["a field of an entry", ["integrations", 0, "system"], "/integrations/0/system"],
  ["an empty key", [""], "/"],
  ["a slash in a key", ["extensions", "a/b"], "/extensions/a~1b"],
  ["a tilde in a key", ["extensions", "m~n"], "/extensions/m~0n"],
  ["a tilde before a slash", ["~/"], "/~0~1"],
  ["what looks escaped already", ["~1", "~0"], "/~01/~00"],
  ["several of each", ["/~/~"], "/~1~0~1~0"],
  ["other characters as they are", ["a b", 'say "x"', "größe", "%2F"], '/a b/say "x"/größe/%2F'],
  ["a symbol by its description", [Symbol("secret")], "/Symbol(secret)"],
])("toPointer writes %s", (_, path, pointer) => {
  expect(toPointer(path)).toBe(pointer);
});

test("no two paths of keys share a pointer, and each can be read back", () => {
  const read = (pointer: string) =>
    pointer
      .split("/")
      .slice(1)
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const key = fc.oneof(fc.string(), fc.constantFrom("~", "/", "~1", "~0", "~01", ""));
  fc.assert(
    fc.property(fc.array(key), (path) => {
      expect(read(toPointer(path))).toEqual(path);
    }),
  );
});
