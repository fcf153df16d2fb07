/** A list that may have more members than stand in it. */
export class OpenList {
  constructor(readonly members: readonly unknown[]) {}
}

/** A value in which a list at a place may have more members than stand there. */
export function opened(value: unknown, [key, ...deeper]: readonly string[]): unknown {
  if (key === undefined) return Array.isArray(value) ? new OpenList(value) : value;
  if (typeof value !== "object" || value === null) return value;
  const change = ([own, inner]: readonly [string, unknown]) => [own, own === key ? opened(inner, deeper) : inner];
  return Object.fromEntries(Object.entries(value).map(change));
}
