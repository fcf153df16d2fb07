/** A value without what stands at a place inside it. */
export function without(value: unknown, [key, ...deeper]: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || key === undefined) return value;
  const change = (item: unknown, own: string) => (own === key ? without(item, deeper) : item);
  if (Array.isArray(value)) return value.map((item, index) => change(item, String(index)));
  const kept = Object.entries(value).filter(([own]) => own !== key || deeper.length > 0);
  return Object.fromEntries(kept.map(([own, item]) => [own, change(item, own)]));
}
