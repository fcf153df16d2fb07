import type { AppProfile } from "plimsoll";
import { profileShape } from "../../../src/profile/index.js";
import type { Shape } from "../../../src/shapes/index.js";

/** A profile as somebody would write it. */
const written: AppProfile = {
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
    canOpen: 300,
  },
  integrations: [
    {
      system: "ERP",
      role: "system-of-record",
      direction: "bidirectional",
      writesValidated: true,
      conflicts: "handled",
      eventDriven: false,
      asynchronous: true,
      identity: "service",
      secret: "vault",
      operations: ["create", "change"],
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

const values = {
  text: "Anything",
  string: "",
  flag: true,
  count: 1,
  positive: 1,
  amount: 0.5,
  date: "2026-03-31",
  instant: "2026-03-31T09:00:00Z",
  json: null,
};

/** What is written of a shape, and in every field that is not, whatever its shape allows. */
function completed(shape: Shape, value: unknown): unknown {
  if (typeof shape === "string") return value ?? values[shape];
  if ("object" in shape) {
    const fields = Object.entries(shape.object);
    return Object.fromEntries(fields.map(([field, inner]) => [field, completed(inner, Object(value)[field])]));
  }
  if ("list" in shape) return (Array.isArray(value) ? value : [undefined]).map((entry) => completed(shape.list, entry));
  if ("nullable" in shape) return value === null ? value : completed(shape.nullable, value);
  if ("bounded" in shape) return value ?? values[shape.bounded];
  return value ?? ("record" in shape ? {} : shape[0]);
}

/** A profile that uses every field of the schema, those that are new there, too. */
export const completeProfile = completed(profileShape, written) as AppProfile; // as the shape says that makes the type
