import fc from "fast-check";
import type { AppProfile, Condition, Policy, Sign } from "plimsoll";
import { words } from "../policy/a-policy.js";
import { counted } from "../prove/drawn.js";

/** What is open of an app: whoever completes it tells all of these. */
interface Open {
  readonly support: boolean;
  readonly monitoring: boolean;
  readonly users: number;
}

type Told = { readonly [Name in keyof Open]: Open[Name] | undefined };

/** A policy with components, and an app that uses them: its parts are told, and of the rest what is told of it. */
export interface CoveredWorld {
  readonly policy: Policy;
  readonly parts: readonly Part[];
  readonly told: Told;
}

/** A system that the app writes to, or payment data that it holds; and what handles it. */
interface Part {
  readonly kind: "writes" | "payment";
  readonly component: string | undefined;
}

const tierIds = ["team", "central", "experts"] as const;
const componentIds = ["sync", "pages", "vault"] as const;

const supported: Condition = { fact: "support", is: true };
const monitored: Condition = { fact: "monitoring", is: true };
const few: Condition = { fact: "users", below: 50 };
const payments: Condition = { fact: "sensitiveData", includesAny: ["payment"] };
const writesTo = (systems: number): Condition => ({ fact: "systemsWritten", atLeast: systems });

const aboutParts = fc.constantFrom(writesTo(1), writesTo(2), writesTo(3), payments);

