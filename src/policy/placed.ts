import { inShort, type Pointer } from "../problems/index.js";
import type { Report } from "./report.js";

/** Something in a policy, with the place where it stands. */
export type Placed<Item> = { readonly item: Item; readonly pointer: Pointer };

/** The items of a list, each with its place. */
export function placed<Item>(items: readonly Item[] | undefined, list: Pointer): readonly Placed<Item>[] {
  return (items ?? []).map((item, index) => ({ item, pointer: `${list}/${index}` }));
}

/** The ids of some items, to look others up among them. */
export const idsOf = (items: readonly { readonly id: string }[] = []): ReadonlySet<string> =>
  new Set(items.map(({ id }) => id));

/** Reports every id that stands twice. */
export function checkIds(items: readonly Placed<{ readonly id: string }>[], report: Report): void {
  const first = new Map<string, Pointer>();
  for (const { item, pointer } of items) {
    const earlier = first.get(item.id);
    if (earlier === undefined) first.set(item.id, pointer);
    else {
      const message = `The id "${inShort(item.id)}" stands at ${earlier} already. Give each its own.`;
      report({ pointer: `${pointer}/id`, code: "duplicate", message });
    }
  }
}
