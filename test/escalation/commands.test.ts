import fc from "fast-check";
import { type CaseState, type EscalationCase, type EscalationEvent, replay, transition } from "plimsoll/escalation";
import { expect, test } from "vitest";
import { expectInvariants, firstDay, happened, opened } from "./a-case.js";

/** What the article's path says, told once more and in another way than the table does. */
interface Model {
  state: CaseState;
  revision: number;
  lessons: number;
  readonly parts: Map<string, "kept" | "risky" | "rebuilt">;
}

const has = ({ parts }: Model, standing: string) => [...parts.values()].includes(standing as "kept");
const is = ({ state }: Model, ...states: readonly CaseState[]) => states.includes(state);

/** What an event does to the model; nothing when it cannot happen. */
type Rule = (model: Model, event: never) => (() => void) | undefined;

const rules: Readonly<Record<string, Rule>> = {
  preserved: (model) => (is(model, "recognised") ? () => Object.assign(model, { state: "preserved" }) : undefined),
  "partnership-agreed": (model) =>
    is(model, "preserved") ? () => Object.assign(model, { state: "partnership" }) : undefined,
  "owner-changed": (model) => (is(model, "partnership", "rebuilding", "learning") ? () => {} : undefined),
  "part-marked": (model, { part }: { part: { id: string; mark: string } }) =>
    is(model, "partnership", "rebuilding") && model.parts.get(part.id) !== "rebuilt"
      ? () => model.parts.set(part.id, part.mark === "keep" ? "kept" : "risky")
      : undefined,
  "rebuilding-begun": (model) =>
    is(model, "partnership") && has(model, "risky") ? () => Object.assign(model, { state: "rebuilding" }) : undefined,
  "part-rebuilt": (model, { part }: { part: string }) =>
    is(model, "rebuilding") && model.parts.get(part) === "risky" ? () => model.parts.set(part, "rebuilt") : undefined,
  "learning-begun": (model) =>
    is(model, "partnership", "rebuilding") && model.parts.size > 0 && !has(model, "risky")
      ? () => Object.assign(model, { state: "learning" })
      : undefined,
  "lesson-recorded": (model) =>
    is(model, "partnership", "rebuilding", "learning")
      ? () => Object.assign(model, { lessons: model.lessons + 1 })
      : undefined,
  closed: (model) =>
    is(model, "learning") && model.lessons > 0 ? () => Object.assign(model, { state: "closed" }) : undefined,
  withdrawn: (model, { by }: { by: string }) =>
    !is(model, "closed", "withdrawn", "false-alarm") && by !== "IT director" && (by !== "Ward lead" || isPartner(model))
      ? () => Object.assign(model, { state: "withdrawn" })
      : undefined,
  "false-alarm": (model) =>
    is(model, "recognised", "preserved", "partnership") && !has(model, "risky")
      ? () => Object.assign(model, { state: "false-alarm" })
      : undefined,
};

const isPartner = (model: Model) => is(model, "partnership", "rebuilding", "learning");

/** The case as it would be stored. */
interface Store {
  given: EscalationCase;
}

class Happens implements fc.Command<Model, Store> {
  constructor(
    readonly event: EscalationEvent,
    readonly isStale: boolean,
  ) {}

  check = () => true;

  run(model: Model, store: Store): void {
    const before = structuredClone(store.given);
    const happen = this.isStale ? undefined : rules[this.event.kind]?.(model, this.event as never);
    const expectedRevision = before.revision - Number(this.isStale);
    const result = transition(store.given, this.event, { expectedRevision });
    expect(store.given).toEqual(before);
    expect(result.ok).toBe(happen !== undefined);
    if (!result.ok) return;
    happen?.();
    model.revision++;
    store.given = result.case;
    expect([store.given.state, store.given.revision, store.given.lessons.length]).toEqual([
      model.state,
      model.revision,
      model.lessons,
    ]);
    expect(store.given.events.slice(0, -1)).toEqual(before.events);
    expectInvariants(store.given);
  }

  toString = () => `${this.event.kind}${this.isStale ? " (stale)" : ""}`;
}

const part = fc.constantFrom("connection", "rules", "screens");
const told = fc.oneof(
  fc.constant({ kind: "preserved", how: "As it is." } as const),
  // The owner of the business side stays the same, so that the model knows who may withdraw.
  fc.constant({ kind: "partnership-agreed", itOwner: "Integration lead", businessOwner: "Ward lead" } as const),
  fc.constant({ kind: "owner-changed", side: "it", owner: "Platform lead" } as const),
  fc.record({
    kind: fc.constant("part-marked" as const),
    part: fc.record({
      id: part,
      title: part,
      concern: fc.constantFrom("technical" as const, "business" as const),
      mark: fc.constantFrom("keep" as const, "rebuild" as const),
      why: fc.constant("So it is."),
    }),
  }),
  fc.constant({ kind: "rebuilding-begun" } as const),
  fc.record({ kind: fc.constant("part-rebuilt" as const), part, how: fc.constant("Anew.") }),
  fc.constant({ kind: "learning-begun" } as const),
  fc.constant({ kind: "lesson-recorded", lesson: { why: "So it was.", earlier: "Ask." } } as const),
  fc.constant({ kind: "closed", why: "It runs." } as const),
  fc.constantFrom(
    { kind: "withdrawn", why: "We stopped." } as const,
    {
      kind: "false-alarm",
      why: "Twelve people.",
    } as const,
  ),
);
const by = fc.constantFrom("IT director", "Ward team", "Ward clerk", "Ward lead");
const command = fc
  .tuple(told, by, fc.integer({ min: 0, max: 9 }))
  .map(([what, who, chance]) => new Happens(happened(what, { at: firstDay, by: who }), chance === 0));

test("whatever happens, in whatever order, a case keeps to its path (10 000 histories)", () => {
  fc.assert(
    fc.property(fc.commands([command], { maxCommands: 30 }), (commands) => {
      const store: Store = { given: opened };
      const model: Model = { state: "recognised", revision: 1, lessons: 0, parts: new Map() };
      fc.modelRun(() => ({ model, real: store }), commands);
      expect(replay(store.given.events)).toEqual({ ok: true, case: store.given });
      expect(JSON.parse(JSON.stringify(store.given))).toEqual(store.given);
    }),
    { numRuns: 10_000 },
  );
});