/** Conditions over some others, without "not". */
const rising = (leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> => {
  const parts = fc.array(leaf, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    parts.map((all) => ({ all })),
    parts.map((any) => ({ any })),
    fc.tuple(parts, fc.integer({ min: 1, max: 2 })).map(([count, atLeast]) => ({ count, atLeast })),
  );
};

const signed = (leaf: fc.Arbitrary<Condition>) =>
  fc.oneof(leaf, fc.constantFrom({ sign: "first" }, { sign: "second" }));

const policies = (leaf: fc.Arbitrary<Condition>, whens: fc.Arbitrary<readonly (Condition | undefined)[]>) =>
  fc
    .record({
      first: rising(leaf),
      second: rising(fc.oneof(leaf, fc.constant({ sign: "first" }))),
      third: rising(signed(leaf)),
      fourth: rising(signed(leaf)),
      tiers: fc.array(fc.constantFrom("central", "experts"), { minLength: 4, maxLength: 4 }),
      covers: fc.array(fc.subarray(["first", "second", "third", "fourth"]), { minLength: 3, maxLength: 3 }),
      whens,
    })
    .map(({ tiers, covers, whens: given, ...whenOf }): Policy => {
      const rule = (id: "first" | "second" | "third" | "fourth", index: number) => {
        return { id, ...words, when: whenOf[id], tier: tiers[index] ?? "central" };
      };
      const sign = (id: "first" | "second", index: number): Sign => ({ ...rule(id, index), severity: "low" });
      return {
        id: "covering",
        version: "1.0.0",
        title: "A policy with components",
        tiers: tierIds.map((id) => ({ id, title: id, advice: "Go on." })),
        signs: [sign("first", 0), sign("second", 1)],
        criteria: [rule("third", 2), rule("fourth", 3)],
        components: componentIds.map((id, index) => {
          const when = given[index];
          return { id, title: id, covers: covers[index] ?? [], ...(when && { when }) };
        }),
      };
    });

const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const userCounts = [10, 60, 200];

const apps = {
  parts: fc.array(
    fc.record({
      kind: fc.constantFrom<"writes" | "payment">("writes", "payment"),
      component: perhaps(fc.constantFrom<string>(...componentIds)),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  told: fc.record({
    support: perhaps(fc.boolean()),
    monitoring: perhaps(fc.boolean()),
    users: perhaps(fc.constantFrom(...userCounts)),
  }),
};

const countedWorlds = (parts: { readonly policy: fc.Arbitrary<Policy> } & typeof apps): fc.Arbitrary<CoveredWorld> =>
  counted(fc.record(parts), () => ["policies", "policies with components"]);

/** Rules ask about parts alone, and each component about a fact of its own: nothing that is open has to do with anything else. */
export const simpleWorlds: fc.Arbitrary<CoveredWorld> = countedWorlds({
  policy: policies(aboutParts, fc.constant([supported, monitored, few])),
  ...apps,
});

const anything = fc.oneof(
  aboutParts,
  fc.constantFrom<Condition>(supported, monitored, few, { not: supported }, { not: few }, { not: writesTo(2) }),
);
const anyWhen = fc.oneof(anything, fc.constant(undefined), fc.constant({ all: [supported, few] }));

/** Rules and components ask about whatever they want. */
export const anyWorlds: fc.Arbitrary<CoveredWorld> = countedWorlds({
  policy: policies(anything, fc.tuple(anyWhen, anyWhen, anyWhen)),
  ...apps,
});

const harmless = {
  audience: { builtFor: 10, departments: [] },
  calculations: [],
  compliance: [],
  criticality: {},
} satisfies Partial<AppProfile>;

/** The app, as its profile tells it. */
export function profileOf({ parts }: Pick<CoveredWorld, "parts">, { support, monitoring, users }: Told): AppProfile {
  const handledBy = ({ component }: Part) => (component === undefined ? {} : { component: { id: component } });
  const of = (kind: Part["kind"]) => parts.filter((part) => part.kind === kind);
  return {
    id: "app",
    name: "App",
    ...harmless,
    audience: { ...harmless.audience, ...(users !== undefined && { users }) },
    integrations: of("writes").map((part, index) => {
      return { system: `System ${index}`, direction: "write" as const, ...handledBy(part) };
    }),
    data: of("payment").map((part) => ({ class: "payment" as const, ...handledBy(part) })),
    criticality: { ...(support !== undefined && { support }), ...(monitoring !== undefined && { monitoring }) },
  };
}

/** Every way to tell what is open. */
export const completionsOf = ({ told }: CoveredWorld): readonly Open[] => {
  const either = (value: boolean | undefined) => (value === undefined ? [true, false] : [value]);
  const counts = told.users === undefined ? userCounts : [told.users];
  return either(told.support).flatMap((support) =>
    either(told.monitoring).flatMap((monitoring) => counts.map((users) => ({ support, monitoring, users }))),
  );
};

/** What a condition comes to, when all is told: written down anew, as the language is documented. */
function isSo(condition: Condition, parts: readonly Part[], open: Open, stands: (sign: string) => boolean): boolean {
  const of = (part: Condition) => isSo(part, parts, open, stands);
  if ("all" in condition) return condition.all.every(of);
  if ("any" in condition) return condition.any.some(of);
  if ("not" in condition) return !of(condition.not);
  if ("count" in condition) return condition.count.filter(of).length >= condition.atLeast;
  if ("sign" in condition) return stands(condition.sign);
  if (!("fact" in condition)) throw new Error("These policies have no points.");
  if (condition.fact === "support") return open.support;
  if (condition.fact === "monitoring") return open.monitoring;
  if (condition.fact === "users") return open.users < 50;
  if (condition.fact === "sensitiveData") return parts.some(({ kind }) => kind === "payment");
  return (
    parts.filter(({ kind }) => kind === "writes").length >= ("atLeast" in condition ? Number(condition.atLeast) : 0)
  );
}

/** The rank of the tier of a completed app. */
export function rankOf({ policy, parts }: CoveredWorld, open: Open): number {
  const { signs = [], criteria = [], components = [] } = policy;
  const stands = (id: string): boolean => {
    const rule = [...signs, ...criteria].find((each) => each.id === id);
    if (rule === undefined) throw new Error(`There is no rule "${id}".`);
    const covering = components.filter(
      ({ covers, when }) => covers.includes(id) && (when === undefined || isSo(when, parts, open, stands)),
    );
    const left = parts.filter(({ component }) => !covering.some((each) => each.id === component));
    return isSo(rule.when, parts, open, stands) && isSo(rule.when, left, open, stands);
  };
  const ranks = [...signs, ...criteria].map(({ id, tier = "central" }) =>
    stands(id) ? policy.tiers.findIndex((each) => each.id === tier) : 0,
  );
  return Math.max(...ranks);
}
