import {
  carryFacts,
  classify,
  type FactRecord,
  type FactRecords,
  type Policy,
  type PolicyChanges,
  safeExtendPolicy,
  safeParsePolicy,
} from "plimsoll";
import { classifyBy } from "plimsoll/classify";
import { describe, expect, test } from "vitest";
import { emptyPolicy, policyOf } from "./a-policy.js";

const count = { kind: "number", min: 0, whole: true, unit: "people" } as const;
const level = { kind: "ordinal", levels: ["none", "some"] } as const;
const others: FactRecords = {
  licences: { question: "How many?", domain: count, from: { read: "/extensions/licences" } },
  had: { question: "Had?", domain: level, from: { read: "/extensions/had" } },
  other: { question: "Other?", domain: { ...level, levels: ["some", "none"] }, from: { read: "/extensions/other" } },
  beyond: { question: "Beyond?", domain: count, from: { more: "users", than: "licences" } },
};
const excess = (more: string, than: string, domain: FactRecord["domain"] = count): FactRecord => {
  return { question: "By how much?", domain, from: { more, than } };
};
const withFact = (own: FactRecord, rest: Partial<Policy> = {}): Policy => ({
  ...emptyPolicy,
  facts: { ...others, own },
  ...rest,
});

describe("a fact that is held against another", () => {
  test.each<readonly [what: string, record: FactRecord]>([
    ["by numbers", excess("users", "licences")],
    ["by levels of one scale", excess("had", "had2")],
    ["by days", excess("daysSinceReview", "daysSinceChange")],
    ["by a count and a number", excess("systemsWritten", "licences")],
  ])("%s", (_, own) => {
    const had2 = others.had ?? expect.fail();
    const policy = withFact(own);
    expect(safeParsePolicy({ ...policy, facts: { ...policy.facts, had2 } })).toMatchObject({ ok: true });
  });

  test.each<readonly [what: string, record: FactRecord, place: string, code: string, says: string]>([
    ["by what is not there", excess("user", "licences"), "/more", "unknown-fact", '"users"'],
    ["by what every object has", excess("users", "toString"), "/than", "unknown-fact", "toString"],
    ["by itself", excess("users", "users"), "/than", "contradiction", "itself"],
    ["by what is of another kind", excess("users", "had"), "/than", "contradiction", "cannot be held"],
    ["by levels of another scale", excess("had", "other"), "/than", "contradiction", "same levels"],
    ["by numbers that need not be whole", excess("runsPerDay", "users"), "/than", "contradiction", "per"],
    ["by yes or no", excess("support", "monitoring"), "/than", "contradiction", "cannot be held"],
    ["by entries of its own list", excess("systemsRead", "systemsWritten"), "/than", "contradiction", "where"],
    ["by what is itself held against another", excess("beyond", "users"), "/more", "contradiction", "beyond"],
    [
      "as a number that need not be whole",
      excess("users", "licences", { ...count, whole: false }),
      "",
      "wrong-type",
      "number",
    ],
    ["as yes or no", excess("users", "licences", { kind: "boolean" }), "", "wrong-type", "yes or no"],
  ])("is refused %s", (_, own, place, code, says) => {
    const result = safeParsePolicy(withFact(own));
    const problems = result.ok ? [] : result.problems;
    expect(problems.map((problem) => [problem.pointer, problem.code])).toEqual([[`/facts/own/from${place}`, code]]);
    expect(problems[0]?.message).toContain(says);
  });

  test("comes on top of a policy that has what it names", () => {
    const base: Policy = { ...emptyPolicy, facts: { licences: others.licences ?? expect.fail() } };
    const changes: PolicyChanges = {
      id: "ours",
      version: "1.0.0",
      add: { facts: { own: excess("users", "licences") } },
    };
    expect(safeExtendPolicy(base, changes)).toMatchObject({ ok: true });
  });

  test("is carried with the facts that it names, and tells the same without the catalogue", () => {
    const policy = policyOf(
      { fact: "own", atLeast: 3 },
      { facts: { licences: others.licences, own: excess("users", "licences") } },
    );
    const carried = carryFacts(policy);
    const app = { id: "a", name: "A", audience: { users: 9 }, extensions: { licences: 5 } };
    expect(Object.keys(carried.facts).sort()).toEqual(["licences", "own", "users"]);
    expect([classify(app, policy).tier, classifyBy(carried)(app).tier]).toEqual(["central", "central"]);
    expect(classify({ ...app, extensions: { licences: 7 } }, policy).tier).toBe("team");
  });

  test("leaves out what a component handles", () => {
    const base = policyOf(
      { fact: "own", above: 0 },
      { facts: { licences: others.licences, own: excess("systemsWritten", "licences") } },
    );
    const policy: Policy = { ...base, components: [{ id: "sync", title: "Sync", covers: ["rule"] }] };
    const write = { direction: "write", role: "system-of-record" } as const;
    const integrations = [
      { system: "ERP", ...write },
      { system: "CRM", ...write, component: { id: "sync" } },
    ];
    const statusWith = (licences: number) =>
      classify({ id: "a", name: "A", integrations, extensions: { licences } }, policy).findings.map(
        ({ status }) => status,
      );
    expect([statusWith(0), statusWith(1), statusWith(2)]).toEqual([["holds"], ["covered"], []]);
  });
});
