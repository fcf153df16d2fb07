import { handledLists, isVersionFrom, type PreparedComponent } from "../policy/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";

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
    pointer.replace(/^\/(\w+)\/(\d+)/, (start, list, index) => {
      const original = indices[list]?.[index];
      return original === undefined ? start : `/${list}/${original}`;
    });
  // Lists of the profile with fewer of their entries.
  return { profile: { ...profile, ...rest } as AppProfile, place };
}
