import { assertShape, looking, lookThrough, type ObjectShape, type ShapedBy } from "../shapes/index.js";

/** A use of a reusable component of IT. */
export const useShape = {
  object: { id: "text", version: "text" },
  needs: ["id"],
} as const satisfies ObjectShape;

/** In which direction data flows, seen from the app. */
export const directions = ["read", "write", "bidirectional"] as const;

/** How sensitive data is. */
export const dataClasses = ["general", "semi-sensitive", "personal", "financial", "health", "payment"] as const;

/** How far along an app is. */
export const stages = ["idea", "development", "pilot", "production", "retired"] as const;

/** A connection to another system. */
export const integrationShape = {
  needs: ["system"],
  object: {
    system: "text",
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
  object: {
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
  needs: ["id", "name"],
  object: {
    schemaVersion: [1],
    id: "text",
    name: "text",
    description: "text",
    platform: "text",
    audience: {
      object: {
        users: { bounded: "count" },
        builtFor: { bounded: "positive" },
        peakConcurrent: { bounded: "count" },
        departments: { list: "text" },
        outsideUsers: "flag",
      },
    },
    integrations: { list: integrationShape },
    data: { list: dataShape },
    calculations: {
      list: { object: { purpose: "text", complexity: ["simple", "moderate", "complex"], tested: "flag" } },
    },
    criticality: {
      object: {
        dailyDependence: "flag",
        support: "flag",
        monitoring: "flag",
        disasterRecovery: "flag",
        singlePointsOfFailure: { list: "text" },
      },
    },
    ownership: {
      object: {
        builderPresent: "flag",
        understoodBy: { list: "text" },
        documentation: ["none", "partial", "complete"],
        businessOwner: { nullable: "text" },
        itOwner: { nullable: "text" },
      },
    },
    compliance: { list: { needs: ["regime"], object: { regime: "text", component: useShape } } },
    consequences: { object: { legalForPeople: "flag" } },
    performance: {
      object: { symptoms: { list: ["slow", "timeouts", "errors", "outages", "data-quality"] } },
    },
    lifecycle: {
      object: {
        stage: stages,
        startedOn: "date",
        productionSince: "date",
        reviewedOn: "date",
        lastChangedOn: "date",
        lastUsedOn: "date",
      },
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

/**
 * Lets a profile pass that has its shape: the last check on one that was never read.
 *
 * @throws {PlimsollError} with code `invalid-profile`, and where it is not as it should be.
 */
export function assertProfile(profile: AppProfile): void {
  assertShape(profileShape, profile, "invalid-profile", "parseProfile");
}

/**
 * Looks at a profile again with which something went wrong: it may have turned into something else meanwhile, or throw where its
 * shape alone is not asked.
 *
 * @throws {PlimsollError} with code `invalid-profile`, when the fault is there.
 */
export function lookAgainAt(profile: AppProfile): void {
  assertProfile(profile);
  looking("invalid-profile", () => lookThrough(profile));
}
