import { type EscalationEvent, openCase, replay, transition } from "plimsoll/escalation";
import { describe, expect, test } from "vitest";
import { caseOf, history, opening } from "./a-history.js";

const when = { at: "2026-02-03", by: "IT director" };

test.each<[events: number, event: EscalationEvent, code: string, message: string]>([
  [1, { kind: "rebuilding-begun", ...when }, "not-now", "Possible now: preserved, withdrawn, false-alarm."],
  [14, { kind: "learning-begun", ...when }, "not-now", "The case has ended; its history stays."],
  [3, { kind: "rebuilding-begun", ...when }, "not-yet", "First list the parts, and mark each to be kept or rebuilt."],
  [5, { kind: "learning-begun", ...when }, "not-yet", 'Rebuild what is risky first: "The link", "The feed".'],
  [11, { kind: "part-rebuilt", ...when, part: "link", how: "Again." }, "not-yet", "Nothing is left to be rebuilt."],
  [
    7,
    { kind: "part-rebuilt", ...when, part: "rota", how: "Anew." },
    "unfit",
    'No part "rota" waits to be rebuilt. Those that do: link, feed.',
  ],
  [
    8,
    { kind: "part-rebuilt", ...when, part: "link", how: "Again." },
    "unfit",
    'No part "link" waits to be rebuilt. Those that do: feed.',
  ],
  [
    6,
    { kind: "false-alarm", ...when, why: "No." },
    "not-yet",
    'Marked to be rebuilt: "The link", "The feed". First mark what is to be kept because it is not risky after all.',
  ],
])("after %i events, %j is refused as %s: %s", (events, event, code, message) => {
  const result = transition(caseOf(events), event);
  if (result.ok) return expect.fail("It happened.");
  expect(result.refusal.code).toBe(code);
  expect(result.refusal.message).toContain(message);
  expect(result.refusal.problems).toEqual([]);
});

test("where nothing is risky, there is nothing to rebuild", () => {
  const kept = history.flatMap((event) => (event.kind === "part-marked" && event.part.mark === "keep" ? [event] : []));
  const told = replay([...history.slice(0, 3), ...kept]);
  const result = told.ok ? transition(told.case, { kind: "rebuilding-begun", ...when }) : told;
  expect(result.ok ? "" : result.refusal.message).toContain(
    "Nothing is marked to be rebuilt: go on to what can be learned.",
  );
});

test("an event for another revision is refused, and says which one the case is at", () => {
  const result = transition(caseOf(2), { kind: "withdrawn", ...when, why: "No." }, { expectedRevision: 1 });
  expect(result.ok ? "" : result.refusal).toMatchObject({
    code: "stale",
    message: "The case is at revision 2, not 1: somebody else changed it meanwhile. Look at it again, then decide.",
    problems: [],
  });
});

test.each([
  ["nothing", [], "A case begins with its opening, and there is none."],
  ["another event first", history.slice(1), "A case begins with its opening, not with another event."],
])("a history of %s tells no case", (_, events, message) => {
  expect(replay(events)).toEqual({ ok: false, refusal: { code: "invalid", message, problems: [], possible: [] } });
});

describe("an event of the wrong form", () => {
  const lesson = { why: "Nobody asked.", earlier: "Ask." };

  test.each<[says: string, event: object, pointers: readonly string[]]>([
    [
      "an opening without anything",
      { kind: "opened", ...when },
      ["/id", "/app", "/need", "/builder", "/recognisedBy", "/signs"],
    ],
    [
      "an opening with half an app and half a need",
      { ...opening, app: { id: "dock" }, need: { of: "Warehouse" } },
      ["/app/name", "/need/what"],
    ],
    ["an opening recognised by nobody", { ...opening, recognisedBy: "nobody" }, ["/recognisedBy"]],
    [
      "an opening with half a sign",
      { ...opening, signs: [{ id: "write-back" }] },
      ["/signs/0/title", "/signs/0/since"],
    ],
    ["an event without when and who", { kind: "rebuilding-begun" }, ["/at", "/by"]],
    ["an event that says more than its kind", { kind: "learning-begun", ...when, how: "Slowly." }, ["/how"]],
    [
      "a lesson whose proposal is no change",
      { kind: "lesson-recorded", ...when, lesson: { ...lesson, proposal: {} } },
      ["/lesson/proposal/id", "/lesson/proposal/version"],
    ],
    ["an event of no kind", { ...when, how: "Slowly." }, ["/kind"]],
  ])("%s is refused with every place", (_, event, pointers) => {
    const result = replay([event as EscalationEvent]); // it is none, which is the point
    if (result.ok) return expect.fail("It happened.");
    const { message, problems } = result.refusal;
    expect(problems.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(message).toBe(`This is no event. ${problems[0]?.message}`);
  });

  test.each(["business", "it"] as const)("is none that was recognised by: %s", (recognisedBy) => {
    const { kind: _, ...told } = opening;
    expect(openCase({ ...told, recognisedBy }).recognisedBy).toBe(recognisedBy);
  });
});

describe("an event before another", () => {
  const early = { kind: "learning-begun", by: "IT director" } as const;

  test.each([
    ["a day before the last day", ["2026-02-05"], "2026-02-04", false],
    ["the last day", ["2026-02-05"], "2026-02-05", true],
    [
      "an hour before the last hour that was told",
      ["2026-02-05T10:00:00Z", "2026-02-05"],
      "2026-02-05T09:00:00Z",
      false,
    ],
    ["an hour after it", ["2026-02-05T08:00:00Z", "2026-02-05T10:00:00Z", "2026-02-05"], "2026-02-05T10:30:00Z", true],
  ])("is out of order, or not: %s", (_, days, at, follows) => {
    const lessons = days.map((day): EscalationEvent => {
      return { kind: "lesson-recorded", by: "IT director", at: day, lesson: { why: "So.", earlier: "So." } };
    });
    const told = replay([...history.slice(0, 11), ...lessons]);
    const result = told.ok ? transition(told.case, { ...early, at }) : told;
    expect(result.ok || result.refusal.code).toBe(follows || "out-of-order");
  });
});
