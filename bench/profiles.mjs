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

/** Profiles as organisations have them: some barely described, some in full, some at risk, some with components. */
export function profilesFrom(seed, count) {
  const random = randomFrom(seed);
  const chance = (share) => random() < share;
  const pick = (values) => values[Math.floor(random() * values.length)];
  const some = (values, most) => values.slice(0, Math.floor(random() * (most + 1)));
  const perhaps = (share, value) => (chance(share) ? value() : undefined);
  const flag = (share) => () => chance(share);

  /** An object with the fields that have a value: what is unknown is absent. */
  const known = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

  return Array.from({ length: count }, (_, index) => {
    const told = random() ** 0.5;
    const component = (id) => perhaps(0.1, () => ({ id }));
    return known({
      schemaVersion: 1,
      id: `app-${seed}-${index}`,
      name: `App ${index}`,
      audience: perhaps(told, () =>
        known({
          users: perhaps(0.8, () => Math.floor(random() ** 3 * 800)),
          builtFor: perhaps(0.6, () => 1 + Math.floor(random() * 60)),
          departments: perhaps(0.7, () => some(departments, 3)),
        }),
      ),
      integrations: perhaps(told, () =>
        some(systems, 5).map((system) =>
          known({
            system,
            direction: perhaps(0.9, () => pick(["read", "read", "read", "write", "bidirectional"])),
            writesValidated: perhaps(0.3, flag(0.5)),
            conflicts: perhaps(0.4, () => pick(["impossible", "handled", "ignored"])),
            eventDriven: perhaps(0.6, flag(0.1)),
            asynchronous: perhaps(0.6, flag(0.1)),
            component: component(pick(["data-synchronisation", "integration-connector"])),
          }),
        ),
      ),
      data: perhaps(told, () =>
        some([1, 2, 3], 3).map(() =>
          known({
            class: perhaps(0.9, () => pick(["general", "general", "semi-sensitive", "personal", "payment", "health"])),
            encryptedAtRest: perhaps(0.4, flag(0.7)),
            component: component("payment-processing"),
          }),
        ),
      ),
      calculations: perhaps(told, () =>
        some([1, 2], 2).map(() =>
          known({ complexity: perhaps(0.9, () => pick(["simple", "simple", "moderate", "complex"])) }),
        ),
      ),
      criticality: perhaps(told, () =>
        known({ dailyDependence: perhaps(0.8, flag(0.2)), support: perhaps(0.5, flag(0.6)) }),
      ),
      ownership: perhaps(told, () =>
        known({ builderPresent: perhaps(0.9, flag(0.8)), understoodBy: perhaps(0.6, () => some(["Team lead"], 1)) }),
      ),
      compliance: perhaps(told, () =>
        some(regimes, 1).map((regime) => known({ regime, component: component("payment-processing") })),
      ),
      consequences: perhaps(told, () => known({ legalForPeople: perhaps(0.7, flag(0.1)) })),
      partial: perhaps(0.15, () => [pick(["/integrations", "/data", "/calculations", "/audience/departments"])]),
    });
  });
}
