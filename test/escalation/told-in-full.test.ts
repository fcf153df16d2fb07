import { allowedEvents, type EscalationCase, escalationDiagram, parseCase, replay } from "plimsoll/escalation";
import { describe, expect, test } from "vitest";
import { caseOf, history, opening } from "./a-history.js";

test("a case begins with what is told of it, and nothing else", () => {
  const { kind: _, at: __, by: ___, ...told } = opening;
  expect(caseOf(1)).toEqual({
    schemaVersion: 1,
    ...told,
    state: "recognised",
    revision: 1,
    preservation: null,
    itOwner: null,
    businessOwner: null,
    parts: [],
    lessons: [],
    ending: null,
    events: [opening],
  });
});

/** What an event changed of a case, beside its history. */
function changedBy(event: number): Partial<EscalationCase> {
  const { events, revision, ...after } = caseOf(event + 1);
  const before: Readonly<Record<string, unknown>> = { ...caseOf(event) };
  expect([events, revision]).toEqual([history.slice(0, event + 1), event + 1]);
  const changes = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
  );
  return Object.fromEntries(changes);
}

const link = { id: "link", title: "The link", concern: "technical", mark: "rebuild", why: "So it was found." };
const feed = { ...link, id: "feed", title: "The feed" };
const rota = { ...link, id: "rota", title: "The rota", concern: "business", mark: "keep", rebuilt: null };

test.each([
  [1, { state: "preserved", preservation: "It is copied every night." }],
  [2, { state: "partnership", itOwner: "Integration lead", businessOwner: "Warehouse lead" }],
  [3, { parts: [{ ...link, rebuilt: null }] }],
  [
    4,
    {
      parts: [
        { ...link, rebuilt: null },
        { ...feed, rebuilt: null },
      ],
    },
  ],
  [5, { parts: [{ ...link, rebuilt: null }, { ...feed, rebuilt: null }, rota] }],
  [6, { state: "rebuilding" }],
  [7, { parts: [{ ...link, rebuilt: "With tests." }, { ...feed, rebuilt: null }, rota] }],
  [8, { itOwner: "Platform lead" }],
  [9, { businessOwner: "Night lead" }],
  [10, { parts: [{ ...link, rebuilt: "With tests." }, { ...feed, rebuilt: "With a queue." }, rota] }],
  [11, { state: "learning" }],
  [12, { lessons: [{ why: "Nobody asked.", earlier: "Ask at two systems.", signs: [], proposal: null }] }],
  [13, { state: "closed", ending: { at: "2026-02-03", by: "IT director", why: "It runs." } }],
])("event %i of the history changes %j and nothing else", (event, changes) => {
  expect(changedBy(event)).toEqual(changes);
});

test("a part that is marked anew keeps its place", () => {
  const [, , , marking, other] = history;
  if (marking?.kind !== "part-marked" || other === undefined) return expect.fail("The history marks two parts.");
  const kept = { ...marking, part: { ...marking.part, mark: "keep" as const } };
  const result = replay([...history.slice(0, 5), kept]);
  expect(result.ok && result.case.parts.map(({ id, mark }) => [id, mark])).toEqual([
    ["link", "keep"],
    ["feed", "rebuild"],
  ]);
});

test("a whole case is read again as it was stored", () => {
  const whole = caseOf(history.length);
  expect(parseCase(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
});

describe("what can happen next", () => {
  const titles = {
    preserved: "It is agreed how the app keeps running",
    "partnership-agreed": "IT and the business each name an owner",
    "owner-changed": "An owner hands over",
    "part-marked": "A part is marked to be kept or rebuilt",
    "rebuilding-begun": "Rebuilding begins",
    "part-rebuilt": "A risky part is rebuilt",
    "learning-begun": "What is risky is rebuilt; learning begins",
    "lesson-recorded": "A lesson is written down",
    closed: "The case is closed",
    withdrawn: "Those who need the app withdraw",
    "false-alarm": "It turns out that no line was crossed",
  };

  test.each([
    [1, ["preserved", "withdrawn", "false-alarm"], ["preserved", "withdrawn", "false-alarm"]],
    [2, ["partnership-agreed", "withdrawn", "false-alarm"], ["partnership", "withdrawn", "false-alarm"]],
    [
      6,
      ["owner-changed", "part-marked", "rebuilding-begun", "lesson-recorded", "withdrawn"],
      ["partnership", "partnership", "rebuilding", "partnership", "withdrawn"],
    ],
    [
      7,
      ["owner-changed", "part-marked", "part-rebuilt", "lesson-recorded", "withdrawn"],
      ["rebuilding", "rebuilding", "rebuilding", "rebuilding", "withdrawn"],
    ],
    [
      11,
      ["owner-changed", "part-marked", "learning-begun", "lesson-recorded", "withdrawn"],
      ["rebuilding", "rebuilding", "learning", "rebuilding", "withdrawn"],
    ],
    [12, ["owner-changed", "lesson-recorded", "withdrawn"], ["learning", "learning", "withdrawn"]],
    [13, ["owner-changed", "lesson-recorded", "closed", "withdrawn"], ["learning", "learning", "closed", "withdrawn"]],
    [14, [], []],
  ] as const)("after %i events is %j", (events, kinds, states) => {
    const allowed = allowedEvents(caseOf(events));
    expect(allowed.map(({ kind }) => kind)).toEqual(kinds);
    expect(allowed.map(({ leadsTo }) => leadsTo)).toEqual(states);
    expect(allowed.map(({ title }) => title)).toEqual(kinds.map((kind) => titles[kind]));
  });
});

test("the diagram shows how a case begins, and that it ends where nothing follows", () => {
  const lines = escalationDiagram().split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "stateDiagram-v2",
    "  [*] --> recognised : opened",
    "  recognised --> preserved : preserved",
  ]);
  expect(lines.filter((line) => line.endsWith(" --> [*]"))).toEqual([
    "  closed --> [*]",
    "  withdrawn --> [*]",
    "  false_alarm --> [*]",
  ]);
});
