import { valuesOf } from "../facts/index.js";
import { assertShape, lookThrough, type Shape } from "../shapes/index.js";

const list = (entry: Shape) => ({ list: entry });
const needing = (field: string, shape: Shape) => ({ object: { [field]: shape }, needs: [field] });
const anObject = { object: {} };
const rules = list(needing("when", anObject));

/** What stands in some fields, by their names with spaces between them, or what of it has that shape. */
export type FieldShapes = readonly (readonly [fields: string, shape: Shape, of?: (value: never) => unknown])[];

/** What stands in the fields of rules, conditions and facts: a field is the same wherever in a policy it stands. */
export const fieldsOfRules: FieldShapes = [
  ["tiers all any count components", list(anObject)],
  ["limits", list(needing("holds", anObject))],
  ["criteria signs items", rules],
  ["score", rules, (score: unknown) => (typeof score === "string" ? [] : score)],
  ["rubrics", list(needing("items", rules))],
  ["facts", { record: needing("from", anObject) }],
  ["domain", list("json"), valuesOf],
  ["covers includesAny includesAll", list("string")],
  ["between", list("json")],
  ["read each take per field", "string"],
  ["when holds unless where not size as", anObject],
];

/** The pointers to what stands by a name that anybody may give. */
const named = /\/(facts|as|whatToDo)\/[^/]*$/;

/**
 * Looks at a policy again that was never checked, and that something went wrong with.
 *
 * @throws {PlimsollError} with code `invalid-policy`, and where it is not as it should be.
 */
export function lookAgainAtPolicy(policy: object, fields = fieldsOfRules): void {
  lookThrough({ tiers: undefined, ...policy }, (key, value, pointer) => {
    if (named.test(pointer)) return;
    for (const [keys, shape, of = () => value] of fields) {
      if (keys.split(" ").includes(key))
        assertShape(shape, of(value as never), "invalid-policy", "parsePolicy", pointer);
    }
  });
}
