import fc from "fast-check";
import type { Action, AppProfile } from "plimsoll";
import { listPointers } from "../../src/formats/profile/check.js";
import { dataArbitrary, integrationArbitrary, regimeArbitrary } from "./action.js";

/** A change that makes an app riskier, or tells less of it, and never safer. */
type Step = (profile: AppProfile) => AppProfile;

const always = (step: Step): fc.Arbitrary<Step> => fc.constant(step);

type Users = NonNullable<NonNullable<AppProfile["audience"]>["users"]>;

/** A number, or the bounds of one, higher by so much. */
export function raised(users: Users, more: number): Users {
  if (typeof users === "number") return users + more;
  // As it was told.
  return Object.fromEntries(Object.entries(users).map(([end, value]) => [end, value + more])) as unknown as Users;
}

const moreUsers = fc.nat(600).map(
  (more): Step =>
    ({ audience: { canOpen: _, ...audience } = {}, ...rest }) => ({
      ...rest,
      audience: audience.users === undefined ? audience : { ...audience, users: raised(audience.users, more) },
    }),
);

const anotherSystem = integrationArbitrary.map(
  (entry): Step =>
    (profile) => {
      const { integrations = [] } = profile;
      const isKnown = profile.integrations === undefined || integrations.some(({ system }) => system === entry.system);
      return isKnown ? profile : { ...profile, integrations: [...integrations, entry] };
    },
);

const moreData = dataArbitrary.map(
  (entry): Step =>
    (profile) =>
      profile.data === undefined ? profile : { ...profile, data: [...profile.data, entry] },
);

const anotherRegime = regimeArbitrary.map(
  (entry): Step =>
    (profile) => {
      const { compliance } = profile;
      const isKnown = compliance === undefined || compliance.some(({ regime }) => regime === entry.regime);
      return isKnown ? profile : { ...profile, compliance: [...compliance, entry] };
    },
);

/** Changes every entry of a list, where the list is told. */
const everyEntry = <List extends "integrations" | "data" | "calculations">(
  list: List,
  change: (entry: NonNullable<AppProfile[List]>[number]) => NonNullable<AppProfile[List]>[number],
): fc.Arbitrary<Step> =>
  always((profile) => {
    const entries: readonly NonNullable<AppProfile[List]>[number][] | undefined = profile[list];
    return entries === undefined ? profile : { ...profile, [list]: entries.map(change) };
  });

/** What is told no longer. */
const forgotten = fc
  .constantFrom(
    "audience",
    "integrations",
    "data",
    "calculations",
    "criticality",
    "ownership",
    "compliance",
    "consequences",
    "performance",
    "lifecycle",
  )
  .map(
    (field): Step =>
      ({ [field]: _, ...rest }) =>
        rest as AppProfile,
  ); // none of these is needed

const forgottenOfSystems = fc.constantFrom("role", "direction", "eventDriven", "asynchronous", "component").map(
  (field): Step =>
    ({ integrations, ...rest }) =>
      integrations === undefined
        ? rest
        : // The system stays, and nothing else is needed.
          {
            ...rest,
            integrations: integrations.map(({ [field]: _, ...entry }) => entry as (typeof integrations)[number]),
          },
);

const forgottenOfData = fc.constantFrom("class", "component", "accessControl").map(
  (field): Step =>
    ({ data, ...rest }) =>
      data === undefined ? rest : { ...rest, data: data.map(({ [field]: _, ...entry }) => entry) },
);

const cutShort = fc.constantFrom(...listPointers).map(
  (list): Step =>
    (profile) => ({ ...profile, partial: [...new Set([...(profile.partial ?? []), list])] }),
);

const worseOfSystems: readonly fc.Arbitrary<Step>[] = [
  everyEntry("integrations", (entry) => (entry.direction ? { ...entry, direction: "bidirectional" } : entry)),
  everyEntry("integrations", (entry) => ({ ...entry, eventDriven: true })),
  everyEntry("integrations", ({ component: _, ...entry }) => entry),
];

const worseOfData: readonly fc.Arbitrary<Step>[] = [
  everyEntry("data", (entry) => (entry.class === "general" ? { ...entry, class: "semi-sensitive" } : entry)),
  everyEntry("data", (entry) => (entry.class === "semi-sensitive" ? { ...entry, class: "health" } : entry)),
  everyEntry("data", ({ component: _, ...entry }) => entry),
];

const worse: readonly fc.Arbitrary<Step>[] = [
  moreUsers,
  anotherSystem,
  moreData,
  anotherRegime,
  ...worseOfSystems,
  ...worseOfData,
  everyEntry("calculations", (entry) => ({ ...entry, complexity: "complex" })),
  always(({ criticality, ...rest }) => ({
    ...rest,
    criticality: { ...criticality, dailyDependence: true, support: false },
  })),
  always(({ ownership, ...rest }) => ({
    ...rest,
    ownership: { ...ownership, builderPresent: false, understoodBy: [] },
  })),
];

const step = fc.oneof(...worse, forgotten, forgottenOfSystems, forgottenOfData, cutShort);

/** The same app, riskier or less well known. */
export function riskier(profile: AppProfile): fc.Arbitrary<AppProfile> {
  return fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => steps.reduce((app, each) => each(app), profile));
}

/** The same action, or a riskier or less well known one. */
export function riskierAction(action: Action): fc.Arbitrary<Action> {
  const app = { id: "app", name: "App" };
  if (action.kind === "connect") {
    const steps = fc.oneof(...worseOfSystems, forgottenOfSystems);
    return steps.map((change) => {
      const [integration = action.integration] =
        change({ ...app, integrations: [action.integration] }).integrations ?? [];
      return { ...action, integration };
    });
  }
  if (action.kind === "access") {
    return fc.oneof(...worseOfData, forgottenOfData).map((change) => {
      const [data = action.data] = change({ ...app, data: [action.data] }).data ?? [];
      return { ...action, data };
    });
  }
  if (action.kind === "grow") return fc.nat(600).map((more) => ({ ...action, users: action.users + more }));
  return fc.constant(action);
}
