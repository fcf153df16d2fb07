import { dataClasses, directions, stages } from "../profile/index.js";
import type { ObjectShape } from "../shapes/index.js";

/** What an approval covers. */
export const scopeShape = {
  object: {
    users: "count",
    systems: { list: { object: { system: "text", direction: directions }, needs: ["system", "direction"] } },
    data: { list: dataClasses },
    environment: stages,
  },
} as const satisfies ObjectShape;

/** Who has looked at what a checklist item asks for, and when. */
export const itemEvidenceShape = {
  object: { by: "text", on: "date", link: "text", note: "text" },
  needs: ["by", "on"],
} as const satisfies ObjectShape;

/** The recorded outcome of a review. */
export const approvalShape = {
  object: {
    schemaVersion: [1],
    app: "text",
    review: "text",
    policy: { object: { id: "text", version: "text" }, needs: ["id", "version"] },
    by: "text",
    person: "text",
    ticket: "text",
    link: "text",
    on: "date",
    expiresOn: "date",
    scope: scopeShape,
    accepted: { record: "text" },
    evidence: { record: itemEvidenceShape },
  },
  needs: ["app", "review", "policy", "by", "on", "expiresOn", "scope"],
} as const satisfies ObjectShape;
