import fc from "fast-check";
import { type AppProfile, type Condition, type FactRecords, factsOf, type Policy, standardPolicy } from "plimsoll";
import { checkPolicy } from "../../src/policy/index.js";
import { conditionOver } from "../analysis/small-conditions.js";
import { policyOver } from "../analysis/small-policies.js";
import { counted } from "../prove/drawn.js";

const things = { kind: "number", min: 0, whole: true, unit: "things" } as const;
const tons = { kind: "number", min: 0, whole: false, unit: "tons" } as const;

/** A fact of every form and of every domain, most of them over lists whose entries components handle. */
export const records = {
  writes: {
    question: "To how many systems does it write?",
    domain: things,
    from: { each: "/integrations", where: { field: "direction", is: ["write", "bidirectional"] } },
  },
  reads: {
    question: "Does it read?",
    domain: { kind: "boolean" },
    from: { each: "/integrations", where: { field: "direction", is: "read" } },
  },
  conflicts: {
    question: "What becomes of conflicts?",
    domain: { kind: "ordinal", levels: ["none", "impossible", "handled", "ignored"] },
    from: { each: "/integrations", where: { field: "asynchronous", is: true }, take: "conflicts" },
  },
  operations: {
    question: "What does it do?",
    domain: { kind: "set", members: ["create", "delete", "pay"], open: false },
    from: {
      each: "/integrations",
      take: "operations",
      as: { change: null, publish: null, "send-outside": null, "grant-rights": null, run: null },
    },
  },
  regimes: {
    question: "Which rules apply?",
    domain: { kind: "set", members: ["GDPR"], open: true },
    from: { each: "/compliance", take: "regime" },
  },
  labels: {
    question: "How is its data labelled?",
    domain: { kind: "set", members: ["secret"], open: true },
    from: { each: "/data", take: "name" },
  },
  users: {
    question: "How many people use it?",
    domain: things,
    from: { read: "/audience/users", atLeast: ["/audience/peakConcurrent"], atMost: ["/audience/canOpen"] },
  },
  growth: {
    question: "How much has it grown?",
    domain: tons,
    from: { read: "/audience/users", per: "/audience/builtFor" },
  },
  share: { question: "How large is it?", domain: { ...tons, max: 2 }, from: { read: "/extensions/share" } },
  sites: { question: "At how many sites is it used?", domain: things, from: { read: "/extensions/sites" } },
  excess: {
    question: "To how many more systems than sites does it write?",
    domain: things,
    from: { more: "writes", than: "sites" },
  },
  region: {
    question: "In which region is it used?",
    domain: { kind: "enum", values: ["it's", "all|%7c\\", "Größe"] },
    from: { read: "/extensions/region" },
  },
  unowned: {
    question: "Has nobody in IT taken it over?",
    domain: { kind: "boolean" },
    from: { read: "/ownership/itOwner", where: { field: "", is: null } },
  },
  age: { question: "When was it reviewed?", domain: things, from: { daysSince: "/lifecycle/reviewedOn" } },
} as const satisfies FactRecords;

export const facts = factsOf({ ...standardPolicy, facts: records }, { facts: {} });

const perhaps = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const componentIds = ["sync", "pages", "vault", "queue"] as const;
const ruleIdsOf = ({ criteria = [], signs = [], tiers, tables = [] }: Policy) => [
  ...[...criteria, ...signs, ...tiers.flatMap(({ limits = [] }) => limits)].map(({ id }) => id),
  ...tables.flatMap(({ id, rows }) => rows.map((_, index) => `${id}-${index + 1}`)),
];

