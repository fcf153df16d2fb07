import { type Catalogue, deriveFact, synthesizeProfile } from "../facts/index.js";
import type { AppProfile } from "../profile/index.js";
import { anyDay } from "../time/index.js";
import { capital, readingInWords } from "../words/index.js";

/** What an app is like in one respect: "How many people use it now? 99 people." Nothing where that is not known. */
function sentence(name: string, app: AppProfile | undefined, facts: Catalogue): string | undefined {
  const fact = facts[name];
  const derived = fact && app && deriveFact(name, fact, app, anyDay);
  const told = fact && derived && readingInWords(derived, fact.domain);
  return fact && told && `${fact.question} ${capital(told)}.`;
}

/** Of some facts, those in which one of the apps is not as harmless as an app can be. */
export function remarkable(names: readonly string[], apps: readonly AppProfile[], facts: Catalogue): readonly string[] {
  const harmless = synthesizeProfile({}, facts, { asOf: anyDay });
  return names.filter((name) => apps.some((app) => sentence(name, app, facts) !== sentence(name, harmless, facts)));
}

/** What there is to tell of an app, one sentence for each fact. */
export function storyOf(names: readonly string[], app: AppProfile, facts: Catalogue): readonly string[] {
  return names.flatMap((name) => sentence(name, app, facts) ?? []);
}
