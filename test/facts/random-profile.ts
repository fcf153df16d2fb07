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
  "/entrances",
  "/parts",
  "/ownership/owners",
  "/integrations/0/operations",
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
      reach: maybe(() => pick("self", "team", "organisation", "public")),
      ...(withBounds && { canOpen: number(counts) }),
    })),
    kind: maybe(() => pick("app", "flow", "agent")),
    size: number(counts),
    entrances: list(() => ({
      admits: maybe(() => pick("named", "organisation", "registered", "anybody")),
      tried: flag(),
    })),
    integrations: list((index) => ({
      system: `System ${index}`,
      role: chance(0.6) ? undefined : pick("system-of-record", "own-store", "channel", "processing"),
      operations: maybe(() => ["create", "delete", "pay"].filter(() => chance(0.4))),
      connector: maybe(() => pick("standard", "custom", "community")),
      leavesOrganisation: flag(),
      direction: maybe(() => pick("read", "write", "bidirectional")),
      writesValidated: flag(),
      conflicts: maybe(() => pick("impossible", "handled", "ignored")),
      eventDriven: flag(),
      asynchronous: flag(),
      identity: maybe(() => pick("user", "service", "shared", "maker")),
      secret: maybe(() => pick("none", "vault", "embedded")),
      rights: maybe(() => pick("own", "others", "administration")),
      accountOwnerPresent: flag(),
    })),
    data: list(() => ({
      class: maybe(() => pick("general", "semi-sensitive", "personal", "financial", "health", "payment", "secrets")),
      label: maybe(() => pick("P1", "P3", null)),
      copiesLeave: flag(),
      encryptedAtRest: flag(),
      accessControl: maybe(() => pick("record", "role", "app", "none")),
      auditTrail: maybe(() => pick("complete", "partial", "none")),
      retention: maybe(() => pick("enforced", "defined", "undefined")),
    })),
    calculations: list(() => ({ complexity: maybe(() => pick("simple", "moderate", "complex")), tested: flag() })),
    automation: maybe(() => ({
      triggers: maybe(() => ["person", "event"].filter(() => chance(0.5))),
      runsPerDay: number([0, 0.5, 20]),
      oversight: maybe(() => pick("drafts", "approves", "none")),
      ai: maybe(() => pick("none", "answers", "acts")),
      model: maybe(() => pick("own", "public")),
      strangersWrite: flag(),
    })),
    parts: list(() => ({
      kind: maybe(() => pick("formulas", "scripts", "templates")),
      origin: maybe(() => pick("own", "marketplace", "ai")),
      reviewed: flag(),
    })),
    criticality: maybe(() => ({
      outage: maybe(() => pick("none", "high")),
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
      owners: list((index) => ({ name: `Owner ${index}`, active: flag() })),
      successors: names("Successor"),
    })),
    compliance: maybe(() => ["GDPR", "House rule 7", "SOX"].filter(() => chance(0.4)).map((regime) => ({ regime }))),
    consequences: maybe(() => ({
      legalForPeople: flag(),
      decidesAboutPeople: flag(),
      safety: flag(),
      binding: flag(),
      financial: maybe(() => pick("none", "high")),
      amount: number([0, 0.5, 1_000_000]),
      reputation: maybe(() => pick("none", "significant")),
      reversible: maybe(() => pick("fully", "never")),
    })),
    operation: maybe(() => ({
      environment: maybe(() => pick("personal", "managed")),
      separateTest: flag(),
      versionsKept: flag(),
      onError: maybe(() => pick("handled", "nothing")),
      errorRate: number([0, 2.5, 100]),
      nearLimits: names("Limit"),
    })),
    otherApps: maybe(() => ({ needs: names("App"), neededBy: names("App") })),
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
