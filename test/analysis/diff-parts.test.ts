import {
  type Action,
  authorize,
  type Boundary,
  type Component,
  classify,
  dueReviews,
  type Policy,
  type Review,
  standardPolicy,
} from "plimsoll";
import { diffPolicies, type PartChange, type PartWitness } from "plimsoll/analysis";
import { expect, test } from "vitest";

/** The policy as JSON, with one part changed by its id. */
const changed =
  <List extends "components" | "reviews" | "boundaries">(
    list: List,
    id: string,
    change: (part: NonNullable<Policy[List]>[number]) => object | undefined,
  ) =>
  (policy: Policy): Policy => {
    const parts = (policy[list] ?? []) as readonly NonNullable<Policy[List]>[number][];
    return { ...policy, [list]: parts.flatMap((part) => (part.id === id ? (change(part) ?? []) : [part])) };
  };
const component = (id: string, change: Partial<Component>) =>
  changed("components", id, (part) => ({ ...part, ...change }));
const review = (id: string, change: Partial<Review>) => changed("reviews", id, (part) => ({ ...part, ...change }));
const boundary = (id: string, change: Partial<Boundary>) =>
  changed("boundaries", id, (part) => ({ ...part, ...change }));
/** A field that is left out, or an item with other fields. */
const without = (list: "components" | "boundaries", id: string, field: string) =>
  changed(list, id, (part) => Object.fromEntries(Object.entries(part).filter(([name]) => name !== field)));
const item = (id: string, of: string, change: object) =>
  changed("reviews", id, (part) => {
    const { checklist } = part as Review;
    return { ...part, checklist: checklist.map((each) => (each.id === of ? { ...each, ...change } : each)) };
  });
const sign = (id: string, change: object) => (policy: Policy) => ({
  ...policy,
  signs: policy.signs?.map((each) => (each.id === id ? { ...each, ...change } : each)) ?? [],
});
const check = (id: string, change: object) => (policy: Policy) => ({
  ...policy,
  ...(policy.audit && {
    audit: {
      ...policy.audit,
      checks: policy.audit.checks.map((each) => (each.id === id ? { ...each, ...change } : each)),
    },
  }),
});

/** What a policy says of an app that shows a difference. */
function saidBy(policy: Policy, { profile, asOf, approvals: given, action, milestone }: PartWitness): unknown {
  const approvals = given.map((approval) => ({ ...approval, policy: { id: policy.id, version: policy.version } }));
  if (milestone !== undefined) {
    const isKnown = policy.reviews?.some((each) => each.milestone === milestone);
    const due = isKnown ? dueReviews(profile, { milestone, approvals, asOf }, policy) : [];
    return due.map((each) => [each.review, each.checklist.map(({ id, answer }) => `${id}: ${answer}`)]);
  }
  if (action !== undefined) {
    const asked: Action = action.kind === "custom" ? { ...action, apply: (app) => app } : action;
    const { decision, reviews } = authorize(asked, { profile, approvals, asOf }, policy);
    return [decision, reviews];
  }
  const { tier, findings } = classify(profile, policy, { asOf });
  return [tier, findings.map(({ id, status, tier: lifts, severity }) => [id, status, lifts, severity])];
}

type Row = readonly [what: string, change: (policy: Policy) => Policy, pointer: string, effect: PartChange["effect"]];

