import {
  advanceRetirement,
  allowedInRetirement,
  type RetirementCase,
  type RetirementEvent,
  replayRetirement,
  retirementStates,
} from "plimsoll/retirement";
import { describe, expect, test } from "vitest";
import { kinds } from "../../src/retirement/path.js";
import {
  answered,
  archived,
  asked,
  closedGivenUp,
  closedKept,
  decided,
  kept,
  opened,
  silent,
  withdrawn,
} from "./a-retirement.js";

/** Every kind of event, in every way that makes a difference: with what fits at some time, and with what never does. */
const events: readonly RetirementEvent[] = [
  opened.events[0] ?? expect.fail(),
  ...["Ward team", "Ward clerk"].flatMap((who) => [asked(who), answered(who, true), answered(who, false), silent(who)]),
  answered("Nobody", false),
  archived,
  decided,
  { ...decided, by: "Platform team" },
  closedKept,
  closedGivenUp("2026-01-13"),
  kept,
  withdrawn,
  { ...withdrawn, by: "Ward clerk" },
];

/** What makes two retirements the same, for what can happen to them: finitely many. */
const essenceOf = ({ state, asked: heard }: RetirementCase): string =>
  JSON.stringify([state, heard.map(({ who, answer }) => `${who}:${answer}`).sort()]);

interface Reached {
  readonly given: RetirementCase;
  /** The essences of what each event leads to. */
  readonly leadsTo: Set<string>;
}

/** Every retirement that can be reached from its suggestion, but for what makes no difference. */
function explore(): ReadonlyMap<string, Reached> {
  const reached = new Map<string, Reached>([[essenceOf(opened), { given: opened, leadsTo: new Set() }]]);
  for (const { given, leadsTo } of reached.values()) {
    for (const event of events) {
      const result = advanceRetirement(given, event);
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
const endings = ["closed", "kept", "withdrawn"];
const open = cases.filter(({ state }) => !endings.includes(state));

/** What is so of every retirement, wherever it stands. */
function expectInvariants({
  state,
  terms,
  asked: heard,
  archive,
  decision,
  owner,
  ending,
  events: history,
  revision,
}: RetirementCase) {
  expect(revision).toBe(history.length);
  expect(ending !== null).toBe(endings.includes(state));
  expect(owner !== null).toBe(state === "kept");
  if (archive !== null)
    for (const who of terms.asks) expect(heard.find((each) => each.who === who)?.answer).not.toBeNull();
  if (["archived", "decided", "closed"].includes(state)) expect(archive).not.toBeNull();
  if (["decided", "closed"].includes(state)) expect(decision?.by).toBe(terms.decides);
  if (state === "closed") expect(heard.filter(({ answer }) => answer === "needed")).toEqual([]);
}

test("every kind of event is tried, and every state reached", () => {
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(["suggested", ...kinds]));
  expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(retirementStates));
});

describe("in every retirement that can be reached", () => {
  test("what must be so is so, and its history tells it again", () => {
    for (const given of cases) {
      expectInvariants(given);
      expect(replayRetirement(given.events)).toEqual({ ok: true, case: given });
    }
  });

  test("each event happens or is refused with a reason, and with what is possible", () => {
    for (const given of cases) {
      const possible = allowedInRetirement(given);
      for (const event of events) {
        const result = advanceRetirement(given, event);
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

  test("an ending is the end", () => {
    const ended = cases.filter(({ state }) => endings.includes(state));
    expect(ended.flatMap(allowedInRetirement)).toEqual([]);
    expect(ended.length).toBeGreaterThan(0);
  });
});

test.each(endings)("every one that is open can still be %s: no way leads nowhere", (state) => {
  const able = new Set([...reached].filter(([, { given }]) => given.state === state).map(([essence]) => essence));
  for (let before = -1; before < able.size; ) {
    before = able.size;
    for (const [essence, { leadsTo }] of reached) if ([...leadsTo].some((next) => able.has(next))) able.add(essence);
  }
  expect(open.filter((given) => !able.has(essenceOf(given)))).toEqual([]);
});

test("whatever happens, the app, the reasons and the terms stay as they were", () => {
  for (const { app, reasons, terms } of cases) {
    expect([app, reasons, terms]).toEqual([opened.app, opened.reasons, opened.terms]);
  }
});
