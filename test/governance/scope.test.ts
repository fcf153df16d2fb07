import type { AppProfile } from "plimsoll";
import type { Scope } from "plimsoll/governance";
import { describe, expect, test } from "vitest";
import { beyondScope } from "../../src/governance/index.js";

const app = (fields: object): AppProfile => ({ id: "app", name: "App", ...fields });
const erp = (direction?: "read" | "write" | "bidirectional") =>
  app({ integrations: [{ system: "ERP", ...(direction && { direction }) }] });
const systems = (...directions: readonly ("read" | "write" | "bidirectional")[]): Scope => ({
  systems: directions.map((direction) => ({ system: "ERP", direction })),
});
const health = app({ data: [{ class: "health" }] });
const at = (stage: string) => app({ lifecycle: { stage } });

type Expected = readonly { readonly certain: boolean; readonly pointers: readonly string[] }[];
type Row = readonly [name: string, profile: AppProfile, scope: Scope, expected: Expected];

const beyond = (...pointers: readonly string[]): Expected => [{ certain: true, pointers }];
const open = (...pointers: readonly string[]): Expected => [{ certain: false, pointers }];

describe.each([
  [
    "users",
    [
      ["as many as approved", app({ audience: { users: 100 } }), { users: 100 }, []],
      ["one more", app({ audience: { users: 101 } }), { users: 100 }, beyond("/audience/users")],
      ["nobody told how many", app({}), { users: 100 }, open("/audience/users")],
      [
        "more at once than approved",
        app({ audience: { peakConcurrent: 101 } }),
        { users: 100 },
        beyond("/audience/peakConcurrent"),
      ],
      ["fewer at once", app({ audience: { peakConcurrent: 9 } }), { users: 100 }, open("/audience/users")],
      ["nothing approved, and one person", app({ audience: { users: 1 } }), {}, beyond("/audience/users")],
    ],
  ],
  [
    "systems",
    [
      ["as approved", erp("read"), systems("read"), []],
      ["both ways cover reading", erp("read"), systems("bidirectional"), []],
      ["both ways cover writing", erp("write"), systems("bidirectional"), []],
      ["reading and writing cover both ways", erp("bidirectional"), systems("read", "write"), []],
      ["the other direction", erp("write"), systems("read"), beyond("/integrations/0/direction")],
      ["both ways, where one is approved", erp("bidirectional"), systems("write"), beyond("/integrations/0/direction")],
      [
        "another system",
        erp("read"),
        { systems: [{ system: "CRM", direction: "read" }] },
        beyond("/integrations/0/system"),
      ],
      ["a direction that is not told", erp(), systems("read"), open("/integrations/0/direction")],
      ["a direction that is not told, where both are approved", erp(), systems("bidirectional"), []],
      ["no system", app({ integrations: [] }), { systems: [] }, []],
      ["no list", app({}), systems("read"), open("/integrations")],
      ["a list cut short", { ...erp("read"), partial: ["/integrations"] }, systems("read"), open("/integrations")],
      [
        "what a component handles counts too",
        app({ integrations: [{ system: "ERP", direction: "read", component: { id: "integration-connector" } }] }),
        { systems: [] },
        beyond("/integrations/0/system"),
      ],
      ["nothing approved, and nothing there", app({ integrations: [] }), {}, beyond()],
    ],
  ],
  [
    "data",
    [
      ["as approved", health, { data: ["health"] }, []],
      ["another sensitive class", health, { data: ["personal", "payment"] }, beyond("/data/0/class")],
      [
        "less sensitive than approved",
        app({ data: [{ class: "general" }, { class: "semi-sensitive" }] }),
        { data: ["health"] },
        [],
      ],
      [
        "more sensitive than approved",
        app({ data: [{ class: "semi-sensitive" }] }),
        { data: ["general"] },
        beyond("/data/0/class"),
      ],
      ["none approved", app({ data: [{ class: "general" }] }), { data: [] }, beyond("/data/0/class")],
      ["a class that is not told", app({ data: [{}] }), { data: ["health"] }, open("/data/0/class")],
      [
        "a class that is not told, where every class is approved",
        app({ data: [{}] }),
        { data: ["personal", "financial", "health", "payment", "secrets"] },
        [],
      ],
      ["no list", app({}), { data: ["health"] }, open("/data")],
      ["a list cut short", { ...health, partial: ["/data"] }, { data: ["health"] }, open("/data")],
    ],
  ],
  [
    "environment",
    [
      ["as far as approved", at("production"), { environment: "production" }, []],
      ["not yet as far", at("idea"), { environment: "pilot" }, []],
      ["further", at("production"), { environment: "pilot" }, beyond("/lifecycle/stage")],
      ["in use no more", at("retired"), { environment: "idea" }, []],
      ["not told", app({}), { environment: "pilot" }, open("/lifecycle/stage")],
      ["not told, where every stage is approved", app({}), { environment: "production" }, []],
      ["nothing approved", at("idea"), {}, beyond("/lifecycle/stage")],
    ],
  ],
] as const satisfies readonly (readonly ["users" | "systems" | "data" | "environment", readonly Row[]])[])(
  "a scope covers %s",
  (part, rows) => {
    test.each<Row>(rows)("%s", (_, profile, scope, expected) => {
      const seen = beyondScope(profile, scope, [part]);
      expect(seen.map(({ certain, pointers }) => ({ certain, pointers }))).toEqual(expected);
      expect(seen.every((each) => each.part === part)).toBe(true);
    });
  },
);

test.each<readonly [string, AppProfile, Scope, "users" | "systems" | "data", string]>([
  [
    "what is beyond",
    app({ audience: { users: 140 } }),
    { users: 100 },
    "users",
    "Beyond the approval: 140 people. The approval covers up to 100 people.",
  ],
  [
    "one person",
    app({ audience: { users: 1 } }),
    { users: 0 },
    "users",
    "Beyond the approval: 1 person. The approval covers up to 0 people.",
  ],
  [
    "what is not told",
    erp(),
    systems("read"),
    "systems",
    "Not told yet: in which direction data flows to ERP. The approval covers ERP (read).",
  ],
  [
    "each thing once",
    app({ data: [{ class: "health" }, { class: "health" }] }),
    { data: [] },
    "data",
    "Beyond the approval: health data. The approval covers no data.",
  ],
  ["what was never spoken of", app({ integrations: [] }), {}, "systems", "The approval says nothing of systems."],
])("a sentence says %s", (_, profile, scope, part, message) => {
  expect(beyondScope(profile, scope, [part]).map((each) => each.message)).toEqual([message]);
});

test("what is certain is told before what is open", () => {
  const profile = app({ integrations: [{ system: "CRM" }, { system: "ERP" }], partial: ["/integrations"] });
  const scope: Scope = { systems: [{ system: "ERP", direction: "read" }] };
  expect(beyondScope(profile, scope, ["systems"])).toMatchObject([
    { certain: true, pointers: ["/integrations/0/system"] },
  ]);
});
