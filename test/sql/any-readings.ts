import fc from "fast-check";
import {
  type AppProfile,
  type Catalogue,
  type Derived,
  type Domain,
  defineFact,
  type FactValue,
  reading,
} from "plimsoll";
import { records } from "./small-world.js";

/** What components leave of an app, by the systems that are left: each is handled by one component. */
const variants = ["", "sync", "pages", "pages sync"] as const;
const systems = [
  { system: "pages", component: { id: "pages" } },
  { system: "sync", component: { id: "sync", version: "2.1" } },
];

const isThere = ({ integrations = [] }: AppProfile, id: string) => integrations.some(({ system }) => system === id);
const variantOf = (profile: AppProfile) =>
  systems
    .map(({ system }) => system)
    .filter((id) => !isThere(profile, id))
    .join(" ");

const noReading: Derived = reading.unknown;

/**
 * The facts of the small world, of which anything may be told at the same time, also of what components leave: what a profile tells of
 * them stands in it as it is.
 */
export const toldFacts: Catalogue = Object.fromEntries(
  Object.entries(records).map(([name, { question, domain }]) => [
    name,
    defineFact<Domain>({
      question,
      domain,
      cost: 1,
      changeable: true,
      risk: "neither",
      answerAt: [`/extensions/${name}`],
      // What is told here are readings of this very fact.
      derive: (profile) => (profile.extensions?.[`${name} ${variantOf(profile)}`] ?? noReading) as Derived<never>,
    }),
  ]),
);

const within = (values: readonly FactValue[]): fc.Arbitrary<Derived> =>
  fc
    .tuple(
      fc.nat(values.length - 1),
      fc.nat(values.length - 1),
      fc.constantFrom("exact", "exact", "at-least", "at-most", "between", "unknown"),
    )
    .map(([one, other, kind]): Derived => {
      const [value = 0, upTo = 0] = [values[Math.min(one, other)], values[Math.max(one, other)]];
      if (kind === "unknown") return noReading;
      if (kind === "between") return value === upTo ? reading.exact(value) : reading.between(value, upTo);
      return { kind: kind as "exact" | "at-least" | "at-most", value };
    });

function ofSet(members: readonly string[]): fc.Arbitrary<Derived> {
  const states = fc.tuple(...members.map(() => fc.constantFrom("has", "may", "lacks", "lacks")));
  return fc.tuple(states, fc.constantFrom("told", "told", "told", "open", "unknown")).map(([own, how]): Derived => {
    if (how === "unknown") return noReading;
    const certain = members.filter((_, at) => own[at] === "has");
    const possible = members.filter((_, at) => own[at] !== "lacks");
    if (how === "open") return reading.atLeast(certain);
    return certain.length === possible.length ? reading.exact(certain) : reading.between(certain, possible);
  });
}

function readingOf(domain: Domain): fc.Arbitrary<Derived> {
  switch (domain.kind) {
    case "number":
      return within(domain.whole ? [0, 1, 2, 3, 4, 5] : [0, 0.5, 1, 1.1, 1.5, 2]);
    case "ordinal":
      return within(domain.levels);
    case "set":
      return ofSet(domain.open ? [...domain.members, "secret", "elsewhere", "another"] : domain.members);
    case "boolean":
      return fc.constantFrom(reading.exact(true), reading.exact(false), noReading);
    case "enum":
      return fc.constantFrom(...domain.values.map((value) => reading.exact(value)), noReading);
  }
}

/** Profiles that tell anything of these facts. */
export const anyReadings: fc.Arbitrary<AppProfile> = fc
  .tuple(
    ...Object.entries(toldFacts).flatMap(([name, { domain }]) =>
      variants.map((variant) => readingOf(domain).map((told) => [`${name} ${variant}`, told] as const)),
    ),
  )
  .map((told) => ({ id: "app", name: "An app", integrations: systems, extensions: Object.fromEntries(told) }));
