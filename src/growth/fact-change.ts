import { type Derived, type Fact, type Known, knownOf, memberKeys, readFact, standardFacts } from "../facts/index.js";
import { nameKey } from "../names/index.js";
import type { Pointer } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { certainlyNew, type Names, namesCounted } from "./named.js";
import type { GrowingFact, GrowthAspect } from "./what-grows.js";

/**
 * How a fact of an app is told otherwise than before. It `grew` or `shrank` only where that is certain, whatever is still open;
 * where nothing was known of it and something is now, it is `learned`, which is no growth; the other way round, it is `untold`.
 * Plain JSON.
 *
 * @example
 * ```ts
 * import { audit, type FactChange } from "plimsoll";
 *
 * const [before, now] = [12, 140].map((users) => ({ id: "rota", name: "Rota", audience: { users } }));
 * const { ranked } = await audit([now], { asOf: "2026-03-31", previous: [before] });
 * const growth = ranked[0]?.growth;
 * const first: FactChange | undefined = growth?.kind === "compared" ? growth.changes[0] : undefined;
 *
 * [first?.fact, first?.kind, first?.now]; // → ["users", "grew", { kind: "exact", value: 140 }]
 * ```
 */
export interface FactChange {
  readonly aspect: GrowthAspect;
  readonly fact: string;
  /** The question that the fact answers. */
  readonly question: string;
  readonly kind: "grew" | "shrank" | "learned" | "untold";
  readonly before: Derived;
  readonly now: Derived;
  /** What has certainly come, by name: systems, departments, classes of data. */
  readonly gained: readonly string[];
  /** What has certainly gone, by name. */
  readonly lost: readonly string[];
  /** Where the profile of now says so, or where it would. */
  readonly pointers: readonly Pointer[];
}

/** What a profile tells of a fact: between what and what it lies, and by which names. */
interface Told {
  readonly derived: Derived;
  readonly known: Known;
  readonly names: Names;
  readonly pointers: readonly Pointer[];
}

const nameless: Names = { certain: [], possible: [] };

function toldOf(name: string, fact: Fact, profile: AppProfile): Told {
  const { evidence, ...derived } = readFact(name, fact, profile, undefined);
  const known = knownOf(fact.domain, derived);
  const names = fact.domain.kind === "set" ? known : namesCounted(name, fact, profile);
  return { derived, known, names: names ?? nameless, pointers: evidence };
}

const without = (names: readonly string[], others: readonly string[]) => names.filter((name) => !others.includes(name));

function kindOf(before: Known, now: Known, gained: readonly string[], lost: readonly string[]) {
  if (now.low > before.high || gained.length > 0) return "grew";
  if (now.high < before.low || lost.length > 0) return "shrank";
  if (now.isTold === before.isTold) return undefined;
  return now.isTold ? "learned" : "untold";
}

/** How what counts as growth has changed between two profiles of an app; nothing, where that is not so, or is not certain. */
export function changeOf(
  { fact: name, aspect, besides = [] }: GrowingFact,
  before: AppProfile,
  now: AppProfile,
): FactChange | undefined {
  const fact: Fact = standardFacts[name];
  const [former, present] = [toldOf(name, fact, before), toldOf(name, fact, now)];
  const keyOf = fact.domain.kind === "set" ? memberKeys(fact.domain) : nameKey;
  const gained = without(certainlyNew(present.names, former.names, keyOf), besides);
  const lost = without(certainlyNew(former.names, present.names, keyOf), besides);
  const kind = kindOf(former.known, present.known, gained, lost);
  if (kind === undefined) return undefined;
  const { derived, pointers } = present;
  return {
    aspect,
    fact: name,
    question: fact.question,
    kind,
    before: former.derived,
    now: derived,
    gained,
    lost,
    pointers,
  };
}
