import { extendPolicy, PlimsollError, standardPolicy } from "plimsoll";
import { advanceRetirement, openRetirement, type RetirementCase, type RetirementEvent } from "plimsoll/retirement";
import { describe, expect, test } from "vitest";
import {
  answered,
  archived,
  asked,
  closedGivenUp,
  closedKept,
  decided,
  happened,
  heard,
  kept,
  opened,
  retirementAfter,
  silent,
  stored,
  suggestion,
  unused,
  withdrawn,
} from "./a-retirement.js";

test("the whole path leads from suggested to closed, and keeps the archive", () => {
  const ended = retirementAfter(stored, decided, closedKept);
  expect(
    [opened, retirementAfter(opened, asked("Ward team")), heard, stored, retirementAfter(stored, decided), ended].map(
      (each) => each.state,
    ),
  ).toEqual(["suggested", "asked", "asked", "archived", "decided", "closed"]);
  expect(ended.asked).toEqual([
    { who: "Ward team", answer: "not-needed", why: "We plan elsewhere." },
    { who: "Ward clerk", answer: "silent", why: "Two mails and a call." },
  ]);
  expect(ended.archive).toMatchObject({ on: "2026-01-13", instead: null });
  expect(ended.decision).toEqual({ at: "2026-01-13", by: "Ward lead", why: "Nobody misses it." });
  expect(ended.ending?.why).toBe("It takes no room.");
});

test("the terms are those of the policy as it was when the app was suggested", () => {
  const policy = extendPolicy(standardPolicy, { id: "ours", version: "1.0.0", retirement: suggestion.terms });
  const terms = policy.retirement ?? expect.fail("It was extended by one.");
  expect(openRetirement({ ...suggestion, terms }).terms).toEqual(suggestion.terms);
});

test.each([
  ["suggested", opened],
  ["asked", heard],
  ["archived", stored],
  ["decided", retirementAfter(stored, decided)],
])("until it is closed, whoever takes the app over keeps it: while it is %s", (_, given) => {
  const on = retirementAfter(given, kept);
  expect([on.state, on.owner, on.ending?.by]).toEqual(["kept", "Ward team", "Ward team"]);
});

test("an answer may come late, and be another than before", () => {
  const needed = retirementAfter(stored, answered("ward team", true));
  expect(needed.asked[0]).toEqual({ who: "Ward team", answer: "needed", why: "We plan by it." });
  expect(retirementAfter(needed, answered("Ward team", false), decided).state).toBe("decided");
});

test("an archive may be given up when its days are over, and not before", () => {
  const ending = retirementAfter(stored, decided);
  const early = advanceRetirement(ending, closedGivenUp("2026-04-12"));
  expect(early.ok ? "" : early.refusal.message).toBe(
    "The archive is kept for 1 more day. Close it then, or close it with the archive kept.",
  );
  expect(retirementAfter(ending, closedGivenUp("2026-04-13")).state).toBe("closed");
});

const refusalOf = (given: RetirementCase, event: RetirementEvent) => {
  const result = advanceRetirement(given, event);
  return result.ok ? expect.fail(`${event.kind} happened.`) : result.refusal;
};

