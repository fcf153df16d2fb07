import * as z from "zod/mini";
import { dateTimeline, type Timeline } from "../backtest/index.js";
import { limitsOf, readDocument, readPart } from "../json/index.js";
import { collectProblems, type Result } from "../problems/index.js";
import { type ProfileOptions, safeParseProfile } from "./profile/index.js";

/** What else a story tells; it is a timeline as well, so this may stand there, and is not read. */
const besides = z.exactOptional(z.unknown());

/** The form of a timeline; whether its profiles are profiles and its days are days is read afterwards. */
const timelineForm = z.strictObject({
  moments: z.array(
    z.strictObject({
      on: z.string(),
      what: z.exactOptional(z.string()),
      profile: z.record(z.string(), z.unknown()),
    }),
  ),
  incidentOn: z.exactOptional(z.string()),
  id: besides,
  title: besides,
  summary: besides,
  source: besides,
  startedAs: besides,
  shouldHaveCaught: besides,
});

/**
 * Reads an unknown value, such as a JSON file, as a {@link Timeline}, or lists every problem with its pointer: mistakes of
 * form first, then those in the profiles, then those in the days. Never throws, but for limits in
 * `options` that are none; these count for the timeline and for each of its profiles. A `Story` of `plimsoll/stories` is read as it
 * is; what it has besides its moments is left out.
 *
 * @example
 * ```ts
 * import { safeParseTimeline } from "plimsoll/backtest";
 *
 * const result = safeParseTimeline({
 *   moments: [
 *     { on: "2025-06-02", profile: { id: "rota", name: "Rota", audience: { users: 140 } } },
 *     { on: "2025-01-06", profile: { id: "rota", name: "Rota", audience: { users: 30 } } },
 *   ],
 * });
 *
 * if (!result.ok) {
 *   result.problems[0]?.pointer; // → "/moments/1/on"
 *   result.problems[0]?.code; // → "contradiction"
 * }
 * ```
 */
export function safeParseTimeline(input: unknown, options: ProfileOptions = {}): Result<Timeline> {
  const form = readDocument(timelineForm, input, limitsOf("timeline", options));
  if (!form.ok) return form;
  const { moments, incidentOn } = form.value;
  const report = collectProblems();
  const read = moments.flatMap(({ profile: unread, ...moment }, index) =>
    readPart(() => safeParseProfile(unread, options), `/moments/${index}/profile`, report).map((profile) => ({
      ...moment,
      profile,
    })),
  );
  if (report.found().length > 0) return { ok: false, problems: report.found() };
  const timeline: Timeline = { moments: read, ...(incidentOn !== undefined && { incidentOn }) };
  const dated = dateTimeline(timeline);
  return dated.ok ? { ok: true, value: timeline } : dated;
}
