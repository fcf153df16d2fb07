import fc from "fast-check";
import { type Action, type ActionContext, type AppProfile, authorize, dueReviews, PlimsollError } from "plimsoll";
import { describe, expect, test } from "vitest";
import { applyAction } from "../../src/governance/action.js";
import { actionArbitrary } from "../arbitraries/action.js";
import { approvalsArbitrary, today } from "../arbitraries/approval.js";
import { completeProfileArbitrary, profileArbitrary } from "../arbitraries/profile.js";
import { draws } from "../prove/draws.js";

const profile: AppProfile = {
  id: "budget",
  name: "Budget",
  audience: { users: 12, departments: ["Finance"] },
  integrations: [{ system: "ERP", direction: "read", eventDriven: false, asynchronous: false }],
  data: [],
  calculations: [],
  compliance: [],
};
const context = { profile, approvals: [], asOf: today };
const read = { system: "CRM", direction: "read", eventDriven: false, asynchronous: false } as const;

/** What is decided; `refused` where it is no action at all. */
function decide(action: unknown, given: ActionContext): string {
  try {
    // It came past the compiler.
    return authorize(action as Action, given).decision;
  } catch (error) {
    if (error instanceof PlimsollError) return "refused";
    throw error;
  }
}

describe("what nobody told is not taken for harmless", () => {
  test.each<readonly [string, object, string]>([
    ["no direction", { direction: undefined }, "review"],
    ["null for a direction", { direction: null }, "refused"],
    ["an empty direction", { direction: "" }, "refused"],
    ["zero for a direction", { direction: 0 }, "refused"],
    ["a direction in capitals", { direction: "READ" }, "refused"],
    ["null for events", { eventDriven: null }, "refused"],
    ["a text for events", { eventDriven: "no" }, "refused"],
  ])("a connection with %s", (_, changes, decision) => {
    expect(decide({ kind: "connect", integration: { ...read, ...changes } }, context)).toBe(decision);
  });

  test.each<readonly [string, unknown, string]>([
    ["data of no class", {}, "review"],
    ["data whose class is null", { class: null }, "refused"],
    ["data whose class is a text like no other", { class: "Personal" }, "refused"],
    ["no data", null, "refused"],
  ])("%s", (_, data, decision) => {
    expect(decide({ kind: "access", data }, context)).toBe(decision);
  });

  test.each([
    null,
    7,
    {},
    { kind: "conect" },
    { kind: "grow", users: "9" },
    { kind: "custom", name: "x" },
    { kind: "toString" },
  ])("%j is no action", (action) => {
    expect(decide(action, context)).toBe("refused");
  });
});

test("a kind of action that looks misspelt is named", () => {
  expect(() => authorize({ kind: "conect" } as unknown as Action, context)).toThrow(
    expect.objectContaining({
      code: "invalid-action",
      problems: [expect.objectContaining({ pointer: "/kind", suggestion: "connect" })],
    }),
  );
});

test.each([{}, { field: "ERP" }, { system: undefined }, { system: "ERP", data: "Prices" }])(
  "a component that is used for %o is used for nothing",
  (used) => {
    const action = { kind: "use", component: { id: "integration-connector" }, for: used } as unknown as Action; // past the compiler
    expect(() => authorize(action, context)).toThrow(expect.objectContaining({ code: "invalid-action" }));
  },
);

test("what a custom action makes of an app is held to the shape of an app, and is that app", () => {
  const share = (apply: (app: AppProfile) => AppProfile): Action => ({ kind: "custom", name: "share", apply });
  const codeOf = (action: Action) => {
    try {
      return authorize(action, context).decision;
    } catch (error) {
      return error instanceof PlimsollError ? error.code : "another error";
    }
  };
  expect(codeOf(share((app) => app))).toBe("review");
  expect(codeOf(share((app) => ({ ...app, id: "approved" })))).toBe("invalid-action");
  expect(codeOf(share(() => JSON.parse('{ "id": "budget", "name": "Budget", "data": 7 }')))).toBe("invalid-profile");
  const thrown = new Error("no network here");
  const failing = share(() => {
    throw thrown;
  });
  expect(() => authorize(failing, context)).toThrow(expect.objectContaining({ code: "invalid-action", cause: thrown }));
});

