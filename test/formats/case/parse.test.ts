import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type EscalationCase, escalationCaseJsonSchema, parseCase, safeParseCase } from "plimsoll/escalation";
import { describe, expect, test } from "vitest";
import {
  agreed,
  begun,
  caseAfter,
  closed,
  happened,
  learning,
  lesson,
  marked,
  opened,
  preserved,
  rebuilt,
} from "../../escalation/a-case.js";

const proposal = { id: "ours", version: "1.1.0", change: { "many-users": { lines: { users: 40 } } } };
const ended = caseAfter(
  opened,
  preserved,
  agreed,
  marked("connection", "rebuild"),
  begun,
  rebuilt("connection"),
  learning,
  lesson,
  happened({
    kind: "lesson-recorded",
    lesson: { why: "It grew.", earlier: "At forty.", signs: opened.signs, proposal },
  }),
  closed,
);

/** The same value with its fields the other way round, as a store may give it back. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe("a stored case", () => {
  test.each<[string, EscalationCase]>([
    ["new", opened],
    ["ended", ended],
  ])("that is %s is read again, in whatever order its fields stand", (_, given) => {
    expect(parseCase(JSON.parse(JSON.stringify(given)))).toEqual(given);
    expect(parseCase(turned(structuredClone(given)))).toEqual(given);
  });

  test.each([
    ["another state", { state: "learning" }, "/state"],
    ["another revision", { revision: 3 }, "/revision"],
    ["a part that was never marked", { parts: [] }, "/parts"],
    ["a part more", { parts: [...ended.parts, ...ended.parts] }, "/parts"],
    ["another proposal", { lessons: ended.lessons.map((each) => ({ ...each, proposal: null })) }, "/lessons"],
    ["an ending that was not", { ending: null }, "/ending"],
    ["another name", { app: { id: "rota", name: "Rotta" } }, "/app"],
  ])("with %s is not what its events tell", (_, changed, pointer) => {
    const result = safeParseCase({ ...ended, ...changed });
    expect(result.ok ? [] : result.problems.map((problem) => [problem.pointer, problem.code])).toEqual([
      [pointer, "contradiction"],
    ]);
  });

  test.each([
    ["nothing", null, ""],
    ["an unknown version", { ...ended, schemaVersion: 2 }, "/schemaVersion"],
    ["no history", { ...ended, events: [] }, "/events"],
    ["a history that cannot be", { ...ended, events: ended.events.filter((_, index) => index !== 2) }, "/events"],
    ["an unknown field", { ...ended, killed: true }, "/killed"],
    ["an unknown state", { ...ended, state: "killed" }, "/state"],
  ])("that is %s is refused, and says where", (_, stored, pointer) => {
    const result = safeParseCase(stored);
    expect(result.ok ? undefined : result.problems[0]?.pointer).toBe(pointer);
    expect(() => parseCase(stored)).toThrow(expect.objectContaining({ code: "invalid-case" }));
  });
});

describe("the JSON Schema of a case", () => {
  test("names every field", () => {
    expect(Object.keys(escalationCaseJsonSchema().properties ?? {})).toEqual(Object.keys(ended));
  });

  test.each([
    ["takes one that is new", opened, true],
    ["takes one that has ended", ended, true],
    ["refuses an unknown state", { ...ended, state: "killed" }, false],
    ["refuses an unknown event", { ...ended, events: [{ ...ended.events[0], kind: "killed" }] }, false],
  ])("%s", (_, given, isTaken) => {
    const ajv = new Ajv2020();
    addFormats.default(ajv);
    expect(ajv.validate(escalationCaseJsonSchema(), given)).toBe(isTaken);
  });
});
