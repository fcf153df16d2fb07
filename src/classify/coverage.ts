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
  /** The ids of the components whose parts were set aside. */
  readonly components: readonly string[];
}

/** Whether any part of a profile names a component that handles it. */
export function usesComponents(profile: AppProfile): boolean {
  return handledLists.some((list) => profile[list]?.some((entry: Handled) => entry.component !== undefined));
}

/**
 * Sets aside what the given components handle. A component covers the risk of the parts that it handles, and of no
 * others: what the rest of the app still does is found in the remainder.
 */
export function withoutHandled(profile: AppProfile, components: readonly string[]): Remainder {
  const found = new Set<string>();
  const indices: Record<string, readonly number[]> = {};
  const rest: Record<string, unknown> = {};
  for (const list of handledLists) {
    const entries: readonly Handled[] | undefined = profile[list];
    if (entries === undefined) continue;
    const kept = [...entries.keys()].filter((index) => {
      const id = entries[index]?.component?.id;
      if (id === undefined || !components.includes(id)) return true;
      found.add(id);
      return false;
    });
    indices[list] = kept;
    rest[list] = kept.map((index) => entries[index]);
  }
  const place = (pointer: Pointer) => {
    const [root, list = "", index, ...inner] = pointer.split("/");
    const original = indices[list]?.[Number(index)];
    return original === undefined ? pointer : [root, list, original, ...inner].join("/");
  };
  // Lists of the profile with fewer of their entries.
  return { profile: { ...profile, ...rest } as AppProfile, place, components: [...found] };
}
