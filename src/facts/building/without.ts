const isFields = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown) => isFields(value) && Object.keys(value).length === 0;

/** A value without what stands at a place inside it, and without what holds nothing else. */
export function without(value: unknown, [key, ...deeper]: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || key === undefined) return value;
  const change = (item: unknown, own: string) => (own === key ? without(item, deeper) : item);
  if (Array.isArray(value)) return value.map((item, index) => change(item, String(index)));
  const kept = Object.entries(value).flatMap(([own, item]) => {
    if (own !== key) return [[own, item]];
    const left = change(item, own);
    return deeper.length === 0 || (isEmpty(left) && !isEmpty(item)) ? [] : [[own, left]];
  });
  return Object.fromEntries(kept);
}
