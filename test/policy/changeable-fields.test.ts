import { type Policy, type PolicyChanges, type Problem, safeExtendPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { boundary, check, component, review } from "./a-governance.js";
import { criterion, emptyPolicy, limitedTiers, manyUsers, sign } from "./a-policy.js";

const small = check({ id: "small", when: manyUsers });
const grown = check({ id: "grown", beyond: "users" });
const expired = check({ id: "expired", expired: true });
const unseen = check({ id: "unseen", unseenFor: 183 });
const weight = { id: "crowded", title: "many use it", when: manyUsers, times: 2, why: "Many are many." } as const;
const checks = [small, grown, expired, unseen];
const audit = { everyDays: 92, points: { low: 1, medium: 3, high: 9 }, weights: [weight], checks };
const base: Policy = {
  ...emptyPolicy,
  tiers: limitedTiers(manyUsers),
  criteria: [criterion(manyUsers)],
  signs: [sign("daily", manyUsers)],
  components: [component()],
  reviews: [review()],
  boundaries: [boundary()],
  audit,
};

const identity = { id: "ours", version: "2.0.0" };
const daily = { fact: "dailyDependence", is: true } as const;
const source = "The handbook";
const references = [{ title: "A report", date: "2026-04", url: "https://example.org/report", id: "R-1" }];
const background = {
  source,
  references,
  effort: "hours",
  lifecycle: { since: "2.0.0", stage: "experimental" },
} as const;
const text = { title: "Other", why: "For reasons.", advice: "Ask us.", ...background };
const loud = { ...text, severity: "high" } as const;
const ofPolicy = {
  title: "Ours",
  description: "As we do it.",
  help: { who: "us", how: "Ring.", bring: "the app" },
  retirement: { asks: ["Its users"], decides: "Department head", keepArchiveForDays: 365 },
};
const ofComponent = {
  title: "Other",
  summary: "It logs people in.",
  covers: ["daily"],
  from: "2.1",
  when: daily,
  retired: "Use the portal.",
  source,
  references,
};
const ofReview = {
  title: "Other",
  why: "For reasons.",
  milestone: "launch",
  above: "team",
  when: daily,
  checklist: [{ id: "cost", question: "Is it paid for?" }],
  approvers: ["Owner"],
  minutes: 60,
  validFor: 30,
  covers: ["data"] as const,
  source,
};
const ofBoundary = {
  ...text,
  actions: ["deploy"],
  above: "team",
  when: daily,
  unlessUsing: ["login"],
  review: "plan",
  instead: "Wait for January.",
};
const ofAudit = {
  everyDays: 31,
  points: { low: 2, medium: 4, high: 8 },
  tierPoints: { central: 5 },
  furtherShare: 0.5,
};

describe("every field may change", () => {
  test.each<readonly [what: string, changes: Partial<PolicyChanges>, changed: Partial<Policy>]>([
    ["of the policy around its rules", ofPolicy, ofPolicy],
    ["of a component", { components: { login: ofComponent } }, { components: [{ id: "login", ...ofComponent }] }],
    ["of a review", { reviews: { plan: ofReview } }, { reviews: [{ id: "plan", ...ofReview }] }],
    ["of a boundary", { boundaries: { line: ofBoundary } }, { boundaries: [{ id: "line", ...ofBoundary }] }],
    ["of the audit", { audit: ofAudit }, { audit: { ...audit, ...ofAudit } }],
    [
      "of its checks",
      {
        audit: {
          checks: {
            small: { ...loud, suggests: "retirement", when: daily },
            grown: { beyond: "data" },
            expired: { expired: true, severity: "high" },
            unseen: { unseenFor: 30 },
          },
        },
      },
      {
        audit: {
          ...audit,
          checks: [
            { id: "small", ...loud, suggests: "retirement", when: daily },
            { ...grown, beyond: "data" },
            { ...expired, severity: "high" },
            { ...unseen, unseenFor: 30 },
          ],
        },
      },
    ],
    [
      "of what weighs",
      {
        audit: { weights: { crowded: { title: "more use it", when: daily, times: 3, why: "So it is.", references } } },
      },
      {
        audit: {
          ...audit,
          weights: [{ id: "crowded", title: "more use it", when: daily, times: 3, why: "So it is.", references }],
        },
      },
    ],
  ])("%s", (_, changes, changed) => {
    const value = { ...base, ...identity, ...changed };
    expect(safeExtendPolicy(base, { ...identity, ...changes })).toEqual({ ok: true, value });
  });
});

/** One problem: where it stands, what it says, and what it suggests. */
type Told = readonly [pointer: string, message: string, suggestion?: string];

function problemOf(code: Problem["code"], [pointer, message, suggestion]: Told): Problem {
  return { pointer, code, message, ...(suggestion !== undefined && { suggestion }) };
}

// As it comes from a file, where no compiler has seen it.
const extend = (policy: Policy, changes: object) =>
  safeExtendPolicy(policy, { ...identity, ...changes } as PolicyChanges);

describe("no other field may change", () => {
  test.each<readonly [what: string, changes: object, told: Told]>([
    [
      "of a component",
      { components: { login: { titel: "Other" } } },
      ["/components/login/titel", '"titel" is not a field of the component "login". Did you mean "title"?', "title"],
    ],
    [
      "of a review",
      { reviews: { plan: { minute: 5 } } },
      ["/reviews/plan/minute", '"minute" is not a field of the review "plan". Did you mean "minutes"?', "minutes"],
    ],
    [
      "of a boundary",
      { boundaries: { line: { action: [] } } },
      ["/boundaries/line/action", '"action" is not a field of the boundary "line". Did you mean "actions"?', "actions"],
    ],
    [
      "of a check",
      { audit: { checks: { unseen: { unseen: 5 } } } },
      [
        "/audit/checks/unseen/unseen",
        '"unseen" is not a field of the check "unseen". Valid here: title, why, advice, source, references, effort, lifecycle, severity, suggests, when, beyond, expired, unseenFor.',
      ],
    ],
    [
      "of the audit",
      { audit: { scales: {} } },
      [
        "/audit/scales",
        '"scales" is not a field of the audit. Valid here: everyDays, points, tierPoints, furtherShare, checks, weights.',
      ],
    ],
    [
      "of what weighs",
      { audit: { weights: { crowded: { factor: 3 } } } },
      [
        "/audit/weights/crowded/factor",
        '"factor" is not a field of the weight "crowded". Valid here: title, why, references, when, times.',
      ],
    ],
    [
      "of the changes",
      { rubrics: [] },
      [
        "/rubrics",
        '"rubrics" is not a field of a list of changes. Valid here: extends, with, id, version, title, description, change, remove, audit, help, retirement, add, components, reviews, boundaries, tables, adjustments.',
      ],
    ],
    [
      "of what is added",
      { add: { nothing: [] } },
      [
        "/add/nothing",
        '"nothing" is not a field of what is added. Valid here: facts, criteria, signs, checklist, checks, weights, rubrics, rows, components, reviews, boundaries, tables, adjustments.',
      ],
    ],
  ])("%s", (_, changes, told) => {
    expect(extend(base, changes)).toEqual({ ok: false, problems: [problemOf("unknown-key", told)] });
  });
});

describe("nothing may change where a policy has but tiers", () => {
  const noAudit = "The policy that is extended has no audit to change. Write a policy with one.";

  test.each<readonly [what: string, changes: object, told: Told]>([
    ["of its rules", { change: { daily: {} } }, ["/change/daily", 'This policy has no rule "daily".']],
    ["of what is removed", { remove: ["daily"] }, ["/remove/0", 'This policy has no rule "daily".']],
    [
      "of its components",
      { components: { login: null } },
      ["/components/login", 'This policy has no component "login".'],
    ],
    ["of its reviews", { reviews: { plan: {} } }, ["/reviews/plan", 'This policy has no review "plan".']],
    ["of its boundaries", { boundaries: { line: {} } }, ["/boundaries/line", 'This policy has no boundary "line".']],
    ["of its audit", { audit: { everyDays: 31 } }, ["/audit", noAudit]],
    ["of its checks", { add: { checks: [unseen] } }, ["/add/checks", noAudit]],
    ["of what weighs", { add: { weights: [weight] } }, ["/add/weights", noAudit]],
    [
      "of its checklists",
      { add: { checklist: [{ review: "plan", id: "cost", question: "Is it paid for?" }] } },
      ["/add/checklist/0/review", 'This policy has no review "plan".'],
    ],
  ])("%s", (_, changes, told) => {
    expect(extend(emptyPolicy, changes)).toEqual({ ok: false, problems: [problemOf("unknown-reference", told)] });
  });
});
