import { match, P } from "ts-pattern";
import { numbersFrom } from "../facts/index.js";
import { looksLike, sameName } from "../names/index.js";
import { messageOf, PlimsollError, type Pointer } from "../problems/index.js";
import { type AppProfile, assertProfile } from "../profile/index.js";
import type { Use } from "./components.js";
import { type Integration, mergeIntegrations } from "./merge.js";

type DataEntry = NonNullable<AppProfile["data"]>[number];
type List = "integrations" | "data" | "compliance";

/**
 * What somebody is about to do with an app that needs no code to say; plain JSON.
 *
 * @example
 * ```ts
 * import { authorize } from "plimsoll";
 * import { type PlainAction } from "plimsoll/governance";
 *
 * const action: PlainAction = JSON.parse('{ "kind": "grow", "users": 200 }');
 * const { after } = authorize(action, { profile: { id: "rota", name: "Rota" }, approvals: [], asOf: "2026-01-12" });
 *
 * after.tier; // → "it-review"
 * ```
 */
export type PlainAction =
  /** Begin to build it. */
  | { readonly kind: "start" }
  /** Connect a system; one that is connected already is connected in this way as well. */
  | { readonly kind: "connect"; readonly integration: Integration }
  /** Hold or show some data. */
  | { readonly kind: "access"; readonly data: DataEntry }
  /** Open it to so many people in total. */
  | { readonly kind: "grow"; readonly users: number }
  /** Let a component handle a part of it: a system, data by its name, or a compliance regime. */
  | {
      readonly kind: "use";
      readonly component: Use;
      readonly for: { readonly system: string } | { readonly data: string } | { readonly regime: string };
    }
  /** Put it into production. */
  | { readonly kind: "deploy" };

/**
 * What somebody is about to do with an app: one of the actions that are known by name, or one of your own.
 *
 * @example
 * ```ts
 * import { type Action, authorize } from "plimsoll";
 *
 * const share: Action = {
 *   kind: "custom",
 *   name: "share",
 *   apply: (profile) => ({ ...profile, audience: { ...profile.audience, outsideUsers: true } }),
 * };
 * const { action } = authorize(share, { profile: { id: "rota", name: "Rota" }, approvals: [], asOf: "2026-01-12" });
 *
 * action; // → { kind: "custom", name: "share" }
 * ```
 */
export type Action =
  | PlainAction
  /** Anything else that changes what an app is; policies know it by its name. */
  | CustomAction;

interface CustomAction {
  readonly kind: "custom";
  readonly name: string;
  /** The profile as it would be afterwards. */
  readonly apply: (profile: AppProfile) => AppProfile;
}

/** What an action does to an app. */
export interface Applied {
  readonly after: AppProfile;
  /** The part that it adds, as an app of its own; the whole app when the action concerns all of it. */
  readonly added: AppProfile;
  /** The list that it adds to, if it does. */
  readonly list?: List;
  /** Where a pointer into `added` stands in `after`. */
  readonly place: (pointer: Pointer) => Pointer;
}

const whole = (after: AppProfile): Applied => ({ after, added: after, place: (pointer) => pointer });

const isOpen = (profile: AppProfile, list: List) =>
  profile[list] === undefined || (profile.partial ?? []).includes(`/${list}`);

/** Some entries of a list, and where they come to stand in it. */
type PlacedEntries<Name extends List> = readonly (readonly [
  index: number,
  entry: NonNullable<AppProfile[Name]>[number],
])[];

/** Puts entries into a list; what else is in it stays as open as it was. */
function put<Name extends List>(
  profile: AppProfile,
  list: Name,
  placed: PlacedEntries<Name>,
  mayBeListed: boolean,
): Applied {
  const { id, name, partial = [] } = profile;
  const entries: PlacedEntries<Name>[number][1][] = [...(profile[list] ?? [])];
  for (const [index, entry] of placed) entries[index] = entry;
  const open = isOpen(profile, list) ? [`/${list}`] : [];
  return {
    list,
    after: { ...profile, [list]: entries, partial: [...new Set([...partial, ...open])] },
    added: { id, name, [list]: placed.map(([, entry]) => entry), partial: mayBeListed ? open : [] },
    place: (pointer) =>
      pointer.replace(/^\/(\w+)\/(\d+)/, (_, of, index) => `/${of}/${placed[Number(index)]?.[0] ?? index}`),
  };
}

