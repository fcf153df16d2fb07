import { escalationCaseJsonSchema, safeParseCase } from "plimsoll/escalation";
import { expect, test } from "vitest";
import { caseOf, history } from "../../escalation/a-history.js";

test("every field of a case says in its schema what it is for", () => {
  const fields = Object.entries(escalationCaseJsonSchema().properties ?? {});
  expect(fields.map(([name]) => name)).toEqual(Object.keys(caseOf(1)));
  for (const [, schema] of fields) expect(schema).toMatchObject({ description: expect.stringMatching(/^[A-Z].+\.$/) });
});

test.each([
  ["more than its events tell", { lessons: [...caseLessons(), ...caseLessons()] }, "/lessons"],
  ["less than its events tell", { lessons: [] }, "/lessons"],
])("a case that says %s is refused", (_, changed, pointer) => {
  const message = "This does not match the events. Store cases as they are, or keep the events and replay them.";
  expect(safeParseCase({ ...caseOf(history.length), ...changed })).toEqual({
    ok: false,
    problems: [{ pointer, code: "contradiction", message }],
  });
});

function caseLessons() {
  return [{ why: "Nobody asked.", earlier: "Ask at two systems.", signs: [], proposal: null }];
}

test("a case whose events could not have happened is refused with what stood in the way", () => {
  const events = history.filter(({ kind }) => kind !== "preserved");
  expect(safeParseCase({ ...caseOf(history.length), events })).toMatchObject({
    ok: false,
    problems: [
      { pointer: "/events", code: "contradiction", message: expect.stringContaining("Possible now: preserved") },
    ],
  });
});
