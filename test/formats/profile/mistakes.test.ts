import { type ProblemCode, safeParseProfile } from "plimsoll";
import { describe, expect, test } from "vitest";

const minimal = { id: "a", name: "A" };

/** A sentence or two: from a capital, a digit or a quoted name to a full stop or a question mark. */
const sentences = /^["A-Z\d].*[.?]$/s;

/** What is wrong, where it stands, its code, what the message must name, and the nearest valid name. */
type Row = [mistake: string, fields: object, pointer: string, code: ProblemCode, named: string, suggestion?: string];

function expectProblem(input: unknown, [pointer, code, named, suggestion]: [string, ProblemCode, string, string?]) {
  const result = safeParseProfile(input);
  if (result.ok) throw new Error("A problem was expected.");
  const message = expect.stringMatching(sentences);
  expect(result.problems).toMatchObject([{ pointer, code, message, ...(suggestion !== undefined && { suggestion }) }]);
  expect(result.problems[0]?.message).toContain(named);
}

describe("a misspelt key is named with its nearest valid one", () => {
  test.each<Row>([
    ["at the top", { audiance: {} }, "/audiance", "unknown-key", '"audiance"', "audience"],
    ["in another case", { Integrations: [] }, "/Integrations", "unknown-key", '"Integrations"', "integrations"],
    ["with punctuation", { schema_version: 1 }, "/schema_version", "unknown-key", '"schema_version"', "schemaVersion"],
    ["in the audience", { audience: { user: 1 } }, "/audience/user", "unknown-key", '"user"', "users"],
    [
      "in an integration",
      { integrations: [{ system: "ERP", directoin: "read" }] },
      "/integrations/0/directoin",
      "unknown-key",
      '"directoin"',
      "direction",
    ],
    [
      "in a component",
      { data: [{}, { component: { id: "a", verison: "1" } }] },
      "/data/1/component/verison",
      "unknown-key",
      '"verison"',
      "version",
    ],
    ["in data", { data: [{ clas: "health" }] }, "/data/0/clas", "unknown-key", '"clas"', "class"],
    [
      "in a calculation",
      { calculations: [{ complexty: "simple" }] },
      "/calculations/0/complexty",
      "unknown-key",
      '"complexty"',
      "complexity",
    ],
    [
      "in criticality",
      { criticality: { dailyDependance: true } },
      "/criticality/dailyDependance",
      "unknown-key",
      '"dailyDependance"',
      "dailyDependence",
    ],
    [
      "in ownership",
      { ownership: { understodBy: [] } },
      "/ownership/understodBy",
      "unknown-key",
      '"understodBy"',
      "understoodBy",
    ],
    [
      "in compliance",
      { compliance: [{ regime: "SOX", componet: { id: "a" } }] },
      "/compliance/0/componet",
      "unknown-key",
      '"componet"',
      "component",
    ],
    [
      "in consequences",
      { consequences: { legalForPeopel: true } },
      "/consequences/legalForPeopel",
      "unknown-key",
      '"legalForPeopel"',
      "legalForPeople",
    ],
    [
      "in performance",
      { performance: { symptom: [] } },
      "/performance/symptom",
      "unknown-key",
      '"symptom"',
      "symptoms",
    ],
    [
      "in the lifecycle",
      { lifecycle: { startOn: "2026-01-01" } },
      "/lifecycle/startOn",
      "unknown-key",
      '"startOn"',
      "startedOn",
    ],
    ["with a slash", { "da/ta": [] }, "/da~1ta", "unknown-key", '"da/ta"', "data"],
    ["like nothing that there is", { budget: 1 }, "/budget", "unknown-key", "Valid here: schemaVersion, id, name,"],
    ["like what objects inherit", { constructor: 1 }, "/constructor", "unknown-key", '"constructor"'],
  ])("%s", (_, fields, ...problem) => {
    expectProblem({ ...minimal, ...fields }, problem);
  });
});

describe("a misspelt value is named with its nearest valid one", () => {
  test.each<Row>([
    [
      "a direction",
      { integrations: [{ system: "ERP", direction: "raed" }] },
      "/integrations/0/direction",
      "unknown-value",
      '"raed"',
      "read",
    ],
    [
      "conflicts",
      { integrations: [{ system: "ERP", conflicts: "ignore" }] },
      "/integrations/0/conflicts",
      "unknown-value",
      '"ignore"',
      "ignored",
    ],
    [
      "whose account it is",
      { integrations: [{ system: "ERP", identity: "Shared" }] },
      "/integrations/0/identity",
      "unknown-value",
      '"Shared"',
      "shared",
    ],
    ["a data class", { data: [{ class: "helth" }] }, "/data/0/class", "unknown-value", '"helth"', "health"],
    [
      "a data class with other punctuation",
      { data: [{ class: "semi sensitive" }] },
      "/data/0/class",
      "unknown-value",
      '"semi sensitive"',
      "semi-sensitive",
    ],
    [
      "access control",
      { data: [{ accessControl: "roles" }] },
      "/data/0/accessControl",
      "unknown-value",
      '"roles"',
      "role",
    ],
    [
      "an audit trail",
      { data: [{ auditTrail: "complet" }] },
      "/data/0/auditTrail",
      "unknown-value",
      '"complet"',
      "complete",
    ],
    ["retention", { data: [{ retention: "enforce" }] }, "/data/0/retention", "unknown-value", '"enforce"', "enforced"],
    [
      "complexity",
      { calculations: [{ complexity: "modrate" }] },
      "/calculations/0/complexity",
      "unknown-value",
      '"modrate"',
      "moderate",
    ],
    [
      "documentation",
      { ownership: { documentation: "non" } },
      "/ownership/documentation",
      "unknown-value",
      '"non"',
      "none",
    ],
    [
      "a symptom",
      { performance: { symptoms: ["slow", "time-outs"] } },
      "/performance/symptoms/1",
      "unknown-value",
      '"time-outs"',
      "timeouts",
    ],
    [
      "a stage",
      { lifecycle: { stage: "prodcution" } },
      "/lifecycle/stage",
      "unknown-value",
      '"prodcution"',
      "production",
    ],
    ["a version of the format", { schemaVersion: 2 }, "/schemaVersion", "unknown-value", "2", "1"],
    [
      "a value like no other",
      { lifecycle: { stage: "zzz" } },
      "/lifecycle/stage",
      "unknown-value",
      "Valid here: idea, development, pilot, production, retired.",
    ],
    ["a number for a value", { lifecycle: { stage: 3 } }, "/lifecycle/stage", "unknown-value", "3 is not a value"],
    ["null for a value", { lifecycle: { stage: null } }, "/lifecycle/stage", "unknown-value", "Null is not a value"],
    [
      "a list that is none of a profile",
      { partial: ["/integration"] },
      "/partial/0",
      "unknown-reference",
      '"/integration"',
      "/integrations",
    ],
    [
      "a field that is no list",
      { partial: ["/data", "/lifecycle"] },
      "/partial/1",
      "unknown-reference",
      "Valid here: /audience/departments, /integrations,",
    ],
    [
      "what is no list among the extensions",
      { extensions: { sites: 4 }, partial: ["/extensions/sites"] },
      "/partial/0",
      "unknown-reference",
      "/extensions/sites",
    ],
    [
      "what every object has",
      { extensions: {}, partial: ["/extensions/constructor"] },
      "/partial/0",
      "unknown-reference",
      "/extensions/constructor",
    ],
    ["the whole profile as a list", { partial: [""] }, "/partial/0", "unknown-reference", "Valid here:"],
  ])("%s", (_, fields, ...problem) => {
    expectProblem({ ...minimal, ...fields }, problem);
  });
});

describe("a wrong type or size is named with what was seen", () => {
  test.each<Row>([
    ["a number for a name", { name: 5 }, "/name", "wrong-type", "text, but saw 5"],
    ["a list for a name", { name: [] }, "/name", "wrong-type", "text, but saw a list"],
    ["null for an id", { id: null }, "/id", "wrong-type", "text, but saw null"],
    ["an empty name", { name: "" }, "/name", "out-of-range", "at least 1 character, but has 0"],
    ["an endless description", { description: "a".repeat(2001) }, "/description", "out-of-range", "but has 2001"],
    ["text for a number of users", { audience: { users: "12" } }, "/audience/users", "wrong-type", '"12"'],
    ["null for a number of users", { audience: { users: null } }, "/audience/users", "wrong-type", "null"],
    ["a negative number of users", { audience: { users: -1 } }, "/audience/users", "out-of-range", "-1"],
    ["half a user", { audience: { users: 1.5 } }, "/audience/users", "wrong-type", "whole number, but saw 1.5"],
    [
      "more users than can be counted",
      { audience: { users: 2 ** 53 } },
      "/audience/users",
      "out-of-range",
      String(2 ** 53),
    ],
    [
      "a negative number at once",
      { audience: { peakConcurrent: -2 } },
      "/audience/peakConcurrent",
      "out-of-range",
      "-2",
    ],
    [
      "an app built for nobody",
      { audience: { builtFor: 0 } },
      "/audience/builtFor",
      "out-of-range",
      "more than 0, but is 0",
    ],
    [
      "text for a flag",
      { audience: { outsideUsers: "no" } },
      "/audience/outsideUsers",
      "wrong-type",
      'true or false, but saw "no"',
    ],
    ["text for an object", { audience: "everybody" }, "/audience", "wrong-type", '"everybody"'],
    ["an object for a list", { integrations: {} }, "/integrations", "wrong-type", "a list, but saw an object"],
    ["text for an entry", { integrations: ["ERP"] }, "/integrations/0", "wrong-type", '"ERP"'],
    [
      "an empty system",
      { integrations: [{ system: "" }] },
      "/integrations/0/system",
      "out-of-range",
      "at least 1 character",
    ],
    [
      "an empty department",
      { audience: { departments: [""] } },
      "/audience/departments/0",
      "out-of-range",
      "at least 1 character",
    ],
    ["a number for an owner", { ownership: { itOwner: 5 } }, "/ownership/itOwner", "wrong-type", "5"],
    ["a number for a list pointer", { partial: [1] }, "/partial/0", "wrong-type", "text, but saw 1"],
    ["a list for extensions", { extensions: [] }, "/extensions", "wrong-type", "an object, but saw a list"],
    [
      "a day that does not exist",
      { lifecycle: { startedOn: "2025-02-29" } },
      "/lifecycle/startedOn",
      "wrong-type",
      '"2025-02-29"',
    ],
    [
      "a date in another form",
      { lifecycle: { productionSince: "31.3.2026" } },
      "/lifecycle/productionSince",
      "wrong-type",
      '"31.3.2026"',
    ],
    [
      "a moment for a date",
      { lifecycle: { reviewedOn: "2026-03-31T00:00:00Z" } },
      "/lifecycle/reviewedOn",
      "wrong-type",
      "2026-03-31T00:00:00Z",
    ],
    ["not a number at all", { audience: { users: Number.NaN } }, "/audience/users", "not-json", "NaN"],
  ])("%s", (_, fields, ...problem) => {
    expectProblem({ ...minimal, ...fields }, problem);
  });

  test.each<[string, unknown, ProblemCode, string]>([
    ["nothing", undefined, "not-json", "undefined"],
    ["null", null, "wrong-type", "an object, but saw null"],
    ["a list", [minimal], "wrong-type", "an object, but saw a list"],
    ["text", JSON.stringify(minimal), "wrong-type", "an object, but saw"],
  ])("%s for the whole profile", (_, input, code, named) => {
    expectProblem(input, ["", code, named]);
  });
});

describe("what a schema cannot say is named too", () => {
  test.each<Row>([
    [
      "a system twice",
      { integrations: [{ system: "ERP" }, { system: "CRM" }, { system: "ERP" }] },
      "/integrations/2",
      "duplicate",
      '"ERP" stands here already, at /integrations/0',
    ],
    ["a regime twice", { compliance: [{ regime: "SOX" }, { regime: "SOX" }] }, "/compliance/1", "duplicate", '"SOX"'],
    [
      "a department twice",
      { audience: { departments: ["Sales", "Sales"] } },
      "/audience/departments/1",
      "duplicate",
      '"Sales"',
    ],
    [
      "a single point of failure twice",
      { criticality: { singlePointsOfFailure: ["ERP", "ERP"] } },
      "/criticality/singlePointsOfFailure/1",
      "duplicate",
      '"ERP"',
    ],
    [
      "somebody who understands it twice",
      { ownership: { understoodBy: ["Lead", "Lead"] } },
      "/ownership/understoodBy/1",
      "duplicate",
      '"Lead"',
    ],
    [
      "a symptom twice",
      { performance: { symptoms: ["slow", "slow"] } },
      "/performance/symptoms/1",
      "duplicate",
      '"slow"',
    ],
    [
      "more people at once than there are",
      { audience: { users: 7, peakConcurrent: 8 } },
      "/audience/peakConcurrent",
      "contradiction",
      "8",
    ],
    [
      "at least more people than at most",
      { audience: { users: { atLeast: 9, atMost: 4 } } },
      "/audience/users/atLeast",
      "contradiction",
      "/audience/users/atMost",
    ],
    [
      "more people at once than there are at most",
      { audience: { users: { atMost: 7 }, peakConcurrent: { atLeast: 8 } } },
      "/audience/peakConcurrent",
      "contradiction",
      "/audience/users",
    ],
    [
      "production before the start",
      { lifecycle: { startedOn: "2026-01-02", productionSince: "2026-01-01" } },
      "/lifecycle/productionSince",
      "contradiction",
      "2026-01-01",
    ],
  ])("%s", (_, fields, ...problem) => {
    expectProblem({ ...minimal, ...fields }, problem);
  });

  test("an entry that stands three times is named at each repetition", () => {
    const result = safeParseProfile({ ...minimal, audience: { departments: ["Sales", "Sales", "Sales"] } });
    const pointers = result.ok ? [] : result.problems.map(({ pointer }) => pointer);
    expect(pointers).toEqual(["/audience/departments/1", "/audience/departments/2"]);
  });

  test.each([
    ["entries that stand twice", { audience: { departments: Array.from({ length: 90 }, () => "Sales") } }],
    ["lists that are none", { partial: Array.from({ length: 90 }, (_, index) => `/list-${index}`) }],
  ])("no more than fifty of the %s are named", (_, fields) => {
    const result = safeParseProfile({ ...minimal, ...fields });
    expect(result.ok ? 0 : result.problems.length).toBe(50);
  });
});