test.each<Row>([
  [
    "a component covers too much",
    component("integration-connector", { covers: ["integration-architecture", "write-back"] }),
    "/components/2/covers",
    "decides",
  ],
  [
    "a component covers what it can never handle",
    component("integration-connector", { covers: ["integration-architecture", "business-critical"] }),
    "/components/2/covers",
    "none",
  ],
  [
    "a component is retired",
    component("payment-processing", { retired: "Use another." }),
    "/components/0/retired",
    "decides",
  ],
  [
    "a component covers from a version on",
    component("payment-processing", { from: "2" }),
    "/components/0/from",
    "decides",
  ],
  [
    "a component covers small apps only",
    component("payment-processing", { when: { fact: "users", atMost: 100 } }),
    "/components/0/when",
    "decides",
  ],
  ["a component is gone", changed("components", "payment-processing", () => undefined), "/components/0", "decides"],
  [
    "a review's condition is raised",
    review("integration", { when: { fact: "integrationPoints", atLeast: 2 } }),
    "/reviews/1/when",
    "decides",
  ],
  [
    "a review's condition is told by another word",
    review("integration", { when: { fact: "integrationPoints", above: 0 } }),
    "/reviews/1/when",
    "none",
  ],
  [
    "what an item is met by is told by other words",
    item("security", "protection", { met: { not: { fact: "unencryptedData", is: true } } }),
    "/reviews/2/checklist/1/met",
    "none",
  ],
  ["a review is asked of fewer apps", review("architecture", { above: "it-review" }), "/reviews/0/above", "decides"],
  ["an approval counts for longer", review("architecture", { validFor: 730 }), "/reviews/0/validFor", "decides"],
  ["somebody else approves", review("architecture", { approvers: ["Anybody"] }), "/reviews/0/approvers", "decides"],
  ["an approval covers less", review("architecture", { covers: ["users"] }), "/reviews/0/covers", "decides"],
  ["a review takes longer", review("architecture", { minutes: 60 }), "/reviews/0/minutes", "none"],
  [
    "an item asks for less",
    item("security", "access", { met: { fact: "accessControl", atMost: "app" } }),
    "/reviews/2/checklist/0/met",
    "decides",
  ],
  [
    "an item asks for nothing to be shown",
    item("security", "access", { evidence: undefined }),
    "/reviews/2/checklist/0/evidence",
    "decides",
  ],
  [
    "an item asks in other words",
    item("security", "access", { evidence: "Look." }),
    "/reviews/2/checklist/0/evidence",
    "none",
  ],
  [
    "an item asks for fewer facts",
    item("architecture", "scope", { requiresFacts: ["users"] }),
    "/reviews/0/checklist/0/requiresFacts",
    "decides",
  ],
  [
    "an item is gone",
    changed("reviews", "architecture", (part) => ({ ...part, checklist: (part as Review).checklist.slice(1) })),
    "/reviews/0/checklist/0",
    "decides",
  ],
  ["a boundary is moved", boundary("crossing", { above: "it-review" }), "/boundaries/2/above", "decides"],
  [
    "a boundary asks for less",
    boundary("it-built-connector", { when: { fact: "bidirectionalSystems", atLeast: 1 } }),
    "/boundaries/0/when",
    "decides",
  ],
  [
    "a boundary denies no more",
    without("boundaries", "it-built-connector", "instead"),
    "/boundaries/0/instead",
    "decides",
  ],
  [
    "a boundary asks for another review",
    boundary("data-approval", { review: "architecture" }),
    "/boundaries/1/review",
    "decides",
  ],
  [
    "a boundary stands before more actions",
    boundary("data-approval", { actions: ["access", "share"] }),
    "/boundaries/1/actions",
    "decides",
  ],
  [
    "a component opens a boundary no more",
    boundary("it-built-connector", { unlessUsing: ["data-synchronisation"] }),
    "/boundaries/0/unlessUsing",
    "decides",
  ],
  ["a boundary is gone", changed("boundaries", "production-sign-off", () => undefined), "/boundaries/3", "decides"],
  ["a severity is lowered", sign("sensitive-data", { severity: "low" }), "/signs/0/severity", "decides"],
  ["a sign advises otherwise", sign("sensitive-data", { advice: "Call IT." }), "/signs/0/advice", "none"],
  ["a check is less severe", check("orphaned", { severity: "low" }), "/audit/checks/7/severity", "decides"],
  ["a check waits longer", check("unseen", { unseenFor: 300 }), "/audit/checks/8/unseenFor", "may-decide"],
  [
    "what makes an audit overdue",
    (policy) => ({ ...policy, ...(policy.audit && { audit: { ...policy.audit, everyDays: 180 } }) }),
    "/audit/everyDays",
    "may-decide",
  ],
  ["approvals are given by another id", (policy) => ({ ...policy, id: "ours" }), "/id", "decides"],
  ["it has another title", (policy) => ({ ...policy, title: "Ours" }), "/title", "none"],
])("what is decided otherwise is told where it is written, and shown: %s", (_, change, pointer, effect) => {
  const after = change(standardPolicy);
  const diff = diffPolicies(standardPolicy, after);
  if (diff.verdict === "too-large") throw new Error(diff.message);
  expect(diff.verdict).toBe(effect === "none" ? "equivalent" : "different");
  expect(diff.parts.map((part) => [part.pointer, part.effect])).toEqual([[pointer, effect]]);
  for (const { witness, words } of diff.parts) {
    expect(words).toMatch(/\.$/);
    expect(witness !== undefined).toBe(effect === "decides");
    // The severity of a check is what an audit says; of all others each policy says something else of the app.
    if (witness === undefined || pointer.startsWith("/audit") || pointer === "/id") continue;
    expect(saidBy(standardPolicy, witness)).not.toEqual(saidBy(after, witness));
  }
  expect(JSON.parse(JSON.stringify(diff))).toEqual(diff);
});

test("lists that mean the same in another order are the same", () => {
  const [first, ...others] = standardPolicy.boundaries ?? [];
  const boundaries = [
    ...others,
    ...(first === undefined ? [] : [{ ...first, unlessUsing: [...(first.unlessUsing ?? [])].reverse() }]),
  ];
  expect(diffPolicies(standardPolicy, { ...standardPolicy, boundaries })).toEqual({
    verdict: "equivalent",
    parts: [],
    apps: [],
  });
});

test.each([
  ["asked of apps above the lowest tier", "low", "different", "decides"],
  ["asked of apps above the highest tier, which there are none of", "high", "equivalent", "none"],
] as const)("a rubric that a review counts by moves what the review is asked of: %s", (_, above, verdict, effect) => {
  const policy = (points: number): Policy => ({
    id: "small",
    version: "1.0.0",
    title: "A small policy",
    tiers: ["low", "high"].map((id) => ({ id, title: id, advice: "Go on." })),
    criteria: [{ id: "crowd", title: "A crowd", tier: "high", why: "Many.", when: { fact: "users", atLeast: 100 } }],
    rubrics: [{ id: "risk", title: "Risk", items: [{ points, when: { fact: "departments", atLeast: 2 } }] }],
    reviews: [
      {
        id: "look",
        title: "A look",
        why: "Two see more.",
        milestone: "start",
        above,
        when: { score: "risk", atLeast: 2 },
        checklist: [],
        approvers: ["IT"],
        minutes: 30,
        validFor: 90,
        covers: [],
      },
    ],
  });
  const diff = diffPolicies(policy(1), policy(2));
  expect(diff).toMatchObject({ verdict, parts: [{ part: "rubric", effect }] });
});
