import fc from "fast-check";
import { safeParseTimeline } from "plimsoll/backtest";
import { openCase, transition } from "plimsoll/escalation";
import { expect, test } from "vitest";
import { isInstant } from "../../../src/time/index.js";
import { opened, preserved } from "../../escalation/a-case.js";
import { draws } from "../../prove/draws.js";

const two = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, "0"));

/** What looks like a day or an instant, and often is none. */
const instantLike = fc
  .record({
    year: fc.oneof(
      fc.constantFrom("0000", "0001", "1900", "2000", "2024", "2026", "9999"),
      fc.string({ maxLength: 5 }),
    ),
    month: two(13),
    day: two(32),
    time: fc.oneof(
      fc.constant(""),
      fc.tuple(two(25), two(61)).map(([hour, minute]) => `T${hour}:${minute}`),
      fc.tuple(two(25), two(61), two(61)).map((parts) => `T${parts.join(":")}`),
      fc.tuple(two(24), two(60), two(60), fc.nat()).map(([h, m, s, rest]) => `T${h}:${m}:${s}.${rest}`),
    ),
    zone: fc.oneof(
      fc.constantFrom("", "Z", "z", "+00:00", "-00:00"),
      fc.tuple(fc.constantFrom("+", "-"), two(25), two(61)).map(([sign, hour, minute]) => `${sign}${hour}:${minute}`),
    ),
    end: fc.constantFrom("", "", "", "", " ", "\n"),
  })
  .map(({ year, month, day, time, zone, end }) => `${year}-${month}-${day}${time}${zone}${end}`);

test("an event happens at what everything else takes for an instant, and at nothing else", () => {
  let instants = 0;
  fc.assert(
    fc.property(fc.oneof(instantLike, fc.string()), (at) => {
      const isOne = isInstant(at);
      if (isOne) instants++;
      const result = transition(opened, { ...preserved, at });
      expect(!result.ok && result.refusal.code === "invalid").toBe(!isOne);
      const timeline = { moments: [{ on: at, profile: { id: "rota", name: "Rota" } }] };
      expect(safeParseTimeline(timeline).ok).toBe(isOne);
    }),
    draws(2000),
  );
  expect(instants).toBeGreaterThan(20);
});

test("a case is opened on a day that there is", () => {
  const { kind: _, ...opening } = { ...opened.events[0], kind: "opened" } as Parameters<typeof openCase>[0] & {
    kind: string;
  };
  expect(() => openCase({ ...opening, at: "2026-02-30T10:00:00Z" })).toThrow(
    expect.objectContaining({ code: "invalid-case" }),
  );
});
