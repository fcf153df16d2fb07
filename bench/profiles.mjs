/** A number from 0 to 1 on each call, the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const departments = ["Sales", "Finance", "Warehouse", "Human resources"];
const systems = ["ERP", "CRM", "Billing", "Support", "Carrier", "Banking"];
const regimes = ["HIPAA", "GDPR", "PCI DSS", "SOX"];

/** Kinds of apps: how much each tells of itself, in shares of what it could, and which share of them carries risk. */
export const kinds = {
  harmless: { told: [1], risky: 0 },
  risky: { told: [1], risky: 1 },
  sparse: { told: [0.3], risky: 0.25 },
  mixed: { told: [1, 1, 1, 0.7, 0.3], risky: 0.25 },
};

/**
 * Profiles as a registry of apps holds them, or of one kind alone: most came through an intake form and have every answer, some have
 * gaps, and some hold little more than a name; most apps are harmless, every fourth carries some risk, and a few use components.
 */
export function profilesFrom(seed, count, kind = kinds.mixed) {
  const random = randomFrom(seed);
  const chance = (share) => random() < share;
  const pick = (values) => values[Math.floor(random() * values.length)];
  const some = (values, most) => values.slice(0, Math.floor(random() * (most + 1)));

  const describe = (index) => {
    const told = pick(kind.told);
    const isRisky = chance(kind.risky);
    const perhaps = (value) => (told === 1 || chance(told) ? value() : undefined);
    const flag = (risky) => perhaps(() => isRisky && chance(risky));
    const oneOf = (harmless, risky) => perhaps(() => pick(isRisky ? [...harmless, ...risky] : harmless));
    const component = (id) => (isRisky && chance(0.1) ? { id } : undefined);
    return {
      schemaVersion: 1,
      id: `app-${seed}-${index}`,
      name: `App ${index}`,
      audience: perhaps(() => ({
        // More than one, since what is said of several departments would contradict it.
        users: perhaps(() => 2 + Math.floor(random() * (isRisky ? 600 : 90))),
        builtFor: perhaps(() => 20 + Math.floor(random() * 60)),
        departments: perhaps(() => [pick(departments), ...(isRisky && chance(0.5) ? ["Legal"] : [])]),
        outsideUsers: flag(0.3),
      })),
      integrations: perhaps(() =>
        some(systems, isRisky ? 4 : 2).map((system) => ({
          system,
          direction: oneOf(["read"], ["write", "bidirectional"]),
          writesValidated: flag(0.7),
          conflicts: oneOf(["impossible", "handled"], ["ignored"]),
          eventDriven: flag(0.3),
          asynchronous: flag(0.3),
          component: component(pick(["data-synchronisation", "integration-connector"])),
        })),
      ),
      data: perhaps(() =>
        some([1, 2], 2).map(() => ({
          class: oneOf(["general"], ["semi-sensitive", "personal", "payment"]),
          encryptedAtRest: flag(0.8),
          component: component("payment-processing"),
        })),
      ),
      calculations: perhaps(() =>
        some([1, 2], 2).map(() => ({ complexity: oneOf(["simple"], ["moderate", "complex"]) })),
      ),
      criticality: perhaps(() => ({ dailyDependence: flag(0.5), support: flag(0.6) })),
      ownership: perhaps(() => ({
        builderPresent: perhaps(() => !(isRisky && chance(0.3))),
        understoodBy: perhaps(() => some(["Team lead"], 1)),
      })),
      compliance: perhaps(() =>
        some(regimes, isRisky ? 1 : 0).map((regime) => ({ regime, component: component("payment-processing") })),
      ),
      consequences: perhaps(() => ({ legalForPeople: flag(0.1) })),
      partial: chance(0.1) ? [pick(["/integrations", "/data", "/calculations", "/audience/departments"])] : undefined,
    };
  };
  // Through JSON, as they come in: what is unknown is absent.
  return Array.from({ length: count }, (_, index) => JSON.parse(JSON.stringify(describe(index))));
}

