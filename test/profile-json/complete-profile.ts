import type { AppProfile } from "plimsoll";

/** A profile that uses every field of the schema. */
export const completeProfile: AppProfile = {
  schemaVersion: 1,
  id: "stock",
  name: "Stock list",
  description: "Shows what lies where.",
  platform: "The house platform",
  audience: {
    users: 140,
    builtFor: 12.5,
    peakConcurrent: 30,
    departments: ["Warehouse", "Sales"],
    outsideUsers: false,
  },
  integrations: [
    {
      system: "ERP",
      direction: "bidirectional",
      writesValidated: true,
      conflicts: "handled",
      eventDriven: false,
      asynchronous: true,
      credentials: "managed",
      component: { id: "erp-connector", version: "2.1.0" },
    },
  ],
  data: [
    {
      name: "Suppliers",
      class: "personal",
      encryptedAtRest: true,
      accessControl: "role",
      auditTrail: "partial",
      retention: "defined",
      component: { id: "people-store", version: "1.0.0" },
    },
  ],
  calculations: [{ purpose: "Reorder points", complexity: "moderate", tested: false }],
  criticality: {
    dailyDependence: true,
    support: true,
    monitoring: false,
    disasterRecovery: false,
    singlePointsOfFailure: ["The ERP connection"],
  },
  ownership: {
    builderPresent: true,
    understoodBy: ["The shift lead"],
    documentation: "partial",
    businessOwner: "Head of warehouse",
    itOwner: null,
  },
  compliance: [{ regime: "GDPR", component: { id: "people-store", version: "1.0.0" } }],
  consequences: { legalForPeople: false },
  performance: { symptoms: ["slow", "data-quality"] },
  lifecycle: { stage: "production", startedOn: "2025-01-31", productionSince: "2025-01-31", reviewedOn: "2024-02-29" },
  partial: ["/integrations", "/data", "/audience/departments"],
  extensions: { sites: 4, owner: { unit: ["North", null] }, constructor: "still a field" },
};
