import type { Examination, Examiner } from "../classify/index.js";
import { type AppGrowth, comparing } from "../growth/index.js";
import type { ReadOptions } from "../json/index.js";
import type { Policy } from "../policy/index.js";
import { messageOf } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import { idIn, isBlank, jsonOf, problemsOf, readEntry } from "./entry.js";
import type { GoneApp } from "./portfolio-growth.js";
import type { UnreadableApp } from "./report.js";

/** A former portfolio, by the ids of its apps. */
export interface Previous {
  readonly profiles: ReadonlyMap<string, AppProfile>;
  /** How many of its entries have the id of one before, which counts. */
  readonly duplicates: number;
  readonly unreadable: readonly UnreadableApp[];
  readonly brokenOff: string | null;
}

type Portfolio = Iterable<unknown> | AsyncIterable<unknown>;

function read(entry: unknown, reading: ReadOptions) {
  const json = jsonOf(entry);
  if (!json.ok) return { ok: false, app: null, problems: json.problems } as const;
  try {
    const read = readEntry(json.value, reading);
    if (!read.ok) return { ok: false, app: idIn(json.value), problems: read.problems } as const;
    return { ok: true, profile: read.value.profile } as const;
  } catch (error) {
    return { ok: false, app: idIn(json.value), problems: problemsOf(error) } as const;
  }
}

/**
 * Reads a former portfolio to its end. It is the one thing of an audit that is held in memory as a whole: apps come in any
 * order, and each of them has to be found.
 */
export async function readPrevious(portfolio: Portfolio, reading: ReadOptions): Promise<Previous> {
  const profiles = new Map<string, AppProfile>();
  const unreadable: UnreadableApp[] = [];
  let position = 0;
  let duplicates = 0;
  const add = (entry: unknown): void => {
    position++;
    if (isBlank(entry)) return;
    const found = read(entry, reading);
    if (!found.ok) unreadable.push({ position, app: found.app, problems: found.problems });
    else if (profiles.has(found.profile.id)) duplicates++;
    else profiles.set(found.profile.id, found.profile);
  };
  const told = (brokenOff: string | null) => ({ profiles, duplicates, unreadable, brokenOff });
  try {
    if (Symbol.asyncIterator in portfolio) for await (const entry of portfolio) add(entry);
    else for (const entry of portfolio) add(entry);
    return told(null);
  } catch (error) {
    return told(messageOf(error));
  }
}

/** Compares apps as they come with what they were. */
export interface Comparison {
  /** Notes that an app is still there; says nothing of its growth. */
  readonly see: (app: string) => void;
  readonly growthOf: (now: Examination) => AppGrowth;
  /** The apps that did not come again, in the order in which they stood. */
  readonly gone: () => Iterable<GoneApp>;
}

/** Prepares to compare with a former portfolio, by the policy of now and as of today. */
export function compareWith(previous: Previous, examine: Examiner, asOf: Day, policy: Policy): Comparison {
  const compare = comparing(policy);
  const { profiles, unreadable, brokenOff } = previous;
  const seen = new Set<string>();
  const mayHaveBeenThere = new Set(unreadable.map(({ app }) => app));
  const isWhole = brokenOff === null && !mayHaveBeenThere.has(null);
  const growthOf = (now: Examination): AppGrowth => {
    const { id } = now.profile;
    seen.add(id);
    const before = profiles.get(id);
    if (before === undefined) return { kind: isWhole && !mayHaveBeenThere.has(id) ? "new" : "unclear" };
    try {
      return compare(examine(before, { asOf }), now);
    } catch {
      // What a fact of the caller's own makes of a former profile never stops an audit, and takes no app of now out of it.
      return { kind: "unclear" };
    }
  };
  const gone = function* () {
    for (const { id, name, lifecycle } of profiles.values()) {
      if (!seen.has(id) && lifecycle?.stage !== "retired") yield { app: id, name };
    }
  };
  return { see: (app) => seen.add(app), growthOf, gone };
}