describe("an event that is refused", () => {
  const first = opened.events[0] ?? expect.fail();
  test.each<readonly [string, RetirementCase, RetirementEvent, string, string]>([
    [
      "a second suggestion",
      opened,
      first,
      "not-now",
      "A retirement is suggested once. Possible now: asked, kept, withdrawn.",
    ],
    ["an archive before anybody was asked", opened, archived, "not-now", 'while a retirement is "suggested"'],
    [
      "an archive while somebody was not heard",
      retirementAfter(opened, asked("Ward team"), answered("Ward team", false)),
      archived,
      "not-yet",
      "Hear first: Ward clerk.",
    ],
    [
      "an archive while somebody else was asked and not heard",
      retirementAfter(heard, asked("Night shift")),
      archived,
      "not-yet",
      "Hear first: Night shift.",
    ],
    [
      "an archive over the head of those who need it",
      retirementAfter(heard, answered("Ward team", true)),
      archived,
      "not-yet",
      "Ward team: still needed there. Keep it, or find with them what they use instead.",
    ],
    [
      "a decision over their head",
      retirementAfter(stored, answered("Ward team", true)),
      decided,
      "not-yet",
      "still needed",
    ],
    [
      "an ending over their head",
      retirementAfter(stored, decided, answered("Ward team", true)),
      closedKept,
      "not-yet",
      "still needed",
    ],
    [
      "a decision before there is an archive",
      heard,
      decided,
      "not-now",
      "Possible now: asked, answered, stayed-silent, archived",
    ],
    [
      "a decision by somebody else",
      stored,
      { ...decided, by: "Platform team" },
      "unfit",
      "By the policy, Ward lead decides, and not Platform team.",
    ],
    [
      "somebody asked twice",
      retirementAfter(opened, asked("Ward team")),
      asked("ward  team"),
      "unfit",
      '"ward  team" was asked already.',
    ],
    [
      "an answer of somebody who was not asked",
      retirementAfter(opened, asked("Ward team")),
      answered("Night shift", true),
      "unfit",
      '"Night shift" was not asked. Asked so far: Ward team.',
    ],
    [
      "silence of somebody who was heard",
      retirementAfter(opened, asked("Ward team"), answered("Ward team", true)),
      silent("Ward team"),
      "unfit",
      "heard already",
    ],
    [
      "silence of somebody who was not asked",
      retirementAfter(opened, asked("Ward team")),
      silent("Ward clerk"),
      "unfit",
      "was not asked",
    ],
    [
      "a withdrawal by somebody else",
      opened,
      { ...withdrawn, by: "Ward clerk" },
      "unfit",
      "Only these can withdraw: Platform team, Ward lead.",
    ],
    [
      "an event that is older than the last",
      retirementAfter(opened, happened({ kind: "asked", who: "Ward team" }, { at: "2026-02-01" })),
      asked("Ward clerk"),
      "out-of-order",
      "the retirement already has an event on 2026-02-01",
    ],
    [
      "anything after the end",
      retirementAfter(opened, kept),
      asked("Ward team"),
      "not-now",
      "The retirement has ended; its history stays.",
    ],
    ["what is no event", opened, { kind: "deleted" } as unknown as RetirementEvent, "invalid", "This is no event."],
  ])("%s", (_, given, event, code, message) => {
    const refusal = refusalOf(given, event);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(message);
  });

  test("for another revision is stale", () => {
    const result = advanceRetirement(opened, asked("Ward team"), { expectedRevision: 2 });
    expect(result.ok ? "" : result.refusal.message).toContain("The retirement is at revision 1, not 2");
  });
});

describe("a suggestion", () => {
  const problemsOf = (fields: object) => {
    try {
      openRetirement({ ...suggestion, ...fields } as typeof suggestion);
    } catch (error) {
      return error instanceof PlimsollError ? error.problems.map(({ pointer }) => pointer) : expect.fail(String(error));
    }
    return [];
  };

  test.each([
    ["without a reason", { reasons: [] }, ["/reasons"]],
    ["with a duplicate of nothing", { reasons: [{ ...unused, kind: "duplicate" }] }, ["/reasons/0"]],
    [
      "with another app where that is not the reason",
      { reasons: [{ ...unused, duplicates: "rota-2" }] },
      ["/reasons/0"],
    ],
    ["that asks nobody", { terms: { ...suggestion.terms, asks: [] } }, ["/terms/asks"]],
    ["that keeps no archive", { terms: { ...suggestion.terms, keepArchiveForDays: 0 } }, ["/terms/keepArchiveForDays"]],
    ["on no day", { at: "soon" }, ["/at"]],
  ])("%s is refused", (_, fields, pointers) => {
    expect(problemsOf(fields)).toEqual(pointers);
  });

  test("names the app that is duplicated", () => {
    expect(problemsOf({ reasons: [{ ...unused, kind: "duplicate", duplicates: "rota-2" }] })).toEqual([]);
  });
});
