import { assertShape, looking, lookThrough, type ObjectShape, type ShapedBy } from "../shapes/index.js";

/** A use of a reusable component of IT. */
export const useShape = {
  object: { id: "text", version: "text" },
  needs: ["id"],
} as const satisfies ObjectShape;

/** In which direction data flows, seen from the app. */
export const directions = ["read", "write", "bidirectional"] as const;

/** How sensitive data is. */
export const dataClasses = [
  "general",
  "semi-sensitive",
  "personal",
  "financial",
  "health",
  "payment",
  "secrets",
] as const;

/** How far along an app is. */
export const stages = ["idea", "development", "pilot", "production", "retired"] as const;

/** What stands at the other end of a connection; one that does not say is another system of record. */
const roles = ["system-of-record", "own-store", "channel", "processing"] as const;

/** A connection to a system, a store, a channel or a service. */
export const integrationShape = {
  needs: ["system"],
  object: {
    system: "text",
    role: roles,
    direction: directions,
    operations: { list: ["create", "change", "delete", "publish", "send-outside", "pay", "grant-rights", "run"] },
    connector: ["standard", "premium", "custom", "http", "community"],
    leavesOrganisation: "flag",
    writesValidated: "flag",
    conflicts: ["impossible", "handled", "ignored"],
    eventDriven: "flag",
    asynchronous: "flag",
    identity: ["user", "app", "service", "shared", "maker"],
    secret: ["none", "vault", "platform", "embedded"],
    rights: ["own", "others", "administration"],
    accountOwnerPresent: "flag",
    component: useShape,
  },
} as const satisfies ObjectShape;

/** Data that an app holds or shows. */
export const dataShape = {
  object: {
    name: "text",
    class: dataClasses,
    label: { nullable: "text" },
    encryptedAtRest: "flag",
    accessControl: ["record", "role", "app", "none"],
    auditTrail: ["complete", "partial", "none"],
    retention: ["enforced", "defined", "undefined"],
    copiesLeave: "flag",
    component: useShape,
  },
} as const satisfies ObjectShape;

/** A way in: who gets in there, and whether that was tried. */
const entranceShape = {
  object: {
    name: "text",
    kind: ["screen", "form", "webhook", "feed", "agent", "file"],
    admits: ["named", "group", "organisation", "registered", "anybody"],
    tried: "flag",
    triedBy: "text",
    triedOn: "date",
  },
} as const satisfies ObjectShape;

/** Something that the app is made of, besides the platform's own building blocks. */
const partShape = {
  object: {
    name: "text",
    kind: ["formulas", "scripts", "components", "templates"],
    origin: ["own", "marketplace", "ai"],
    reviewed: "flag",
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
    kind: ["app", "flow", "agent", "bot", "spreadsheet", "report", "site"],
    size: { bounded: "count" },
    audience: {
      object: {
        users: { bounded: "count" },
        builtFor: { bounded: "positive" },
        peakConcurrent: { bounded: "count" },
        departments: { list: "text" },
        outsideUsers: "flag",
        reach: ["self", "team", "department", "organisation", "partners", "public"],
        canOpen: { bounded: "count" },
      },
    },
    entrances: { list: entranceShape },
    integrations: { list: integrationShape },
    data: { list: dataShape },
    calculations: {
      list: { object: { purpose: "text", complexity: ["simple", "moderate", "complex"], tested: "flag" } },
    },
    automation: {
      object: {
        triggers: { list: ["person", "schedule", "event", "request"] },
        runsPerDay: { bounded: "amount" },
        oversight: ["drafts", "approves", "can-stop", "looks-later", "none"],
        ai: ["none", "answers", "decides", "acts"],
        model: ["own", "contracted", "public"],
        strangersWrite: "flag",
      },
    },
    parts: { list: partShape },
    criticality: {
      object: {
        dailyDependence: "flag",
        outage: ["none", "low", "medium", "high"],
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
        owners: { list: { needs: ["name"], object: { name: "text", active: "flag" } } },
        successors: { list: "text" },
      },
    },
    compliance: { list: { needs: ["regime"], object: { regime: "text", component: useShape } } },
    consequences: {
      object: {
        legalForPeople: "flag",
        decidesAboutPeople: "flag",
        safety: "flag",
        binding: "flag",
        financial: ["none", "low", "medium", "high"],
        amount: { bounded: "amount" },
        reputation: ["none", "limited", "significant"],
        reversible: ["fully", "with-effort", "partly", "never"],
      },
    },
    performance: {
      object: { symptoms: { list: ["slow", "timeouts", "errors", "outages", "data-quality"] } },
    },
    operation: {
      object: {
        environment: ["personal", "default", "team", "managed"],
        separateTest: "flag",
        versionsKept: "flag",
        onError: ["handled", "noticed", "nothing"],
        errorRate: { bounded: "amount" },
        nearLimits: { list: "text" },
      },
    },
    otherApps: { object: { needs: { list: "text" }, neededBy: { list: "text" } } },
    lifecycle: {
      object: {
        stage: stages,
        startedOn: "date",
        productionSince: "date",
        reviewedOn: "date",
        lastUsedOn: "date",
        lastChangedOn: "date",
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
