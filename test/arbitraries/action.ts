import fc from "fast-check";
import { type Action, type AppProfile, standardPolicy } from "plimsoll";
import { completeProfileArbitrary, profileArbitrary } from "./profile.js";

type Entry<List extends "integrations" | "data" | "compliance"> = NonNullable<AppProfile[List]>[number];

const component = fc.record(
  {
    id: fc.constantFrom(...(standardPolicy.components ?? []).map(({ id }) => id), "somebody-elses"),
    version: fc.constantFrom("1.0.0", "2.1.0"),
  },
  { requiredKeys: ["id"], noNullPrototype: true },
);

/** The entries of a list, as apps have them. */
const entriesOf = <List extends "integrations" | "data" | "compliance">(list: List) =>
  fc.oneof(profileArbitrary, completeProfileArbitrary).chain((profile) => {
    const entries: readonly Entry<List>[] = profile[list] ?? [];
    return entries.length > 0 ? fc.constantFrom(...entries) : fc.constant(undefined);
  });

export const integrationArbitrary = entriesOf("integrations").map((entry) => entry ?? { system: "Sales" });
export const dataArbitrary = entriesOf("data").map((entry) => entry ?? {});
export const regimeArbitrary = entriesOf("compliance").map((entry) => entry ?? { regime: "GDPR" });

/** Any action that is plain JSON, and custom ones. */
export const actionArbitrary: fc.Arbitrary<Action> = fc.oneof(
  fc.constant<Action>({ kind: "start" }),
  fc.constant<Action>({ kind: "deploy" }),
  // Most can go wrong here.
  { weight: 5, arbitrary: integrationArbitrary.map((integration): Action => ({ kind: "connect", integration })) },
  dataArbitrary.map((data): Action => ({ kind: "access", data })),
  fc.nat(700).map((users): Action => ({ kind: "grow", users })),
  fc
    .tuple(
      component,
      fc.oneof(
        integrationArbitrary.map(({ system }) => ({ system })),
        dataArbitrary.map(({ name = "Sales" }) => ({ data: name })),
        regimeArbitrary.map(({ regime }) => ({ regime })),
      ),
    )
    .map(([used, target]): Action => ({ kind: "use", component: used, for: target })),
  dataArbitrary.map(
    (entry): Action => ({
      kind: "custom",
      name: "import",
      // Of data that nobody has told of, one entry more tells nothing.
      apply: (profile) => (profile.data === undefined ? profile : { ...profile, data: [...profile.data, entry] }),
    }),
  ),
);
