import { extendPolicy, type Pack, PlimsollError, type Policy, safeExtendPolicy } from "plimsoll";
import { expect, test } from "vitest";
import { boundary, check, component, review } from "./a-governance.js";
import { emptyPolicy, manyUsers, sign } from "./a-policy.js";
import { deepFreeze } from "./frozen.js";

const base = deepFreeze<Policy>({
  ...emptyPolicy,
  version: "1.0.0",
  signs: [sign("zeal", manyUsers)],
  components: [component({ covers: ["zeal"] })],
  reviews: [review()],
  boundaries: [boundary()],
  audit: { everyDays: 92, points: { low: 1, medium: 3, high: 9 }, checks: [check({ id: "small", when: manyUsers })] },
});

const daily = { fact: "dailyDependence", is: true } as const;
const weight = (id: string) => ({ id, title: "many use it", when: manyUsers, times: 2, why: "Many are many." });
const packOf = (pack: string, add: Pack["add"]): Pack => ({
  ...{ pack, version: "1.2.0", title: "Pack", description: "For tests.", add },
});
const item = (id: string) => ({ review: "plan", id, question: "Is it paid for?" });

const night = packOf("night", {
  signs: [sign("quiet", daily), sign("shared", daily)],
  checks: [check({ id: "late", when: daily })],
  weights: [weight("crowd")],
  checklist: [item("paid")],
  facts: {
    sites: {
      question: "Where?",
      domain: { kind: "number", min: 0, whole: true, unit: "sites" },
      from: { read: "/extensions/sites" },
    },
  },
});
const day = packOf("day", {
  signs: [sign("shared", daily), sign("alone", daily)],
  components: [component({ id: "again", covers: ["alone", "zeal"] })],
  boundaries: [boundary({ id: "border" })],
  weights: [weight("brilliance")],
  checklist: [item("agreed"), item("paid")],
});
const mix = packOf("mix", { signs: [sign("more", daily)], checks: [check({ id: "early", when: daily })] });

const idsOf = (parts: readonly { readonly id: string }[] = []) => parts.map(({ id }) => id);

test("a pack adds its rules behind those of the policy, which stays as it is", () => {
  const { signs, audit, reviews, facts } = extendPolicy(base, night);
  expect(idsOf(signs)).toEqual(["zeal", "quiet", "shared"]);
  expect(idsOf(audit?.checks)).toEqual(["small", "late"]);
  expect(audit?.weights).toEqual([weight("crowd")]);
  expect(idsOf(reviews?.[0]?.checklist)).toEqual([...idsOf(base.reviews?.[0]?.checklist), "paid"]);
  expect(Object.keys(facts ?? {})).toEqual(["sites"]);
});

test("the policy keeps its id; its version says which packs it has, and what each has brought is noted", () => {
  const { id, version, packs } = extendPolicy(extendPolicy(base, night), mix);
  expect({ id, version }).toEqual({ id: base.id, version: "1.0.0+mix.night" });
  expect(packs).toEqual([
    { pack: "mix", version: "1.2.0", adds: { "/audit/checks": ["early"], "/signs": ["more"] } },
    {
      pack: "night",
      version: "1.2.0",
      adds: {
        "/audit/checks": ["late"],
        "/audit/weights": ["crowd"],
        "/reviews/plan/checklist": ["paid"],
        "/signs": ["quiet", "shared"],
      },
    },
  ]);
});

const orders: readonly (readonly Pack[])[] = [
  [night, day, mix],
  [night, mix, day],
  [day, night, mix],
  [day, mix, night],
  [mix, night, day],
  [mix, day, night],
];

test.each(orders.map((order) => ({ order, names: order.map(({ pack }) => pack).join(", ") })))(
  "packs make the same policy in any order: $names",
  ({ order }) => {
    const together = (packs: readonly Pack[]) =>
      packs.reduce((policy, pack) => extendPolicy(policy, pack), base as Policy);
    const made = together(order);
    expect(JSON.stringify(made)).toBe(JSON.stringify(together(orders[0] ?? [])));
    expect(idsOf(made.signs)).toEqual(["zeal", "alone", "more", "quiet", "shared"]);
  },
);

