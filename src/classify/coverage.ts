import { isVersionFrom, type PreparedComponent } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import { type AppProfile, handledLists } from "../profile/index.js";

type Use = { readonly id: string; readonly version?: string };
type Handled = { readonly component?: Use | undefined };

/** A profile without the parts that some components handle. */
export interface Remainder {
  readonly profile: AppProfile;
  /** Where a pointer into the remainder stands in the whole profile. */
  readonly place: (pointer: Pointer) => Pointer;
}

const entriesOf = (profile: AppProfile, list: (typeof handledLists)[number]): readonly Handled[] => profile[list] ?? [];

const isHandled = ({ component: use }: Handled, components: readonly PreparedComponent[]) =>
  components.some(({ id, from }) => use?.id === id && isVersionFrom(use.version, from));

/** Whether an app says of any part of it that a component handles it. */
export function namesComponent(profile: AppProfile): boolean {
  for (const list of handledLists) {
    for (const { component } of entriesOf(profile, list)) if (component !== undefined) return true;
  }
  return false;
}

/** Whether a component handles any part of an app. */
export function isHandledBy(profile: AppProfile, component: PreparedComponent): boolean {
  return handledLists.some((list) => entriesOf(profile, list).some((entry) => isHandled(entry, [component])));
}

/** A pointer into a list, with the index of its entry. */
const intoEntry = /^\/(\w+)\/(\d+)/;

/** What is said not to be all, where it stands once entries are set aside: with them goes what is said of them. */
function partialOf(
  partial: readonly string[],
  indices: Readonly<Record<string, readonly number[]>>,
): readonly string[] {
  return partial.flatMap((place) => {
    const [start = "", list = "", index] = intoEntry.exec(place) ?? [];
    const kept = indices[list];
    if (kept === undefined) return [place];
    const left = kept.indexOf(Number(index));
    return left < 0 ? [] : [`/${list}/${left}${place.slice(start.length)}`];
  });
}

/**
 * Sets aside what the given components handle. A component covers the risk of the parts that it handles, and of no
 * others: what the rest of the app still does is found in the remainder.
 */
export function withoutHandled(profile: AppProfile, components: readonly PreparedComponent[]): Remainder {
  const indices: Record<string, readonly number[]> = {};
  const rest: Record<string, unknown> = {};
  for (const list of handledLists) {
    const entries = entriesOf(profile, list);
    if (entries.length === 0) continue;
    const kept = [...entries.entries()].filter(([, entry]) => !isHandled(entry, components));
    indices[list] = kept.map(([index]) => index);
    rest[list] = kept.map(([, entry]) => entry);
  }
  const place = (pointer: Pointer) =>
    pointer.replace(intoEntry, (start, list, index) => {
      const original = indices[list]?.[index];
      return original === undefined ? start : `/${list}/${original}`;
    });
  const partial = profile.partial && { partial: partialOf(profile.partial, indices) };
  // Lists of the profile with fewer of their entries.
  return { profile: { ...profile, ...rest, ...partial } as AppProfile, place };
}
