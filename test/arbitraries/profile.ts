import fc from "fast-check";
import { type AppProfile, standardPolicy } from "plimsoll";
import { listPointers } from "../../src/profile-json/index.js";

const text = fc.constantFrom("Sales", "Finance", "Warehouse", "People & Culture", "IT", "Größe 7", "R&D/Labs", "~");
const texts = fc.uniqueArray(text, { maxLength: 4 });
const date = fc.constantFrom("2023-12-31", "2024-02-29", "2025-06-01", "2025-10-13", "2026-03-31");
const flag = fc.boolean();
const symptoms = ["slow", "timeouts", "errors", "outages", "data-quality"] as const;

/** Counts on and around the lines that policies like to draw, and any others. */
const count = fc.oneof(fc.constantFrom(0, 1, 2, 19, 20, 50, 99, 100, 200, 300, 499, 500, 501), fc.nat(2000));
const builtFor = fc.oneof(fc.constantFrom(0.5, 1, 20, 50, 100, 500), fc.double({ min: 1, max: 1000, noNaN: true }));

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

/** Exchanges two fields of an object when they stand the wrong way round. */
function ordered<Field extends string, Value extends { readonly [Key in Field]?: number | string }>(
  value: Value,
  low: Field,
  high: Field,
): Value {
  const [least, most] = [value[low], value[high]];
  if (least === undefined || most === undefined || least <= most) return value;
  return { ...value, [low]: most, [high]: least };
}

type Audience = NonNullable<AppProfile["audience"]>;

/** Bounds that a number lies between. */
const around = (value: number) =>
  fc.tuple(fc.nat(50), fc.nat(50)).chain(([less, more]) => {
    const [atLeast, atMost] = [Math.max(0, value - less), value + more];
    return fc.constantFrom<Audience["users"]>({ atLeast }, { atMost }, { atLeast, atMost });
  });

/** People of whom only some is known: numbers become bounds that they lie between. */
function loosened(audience: Audience): fc.Arbitrary<Audience> {
  const loose = (value: Audience["users"]) =>
    typeof value === "number"
      ? fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, around(value))
      : fc.constant(value);
  return fc.record({ users: loose(audience.users), peakConcurrent: loose(audience.peakConcurrent) }).map((numbers) => ({
    ...audience,
    ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
  }));
}

/** Objects with the fields of a model: all of them, or any of them. */
type RecordOf = <Value extends object>(
  model: {
    [Key in keyof Value]: fc.Arbitrary<Value[Key]>;
  },
) => fc.Arbitrary<Partial<Value>>;

const withAll: RecordOf = (model) => fc.record(model, { noNullPrototype: true });
const withAny: RecordOf = <Value extends object>(model: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }) =>
  // The compiler does not see that "none of the keys is required" is what Partial says.
  fc.record(model, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<unknown> as fc.Arbitrary<
    Partial<Value>
  >;

function profileOf(record: RecordOf): fc.Arbitrary<AppProfile> {
  /** A field whose absence says nothing about a fact. */
  const besides = <Value extends object>(fields: fc.Arbitrary<Value>, rest: fc.Arbitrary<object>) =>
    fc.tuple(fields, rest).map(([own, others]): Value => ({ ...own, ...others }));
  const handled = withAny({ component });

  const audience = record({
    users: count,
    builtFor,
    peakConcurrent: count,
    departments: texts,
    outsideUsers: flag,
  })
    .map((value) => ordered(value, "peakConcurrent", "users"))
    .chain((value) => (record === withAny ? loosened(value) : fc.constant(value)));

  const integration = fc
    .tuple(
      text,
      besides(
        record({
          direction: fc.constantFrom("read", "write", "bidirectional"),
          writesValidated: flag,
          conflicts: fc.constantFrom("impossible", "handled", "ignored"),
          eventDriven: flag,
          asynchronous: flag,
          credentials: fc.constantFrom("managed", "personal", "shared", "embedded"),
        }),
        handled,
      ),
    )
    .map(([system, rest]) => ({ system, ...rest }));

  const dataEntry = besides(
    record({
      name: text,
      class: fc.constantFrom("general", "semi-sensitive", "personal", "financial", "health", "payment"),
      encryptedAtRest: flag,
      accessControl: fc.constantFrom("record", "role", "app", "none"),
      auditTrail: fc.constantFrom("complete", "partial", "none"),
      retention: fc.constantFrom("enforced", "defined", "undefined"),
    }),
    handled,
  );

  const regime = fc
    .tuple(fc.constantFrom("HIPAA", "GDPR", "PCI DSS", "SOX", "House rule 7"), handled)
    .map(([name, rest]) => ({ regime: name, ...rest }));

  const facts = record({
    description: text,
    platform: text,
    audience,
    integrations: fc.uniqueArray(integration, { maxLength: 4, selector: ({ system }) => system }),
    data: fc.array(dataEntry, { maxLength: 3 }),
    calculations: fc.array(
      record({ purpose: text, complexity: fc.constantFrom("simple", "moderate", "complex"), tested: flag }),
      { maxLength: 3 },
    ),
    criticality: record({
      dailyDependence: flag,
      support: flag,
      monitoring: flag,
      disasterRecovery: flag,
      singlePointsOfFailure: texts,
    }),
    ownership: record({
      builderPresent: flag,
      understoodBy: texts,
      documentation: fc.constantFrom("none", "partial", "complete"),
      businessOwner: fc.option(text),
      itOwner: fc.option(text),
    }),
    compliance: fc.uniqueArray(regime, { maxLength: 3, selector: ({ regime: name }) => name }),
    consequences: record({ legalForPeople: flag }),
    performance: record({ symptoms: fc.subarray([...symptoms]) }),
    lifecycle: record({
      stage: fc.constantFrom("idea", "development", "pilot", "production", "retired"),
      startedOn: date,
      productionSince: date,
      reviewedOn: date,
    }).map((value) => ordered(value, "startedOn", "productionSince")),
  });

  const rest = withAny({ schemaVersion: fc.constant(1 as const), extensions });
  return fc.tuple(text, text, facts, rest).map(([id, name, known, others]) => ({ id, name, ...known, ...others }));
}

/** Profiles of which every standard fact is known. */
export const completeProfileArbitrary: fc.Arbitrary<AppProfile> = profileOf(withAll);

/** Any valid profile: fields may be absent, and lists known to be incomplete. */
export const profileArbitrary: fc.Arbitrary<AppProfile> = fc
  .tuple(profileOf(withAny), fc.option(fc.subarray([...listPointers]), { nil: undefined }))
  .map(([profile, partial]) => (partial === undefined ? profile : { ...profile, partial }));