test("a part that two packs have in the same words stands once, however its fields are ordered", () => {
  const turned = packOf("turned", {
    signs: [Object.fromEntries(Object.entries(sign("shared", daily)).reverse()) as never],
  });
  expect(idsOf(extendPolicy(extendPolicy(base, night), turned).signs)).toEqual(["zeal", "quiet", "shared"]);
});

const problemsOf = (policy: Policy, pack: Pack) => {
  const result = safeExtendPolicy(policy, pack);
  return result.ok ? [] : result.problems.map(({ pointer, code, message }) => [pointer, code, message]);
};

test.each<readonly [what: string, policy: Policy, pack: Pack, told: readonly (readonly string[])[]]>([
  [
    "that is there already",
    extendPolicy(base, mix),
    mix,
    [["/pack", "duplicate", 'The policy has the pack "mix" already.']],
  ],
  [
    "with another rule of the same id",
    base,
    packOf("zealous", { signs: [sign("quiet", daily), sign("zeal", daily)] }),
    [
      [
        "/add/signs/1/id",
        "duplicate",
        'The policy has another "zeal" already, which says something else. Add packs first, and change what they bring afterwards.',
      ],
    ],
  ],
  [
    "with another fact of the same name",
    extendPolicy(base, night),
    packOf("places", {
      facts: {
        sites: {
          question: "Where?",
          domain: { kind: "number", min: 1, whole: true, unit: "sites" },
          from: { read: "/extensions/sites" },
        },
      },
    }),
    [
      [
        "/add/facts/sites",
        "duplicate",
        'The policy has another "sites" already, which says something else. Add packs first, and change what they bring afterwards.',
      ],
    ],
  ],
  [
    "for a tier that has another name",
    base,
    packOf("high", { signs: [sign("quiet", daily), { ...sign("steep", daily), tier: "centrel" }] }),
    [
      [
        "/add/signs/1/tier",
        "unknown-reference",
        'The pack "high" needs what is not there. This policy has no tier "centrel". Did you mean "central"?',
      ],
    ],
  ],
  [
    "that covers a rule which has another name",
    base,
    packOf("cover", { components: [component({ id: "again", covers: ["zeel"] })] }),
    [
      [
        "/add/components/0/covers/0",
        "unknown-reference",
        'The pack "cover" needs what is not there. This policy has no rule "zeel". Did you mean "zeal"?',
      ],
    ],
  ],
  [
    "that asks in a review which has another name",
    base,
    packOf("asks", { checklist: [{ review: "plans", id: "cost", question: "Is it paid for?" }] }),
    [
      [
        "/add/checklist/0/review",
        "unknown-reference",
        'The pack "asks" needs what is not there. This policy has no review "plans". Did you mean "plan"?',
      ],
    ],
  ],
  [
    "with a condition that is none",
    base,
    packOf("odd", { checklist: [{ ...item("cost"), met: { fact: "usrs", atLeast: 1 } }] }),
    [["/add/checklist/0/met/fact", "unknown-fact", 'There is no fact "usrs". Did you mean "users"?']],
  ],
])("a pack %s is told where it says so", (_, policy, pack, told) => {
  expect(problemsOf(policy, pack)).toEqual(told);
});

test("a pack that cannot be added throws with its problems", () => {
  expect(() => extendPolicy(extendPolicy(base, mix), mix)).toThrow(PlimsollError);
});

test("what a pack has brought can be changed and taken away like everything else", () => {
  const changed = extendPolicy(extendPolicy(base, night), {
    ...{ id: "ours", version: "3.0.0", remove: ["quiet"] },
    change: { shared: { title: "Ours" } },
  });
  expect(changed.signs?.map(({ id, title }) => [id, title])).toEqual([
    ["zeal", sign("zeal", daily).title],
    ["shared", "Ours"],
  ]);
  expect(extendPolicy(changed, mix)).toMatchObject({ id: "ours", version: "3.0.0+mix.night" });
});
