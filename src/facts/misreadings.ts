import { PlimsollError, type Problem } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { optionsOf, shapeOfEntries } from "../shapes/index.js";
import { readerOf } from "./derive.js";
import { type Domain, isInDomain } from "./domain.js";
import type { Catalogue, Fact } from "./fact.js";
import type { ValueForm } from "./form.js";
import { meaningOf } from "./meaning.js";
import { shapeOf } from "./place.js";

const isOwn = (place: string) => place.startsWith("/extensions");

/** Whether all that can stand at a place of a profile is a value of a domain. */
function takesAll(domain: Domain, { read, as }: ValueForm): boolean {
  const shape = shapeOf(read);
  const options = shape && optionsOf(shapeOfEntries(shape) ?? shape);
  const isTaken = (option: unknown) => {
    const meant = meaningOf(option, as);
    return meant === null || isInDomain(domain, domain.kind === "set" ? [meant] : meant);
  };
  return options?.every(isTaken) ?? false;
}

/** Whether a profile that has its shape may hold what a fact cannot read: numbers that contradict each other, and whatever is its own. */
function mayBeMisread({ domain, from }: Fact): boolean {
  // What it is made of are facts themselves.
  if (from === undefined || "more" in from) return false;
  if ("daysSince" in from) return isOwn(from.daysSince);
  if ("each" in from) return isOwn(from.each) || "single" in from;
  if (isOwn(from.read)) return true;
  return !("where" in from) && !takesAll(domain, from);
}

type Named = readonly [name: string, fact: Fact];

const prepared = /* @__PURE__ */ new WeakMap<Catalogue, readonly Named[]>();

/** The facts of a catalogue that a profile which has its shape may still hold something wrong for. */
function misreadable(facts: Catalogue): readonly Named[] {
  const found = prepared.get(facts) ?? Object.entries(facts).filter(([, fact]) => mayBeMisread(fact));
  prepared.set(facts, found);
  return found;
}

/** What stands in a profile where facts as data are read, and is no value of theirs; each mistake once. */
export function misreadings(profile: AppProfile, facts: Catalogue): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const [name, fact] of misreadable(facts)) {
    try {
      readerOf(name, fact).read(profile, undefined);
    } catch (error) {
      if (!(error instanceof PlimsollError)) throw error;
      for (const problem of error.problems) problems.set(JSON.stringify(problem), problem);
    }
  }
  return [...problems.values()];
}
