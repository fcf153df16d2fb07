import { numbersFrom, synthesizeProfile } from "../facts/index.js";
import type { AppProfile } from "../profile/index.js";

type Section<Key extends keyof AppProfile> = NonNullable<AppProfile[Key]>;
type Integration = Section<"integrations">[number];
type DataEntry = Section<"data">[number];

/**
 * A profile in the making. Every method gives a new one with one thing more said; the one before stays as it was.
 *
 * @example
 * ```ts
 * import { type AppBuilder, app } from "plimsoll/testing";
 *
 * const rota: AppBuilder = app("Rota").usedBy(30);
 * const grown = rota.usedBy(140);
 *
 * [rota, grown].map((each) => each.build().audience?.users); // → [30, 140]
 * ```
 */
export interface AppBuilder {
  /** How many people use it now. */
  readonly usedBy: (people: number) => AppBuilder;
  /** For how many people it was built. */
  readonly builtFor: (people: number) => AppBuilder;
  /** Where its users are. */
  readonly inDepartments: (...departments: readonly string[]) => AppBuilder;
  /** People outside the organisation use it. */
  readonly openToOutsiders: () => AppBuilder;
  /** It reads a system. */
  readonly reads: (system: string, more?: Partial<Integration>) => AppBuilder;
  /** It writes to a system. */
  readonly writes: (system: string, more?: Partial<Integration>) => AppBuilder;
  /** It reads a system and writes to it. */
  readonly readsAndWrites: (system: string, more?: Partial<Integration>) => AppBuilder;
  /** It holds or shows data of a class. */
  readonly holds: (data: NonNullable<DataEntry["class"]>, more?: Partial<DataEntry>) => AppBuilder;
  /** It calculates something; of an app of which everything is known, tested, unless said otherwise. */
  readonly calculates: (
    complexity: NonNullable<Section<"calculations">[number]["complexity"]>,
    tested?: boolean,
  ) => AppBuilder;
  /** Daily work would stop if it were down. */
  readonly neededDaily: () => AppBuilder;
  /** Whoever built it is gone. */
  readonly leftByItsBuilder: () => AppBuilder;
  /** Who understands it besides its builder; nobody, when left empty. */
  readonly understoodBy: (...people: readonly string[]) => AppBuilder;
  /** Compliance rules that apply to it. */
  readonly under: (...regimes: readonly string[]) => AppBuilder;
  /** Its results have legal consequences for people. */
  readonly withLegalConsequences: () => AppBuilder;
  /** Says whatever else there is to say: these parts of the profile as they are given. */
  readonly with: (parts: Partial<AppProfile>) => AppBuilder;
  /** The profile. */
  readonly build: () => AppProfile;
}

/** An account that needs no second look. */
const safeAccount = { identity: "app", secret: "vault", rights: "own", accountOwnerPresent: true } as const;

/** A builder of a profile; `isKnown` says whether everything is known of the app, and what is not said is harmless. */
function builderOf(profile: AppProfile, isKnown: boolean): AppBuilder {
  const say = (parts: Partial<AppProfile>) => builderOf({ ...profile, ...parts }, isKnown);
  const people = (more: Section<"audience">) => say({ audience: { ...profile.audience, ...more } });
  const connected = (
    system: string,
    direction: NonNullable<Integration["direction"]>,
    more: Partial<Integration> = {},
  ) =>
    say({
      integrations: [...(profile.integrations ?? []), { system, direction, ...safeConnection(direction), ...more }],
    });
  /** Whoever knows everything of an app knows that what is not said is done well. */
  function safeConnection(direction: string): Partial<Integration> {
    if (!isKnown) return {};
    const writing = direction === "read" ? {} : { writesValidated: true, conflicts: "handled" as const };
    return { eventDriven: false, asynchronous: false, ...safeAccount, ...writing };
  }
  const protection = {
    encryptedAtRest: true,
    accessControl: "record",
    auditTrail: "complete",
    retention: "enforced",
  } as const;
  return {
    usedBy: (users) => {
      const { builtFor, peakConcurrent, canOpen } = profile.audience ?? {};
      const { low: least = 1 } = numbersFrom(builtFor) ?? {};
      const { high: most = users } = numbersFrom(peakConcurrent) ?? {};
      const { high: reached = users } = numbersFrom(canOpen) ?? {};
      // Of an app of which everything is known, growth, peak and who can open it follow.
      return people({
        users,
        ...(isKnown && {
          builtFor: Math.max(users, least),
          peakConcurrent: Math.min(users, most),
          canOpen: Math.max(users, reached),
        }),
      });
    },
    builtFor: (builtFor) => people({ builtFor }),
    inDepartments: (...departments) => people({ departments: [...departments] }),
    openToOutsiders: () => people({ outsideUsers: true }),
    reads: (system, more) => connected(system, "read", more),
    writes: (system, more) => connected(system, "write", more),
    readsAndWrites: (system, more) => connected(system, "bidirectional", more),
    holds: (data, more) =>
      say({
        data: [
          // What a harmless app holds as long as nobody says more.
          ...(profile.data ?? []).filter((entry) => !isKnown || entry.class !== "general"),
          { class: data, ...(isKnown && protection), ...more },
        ],
      }),
    calculates: (complexity, tested = isKnown ? true : undefined) =>
      say({
        calculations: [...(profile.calculations ?? []), { complexity, ...(tested !== undefined && { tested }) }],
      }),
    neededDaily: () => say({ criticality: { ...profile.criticality, dailyDependence: true } }),
    leftByItsBuilder: () => say({ ownership: { ...profile.ownership, builderPresent: false } }),
    understoodBy: (...understoodBy) => say({ ownership: { ...profile.ownership, understoodBy: [...understoodBy] } }),
    under: (...regimes) => say({ compliance: regimes.map((regime) => ({ regime })) }),
    withLegalConsequences: () => say({ consequences: { legalForPeople: true } }),
    with: say,
    build: () => profile,
  };
}

const idOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "") || "app";

/**
 * Begins a profile of which nothing is known but its name: what is not said stays open.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { app } from "plimsoll/testing";
 *
 * const rota = app("Rota").usedBy(140).writes("Payroll").build();
 *
 * rota.id; // → "rota"
 * classify(rota).settled; // → false
 * ```
 */
export const app = (name: string): AppBuilder => builderOf({ id: idOf(name), name }, false);

/**
 * Begins a profile of which everything is known, and harmless: what is not said is as good as can be.
 *
 * @example
 * ```ts
 * import { classify } from "plimsoll";
 * import { harmlessApp } from "plimsoll/testing";
 *
 * classify(harmlessApp("Rota").build()).tier; // → "citizen"
 * classify(harmlessApp("Rota").usedBy(140).build()).tier; // → "it-review"
 * ```
 */
export function harmlessApp(name: string): AppBuilder {
  return builderOf({ ...synthesizeProfile({}), id: idOf(name), name }, true);
}