/** Any policy over these facts, of all kinds of rules, with components. */
export const policies: fc.Arbitrary<Policy> = counted(
  policyOver(facts)
    .chain((policy) => {
      const when: fc.Arbitrary<Condition> = conditionOver(
        facts,
        (policy.signs ?? []).map(({ id }) => id),
      );
      const component = (id: string) =>
        fc
          .record({
            covers: fc.subarray(ruleIdsOf(policy), { minLength: 1 }),
            from: perhaps(fc.constantFrom("2", "2.1")),
            when: perhaps(when),
            retired: fc.option(fc.constant("Use another."), { nil: undefined, freq: 8 }),
          })
          .map(({ covers, from, when: own, retired }) => ({
            id,
            title: id,
            covers,
            ...(from !== undefined && { from }),
            ...(own !== undefined && { when: own }),
            ...(retired !== undefined && { retired }),
          }));
      return fc
        .subarray([...componentIds])
        .chain((ids) => fc.tuple(...ids.map(component)))
        .map((components): Policy => ({ ...policy, facts: records, components }));
    })
    // What a component rests on may rest on what it covers.
    .filter((policy) => checkPolicy(policy, facts).length === 0),
  ({ components = [] }) => (components.length > 0 ? ["policies", "policies with components"] : ["policies"]),
);

const use = fc.record(
  {
    id: fc.constantFrom(...componentIds, "Sync", "other"),
    version: fc.constantFrom("1.9", "2", "2.0.5", "2.1", "latest"),
  },
  { requiredKeys: ["id"], noNullPrototype: true },
);

const told = <Fields extends Record<string, unknown>>(
  model: { [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> },
  requiredKeys: readonly (keyof Fields & string)[] = [],
) => fc.record(model, { requiredKeys: [...requiredKeys], noNullPrototype: true });

const numbered = <Entry extends object>(entries: fc.Arbitrary<Entry>, field: string) =>
  fc
    .array(entries, { maxLength: 4 })
    .map((list) => list.map((entry, index) => ({ [field]: `${field} ${index}`, ...entry })));

const count = fc.oneof(
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 1, max: 4 }).map((atLeast) => ({ atLeast })),
  fc.integer({ min: 3, max: 8 }).map((atMost) => ({ atMost })),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 3, max: 6 }))
    .map(([atLeast, atMost]) => ({ atLeast, atMost })),
);

const regimes = [
  "GDPR",
  " g dpr",
  "G\u200bDPR",
  "elsewhere",
  "Else Where",
  "another",
  "a|b",
  'it\'s \\ "quoted"',
  "%007c",
  "ＧＤＰＲ",
  "Größe",
  "SOX\n",
];
const labels = ["secret", "SECRET ", "elsewhere", "another", "yet another", "|", "~"];

/** Profiles that tell anything of these facts, or nothing. */
export const profiles: fc.Arbitrary<AppProfile> = counted(
  told({
    audience: told({ users: count, builtFor: fc.constantFrom(0.5, 1, 2, 3) }),
    integrations: numbered(
      told({
        direction: fc.constantFrom("read", "write", "bidirectional"),
        asynchronous: fc.boolean(),
        conflicts: fc.constantFrom("impossible", "handled", "ignored"),
        operations: fc.subarray(["create", "change", "delete", "pay", "run"]),
        component: use,
      }),
      "system",
    ),
    data: fc.array(told({ name: fc.constantFrom(...labels), component: use }), { maxLength: 4 }),
    compliance: fc
      .uniqueArray(fc.constantFrom(...regimes), { maxLength: 4 })
      .chain((names) =>
        fc.tuple(...names.map((regime) => told({ component: use }).map((own) => ({ regime, ...own })))),
      ),
    ownership: told({ itOwner: fc.constantFrom(null, "Noor") }),
    lifecycle: told({ reviewedOn: fc.constantFrom("2026-03-31", "2026-03-29", "2026-03-27", "2027-01-01") }),
    extensions: told({
      share: fc.constantFrom<unknown>(
        0,
        0.25,
        0.5,
        1.1,
        1.5,
        2,
        { atLeast: 0.5 },
        { atMost: 1.5 },
        { atLeast: 0.5, atMost: 1 },
      ),
      sites: fc.constantFrom<unknown>(0, 1, 2, 3, { atLeast: 1 }, { atMost: 2 }),
      region: fc.constantFrom(...records.region.domain.values),
    }),
    partial: fc.subarray([
      "/integrations",
      "/data",
      "/compliance",
      "/integrations/0/operations",
      "/integrations/1/operations",
    ]),
  }).map((fields) => ({ id: "app", name: "An app", ...fields }) as unknown as AppProfile), // as its shape has it
  (profile) => (/"at(Least|Most)"/.test(JSON.stringify(profile)) ? ["profiles", "profiles with bounds"] : ["profiles"]),
);
