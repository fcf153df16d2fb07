import fc from "fast-check";
import type { AppProfile, Catalogue, Domain, FactValue } from "plimsoll";
import { counted } from "../prove/drawn.js";
import { everyApp, everyValue, halves } from "./listing.js";
import { domainOf, rankIn, type Values } from "./plain-meaning.js";
import type { Bound } from "./small-catalogues.js";

/** An app of which every fact has a value. */
export const profileWith = (values: Values): AppProfile => ({
  id: "app",
  name: "An app",
  extensions: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? [...value] : value]),
  ),
});

/** What a profile may tell of a value: it, nothing, the least that it can be, the most, or both. */
function tellings(given: Domain, value: FactValue): readonly unknown[] {
  const least = everyValue(given).filter((other) => {
    if (Array.isArray(value)) return Array.isArray(other) && other.every((member) => value.includes(member));
    if (given.kind === "boolean") return !other || value === true;
    return given.kind === "enum" || rankIn(given, other) <= rankIn(given, value);
  });
  const most = everyValue(given).filter((other) => {
    if (Array.isArray(value)) return Array.isArray(other) && value.every((member) => other.includes(member));
    if (given.kind === "boolean") return other === true || !value;
    return given.kind === "enum" || rankIn(given, other) >= rankIn(given, value);
  });
  const isBetween = (one: FactValue) => given.kind === "number" && !given.whole && !halves.includes(Number(one));
  const leasts = least.filter((one) => !isBetween(one));
  const mosts = most.filter((one) => !isBetween(one));
  return [
    undefined,
    ...(isBetween(value) ? [] : [value]),
    ...leasts.map((one) => ({ atLeast: one })),
    ...mosts.map((one) => ({ atMost: one })),
    ...leasts.flatMap((one) => mosts.map((other) => ({ atLeast: one, atMost: other }))),
  ];
}

/** Profiles that tell something of a possible app. */
export function partialProfiles({ facts, constraints }: Bound): fc.Arbitrary<AppProfile> {
  const named = Object.keys(facts);
  const profiles = fc
    .tuple(
      fc.constantFrom(...everyApp(facts, named, constraints)),
      fc.tuple(...named.map(() => fc.tuple(fc.constantFrom("told", "open", "any"), fc.nat()))),
    )
    .map(([values, picks]): AppProfile => {
      const extensions = named.flatMap((name, index) => {
        const all = tellings(domainOf(facts, name), values[name] ?? false);
        const [how, pick] = picks[index] ?? ["open", 0];
        const answer = how === "open" ? undefined : how === "told" ? all[1] : all[pick % all.length];
        return answer === undefined ? [] : [[name, answer]];
      });
      // Values of domains are JSON.
      return { id: "app", name: "An app", extensions: Object.fromEntries(extensions) };
    });
  return counted(profiles, (profile) =>
    /"at(Least|Most)"/.test(JSON.stringify(profile)) ? ["profiles", "profiles with bounds"] : ["profiles"],
  );
}

/** Profiles that tell anything of each fact, whether an app can be like that or not. */
export function anyProfile(facts: Catalogue): fc.Arbitrary<AppProfile> {
  const told = Object.entries(facts).map(([name, { domain: given }]) =>
    fc
      .constantFrom(...everyValue(given))
      .chain((value) => fc.constantFrom(...tellings(given, value)))
      .map((answer) => (answer === undefined ? [] : [[name, answer]])),
  );
  // Values of domains are JSON.
  return fc
    .tuple(...told)
    .map((answers) => ({ id: "app", name: "An app", extensions: Object.fromEntries(answers.flat()) }));
}
