import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";

type Handled = { readonly component?: { readonly id: string } | undefined };

/** The lists whose entries a component may handle. */
const handledLists = ["integrations", "data", "compliance"] as const;

/** A profile without the parts that some components handle. */
export interface Remainder {
  readonly profile: AppProfile;
  /** Where a pointer into the remainder stands in the whole profile. */
  readonly place: (pointer: Pointer) => Pointer;
}

const entriesOf = (profile: AppProfile, list: (typeof handledLists)[number]): readonly Handled[] => profile[list] ?? [];

/** Whether a component handles any part of an app. */
export function isHandledBy(profile: AppProfile, id: string): boolean {
  return handledLists.some((list) => entriesOf(profile, list).some(({ component }) => component?.id === id));
}

/**
 * Sets aside what the given components handle. A component covers the risk of the parts that it handles, and of no
 * others: what the rest of the app still does is found in the remainder.
 */
export function withoutHandled(profile: AppProfile, components: readonly string[]): Remainder {
  const indices: Record<string, readonly number[]> = {};
  const rest: Record<string, unknown> = {};
  for (const list of handledLists) {
    const entries = entriesOf(profile, list);
    if (entries.length === 0) continue;
    const kept = [...entries.keys()].filter((index) => !components.includes(entries[index]?.component?.id ?? ""));
    indices[list] = kept;
    rest[list] = kept.map((index) => entries[index]);
  }
  const place = (pointer: Pointer) => {
    const [root, list = "", index, ...inner] = pointer.split("/");
    const original = indices[list]?.[Number(index)];
    return original === undefined ? pointer : [root, list, original, ...inner].join("/");
  };
  // Lists of the profile with fewer of their entries.
  return { profile: { ...profile, ...rest } as AppProfile, place };
}
