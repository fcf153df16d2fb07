import {
  createClassifier,
  extendPolicy,
  type Policy,
  type PolicyChanges,
  safeExtendPolicy,
  safeParsePolicy,
  safeParsePolicyChanges,
  standardPolicy,
} from "plimsoll";
import { diffPolicies } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { frozenPolicy } from "../frozen/frozen-policy.js";

const retirement = { asks: ["Its users", "Its owner"], decides: "Department head", keepArchiveForDays: 365 };

test("a policy says who is asked, who decides and how long an archive is kept; so do changes of one", () => {
  expect(safeParsePolicy({ ...frozenPolicy, retirement })).toMatchObject({ ok: true, value: { retirement } });
  const extended = extendPolicy(standardPolicy, { id: "ours", version: "1.0.0", retirement });
  expect(extended.retirement).toEqual(retirement);
  expect(extendPolicy(extended, { id: "ours", version: "1.0.1" }).retirement).toEqual(retirement);
});

test("changes of a policy in a file say it as well", () => {
  const changes = { extends: "standard", id: "ours", version: "1.0.0", retirement };
  expect(safeParsePolicyChanges(changes)).toMatchObject({ ok: true, value: { retirement } });
});

test.each([
  [{ asks: [] }, "/retirement/asks"],
  [{ asks: [""] }, "/retirement/asks/0"],
  [{ decides: "" }, "/retirement/decides"],
  [{ keepArchiveForDays: 0 }, "/retirement/keepArchiveForDays"],
  [{ keepArchiveForDays: 1.5 }, "/retirement/keepArchiveForDays"],
  [{ deletes: true }, "/retirement/deletes"],
])("what cannot be is refused: %j", (fields, pointer) => {
  const read = safeParsePolicy({ ...frozenPolicy, retirement: { ...retirement, ...fields } });
  expect(read.ok ? [] : read.problems.map((problem) => problem.pointer)).toEqual([pointer]);
});

test.each([[null], [{}], ["soon"], [{ asks: null, decides: "Head", keepArchiveForDays: 7 }]])(
  "what is nothing of the kind is refused as what it is: %j",
  (given) => {
    // What was never parsed can be anything.
    const changes = { id: "ours", version: "1.0.0", retirement: given } as unknown as PolicyChanges;
    const changed = safeExtendPolicy(standardPolicy, changes);
    expect(changed.ok ? "" : changed.problems[0]?.pointer).toMatch(/^\/retirement/);
    const policy = { ...frozenPolicy, retirement: given } as unknown as Policy;
    expect(() => createClassifier(policy)).toThrow(/^\/retirement/);
  },
);

test("what was never parsed is refused as well", () => {
  const changed = safeExtendPolicy(standardPolicy, {
    id: "ours",
    version: "1.0.0",
    retirement: { ...retirement, asks: [] },
  });
  expect(changed.ok ? [] : changed.problems.map((problem) => problem.pointer)).toEqual(["/retirement/asks"]);
});

test("a difference in it is told, and decides something; another order of those who are asked is none", () => {
  const before: Policy = { ...frozenPolicy, retirement };
  const between = (changes: Partial<typeof retirement>) => {
    const diff = diffPolicies(before, { ...before, retirement: { ...retirement, ...changes } });
    return "parts" in diff ? diff.parts : expect.fail("It was small enough.");
  };
  expect(between({ asks: ["Its owner", "Its users"] })).toEqual([]);
  expect(between({ decides: "Somebody else" })).toMatchObject([{ pointer: "/retirement", effect: "may-decide" }]);
});
