import fc from "fast-check";
import { safeParseTimeline } from "plimsoll/backtest";
import { stories } from "plimsoll/stories";
import { describe, expect, test } from "vitest";
import { timelineArbitrary } from "../backtest/timelines.js";

const rota = { id: "rota", name: "Rota" };
const moment = { on: "2025-01-01", profile: rota };

test.each(stories)("the story $id is read as it is", (story) => {
  expect(safeParseTimeline(story)).toStrictEqual({ ok: true, value: { moments: story.moments } });
});

test("every good timeline is read as it is, through JSON and back", () => {
  fc.assert(
    fc.property(timelineArbitrary, (timeline) => {
      expect(safeParseTimeline(JSON.parse(JSON.stringify(timeline)))).toEqual({ ok: true, value: timeline });
    }),
  );
});

describe("a mistake is told with its place", () => {
  test.each([
    { what: "something else", input: "soon", problems: [["", "wrong-type"]] },
    { what: "no moments", input: {}, problems: [["/moments", "missing"]] },
    { what: "an empty list of moments", input: { moments: [] }, problems: [["/moments", "out-of-range"]] },
    {
      what: "a misspelt field",
      input: { moments: [moment], incidenton: "2025-02-01" },
      problems: [["/incidenton", "unknown-key", "incidentOn"]],
    },
    {
      what: "a moment without its day and profile",
      input: { moments: [{ what: "Nothing." }] },
      problems: [
        ["/moments/0/on", "missing"],
        ["/moments/0/profile", "missing"],
      ],
    },
    {
      what: "mistakes in profiles",
      input: {
        moments: [
          { ...moment, profile: { ...rota, audiance: {} } },
          { ...moment, profile: { ...rota, audience: { users: 3, peakConcurrent: 5 } } },
        ],
      },
      problems: [
        ["/moments/0/profile/audiance", "unknown-key", "audience"],
        ["/moments/1/profile/audience/peakConcurrent", "contradiction"],
      ],
    },
    {
      what: "mistakes in days",
      input: { moments: [moment, moment], incidentOn: "soon" },
      problems: [
        ["/moments/1/on", "duplicate"],
        ["/incidentOn", "wrong-type"],
      ],
    },
  ])("$what", ({ input, problems }) => {
    const result = safeParseTimeline(input);
    const seen = result.ok ? [] : result.problems;
    expect(seen.map(({ pointer, code, suggestion }) => [pointer, code, ...(suggestion ? [suggestion] : [])])).toEqual(
      problems,
    );
  });
});

test("a timeline full of mistakes is told no more than somebody would mend", () => {
  const profile = { ...rota, audience: { users: 3, peakConcurrent: 5 } };
  const result = safeParseTimeline({ moments: Array.from({ length: 80 }, () => ({ on: "2025-01-01", profile })) });
  expect(result.ok ? [] : result.problems).toHaveLength(50);
});

test("whatever comes, it is read or refused", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (input) => {
      expect(safeParseTimeline(input).ok).toBe(false);
    }),
  );
});
