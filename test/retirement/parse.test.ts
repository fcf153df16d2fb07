import { retirementMermaid } from "plimsoll/render";
import {
  parseRetirement,
  type RetirementEvent,
  replayRetirement,
  retirementJsonSchema,
  safeParseRetirement,
} from "plimsoll/retirement";
import { expect, test } from "vitest";
import { complaints } from "../schemas/files.js";
import { asked, closedKept, decided, kept, opened, retirementAfter, stored } from "./a-retirement.js";

const stages = [opened, stored, retirementAfter(stored, decided, closedKept), retirementAfter(opened, kept)];

test.each(stages)("what was stored is read as it was, and its schema takes it: $state", (given) => {
  const json = JSON.parse(JSON.stringify(given));
  expect(parseRetirement(json)).toEqual(given);
  expect(complaints("retirement", json)).toEqual([]);
});

test.each([
  [{ state: "closed" }, "/state"],
  [{ asked: [] }, "/asked"],
  [{ decision: { at: "2026-01-13", by: "Platform team", why: "-" } }, "/decision"],
  [{ events: stored.events.slice(1) }, "/events"],
  [{ owner: 7 }, "/owner"],
  [{ deleted: true }, "/deleted"],
])("one that is not what its events tell is refused: %j", (fields, pointer) => {
  const read = safeParseRetirement({ ...stored, ...fields });
  expect(read.ok ? [] : read.problems.map((problem) => problem.pointer)).toContain(pointer);
});

test.each<readonly [string, readonly RetirementEvent[], string]>([
  ["nothing", [], "A retirement begins with its suggestion, and there is none."],
  ["another event", [asked("Ward team")], "A retirement begins with its suggestion, not with another event."],
])("no history begins with %s", (_, events, message) => {
  const result = replayRetirement(events);
  expect(result.ok ? "" : result.refusal.message).toBe(message);
});

test("its schema names what it needs", () => {
  expect(retirementJsonSchema().required).toContain("terms");
});

test("its picture marks where it stands, under the name of its app", () => {
  const lines = retirementMermaid({ ...stored, app: { id: "a", name: "<b>Rota</b>" } }).split("\n");
  expect(lines[1]).toBe('title: "\\u003cb\\u003eRota\\u003c/b\\u003e"');
  expect(lines.at(-1)).toBe("  class archived here");
  expect(retirementMermaid()).not.toContain("class");
  // What was never read can be anything.
  expect(() => retirementMermaid({ state: "gone" } as never)).toThrow();
});
