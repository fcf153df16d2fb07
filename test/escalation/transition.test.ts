import { PlimsollError } from "plimsoll";
import { allowedEvents, type EscalationEvent, openCase, replay, transition } from "plimsoll/escalation";
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
} from "./a-case.js";

const partners = caseAfter(opened, preserved, agreed);
const marking = caseAfter(partners, marked("connection", "rebuild"), marked("rules", "keep", "business"));
const rebuilding = caseAfter(marking, begun);
const learnt = caseAfter(rebuilding, rebuilt("connection"), learning);
const ended = caseAfter(learnt, lesson, closed);

const refusalOf = (given: typeof opened, event: EscalationEvent) => {
  const result = transition(given, event);
  return result.ok ? expect.fail(`${event.kind} happened.`) : result.refusal;
};

test("the whole path leads from recognised to closed", () => {
  expect([opened, partners, marking, rebuilding, learnt, ended].map(({ state }) => state)).toEqual([
    "recognised",
    "partnership",
    "partnership",
    "rebuilding",
    "learning",
    "closed",
  ]);
  expect(ended.preservation).toBe("It stays as it is, and is copied every night.");
  expect(ended.parts.map(({ id, mark, rebuilt: how }) => [id, mark, how])).toEqual([
    ["connection", "rebuild", "Anew, with tests."],
    ["rules", "keep", null],
  ]);
  expect(ended.ending).toEqual({ at: closed.at, by: "IT director", why: "It runs, and everybody knows whom to call." });
});

test("where nothing is risky, learning begins without rebuilding", () => {
  const kept = caseAfter(partners, marked("rules", "keep", "business"));
  expect(caseAfter(kept, learning).state).toBe("learning");
});

describe("an event that is refused", () => {
  test.each([
    ["a second opening", opened, opened.events[0], "not-now", "A case is opened once. Possible now: preserved"],
    ["a partnership before the app is safe", opened, agreed, "not-now", "Possible now: preserved"],
    ["rebuilding before parts are known", partners, begun, "not-yet", "First list the parts"],
    [
      "rebuilding where nothing is risky",
      caseAfter(partners, marked("rules", "keep")),
      begun,
      "not-yet",
      "Nothing is marked to be rebuilt",
    ],
    ["learning before parts are known", partners, learning, "not-yet", "First list the parts"],
    ["learning beside a risk", rebuilding, learning, "not-yet", 'Rebuild what is risky first: "The connection".'],
    ["rebuilding what is kept", rebuilding, rebuilt("rules"), "unfit", "Those that do: connection."],
    [
      "rebuilding when all is done",
      caseAfter(rebuilding, rebuilt("connection")),
      rebuilt("connection"),
      "not-yet",
      "Nothing is left",
    ],
    [
      "marking anew what is rebuilt",
      caseAfter(rebuilding, rebuilt("connection")),
      marked("connection", "keep"),
      "unfit",
      '"The connection" is rebuilt already.',
    ],
    ["closing without a lesson", learnt, closed, "not-yet", "Write down at least one lesson"],
    ["anything after the end", ended, lesson, "not-now", "The case has ended; its history stays."],
    [
      "a withdrawal by somebody else",
      opened,
      happened({ kind: "withdrawn", why: "Off the list." }),
      "unfit",
      "Only the people whose app it is can withdraw: Ward team, Ward clerk.",
    ],
    [
      "a false alarm in the midst of rebuilding",
      rebuilding,
      happened({ kind: "false-alarm", why: "No." }),
      "not-now",
      "",
    ],
    [
      "a false alarm beside a risk",
      marking,
      happened({ kind: "false-alarm", why: "No." }),
      "not-yet",
      'Marked to be rebuilt: "The connection".',
    ],
    [
      "a partnership of one",
      caseAfter(opened, preserved),
      { ...agreed, businessOwner: "Integration lead" },
      "unfit",
      'It takes two: "Integration lead" cannot own both sides.',
    ],
    [
      "handing the business side to IT",
      partners,
      happened({ kind: "owner-changed", side: "business", owner: "Integration lead" }),
      "unfit",
      "It takes two",
    ],
    [
      "handing the side of IT to the business",
      partners,
      happened({ kind: "owner-changed", side: "it", owner: "Ward lead" }),
      "unfit",
      "It takes two",
    ],
    [
      "what happened before",
      opened,
      { ...preserved, at: "2026-01-11" },
      "out-of-order",
      "Add events in the order of time.",
    ],
  ] as const)("%s: says why, and what is possible", (_, given, event, code, words) => {
    const { message, possible, ...refusal } = refusalOf(given, event ?? expect.fail());
    expect(refusal).toEqual({ code, problems: [] });
    expect(message).toContain(words);
    expect(possible).toEqual(allowedEvents(given));
  });

  test("for an older revision is stale", () => {
    const result = transition(partners, lesson, { expectedRevision: 2 });
    expect(result).toMatchObject({ ok: false, refusal: { code: "stale" } });
    expect(transition(partners, lesson, { expectedRevision: 3 }).ok).toBe(true);
  });

  test.each([
    ["nothing", undefined, ""],
    ["no kind", { at: "2026-01-12", by: "IT" }, "/kind"],
    ["an unknown kind", { kind: "killed", at: "2026-01-12", by: "IT" }, "/kind"],
    ["no owner", { ...agreed, itOwner: "" }, "/itOwner"],
    ["no day", { ...preserved, at: "soon" }, "/at"],
    ["a day that does not exist", { ...preserved, at: "2026-02-30" }, "/at"],
    ["something more", { ...preserved, urgent: true }, "/urgent"],
    ["a circle", Object.assign({}, preserved, { how: globalThis }), "/how"],
  ])("%s is no event, and says where", (_, event, pointer) => {
    // What comes from outside can be anything.
    const { code, problems, possible } = refusalOf(opened, event as EscalationEvent);
    expect(code).toBe("invalid");
    expect(problems[0]?.pointer).toBe(pointer);
    expect(possible).toEqual(allowedEvents(opened));
  });
});