/** Profiles in which every field is told, as few registries have them. */
export function wholeFrom(seed, count) {
  const random = randomFrom(seed);
  const pick = (values) => values[Math.floor(random() * values.length)];
  const flag = () => random() < 0.5;
  const list = (most, entryAt) =>
    Array.from({ length: 2 + Math.floor(random() * (most - 1)) }, (_, index) => entryAt(index));
  const names = (most, word) => list(most, (index) => `${word} ${index}`);
  return Array.from({ length: count }, (_, index) => ({
    schemaVersion: 1,
    id: `whole-${seed}-${index}`,
    name: `App ${index}`,
    description: "Plans who works when on which ward, and tells everybody who has to know.",
    platform: pick(["Power Apps", "n8n", "Mendix"]),
    kind: pick(["app", "flow", "agent"]),
    size: 3 + Math.floor(random() * 40),
    audience: {
      users: 40 + Math.floor(random() * 600),
      builtFor: 20,
      peakConcurrent: 5,
      departments: names(4, "Department"),
      outsideUsers: flag(),
      reach: "organisation",
      canOpen: { atLeast: 700 },
    },
    entrances: list(3, (at) => ({
      name: `Entrance ${at}`,
      kind: pick(["screen", "form", "webhook"]),
      admits: pick(["named", "group"]),
      tried: true,
      triedBy: "Security team",
      triedOn: "2026-02-28",
    })),
    integrations: list(4, (at) => ({
      system: `System ${at}`,
      role: pick(["system-of-record", "own-store", "channel"]),
      direction: pick(["read", "write", "bidirectional"]),
      operations: ["create", "change"],
      connector: pick(["standard", "premium"]),
      leavesOrganisation: flag(),
      writesValidated: flag(),
      conflicts: pick(["impossible", "handled", "ignored"]),
      eventDriven: flag(),
      asynchronous: flag(),
      identity: pick(["user", "service"]),
      secret: pick(["none", "vault"]),
      rights: pick(["own", "others"]),
      accountOwnerPresent: flag(),
      component: { id: "integration-connector", version: "2.1.0" },
    })),
    data: list(3, (at) => ({
      name: `Data ${at}`,
      class: pick(["general", "personal", "health"]),
      label: pick([null, "P3"]),
      encryptedAtRest: flag(),
      accessControl: pick(["record", "role"]),
      auditTrail: pick(["complete", "none"]),
      retention: pick(["enforced", "defined"]),
      copiesLeave: flag(),
    })),
    calculations: list(3, (at) => ({ purpose: `Sum ${at}`, complexity: pick(["simple", "complex"]), tested: flag() })),
    automation: {
      triggers: ["person", "schedule"],
      runsPerDay: 24,
      oversight: "approves",
      ai: "none",
      model: "own",
      strangersWrite: flag(),
    },
    parts: list(2, (at) => ({ name: `Part ${at}`, kind: "formulas", origin: "own", reviewed: flag() })),
    criticality: {
      dailyDependence: flag(),
      outage: "medium",
      support: flag(),
      monitoring: flag(),
      disasterRecovery: flag(),
      singlePointsOfFailure: names(2, "Server"),
    },
    ownership: {
      builderPresent: flag(),
      understoodBy: names(3, "Role"),
      documentation: "partial",
      businessOwner: "Ward manager",
      itOwner: null,
      owners: list(2, (at) => ({ name: `Owner ${at}`, active: flag() })),
      successors: names(2, "Successor"),
    },
    compliance: [{ regime: "GDPR" }, { regime: "HIPAA" }],
    consequences: {
      legalForPeople: flag(),
      decidesAboutPeople: flag(),
      safety: flag(),
      binding: flag(),
      financial: "low",
      amount: 1200,
      reputation: "limited",
      reversible: "with-effort",
    },
    performance: { symptoms: ["slow", "errors"] },
    operation: {
      environment: "team",
      separateTest: flag(),
      versionsKept: flag(),
      onError: "noticed",
      errorRate: 1.5,
      nearLimits: names(2, "Limit"),
    },
    otherApps: { needs: names(2, "Need"), neededBy: names(2, "User") },
    lifecycle: {
      stage: "production",
      startedOn: "2024-01-15",
      productionSince: "2024-06-01",
      reviewedOn: "2025-11-03",
      lastUsedOn: "2026-03-30",
      lastChangedOn: "2026-03-02",
    },
    partial: ["/data"],
    extensions: { costCentre: "4711", sites: [1, 2, 3] },
  }));
}
