import type { Action, AppProfile } from "plimsoll";
import { describe, expect, test } from "vitest";
import { applyAction } from "../../src/governance/action.js";
import { type Integration, mergeIntegrations } from "../../src/governance/merge.js";

const app = (fields: object): AppProfile => ({ id: "app", name: "App", ...fields });
const component = { id: "integration-connector" };

describe("an action makes of an app", () => {
  test.each<readonly [string, Action, AppProfile, object, object]>([
    ["nothing else, when it starts", { kind: "start" }, app({ data: [] }), app({ data: [] }), app({ data: [] })],
    [
      "one in production, when it is deployed",
      { kind: "deploy" },
      app({ lifecycle: { startedOn: "2026-01-12" } }),
      app({ lifecycle: { startedOn: "2026-01-12", stage: "production" } }),
      app({ lifecycle: { startedOn: "2026-01-12", stage: "production" } }),
    ],
    [
      "one that is connected, too",
      { kind: "connect", integration: { system: "CRM", direction: "read" } },
      app({ integrations: [{ system: "ERP" }] }),
      app({ integrations: [{ system: "ERP" }, { system: "CRM", direction: "read" }], partial: [] }),
      app({ integrations: [{ system: "CRM", direction: "read" }], partial: [] }),
    ],
    [
      "one that is connected to who knows what else",
      { kind: "connect", integration: { system: "CRM", direction: "read" } },
      app({}),
      app({ integrations: [{ system: "CRM", direction: "read" }], partial: ["/integrations"] }),
      app({ integrations: [{ system: "CRM", direction: "read" }], partial: ["/integrations"] }),
    ],
    [
      "one that is connected in another way as well",
      { kind: "connect", integration: { system: "ERP", direction: "write" } },
      app({
        integrations: [{ system: "CRM" }, { system: "ERP", direction: "read" }],
        partial: ["/data", "/integrations"],
      }),
      app({
        integrations: [{ system: "CRM" }, { system: "ERP", direction: "bidirectional" }],
        partial: ["/data", "/integrations"],
      }),
      app({ integrations: [{ system: "ERP", direction: "bidirectional" }], partial: [] }),
    ],
    [
      "one with more data",
      { kind: "access", data: { class: "health" } },
      app({ data: [{ class: "general" }] }),
      app({ data: [{ class: "general" }, { class: "health" }], partial: [] }),
      app({ data: [{ class: "health" }], partial: [] }),
    ],
    [
      "one with more people",
      { kind: "grow", users: 200 },
      app({ audience: { users: 20, departments: ["Sales"] } }),
      app({ audience: { users: 200, departments: ["Sales"] } }),
      app({ audience: { users: 200 } }),
    ],
    [
      "one of which nobody has told how many use it at once, when they were more than there are then",
      { kind: "grow", users: 50 },
      app({ audience: { users: 90, peakConcurrent: 80, builtFor: 10 } }),
      app({ audience: { users: 50, builtFor: 10 } }),
      app({ audience: { users: 50, builtFor: 10 } }),
    ],
    [
      "one that as many people use at once as before, when there may be so many",
      { kind: "grow", users: 80 },
      app({ audience: { peakConcurrent: 80 } }),
      app({ audience: { users: 80, peakConcurrent: 80 } }),
      app({ audience: { users: 80 } }),
    ],
    [
      "one in which a component handles a system",
      { kind: "use", component, for: { system: "ERP" } },
      app({ integrations: [{ system: "CRM" }, { system: "ERP", component: { id: "old" } }] }),
      app({ integrations: [{ system: "CRM" }, { system: "ERP", component }], partial: [] }),
      app({ integrations: [{ system: "ERP", component }], partial: [] }),
    ],
    [
      "one in which a component handles all data of a name",
      { kind: "use", component, for: { data: "Pay" } },
      app({ data: [{ name: "Pay", class: "payment" }, { name: "Shifts" }, { name: "Pay" }] }),
      app({
        data: [{ name: "Pay", class: "payment", component }, { name: "Shifts" }, { name: "Pay", component }],
        partial: [],
      }),
      app({
        data: [
          { name: "Pay", class: "payment", component },
          { name: "Pay", component },
        ],
        partial: [],
      }),
    ],
    [
      "one in which a component meets a regime",
      { kind: "use", component, for: { regime: "SOX" } },
      app({ compliance: [{ regime: "SOX" }] }),
      app({ compliance: [{ regime: "SOX", component }], partial: [] }),
      app({ compliance: [{ regime: "SOX", component }], partial: [] }),
    ],
    [
      "nothing else, when a component is to handle what is not there",
      { kind: "use", component, for: { system: "ERP" } },
      app({ integrations: [{ system: "CRM" }] }),
      app({ integrations: [{ system: "CRM" }], partial: [] }),
      app({ integrations: [], partial: [] }),
    ],
    [
      "what it says itself",
      { kind: "custom", name: "rename", apply: (profile) => ({ ...profile, name: "Other" }) },
      app({}),
      { id: "app", name: "Other" },
      { id: "app", name: "Other" },
    ],
  ])("%s", (_, action, profile, after, added) => {
    expect(applyAction(action, profile)).toMatchObject({ after, added });
    expect(applyAction(action, profile).after).toEqual(after);
    expect(applyAction(action, profile).added).toEqual(added);
  });

  test.each<readonly [string, Action, AppProfile, string, string]>([
    [
      "of a system",
      { kind: "connect", integration: { system: "ERP" } },
      app({ integrations: [{ system: "CRM" }] }),
      "/integrations/0/direction",
      "/integrations/1/direction",
    ],
    [
      "of data",
      { kind: "use", component, for: { data: "Pay" } },
      app({ data: [{}, { name: "Pay" }, {}, { name: "Pay" }] }),
      "/data/1",
      "/data/3",
    ],
    ["of a whole list", { kind: "access", data: {} }, app({}), "/data", "/data"],
    ["of another list", { kind: "access", data: {} }, app({}), "/compliance/0", "/compliance/0"],
    ["of people", { kind: "grow", users: 9 }, app({}), "/audience/users", "/audience/users"],
    ["of the whole app", { kind: "start" }, app({}), "/data/0", "/data/0"],
  ])("what stands in its place: %s", (_, action, profile, pointer, place) => {
    expect(applyAction(action, profile).place(pointer)).toBe(place);
  });
});