describe("another spelling is the same system", () => {
  test.each(["ERP", "ERP ", "erp", "ERP\u200b", "E\u00adRP", "ＥＲＰ", "ЕRP"])("%j", (system) => {
    const action: Action = { kind: "connect", integration: { system, direction: "write" } };
    const { decision, after } = authorize(action, context);
    expect(decision).toBe("deny");
    expect(after.findings.map(({ id }) => id)).toContain("writes-to-system");
  });

  test("also where a component is to handle it, and where an approval covers it", () => {
    const use = (system: string): Action => ({
      kind: "use",
      component: { id: "integration-connector" },
      for: { system },
    });
    expect(applyAction(use("erp "), profile).after).toEqual(applyAction(use("ERP"), profile).after);
    const approval = {
      app: "budget",
      review: "integration",
      policy: { id: "standard", version: "1.0.0" },
      by: "integration specialist",
      on: today,
      expiresOn: "2027-01-12",
      scope: { systems: [{ system: "erp", direction: "read" as const }] },
    };
    const reviewed = { ...profile, audience: { ...profile.audience, users: 140 } };
    const due = dueReviews(reviewed, { milestone: "connect", approvals: [approval], asOf: today });
    expect(due.map(({ review }) => review)).not.toContain("integration");
  });
});

type Path = readonly string[];

function pathsIn(value: unknown): readonly Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [[key], ...pathsIn(part).map((rest) => [key, ...rest])]);
}

/** A value in which something else stands at a place, or nothing. */
function changed(value: unknown, [key = "", ...rest]: Path, change: (part: unknown) => unknown): unknown {
  const entries = Object.entries(Object(value)).flatMap(([name, part]) => {
    if (name !== key) return [[name, part]];
    const next = rest.length > 0 ? changed(part, rest, change) : change(part);
    return next === undefined ? [] : [[name, next]];
  });
  return Object.fromEntries(entries);
}

const spelledOtherwise = [
  (name: string) => `${name} `,
  (name: string) => name.toLowerCase(),
  (name: string) => `${name}\u200b`,
  (name: string) => name.normalize("NFKD"),
];

/** What may come of a field on its way: it is left out, null, of another type, or a name that is spelled otherwise. */
const accidents = fc.oneof(
  fc.constant(() => undefined),
  fc.constant(() => null),
  fc
    .constantFrom<unknown>("", 0, false, [], {}, "x")
    .map((other) => (part: unknown) => (typeof part === typeof other ? part : other)),
  fc
    .constantFrom(...spelledOtherwise)
    .map((spell) => (part: unknown) => (typeof part === "string" ? spell(part) : part)),
);

const anyProfile = fc.oneof(completeProfileArbitrary, profileArbitrary);
const plainAction = actionArbitrary.filter(({ kind }) => kind !== "custom");

test("no accident on the way of an action turns what is denied or reviewed into what is allowed", () => {
  const decisions = new Set<string>();
  const asked = fc
    .tuple(anyProfile, plainAction)
    .chain(([app, action]) =>
      fc.tuple(fc.constant(app), fc.constant(action), approvalsArbitrary(applyAction(action, app).after)),
    );
  fc.assert(
    fc.property(asked, fc.nat(), accidents, ([app, action, approvals], at, accident) => {
      const given = { profile: app, approvals, asOf: today };
      const paths = pathsIn(action);
      const other = changed(action, paths[at % paths.length] ?? [], accident);
      const [before, after] = [decide(action, given), decide(other, given)];
      decisions.add(`${before}, ${after}`);
      if (before !== "allow") expect(after).not.toBe("allow");
    }),
    draws(3000),
  );
  expect([...decisions]).toEqual(
    expect.arrayContaining(["deny, refused", "review, review", "deny, deny", "allow, allow"]),
  );
});
