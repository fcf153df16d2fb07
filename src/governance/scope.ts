import { readerOf, readFact, standardFacts } from "../facts/index.js";
import { sameName } from "../names/index.js";
import type { ScopePart } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";

type Direction = NonNullable<NonNullable<AppProfile["integrations"]>[number]["direction"]>;
type DataClass = NonNullable<NonNullable<AppProfile["data"]>[number]["class"]>;
type Stage = NonNullable<NonNullable<AppProfile["lifecycle"]>["stage"]>;

/**
 * What an approval covers of an app: the parts that its review looks at.
 *
 * @example
 * ```ts
 * import { recordReview } from "plimsoll";
 * import { type Scope } from "plimsoll/governance";
 *
 * const scope: Scope = { systems: [{ system: "ERP", direction: "bidirectional" }] };
 * const result = recordReview({
 *   review: "integration",
 *   profile: { id: "rota", name: "Rota", integrations: [{ system: "ERP", direction: "read" }] },
 *   by: "Integration specialist",
 *   on: "2026-01-12",
 *   answers: { flow: "met", pattern: "met", accounts: "met" },
 *   scope,
 * });
 *
 * result.ok && result.value.scope; // → { systems: [{ system: "ERP", direction: "bidirectional" }] }
 * ```
 */
export interface Scope {
  /** Up to this many people. */
  readonly users?: number;
  /** These systems, each in its direction; `bidirectional` covers both. */
  readonly systems?: readonly { readonly system: string; readonly direction: Direction }[];
  /** These classes of data; one covers those that are less sensitive, so that `health` covers `general`. */
  readonly data?: readonly DataClass[];
  /** Up to this stage. */
  readonly environment?: Stage;
}

/** One thing of an app that a scope does not cover. */
interface Gap {
  /** `false` while the profile leaves it open. */
  readonly certain: boolean;
  readonly pointer: Pointer;
  readonly seen: string;
}

/** How one part of a scope is held against a profile. */
interface ScopeCheck<Covered> {
  /** What a profile has, or may have, that is not covered. */
  readonly gaps: (profile: AppProfile, covered: Covered | undefined) => readonly Gap[];
  /** What a profile tells of the part; the least that covers it. */
  readonly told: (profile: AppProfile) => Covered | undefined;
  readonly inWords: (covered: Covered) => string;
}

const certain = (pointer: Pointer, seen: string): Gap => ({ certain: true, pointer, seen });
const open = (pointer: Pointer, seen: string): Gap => ({ certain: false, pointer, seen });

const flows: Readonly<Record<Direction, readonly Direction[]>> = {
  read: ["read"],
  write: ["write"],
  bidirectional: ["read", "write"],
};

/** How far into use each stage is; of an app that is retired, nothing is in use. */
const reach: Readonly<Record<Stage, number>> = { retired: 0, idea: 1, development: 2, pilot: 3, production: 4 };

/** The less sensitive classes, each with those that a scope may name to cover it; the others cover themselves alone. */
const sensitive: readonly DataClass[] = ["personal", "financial", "health", "payment", "secrets"];
const coveredBy: Readonly<Partial<Record<DataClass, readonly DataClass[]>>> = {
  general: ["general", "semi-sensitive", ...sensitive],
  "semi-sensitive": ["semi-sensitive", ...sensitive],
};

/** The gaps of a list: those of its entries, and what it may hold beside them. */
function gapsOfList<Entry>(
  { partial = [] }: AppProfile,
  list: Pointer,
  entries: readonly Entry[] | undefined,
  gapOf: (entry: Entry, pointer: Pointer) => Gap | undefined,
  rest: string,
): readonly Gap[] {
  const gaps = (entries ?? []).flatMap((entry, index) => gapOf(entry, `${list}/${index}`) ?? []);
  const isComplete = entries !== undefined && !partial.includes(list);
  return isComplete ? gaps : [...gaps, open(list, rest)];
}

/** The parts of a scope. */
export const parts: { readonly [Name in ScopePart]: ScopeCheck<NonNullable<Scope[Name]>> } = {
  users: {
    gaps: (profile, covered = -1) => {
      const { isTold, low, high } = readerOf("users", standardFacts.users).read(profile, undefined);
      if (isTold && low > covered) {
        const [pointer = "/audience/users"] = readFact("users", standardFacts.users, profile, undefined).evidence;
        return [certain(pointer, `${low} ${low === 1 ? "person" : "people"}`)];
      }
      return high > covered ? [open("/audience/users", "how many people use it")] : [];
    },
    told: (profile) => {
      const { high } = readerOf("users", standardFacts.users).read(profile, undefined);
      return Number.isFinite(high) ? high : undefined;
    },
    inWords: (most) => `up to ${most} people`,
  },
  systems: {
    gaps: (profile, covered = []) =>
      gapsOfList(
        profile,
        "/integrations",
        profile.integrations,
        ({ system, direction }, pointer) => {
          const approved = covered
            .filter((entry) => sameName(entry.system, system))
            .flatMap((entry) => flows[entry.direction]);
          if (approved.length === 0) return certain(`${pointer}/system`, system);
          // What is not told may be both.
          if (flows[direction ?? "bidirectional"].every((flow) => approved.includes(flow))) return undefined;
          return direction === undefined
            ? open(`${pointer}/direction`, `in which direction data flows to ${system}`)
            : certain(`${pointer}/direction`, `${system} (${direction})`);
        },
        "which other systems it is connected to",
      ),
    told: ({ integrations }) =>
      integrations?.flatMap(({ system, direction }) => (direction === undefined ? [] : [{ system, direction }])),
    inWords: (covered) => covered.map(({ system, direction }) => `${system} (${direction})`).join(", ") || "no system",
  },
  data: {
    gaps: (profile, covered = []) =>
      gapsOfList(
        profile,
        "/data",
        profile.data,
        ({ class: dataClass }, pointer) => {
          if (dataClass === undefined) {
            const isAnyCovered = sensitive.every((each) => covered.includes(each));
            return isAnyCovered ? undefined : open(`${pointer}/class`, "how sensitive some of its data is");
          }
          const isCovered = (coveredBy[dataClass] ?? [dataClass]).some((each) => covered.includes(each));
          return isCovered ? undefined : certain(`${pointer}/class`, `${dataClass} data`);
        },
        "which other data it holds or shows",
      ),
    told: ({ data }) => data && [...new Set(data.flatMap(({ class: dataClass }) => dataClass ?? []))],
    inWords: (covered) => covered.map((dataClass) => `${dataClass} data`).join(", ") || "no data",
  },
  environment: {
    gaps: ({ lifecycle: { stage } = {} }, covered) => {
      const pointer = "/lifecycle/stage";
      if (stage === undefined) return covered === "production" ? [] : [open(pointer, "how far along it is")];
      const isCovered = covered !== undefined && reach[stage] <= reach[covered];
      return isCovered ? [] : [certain(pointer, `the stage "${stage}"`)];
    },
    told: ({ lifecycle }) => lifecycle?.stage,
    inWords: (stage) => `up to the stage "${stage}"`,
  },
};