function connect(profile: AppProfile, integration: Integration): Applied {
  const { integrations = [] } = profile;
  // A name that only looks the same may be meant for another system; it is the riskier of both either way.
  const index = integrations.findIndex(({ system }) => looksLike(system, integration.system));
  const known = integrations[index];
  if (known === undefined) return put(profile, "integrations", [[integrations.length, integration]], true);
  return put(profile, "integrations", [[index, mergeIntegrations(known, integration)]], false);
}

function grow(profile: AppProfile, users: number): Applied {
  const { id, name, audience: { peakConcurrent, canOpen, departments, ...audience } = {} } = profile;
  const { builtFor } = audience;
  // More at once than in total cannot be, nor than can open it, nor one of several departments; what it will be, nobody has told.
  const isPeak = peakConcurrent !== undefined && (numbersFrom(peakConcurrent)?.low ?? 0) <= users;
  const isEnough = canOpen !== undefined && (numbersFrom(canOpen)?.high ?? users) >= users;
  const areThere = departments !== undefined && (departments.length < 2 || users > 1);
  const kept = { ...(isPeak && { peakConcurrent }), ...(isEnough && { canOpen }), ...(areThere && { departments }) };
  const after = { ...profile, audience: { ...audience, users, ...kept } };
  const growth = builtFor !== undefined && { builtFor };
  return { after, added: { id, name, audience: { users, ...growth } }, place: (pointer) => pointer };
}

/** Lets a component handle the entries of a list that are meant; where there is none, nothing changes. */
function handle<Name extends List>(
  profile: AppProfile,
  list: Name,
  component: Use,
  isMeant: (entry: PlacedEntries<Name>[number][1]) => boolean,
): Applied {
  const entries: readonly PlacedEntries<Name>[number][1][] = profile[list] ?? [];
  const meant = [...entries.entries()].filter(([, entry]) => isMeant(entry));
  return put(
    profile,
    list,
    meant.map(([index, entry]) => [index, { ...entry, component }]),
    true,
  );
}

function applyCustom({ name, apply }: CustomAction, profile: AppProfile): Applied {
  const refuse = (message: string, options?: ErrorOptions): never => {
    throw new PlimsollError("invalid-action", [{ pointer: "/apply", code: "unreadable", message }], options);
  };
  let after = profile;
  try {
    after = apply(profile);
  } catch (cause) {
    refuse(`What "${name}" makes of the app cannot be worked out. ${messageOf(cause)}`, { cause });
  }
  assertProfile(after);
  // Approvals are given to an app: with another id it would have those of another.
  if (after.id !== profile.id) refuse(`"${name}" makes another app of "${profile.id}": "${after.id}". Keep its id.`);
  return whole(after);
}

/** What an action makes of an app, and what it adds to it. */
export function applyAction(action: Action, profile: AppProfile): Applied {
  return match(action)
    .returnType<Applied>()
    .with({ kind: "start" }, () => whole(profile))
    .with({ kind: "connect" }, ({ integration }) => connect(profile, integration))
    .with({ kind: "access" }, ({ data }) => put(profile, "data", [[profile.data?.length ?? 0, data]], false))
    .with({ kind: "grow" }, ({ users }) => grow(profile, users))
    .with({ kind: "use", for: { system: P.string } }, ({ component, for: { system } }) =>
      handle(profile, "integrations", component, (entry) => sameName(entry.system, system)),
    )
    .with({ kind: "use", for: { data: P.string } }, ({ component, for: { data: name } }) =>
      handle(profile, "data", component, (entry) => entry.name !== undefined && sameName(entry.name, name)),
    )
    .with({ kind: "use", for: { regime: P.string } }, ({ component, for: { regime } }) =>
      handle(profile, "compliance", component, (entry) => sameName(entry.regime, regime)),
    )
    .with({ kind: "deploy" }, () => whole({ ...profile, lifecycle: { ...profile.lifecycle, stage: "production" } }))
    .with({ kind: "custom" }, (action) => applyCustom(action, profile))
    .exhaustive();
}
