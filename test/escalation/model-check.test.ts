import { allowedEvents, type EscalationCase, type EscalationEvent, replay, transition } from "plimsoll/escalation";
import { describe, expect, test } from "vitest";
import { kinds } from "../../src/escalation/path.js";
import {
  agreed,
  begun,
  closed,
  expectInvariants,
  happened,
  learning,
  lesson,
  marked,
  opened,
  preserved,
  rebuilt,
} from "./a-case.js";

/** Every kind of event, in every way that makes a difference: with what fits at some time, and with what never does. */
const events: readonly EscalationEvent[] = [
  opened.events[0] ?? expect.fail(),
  preserved,
  agreed,
  happened({ kind: "owner-changed", side: "it", owner: "Platform lead" }),
  happened({ kind: "owner-changed", side: "business", owner: "Integration lead" }),
  marked("connection", "rebuild"),
  marked("connection", "keep"),
  marked("rules", "rebuild", "business"),
  marked("rules", "keep", "business"),
  marked("screens", "keep", "business"),
  begun,
  rebuilt("connection"),
  rebuilt("rules"),
  rebuilt("nothing"),
  learning,
  lesson,
  closed,
  happened({ kind: "withdrawn", why: "We stopped." }, { by: "Ward team" }),
  happened({ kind: "withdrawn", why: "Off the list." }, { by: "IT director" }),
  happened({ kind: "false-alarm", why: "Twelve people, one list." }),
];

/** What makes two cases the same, for what can happen to them: finitely many. */
function essenceOf({ state, itOwner, businessOwner, parts, lessons }: EscalationCase): string {
  const marks = parts.map(({ id, mark, rebuilt: how }) => `${id}:${mark}:${how !== null}`).sort();
  return JSON.stringify([state, itOwner, businessOwner, marks, lessons.length > 0]);
}

interface Reached {
  readonly given: EscalationCase;
  /** The essences of what each event leads to. */
  readonly leadsTo: Set<string>;
}

/** Every case that can be reached from its opening, but for what makes no difference. */
function explore(): ReadonlyMap<string, Reached> {
  const reached = new Map<string, Reached>([[essenceOf(opened), { given: opened, leadsTo: new Set() }]]);
  for (const { given, leadsTo } of reached.values()) {
    for (const event of events) {
      const result = transition(given, event);
      if (!result.ok) continue;
      const essence = essenceOf(result.case);
      leadsTo.add(essence);
      // A map goes on to what is added to it on the way.
      if (!reached.has(essence)) reached.set(essence, { given: result.case, leadsTo: new Set() });
    }
  }
  return reached;
}

const reached = explore();
const cases = [...reached.values()].map(({ given }) => given);
const endings = ["closed", "withdrawn", "false-alarm"];
const open = cases.filter(({ state }) => !endings.includes(state));

test("every kind of event is tried", () => {
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(["opened", ...kinds]));
});

test("every state is reached", () => {
  expect(new Set(cases.map(({ state }) => state))).toEqual(
    new Set(["recognised", "preserved", "partnership", "rebuilding", "learning", ...endings]),
  );
});

describe("in every case that can be reached", () => {
  test("what must be so is so, and its history tells it again", () => {
    for (const given of cases) {
      expectInvariants(given);
      expect(replay(given.events)).toEqual({ ok: true, case: given });
    }
  });

  test("each event happens or is refused with a reason, and with what is possible", () => {
    for (const given of cases) {
      const possible = allowedEvents(given);
      for (const event of events) {
        const result = transition(given, event);
        if (result.ok) {
          expectInvariants(result.case);
          expect(result.case.events.slice(0, -1)).toEqual(given.events);
          expect(possible.find(({ kind }) => kind === event.kind)?.leadsTo).toBe(result.case.state);
        } else {
          expect(result.refusal.message).not.toBe("");
          expect(result.refusal.possible).toEqual(possible);
        }
      }
    }
  });

  test("whatever is called possible can happen", () => {
    for (const given of cases) {
      for (const { kind } of allowedEvents(given)) {
        expect(events.some((event) => event.kind === kind && transition(given, event).ok)).toBe(true);
      }
    }
  });

  test("an ending is the end", () => {
    const ended = cases.filter(({ state }) => endings.includes(state));
    expect(ended.flatMap(allowedEvents)).toEqual([]);
    expect(ended.length).toBeGreaterThan(0);
  });
});

/** The cases from which one in a certain state can still be reached. */
function thatCanStillBe(state: string): ReadonlySet<string> {
  const able = new Set([...reached].filter(([, { given }]) => given.state === state).map(([essence]) => essence));
  for (let before = -1; before < able.size; ) {
    before = able.size;
    for (const [essence, { leadsTo }] of reached) if ([...leadsTo].some((next) => able.has(next))) able.add(essence);
  }
  return able;
}

test.each(["closed", "withdrawn"])("every open case can still be %s: no way leads nowhere", (state) => {
  const able = thatCanStillBe(state);
  expect(open.filter((given) => !able.has(essenceOf(given)))).toEqual([]);
});

test("no event takes the need, the builder or the history away", () => {
  for (const given of cases) {
    for (const event of events) {
      const result = transition(given, event);
      const { need, builder, events: history } = result.ok ? result.case : given;
      expect([need, builder]).toEqual([opened.need, opened.builder]);
      expect(history.length).toBeGreaterThanOrEqual(given.events.length);
    }
  }
});