test.each([
  ["the need", { by: "Ward team" }],
  ["the builder", { by: "Ward clerk" }],
  ["the owner in the business", { by: "Ward lead" }],
])("%s may withdraw", (_, { by }) => {
  expect(caseAfter(partners, happened({ kind: "withdrawn", why: "We stopped." }, { by })).state).toBe("withdrawn");
});

test("a case without a builder belongs to those who need it", () => {
  const orphan = openCase({ ...withoutKind(opened.events[0]), builder: null });
  expect(refusalOf(orphan, happened({ kind: "withdrawn", why: "No." })).message).toContain("withdraw: Ward team.");
});

test("owners hand over, and a mark may be thought over", () => {
  const handed = caseAfter(
    marking,
    happened({ kind: "owner-changed", side: "it", owner: "Platform lead" }),
    happened({ kind: "owner-changed", side: "business", owner: "Night lead" }),
    marked("rules", "rebuild", "business"),
  );
  expect([handed.itOwner, handed.businessOwner]).toEqual(["Platform lead", "Night lead"]);
  expect(handed.parts.map(({ id, mark }) => [id, mark])).toEqual([
    ["connection", "rebuild"],
    ["rules", "rebuild"],
  ]);
});

test("an event that happens leaves the case that was handed in as it was", () => {
  const before = structuredClone(opened);
  caseAfter(opened, preserved);
  expect(opened).toEqual(before);
});

test.each([
  ["an instant later on the same day", "2026-01-12T09:00:00Z", true],
  ["the day itself", "2026-01-12", true],
  ["the day before", "2026-01-11T23:59:59Z", false],
])("%s follows a day: %s", (_, at, follows) => {
  expect(transition(opened, { ...preserved, at }).ok).toBe(follows);
});

test("an hour that was told is not run back by a day in between", () => {
  const late = caseAfter(opened, { ...preserved, at: "2026-01-12T23:00:00Z" }, agreed);
  expect(refusalOf(late, { ...lesson, at: "2026-01-12T01:00:00Z" }).code).toBe("out-of-order");
  expect(caseAfter(late, { ...lesson, at: "2026-01-12T23:30:00Z" }).revision).toBe(4);
});

test("what is possible names what each event needs to say", () => {
  for (const event of [preserved, agreed, lesson, marked("rules", "keep"), begun, closed]) {
    const { kind, at: _, by: __, ...said } = event;
    const cases = [opened, caseAfter(opened, preserved), marking, caseAfter(learnt, lesson)];
    const possible = cases.flatMap(allowedEvents).find((allowed) => allowed.kind === kind);
    expect([kind, possible?.needs]).toEqual([kind, Object.keys(said)]);
  }
});

describe("a history", () => {
  test.each([
    ["nothing", [], "there is none"],
    ["no opening first", [preserved], "not with another event"],
    ["no event first", [{ kind: "opened" }], "This is no event."],
    ["an event that cannot be", [...opened.events, agreed], "Possible now"],
    ["an event that cannot be, and more", [...opened.events, agreed, preserved], "Possible now"],
  ])("of %s tells no case", (_, events, words) => {
    const result = replay(events as readonly EscalationEvent[]); // some of these are none
    expect(result.ok ? "" : result.refusal.message).toContain(words);
  });
});

test("what cannot begin a case is a mistake of the program", () => {
  const open = () => openCase({ ...withoutKind(opened.events[0]), id: "" });
  expect(open).toThrow(PlimsollError);
  expect(open).toThrow(
    expect.objectContaining({ code: "invalid-case", problems: [expect.objectContaining({ pointer: "/id" })] }),
  );
});

test("what cannot even be read begins no case", () => {
  const hostile = Object.defineProperty({ ...withoutKind(opened.events[0]) }, "need", {
    get: () => expect.fail("It was read unguarded."),
    enumerable: true,
  });
  expect(() => openCase(hostile)).toThrow(PlimsollError);
});

/** What a case is opened with, as its first event tells it. */
function withoutKind(event: EscalationEvent | undefined): Parameters<typeof openCase>[0] {
  if (event?.kind !== "opened") return expect.fail("A case begins with its opening.");
  const { kind: _, ...opening } = event;
  return opening;
}