describe("two connections to a system are no safer than either", () => {
  const merge = (one: Partial<Integration>, other: Partial<Integration>) => {
    const { system: _, ...rest } = mergeIntegrations({ system: "ERP", ...one }, { system: "ERP", ...other });
    return rest;
  };

  test.each<readonly [string, Partial<Integration>, Partial<Integration>, Partial<Integration>]>([
    ["the same direction", { direction: "read" }, { direction: "read" }, { direction: "read" }],
    ["both directions", { direction: "read" }, { direction: "write" }, { direction: "bidirectional" }],
    ["both directions already", { direction: "bidirectional" }, {}, { direction: "bidirectional" }],
    ["one direction that is not told", { direction: "read" }, {}, {}],
    [
      "checked, and only read",
      { direction: "write", writesValidated: true },
      { direction: "read" },
      { direction: "bidirectional", writesValidated: true },
    ],
    ["checked and not checked", { writesValidated: true }, { writesValidated: false }, { writesValidated: false }],
    ["checked and not told", { writesValidated: true }, {}, {}],
    ["not checked and not told", { writesValidated: false }, {}, { writesValidated: false }],
    ["conflicts", { conflicts: "impossible" }, { conflicts: "handled" }, { conflicts: "handled" }],
    ["events", { eventDriven: false }, { eventDriven: true }, { eventDriven: true }],
    [
      "neither events nor waiting",
      { eventDriven: false, asynchronous: false },
      { eventDriven: false, asynchronous: false },
      { eventDriven: false, asynchronous: false },
    ],
    ["whose account it is", { identity: "service" }, { identity: "shared" }, { identity: "shared" }],
    ["where its secret is", { secret: "vault" }, { secret: "embedded" }, { secret: "embedded" }],
    ["rights that are not told", { rights: "own" }, {}, {}],
    [
      "an owner who has left",
      { accountOwnerPresent: true },
      { accountOwnerPresent: false },
      { accountOwnerPresent: false },
    ],
    ["a connector", { connector: "standard" }, { connector: "http" }, { connector: "http" }],
    ["data that leaves", { leavesOrganisation: false }, { leavesOrganisation: true }, { leavesOrganisation: true }],
    ["two roles", { role: "channel" }, { role: "own-store" }, { role: "own-store" }],
    ["a role that is not told", { role: "channel" }, {}, { role: "system-of-record" }],
    ["what both do", { operations: ["create"] }, { operations: ["create"] }, { operations: ["create"] }],
    ["what is not told that one does", { operations: ["create"] }, {}, {}],
    ["one component", { component }, { component }, { component }],
    ["a component for one of them", { component }, {}, {}],
    [
      "two versions of a component",
      { component: { id: "a", version: "1" } },
      { component: { id: "a", version: "2" } },
      {},
    ],
  ])("%s", (_, one, other, expected) => {
    expect(merge(one, other)).toEqual(expected);
    expect(merge(other, one)).toEqual(expected);
  });
});

test.each<readonly [says: string, audience: AppProfile["audience"], users: number, after: AppProfile["audience"]]>([
  ["whoever can open it, where they are fewer", { canOpen: 100 }, 140, { users: 140 }],
  ["but not where they may be enough", { canOpen: { atLeast: 100 } }, 140, { users: 140, canOpen: { atLeast: 100 } }],
  ["and not where they are enough", { canOpen: 200 }, 140, { users: 140, canOpen: 200 }],
  ["several departments, where one person is left", { departments: ["Sales", "Finance"] }, 1, { users: 1 }],
  ["but not one", { departments: ["Sales"] }, 1, { users: 1, departments: ["Sales"] }],
  ["and not those of several people", { departments: ["Sales", "HR"] }, 2, { users: 2, departments: ["Sales", "HR"] }],
  ["a peak of more people", { peakConcurrent: 30 }, 20, { users: 20 }],
])("who lets it grow to so many no longer says what cannot be then: %s", (_, audience, users, after) => {
  const app: AppProfile = { id: "a", name: "A", ...(audience && { audience }) };
  expect(applyAction({ kind: "grow", users }, app).after.audience).toEqual(after);
});
