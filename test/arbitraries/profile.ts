import fc from "fast-check";
import { type AppProfile, standardPolicy } from "plimsoll";
import { listPointers } from "../../src/formats/profile/check.js";
import { profileShape } from "../../src/profile/index.js";
import type { ObjectShape, Shape } from "../../src/shapes/index.js";

const text = fc.constantFrom("Sales", "Finance", "Warehouse", "People & Culture", "IT", "Größe 7", "R&D/Labs", "~");
/** No date of the profiles that are made here is later. */
export const lastDay = "2026-03-31";

const date = fc.constantFrom("2023-12-31", "2024-02-29", "2025-06-01", "2025-10-13", lastDay);
const flag = fc.boolean();

/** Counts on and around the lines that policies like to draw, and any others. */
const count = fc.oneof(fc.constantFrom(0, 1, 2, 19, 20, 50, 99, 100, 200, 300, 499, 500, 501), fc.nat(2000));
const positive = fc.oneof(fc.constantFrom(0.5, 1, 20, 50, 100, 500), fc.double({ min: 1, max: 1000, noNaN: true }));

const components = (standardPolicy.components ?? []).map(({ id }) => id);
const component = fc.record(
  { id: fc.constantFrom(...components, "somebody-elses"), version: fc.constantFrom("1.0.0", "2.1.0") },
  { requiredKeys: ["id"], noNullPrototype: true },
);

const extensions = fc.dictionary(
  fc.constantFrom("sites", "region", "constructor", "toString"),
  fc.oneof(fc.nat(), flag, text, fc.constant(null), fc.array(text, { maxLength: 2 })),
  { maxKeys: 2, noNullPrototype: true },
);

type Fields = Readonly<Record<string, unknown>>;

/** Exchanges two fields of an object when they stand the wrong way round. */
function ordered(value: Fields, low: string, high: string): Fields {
  const [least, most] = [value[low], value[high]];
  const isRight = typeof least === "number" ? least <= Number(most) : String(least) <= String(most);
  return least === undefined || most === undefined || isRight ? value : { ...value, [low]: most, [high]: least };
}

const inOrder: readonly (readonly [low: string, high: string])[] = [
  ["users", "canOpen"],
  ["peakConcurrent", "users"],
  ["peakConcurrent", "canOpen"],
  ["users", "canOpen"],
  ["startedOn", "productionSince"],
];

/** Without what contradicts itself: several departments of one person. */
function sound(value: Fields): Fields {
  const fields = inOrder.reduce((told, [low, high]) => ordered(told, low, high), value);
  const { departments, users, canOpen } = fields;
  const isOne = Math.min(Number(users ?? Infinity), Number(canOpen ?? Infinity)) <= 1;
  return Array.isArray(departments) && isOne ? { ...fields, departments: departments.slice(0, 1) } : fields;
}

/** Bounds that a number lies between. */
const around = (value: number) =>
  fc.tuple(fc.nat(50), fc.nat(50)).chain(([less, more]) => {
    const [atLeast, atMost] = [Math.max(Math.min(value, 1), value - less), value + more];
    return fc.constantFrom({ atLeast }, { atMost }, { atLeast, atMost });
  });

/** Of some of the numbers that may be told as bounds, no more than bounds. */
function loosened(value: Fields, shapes: ObjectShape["object"]): fc.Arbitrary<Fields> {
  const numbers = Object.entries(value).flatMap(([field, number]) => {
    const isBounded =
      typeof number === "number" && Object.hasOwn(Object(shapes[field]), "bounded") && !(field in special);
    return isBounded ? [[field, fc.oneof({ weight: 3, arbitrary: fc.constant(number) }, around(number))] as const] : [];
  });
  if (numbers.length === 0) return fc.constant(value);
  return fc.record(Object.fromEntries(numbers), { noNullPrototype: true }).map((loose) => ({ ...value, ...loose }));
}

/** How the fields of an object are told: all of them, or any of them. */
type Telling = "all" | "any";

/** Fields whose absence says nothing about a fact. */
const besides: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  schemaVersion: fc.constant(1),
  extensions,
  component,
};

/** What stands in a field, where that is more than its shape says. */
const special: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  regime: fc.constantFrom("HIPAA", "GDPR", "PCI DSS", "SOX", "House rule 7"),
  errorRate: fc.constantFrom(0, 2.5, 100),
};

/** The fields that tell the entries of a list apart. */
const namedBy = ["system", "regime", "name"] as const;

const singles = {
  text,
  string: text,
  flag,
  count,
  positive,
  amount: count,
  date,
  instant: date,
  json: fc.constant(null),
};

function arbitraryOf(shape: Shape, telling: Telling): fc.Arbitrary<unknown> {
  if (typeof shape === "string") return singles[shape];
  if ("object" in shape) return objectOf(shape, telling);
  if ("nullable" in shape) return fc.option(arbitraryOf(shape.nullable, telling));
  if ("record" in shape) return fc.constant({});
  if ("list" in shape) return listOf(shape.list, telling);
  if ("bounded" in shape) return singles[shape.bounded];
  return fc.constantFrom(...shape);
}

function listOf(entry: Shape, telling: Telling): fc.Arbitrary<unknown> {
  const each = arbitraryOf(entry, telling);
  if (typeof entry === "string") return fc.uniqueArray(each, { maxLength: 4 });
  if (Array.isArray(entry)) return fc.subarray([...entry]);
  const named = namedBy.find((field) => "object" in entry && entry.needs?.includes(field));
  if (named === undefined) return fc.array(each, { maxLength: 3 });
  return fc.uniqueArray(each, { maxLength: 4, selector: (value) => Object(value)[named] });
}

function objectOf({ object, needs = [] }: ObjectShape, telling: Telling): fc.Arbitrary<Fields> {
  const told = Object.entries(object).filter(([field]) => field !== "partial" && !(field in besides));
  const model = told.map(([field, shape]) => [field, special[field] ?? arbitraryOf(shape, telling)] as const);
  const rest = Object.keys(object).flatMap((field) => {
    const arbitrary = besides[field];
    return arbitrary === undefined ? [] : [[field, arbitrary] as const];
  });
  const fields = fc.record(Object.fromEntries(model), {
    ...(telling === "any" && { requiredKeys: [...needs] }),
    noNullPrototype: true,
  });
  return fc
    .tuple(fields, fc.record(Object.fromEntries(rest), { requiredKeys: [], noNullPrototype: true }))
    .map(([own, others]) => sound({ ...own, ...others }))
    .chain((value) => (telling === "any" ? loosened(value, object) : fc.constant(value)));
}

/** Whatever the shape of a profile says, so that a field that is new there is told here. */
function profileOf(telling: Telling): fc.Arbitrary<AppProfile> {
  // Made of the shape that makes the type.
  return objectOf(profileShape, telling) as fc.Arbitrary<unknown> as fc.Arbitrary<AppProfile>;
}

/** Profiles of which every standard fact is known. */
export const completeProfileArbitrary: fc.Arbitrary<AppProfile> = profileOf("all");

/** Any valid profile: fields may be absent, and lists known to be incomplete. */
export const profileArbitrary: fc.Arbitrary<AppProfile> = fc
  .tuple(profileOf("any"), fc.option(fc.subarray([...listPointers]), { nil: undefined }))
  .map(([profile, partial]) => (partial === undefined ? profile : { ...profile, partial }));
