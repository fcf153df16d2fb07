/** Keeps the first of any number of items, in an order; it never holds more than it is to keep. */
export interface FirstOf<Item> {
  readonly add: (item: Item) => void;
  /** Whether an item might be kept that compares like this with the last that is kept. */
  readonly mayKeep: (compareWithLast: (last: Item) => number) => boolean;
  /** What is kept, first to last. */
  readonly kept: () => readonly Item[];
}

/**
 * Keeps the first `most` items in the order of `compare`, however many are added. A binary heap with the last of them at its
 * root: most items of a long stream are compared once, and let go.
 */
export function keepFirst<Item>(most: number, compare: (one: Item, other: Item) => number): FirstOf<Item> {
  const heap: Item[] = [];
  const isBefore = (one: Item | undefined, other: Item | undefined) =>
    one !== undefined && other !== undefined && compare(one, other) < 0;

  const append = (item: Item): void => {
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(above, item)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = item;
  };

  const replaceLast = (item: Item): void => {
    let hole = 0;
    for (;;) {
      const [left, right] = [2 * hole + 1, 2 * hole + 2];
      const later = isBefore(heap[left], heap[right]) ? right : left;
      const child = heap[later];
      if (child === undefined || !isBefore(item, child)) break;
      heap[hole] = child;
      hole = later;
    }
    heap[hole] = item;
  };

  return {
    add: (item) => {
      if (heap.length < most) append(item);
      else if (isBefore(item, heap[0])) replaceLast(item);
    },
    mayKeep: (compareWithLast) => {
      const [last] = heap;
      return heap.length < most || (last !== undefined && compareWithLast(last) <= 0);
    },
    kept: () => [...heap].sort(compare),
  };
}
