import fc from "fast-check";
import { PlimsollError } from "plimsoll";
import { parseAction, safeParseAction } from "plimsoll/governance";
import { expect, test } from "vitest";
import { actionArbitrary } from "../arbitraries/action.js";

test.each<readonly [string, unknown, pointer: string, code: string, suggestion?: string]>([
  ["a kind that looks misspelt", { kind: "conect" }, "/kind", "unknown-value", "connect"],
  ["no kind", {}, "/kind", "missing"],
  [
    "a direction that is null",
    { kind: "connect", integration: { system: "ERP", direction: null } },
    "/integration/direction",
    "unknown-value",
  ],
  ["a field that there is not", { kind: "grow", users: 3, user: 4 }, "/user", "unknown-key", "users"],
  ["people that are no number", { kind: "grow", users: "9" }, "/users", "wrong-type"],
  [
    "a class that looks misspelt",
    { kind: "access", data: { class: "helth" } },
    "/data/class",
    "unknown-value",
    "health",
  ],
  ["nothing to handle", { kind: "use", component: { id: "a" }, for: {} }, "/for", "wrong-type"],
  [
    "two things to handle",
    { kind: "use", component: { id: "a" }, for: { system: "A", data: "B" } },
    "/for",
    "wrong-type",
  ],
  [
    "a name that is not what it looks like",
    { kind: "connect", integration: { system: "ЕRP" } },
    "/integration/system",
    "look-alike",
  ],
  ["code", { kind: "custom", name: "share", apply: () => 1 }, "/apply", "not-json"],
])("an action with %s is told with its place", (_, input, pointer, code, suggestion) => {
  const result = safeParseAction(input);
  const [problem] = result.ok ? [] : result.problems;
  expect([problem?.pointer, problem?.code, problem?.suggestion]).toEqual([pointer, code, suggestion]);
  expect(() => parseAction(input)).toThrow(PlimsollError);
});

test("every plain action reads as it is", () => {
  fc.assert(
    fc.property(
      actionArbitrary.filter(({ kind }) => kind !== "custom"),
      (action) => {
        const plain: unknown = JSON.parse(JSON.stringify(action));
        expect(safeParseAction(plain)).toEqual({ ok: true, value: plain });
      },
    ),
  );
});
