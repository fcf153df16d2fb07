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
