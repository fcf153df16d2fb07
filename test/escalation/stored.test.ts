import { escalationCaseJsonSchema, ownership, safeParseCase } from "plimsoll/escalation";
import { expect, test } from "vitest";
import { caseOf, history } from "./a-history.js";

test("every field of a case says in its schema what it is for", () => {
  const fields = Object.entries(escalationCaseJsonSchema().properties ?? {});
  expect(fields.map(([name]) => name)).toEqual(Object.keys(caseOf(1)));
  for (const [, schema] of fields) expect(schema).toMatchObject({ description: expect.stringMatching(/^[A-Z].+\.$/) });
});

test.each([
  ["more than its events tell", { lessons: [...caseLessons(), ...caseLessons()] }, "/lessons"],
  ["less than its events tell", { lessons: [] }, "/lessons"],
])("a case that says %s is refused", (_, changed, pointer) => {
  const message = "This is not what the events tell. Store cases as they are, or keep the events and replay them.";
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

test("what is technical is IT's, what is the business's stays there, and both say why", () => {
  expect(ownership(caseOf(history.length))).toEqual([
    {
      part: "link",
      title: "The link",
      side: "it",
      owner: "Platform lead",
      why: "It takes expertise that IT has, and is there for.",
    },
    {
      part: "feed",
      title: "The feed",
      side: "it",
      owner: "Platform lead",
      why: "It takes expertise that IT has, and is there for.",
    },
    {
      part: "rota",
      title: "The rota",
      side: "business",
      owner: "Night lead",
      why: "Nobody knows this work as well as those who do it.",
    },
  ]);
});
