import { harmlessApp } from "plimsoll/testing";
import { expect, test } from "vitest";
import { policyOf } from "../../policy/a-policy.js";
import { runOn } from "../a-terminal.js";

const at = (users: number, tier: string) => {
  return { name: `${users} people`, profile: harmlessApp("Rota").usedBy(users).build(), expect: { tier } };
};
const files = {
  "policy.json": JSON.stringify(policyOf({ fact: "users", atLeast: 100 })),
  "low.policy-test.json": JSON.stringify({
    tests: [at(99, "team"), { name: "none", profile: {}, expect: { invalid: true } }],
  }),
  "high.policy-test.json": JSON.stringify({ tests: [at(100, "central")] }),
  "wrong.policy-test.json": JSON.stringify({ tests: [at(100, "team")] }),
  "claims.policy-test.json": JSON.stringify({ claims: [{ title: "Riskier is never lower", monotone: true }] }),
  "empty.policy-test.json": "{}",
  "unknown.policy-test.json": JSON.stringify({ tests: [at(100, "nobody")] }),
};
const run = (...argv: readonly string[]) => runOn(files, ["test", "--policy", "policy.json", ...argv]);

test("tests that pass end with 0", async () => {
  expect(await run("low.policy-test.json", "high.policy-test.json", "claims.policy-test.json")).toEqual({
    code: 0,
    printed: "3 tests of 3 passed; 1 claim holds.\n",
    complained: "",
  });
});

test("a test that fails ends with 1, and says what would have passed", async () => {
  const { code, printed } = await run("wrong.policy-test.json");
  expect(code).toBe(1);
  expect(printed).toContain('✗ 100 people\n  Expected "team", but it is "central".');
  expect(printed).toContain("→ Let 99 people use it at most, instead of 100.");
});

test("with coverage and mutation it says what is not shown, and what nobody would notice", async () => {
  const { code, printed } = await run("high.policy-test.json", "--coverage", "--mutation");
  expect(code).toBe(1);
  expect(printed).toContain('No app is in the tier "team".');
  expect(printed).toContain("✗ No test notices that in rule");
  expect(printed).toContain('  This one would: {"name":"notices that in rule');
  const both = await run("low.policy-test.json", "high.policy-test.json", "--coverage", "--mutation");
  expect(both.code).toBe(0);
  expect(both.printed).toMatch(/Policy coverage: 100 % .*\nSlips that are noticed: 100 % /);
});

test("as JSON it is all of the report, as lcov the coverage", async () => {
  const told = JSON.parse((await run("high.policy-test.json", "--coverage", "--mutation", "--json")).printed);
  expect(Object.keys(told)).toEqual(["policy", "passed", "tests", "claims", "unreached", "coverage", "mutation"]);
  expect((await run("high.policy-test.json", "--format", "lcov")).printed).toMatch(/^SF:policy\.json\nFN:1,rule\n/);
});

test("without a policy, lcov is about the standard one by its id", async () => {
  const given = { "none.json": JSON.stringify({ tests: [{ name: "none", profile: {}, expect: { invalid: true } }] }) };
  const { printed } = await runOn(given, ["test", "none.json", "--format", "lcov"]);
  expect(printed).toMatch(/^SF:standard\n/);
});

test.each([
  ["empty.policy-test.json", "There is nothing to test here."],
  ["unknown.policy-test.json", 'This policy has no tier "nobody".'],
  ["missing.policy-test.json", "There is no file missing.policy-test.json."],
])("what cannot be used ends with 2: %s", async (file, complaint) => {
  const { code, complained } = await run(file);
  expect(code).toBe(2);
  expect(complained).toContain(complaint);
});

test("it takes at least one file", async () => {
  expect((await run()).complained).toContain("plimsoll test takes at least one file, and was given none.");
});
