import type { AppProfile, Approval, Policy } from "plimsoll";
import { type AppAsOf, coverageText, harmlessApp, policyCoverage } from "plimsoll/testing";
import { describe, expect, test } from "vitest";
import { policyOf, words } from "../policy/a-policy.js";

const review = (id: string, milestone: string, rest: object = {}) => ({
  id,
  title: "A look",
  why: "Two see more.",
  milestone,
  checklist: [],
  approvers: ["The architect"],
  minutes: 30,
  validFor: 90,
  covers: [],
  ...rest,
});
const writing = { fact: "systemsWritten", atLeast: 1 } as const;
const policy: Policy = policyOf(writing, {
  reviews: [review("first", "start", { above: "team" }), review("last", "deploy")],
  boundaries: [
    { id: "writes", ...words, actions: ["connect"], when: writing, review: "first" },
    { id: "never", ...words, actions: ["connect"], when: writing, review: "first", instead: "Ask." },
    { id: "going-live", ...words, actions: ["deploy"], review: "last" },
  ],
  components: [
    { id: "connector", title: "The connector", covers: ["rule"] },
    { id: "old", title: "The old one", covers: ["rule"], retired: { since: "2025-01-01", why: "It is old." } },
    { id: "idle", title: "For nothing", covers: [] },
  ],
  audit: {
    everyDays: 92,
    points: { low: 1, medium: 3, high: 9 },
    checks: [
      { id: "alone", ...words, severity: "low", when: { fact: "builderPresent", is: false } },
      { id: "unseen", ...words, severity: "low", unseenFor: 30 },
    ],
  },
});

const asOf = "2026-01-12";
const quiet = harmlessApp("Rota").build();
const writer = harmlessApp("Rota").writes("Payroll").build();
const approval = (id: string): Approval => ({
  app: quiet.id,
  review: id,
  policy: { id: "house", version: "1.0.0" },
  by: "The architect",
  on: asOf,
  expiresOn: "2026-03-01",
  scope: {},
});
const row = (profile: AppProfile, expected: AppAsOf["expect"], rest: object = {}): AppAsOf => {
  return { profile, asOf, expect: expected, ...rest };
};
const upTo = (milestone: string, profile: AppProfile, rest: object = {}) =>
  row(profile, { reviews: { before: milestone, due: [] } }, rest);

/** How often each part was shown, by its id. */
function shown(...rows: readonly AppAsOf[]) {
  const { reviews, boundaries, components, checks } = policyCoverage(policy, rows);
  return {
    reviews: Object.fromEntries(reviews.map(({ review: id, due, dueNot }) => [id, [due, dueNot]])),
    boundaries: Object.fromEntries(boundaries.map(({ boundary, stopped }) => [boundary, stopped])),
    components: Object.fromEntries(components.map(({ component, covered }) => [component, covered])),
    checks: Object.fromEntries(checks.map(({ check, found }) => [check, found])),
  };
}

describe("a review", () => {
  test.each<readonly [what: string, row: AppAsOf, first: readonly number[], last: readonly number[]]>([
    ["is seen due of an app that needs it", upTo("start", writer), [1, 0], [0, 0]],
    ["is seen not due of one that does not", upTo("start", quiet), [0, 1], [0, 0]],
    ["of an earlier milestone is seen as well", upTo("deploy", writer), [1, 0], [1, 0]],
    ["that was given is not due", upTo("deploy", quiet, { approvals: [approval("last")] }), [0, 1], [0, 1]],
    ["is seen where reviews are expected, and nowhere else", row(writer, { severity: {} }), [0, 0], [0, 0]],
    ["is due on a day", upTo("start", writer, { asOf: undefined }), [0, 0], [0, 0]],
  ])("%s", (_, app, first, last) => {
    expect(shown(app).reviews).toEqual({ first, last });
  });

  test("is looked at as of the day of all, where an app has none of its own", () => {
    const rows = [{ profile: writer, expect: { reviews: { before: "start", due: [] } } }];
    expect(policyCoverage(policy, rows, { asOf }).reviews[0]).toMatchObject({ due: 1, dueNot: 0 });
  });

  test("before a milestone that there is not is refused", () => {
    expect(() => policyCoverage(policy, [upTo("launch", writer)])).toThrow('no milestone "launch"');
  });
});

const on = (kind: "deploy" | "start") => ({ decision: { on: { kind }, is: "allow" } }) as const;
const connecting = (direction: "read" | "write") =>
  ({ decision: { on: { kind: "connect", integration: { system: "Payroll", direction } }, is: "review" } }) as const;

test.each<readonly [what: string, row: AppAsOf, stopping: readonly string[]]>([
  ["asks for a review, or denies", row(quiet, connecting("write")), ["writes", "never"]],
  ["has nothing against what is harmless", row(quiet, connecting("read")), []],
  ["has nothing against what was approved", row(quiet, on("deploy"), { approvals: [approval("last")] }), []],
  ["stands in the way of what was not", row(quiet, on("deploy")), ["going-live"]],
  ["has nothing to say of other actions", row(writer, on("start")), []],
  [
    "has nothing to say of what somebody does by another name",
    row(writer, { decision: { on: { kind: "custom", name: "share" }, is: "allow" } }),
    [],
  ],
  ["says nothing where no decision is expected", row(writer, { audit: {} }), []],
])("a boundary %s", (_, app, stopping) => {
  const { boundaries } = shown(app);
  expect(Object.keys(boundaries).filter((id) => boundaries[id] === 1)).toEqual(stopping);
});

test("a component is shown by an app of which it covers a rule, whatever is expected; one that can cover nothing is not asked for", () => {
  const handled = {
    ...writer,
    integrations: writer.integrations?.map((entry) => ({ ...entry, component: { id: "connector" } })),
  };
  expect(shown(row(handled as AppProfile, undefined)).components).toEqual({ connector: 1 });
  expect(shown(row(writer, undefined)).components).toEqual({ connector: 0 });
});

test("a check is shown by an audit that finds it, where one is expected", () => {
  const gone: AppProfile = { ...quiet, ownership: { ...quiet.ownership, builderPresent: false } };
  expect(shown(row(gone, { audit: {} })).checks).toEqual({ alone: 1, unseen: 1 });
  expect(shown(row(gone, undefined)).checks).toEqual({ alone: 0, unseen: 0 });
});

test("of a policy without an audit no check is asked for", () => {
  const { audit: _, ...unaudited } = policy;
  expect(policyCoverage(unaudited, [row(quiet, { audit: {} })]).checks).toEqual([]);
});

test("all that there is to show adds up, and in words it is told what was not shown", () => {
  const nothing = policyCoverage(policy, []);
  const everything = policyCoverage(policy, [
    upTo("deploy", writer),
    upTo("deploy", quiet, { approvals: [approval("last")] }),
    row(quiet, connecting("write")),
    row(quiet, on("deploy")),
  ]);
  const rules = policyCoverage(policyOf(writing), []);
  // Two reviews, each due and not; three boundaries, a component, and two checks.
  expect(nothing.total - rules.total).toBe(4 + 3 + 1 + 2);
  expect(coverageText(nothing).split("\n")).toEqual(
    expect.arrayContaining([
      'No test sees the review "first" due.',
      'No test sees the review "first" not due.',
      'No test sees the boundary "never" stand in the way of an action.',
      'No app has a rule that the component "connector" covers.',
      'No test sees an audit find "alone".',
    ]),
  );
  expect(coverageText(everything)).not.toMatch(/review|boundary/);
  expect(coverageText(everything)).toMatch(/component "connector".*\n.*find "alone".*\n.*find "unseen"/);
});
