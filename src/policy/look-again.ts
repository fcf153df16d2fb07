import { valuesOf } from "../facts/index.js";
import { assertShape, lookThrough, type Shape } from "../shapes/index.js";

const list = (entry: Shape) => ({ list: entry });
const needing = (field: string, shape: Shape) => ({ object: { [field]: shape }, needs: [field] });
const anObject = { object: {} };
const rules = list(needing("when", anObject));
const lifting = list({ object: { when: anObject, tier: "string" }, needs: ["when", "tier"] });

/** Points that are added up, of which a name, and what counts by the value of a fact, need no condition. */
const counted = (sum: unknown): unknown => {
  const asAny = (item: unknown) => (Object(item) === item && "fact" in Object(item) ? { when: {} } : item);
  return typeof sum === "string" ? [] : Array.isArray(sum) ? sum.map(asAny) : sum;
};

/** What stands in some fields, by their names with spaces between them, or what of it has that shape. */
export type FieldShapes = readonly (readonly [fields: string, shape: Shape, of?: (value: never) => unknown])[];

/** What stands in the fields of rules, conditions and facts: a field is the same wherever in a policy it stands. */
export const fieldsOfRules: FieldShapes = [
  ["tiers components", list(needing("id", "string"))],
  ["all any count", list(anObject)],
  ["limits", list(needing("holds", anObject))],
  ["criteria rows", lifting],
  ["tables", list(needing("rows", list(anObject)))],
  ["signs adjustments weights", rules],
  ["items", rules, counted],
  ["score", rules, counted],
  ["product", { list: rules }, (product: unknown) => (Array.isArray(product) ? product.map(counted) : product)],
  ["bands", list(anObject)],
  ["points pointsEach", anObject, (points: unknown) => (typeof points === "number" ? {} : points)],
  ["rubrics", list(needing("items", rules))],
  ["facts", { record: needing("from", anObject) }],
  ["domain", list("json"), valuesOf],
  ["covers includesAny includesAll onlyIn", list("string")],
  ["between", list("json")],
  ["read each take per field", "string"],
  ["when holds unless where not size as", anObject],
];

/** What stands in these fields stands there by a name that anybody may give. */
const holdNames = ["facts", "as", "whatToDo"];

/**
 * Looks at a policy again that was never checked, and that something went wrong with.
 *
 * @throws {PlimsollError} with code `invalid-policy`, and where it is not as it should be.
 */
export function lookAgainAtPolicy(policy: object, fields = fieldsOfRules): void {
  const byName = fields.map(([names, shape, of]) => ({ names: names.split(" "), shape, of }));
  lookThrough({ tiers: undefined, ...policy }, (value, way) => {
    const key = way[way.length - 1] ?? "";
    if (holdNames.includes(way[way.length - 2] ?? "")) return;
    for (const { names, shape, of = () => value } of byName) {
      if (!names.includes(key)) continue;
      assertShape(shape, of(value as never), "invalid-policy", "parsePolicy", way);
    }
  });
}
