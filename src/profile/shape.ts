import type { ObjectShape, ShapedBy } from "../shapes/index.js";

/** A use of a reusable component of IT. */
export const useShape = {
  needs: { id: "text" },
  may: { version: "text" },
} as const satisfies ObjectShape;

/** In which direction data flows, seen from the app. */
export const directions = ["read", "write", "bidirectional"] as const;

/** How sensitive data is. */
export const dataClasses = ["general", "semi-sensitive", "personal", "financial", "health", "payment"] as const;

/** How far along an app is. */
export const stages = ["idea", "development", "pilot", "production", "retired"] as const;

/** A connection to another system. */
export const integrationShape = {
  needs: { system: "text" },
  may: {
    direction: directions,
    writesValidated: "flag",
    conflicts: ["impossible", "handled", "ignored"],
    eventDriven: "flag",
    asynchronous: "flag",
    credentials: ["managed", "personal", "shared", "embedded"],
    component: useShape,
  },
} as const satisfies ObjectShape;

/** Data that an app holds or shows. */
export const dataShape = {
  needs: {},
  may: {
    name: "text",
    class: dataClasses,
    encryptedAtRest: "flag",
    accessControl: ["record", "role", "app", "none"],
    auditTrail: ["complete", "partial", "none"],
    retention: ["enforced", "defined", "undefined"],
    component: useShape,
  },
} as const satisfies ObjectShape;

/** What can be said of an app. */
export const profileShape = {
  needs: { id: "text", name: "text" },
  may: {
    schemaVersion: [1],
    description: "text",
    platform: "text",
    audience: {
      needs: {},
      may: {
        users: "count",
        builtFor: "positive",
        peakConcurrent: "count",
        departments: { list: "text" },
        outsideUsers: "flag",
      },
    },
    integrations: { list: integrationShape },
    data: { list: dataShape },
    calculations: {
      list: { needs: {}, may: { purpose: "text", complexity: ["simple", "moderate", "complex"], tested: "flag" } },
    },
    criticality: {
      needs: {},
      may: {
        dailyDependence: "flag",
        support: "flag",
        monitoring: "flag",
        disasterRecovery: "flag",
        singlePointsOfFailure: { list: "text" },
      },
    },
    ownership: {
      needs: {},
      may: {
        builderPresent: "flag",
        understoodBy: { list: "text" },
        documentation: ["none", "partial", "complete"],
        businessOwner: { nullable: "text" },
        itOwner: { nullable: "text" },
      },
    },
    compliance: { list: { needs: { regime: "text" }, may: { component: useShape } } },
    consequences: { needs: {}, may: { legalForPeople: "flag" } },
    performance: {
      needs: {},
      may: { symptoms: { list: ["slow", "timeouts", "errors", "outages", "data-quality"] } },
    },
    lifecycle: {
      needs: {},
      may: { stage: stages, startedOn: "date", productionSince: "date", reviewedOn: "date" },
    },
    partial: { list: "string" },
    extensions: { record: "json" },
  },
} as const satisfies ObjectShape;

/**
 * What is said of one app. Only `id` and `name` are needed; whatever is left out is unknown, never assumed.
 * Counts are people or systems; dates are ISO dates.
 *
 * @example
 * ```ts
 * import type { AppProfile } from "plimsoll";
 *
 * const stock: AppProfile = {
 *   id: "stock",
 *   name: "Stock list",
 *   audience: { users: 12, builtFor: 10 },
 *   integrations: [{ system: "ERP", direction: "read" }],
 *   data: [{ class: "general" }],
 * };
 *
 * stock.audience?.users; // → 12
 * ```
 */
export type AppProfile = ShapedBy<typeof profileShape>;
