import { type Catalogue, deriveFact, locateFact } from "../facts/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";

/** A value without what stands at a place. */
function without(value: unknown, [key, ...deeper]: readonly string[]): unknown {
  if (typeof value !== "object" || value === null || key === undefined) return value;
  const change = (item: unknown, own: string) => (own === key ? without(item, deeper) : item);
  if (Array.isArray(value)) return value.map((item, index) => change(item, String(index)));
  const kept = Object.entries(value).filter(([own]) => own !== key || deeper.length > 0);
  return Object.fromEntries(kept.map(([own, item]) => [own, change(item, own)]));
}

const keysOf = (pointer: Pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

/**
 * A profile that leaves some facts open, and tells others as another profile does; nothing, where that cannot be: what
 * one fact is read from may be what another is.
 */
export function partlyTold(
  profile: AppProfile,
  open: readonly string[],
  told: readonly string[],
  facts: Catalogue,
): AppProfile | undefined {
  const readingOf = (name: string, app: AppProfile) => {
    const fact = facts[name];
    return fact && deriveFact(name, fact, app);
  };
  const before = told.map((name) => JSON.stringify(readingOf(name, profile)));
  const placesOf = [
    (name: string) => {
      const fact = facts[name];
      return fact ? locateFact(fact, profile, deriveFact(name, fact, profile)) : [];
    },
    (name: string) => facts[name]?.answerAt ?? [],
  ];
  for (const places of placesOf) {
    // Without some of its answers a profile is still a profile.
    const left = open
      .flatMap(places)
      .reduce<unknown>((app, place) => without(app, keysOf(place)), profile) as AppProfile;
    const isOpen = open.every((name) => readingOf(name, left)?.kind === "unknown");
    if (isOpen && told.every((name, index) => JSON.stringify(readingOf(name, left)) === before[index])) return left;
  }
  return undefined;
}
