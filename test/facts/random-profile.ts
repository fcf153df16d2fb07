import type { AppProfile } from "plimsoll";
import { randomFrom } from "../hostile/random.js";

const lists = [
  "/audience/departments",
  "/integrations",
  "/data",
  "/calculations",
  "/criticality/singlePointsOfFailure",
  "/ownership/understoodBy",
  "/compliance",
  "/performance/symptoms",
];

const dates = ["productionSince", "reviewedOn", "lastChangedOn", "lastUsedOn"];

/** Around leap days, turns of the year and of the century, and the days as of which profiles are read. */
const days = [
  "0000-02-29",
  "1900-02-28",
  "1900-03-01",
  "2000-02-29",
  "2024-02-29",
  "2024-03-01",
  "2025-12-31",
  "2026-01-01",
];

/**
 * Makes profiles of every shape, quickly: any field may be missing, any list absent, empty or partial, owners `null`, numbers told as
 * bounds. What contradicts itself comes up as well.
 */
export function profileMaker(seed: number, withBounds: boolean): () => AppProfile {
  const random = randomFrom(seed);
  const chance = (share: number) => random() < share;
  const pick = <Value>(...values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value; // there is one
  const maybe = <Value>(make: () => Value): Value | undefined => (chance(0.7) ? make() : undefined);
  const flag = () => maybe(() => chance(0.5));
  const list = <Entry>(make: (index: number) => Entry) =>
    maybe(() => Array.from({ length: pick(0, 1, 1, 2, 3) }, (_, index) => make(index)));
  const names = (name: string) => list((index) => `${name} ${index}`);
  const number = (values: readonly number[]) =>
    maybe(() => {
      const [one, other] = [pick(...values), pick(...values)];
      if (!withBounds || chance(0.4)) return one;
      const both = { atLeast: Math.min(one, other), atMost: Math.max(one, other) };
      return pick<unknown>({ atLeast: one }, { atMost: one }, both);
    });
  const counts = [0, 1, 5, 20, 100];
  const profile = () => ({
    id: "app",
    name: "An app",
    audience: maybe(() => ({
      users: number(counts),
      builtFor: number([0.5, 1, 20, 100]),
      peakConcurrent: number(counts),
      departments: names("Department"),
      outsideUsers: flag(),
    })),
    integrations: list((index) => ({
      system: `System ${index}`,
      direction: maybe(() => pick("read", "write", "bidirectional")),
      writesValidated: flag(),
      conflicts: maybe(() => pick("impossible", "handled", "ignored")),
      eventDriven: flag(),
      asynchronous: flag(),
      credentials: maybe(() => pick("managed", "personal", "shared", "embedded")),
    })),
    data: list(() => ({
      class: maybe(() => pick("general", "semi-sensitive", "personal", "financial", "health", "payment")),
      encryptedAtRest: flag(),
      accessControl: maybe(() => pick("record", "role", "app", "none")),
      auditTrail: maybe(() => pick("complete", "partial", "none")),
      retention: maybe(() => pick("enforced", "defined", "undefined")),
    })),
    calculations: list(() => ({ complexity: maybe(() => pick("simple", "moderate", "complex")), tested: flag() })),
    criticality: maybe(() => ({
      dailyDependence: flag(),
      support: flag(),
      monitoring: flag(),
      disasterRecovery: flag(),
      singlePointsOfFailure: names("Part"),
    })),
    ownership: maybe(() => ({
      builderPresent: flag(),
      understoodBy: names("Colleague"),
      documentation: maybe(() => pick("none", "partial", "complete")),
      businessOwner: maybe(() => pick("Finance", null)),
      itOwner: maybe(() => pick("IT", null)),
    })),
    compliance: maybe(() => ["GDPR", "House rule 7", "SOX"].filter(() => chance(0.4)).map((regime) => ({ regime }))),
    consequences: maybe(() => ({ legalForPeople: flag() })),
    performance: maybe(() => ({ symptoms: maybe(() => ["slow", "errors"].filter(() => chance(0.5))) })),
    lifecycle: maybe(() => ({
      stage: maybe(() => pick("idea", "pilot", "production", "retired")),
      ...Object.fromEntries(dates.map((date) => [date, maybe(() => pick(...days))])),
    })),
    extensions: {
      sites: number(counts),
      own: list(() => ({
        kind: maybe(() => pick("read", " READ", "write", null)),
        size: maybe(() => pick(0, 1, 2, null)),
      })),
    },
    partial: maybe(() => [...lists, "/extensions/own"].filter(() => chance(0.15))),
  });
  // Through JSON, as they come in: what is not told is absent.
  return () => JSON.parse(JSON.stringify(profile()));
}
