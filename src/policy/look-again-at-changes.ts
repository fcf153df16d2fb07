import { assertShape, lookThrough, type ObjectShape } from "../shapes/index.js";
import { lookAgainAtAll, retirementShape } from "./look-again-at-all.js";

const anObject = { object: {} };
const byId = { record: { nullable: anObject } };

/** What changes of a policy are, as far as they are followed. */
const changesShape: ObjectShape = {
  object: {
    change: { record: { object: { lines: { record: "json" }, when: anObject, holds: anObject, unless: anObject } } },
    remove: { list: "string" },
    components: { record: { nullable: { object: { covers: { list: "string" } } } } },
    reviews: byId,
    boundaries: byId,
    tables: byId,
    adjustments: byId,
    audit: { object: { checks: byId, weights: byId } },
    retirement: retirementShape,
    add: { object: { rows: { list: anObject }, checklist: { list: anObject } } },
  },
};

/**
 * Looks again at a policy and at changes of it that were never checked, and that something went wrong with.
 *
 * @throws {PlimsollError} with code `invalid-policy`, and where one of them is not as it should be.
 */
export function lookAgainAtChanges(base: object, changes: object): void {
  assertShape(changesShape, changes, "invalid-policy");
  const { add = {}, change = {} } = changes as { readonly add?: object; readonly change?: object }; // as just seen
  lookAgainAtAll(base);
  lookAgainAtAll({ tiers: [], ...add });
  lookAgainAtAll({ tiers: [], changed: change });
  lookThrough(changes);
}
