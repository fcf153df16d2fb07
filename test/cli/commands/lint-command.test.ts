import { lintPolicy } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { policyOf } from "../../policy/a-policy.js";
import { runOn } from "../a-terminal.js";
import { readSarif } from "../sarif-schema.js";

const sound = policyOf({ fact: "users", atLeast: 100 });
const never = policyOf({
  all: [
    { fact: "users", atLeast: 9 },
    { fact: "users", below: 5 },
  ],
});
const hidden = {
  ...sound,
  criteria: [...(sound.criteria ?? []), { ...sound.criteria?.[0], id: "more", when: { fact: "users", atLeast: 200 } }],
};
const files = {
  "sound.json": JSON.stringify(sound),
  "never.json": JSON.stringify(never),
  "hidden.json": JSON.stringify(hidden),
};
const run = (...argv: readonly string[]) => runOn(files, ["lint", ...argv]);

test("a policy without mistakes has nothing to mend", async () => {
  expect(await run("sound.json")).toEqual({ code: 0, printed: "Nothing to fix.\n", complained: "" });
});

test("a rule that never stands is an error, and ends with 1", async () => {
  const { code, printed } = await run("never.json");
  expect(code).toBe(1);
  expect(printed).toContain(
    'error  never-holds  /criteria/0\n  "A rule" never stands: its condition contradicts itself.\n  → ',
  );
  expect(printed).toMatch(/2 errors\.\n$/);
});

test("a rule that is hidden by another comes with an app, and ends with 0", async () => {
  const { code, printed } = await run("hidden.json");
  expect(code).toBe(0);
  expect(printed).toContain('wherever it stands, so does "rule"');
  expect(printed).toContain("  For example: {");
});

test("as JSON it is the lint, as Markdown a table", async () => {
  expect(JSON.parse((await run("hidden.json", "--json")).printed)).toEqual(
    JSON.parse(JSON.stringify(lintPolicy(hidden as typeof sound))),
  );
  expect((await run("hidden.json", "--format", "md")).printed).toContain(
    "| Severity | What | Where | Why | What to do |\n| --- |",
  );
  expect((await run("sound.json", "--format", "md")).printed).toBe("# The house rules\n\nNothing to fix.\n");
});

test("as SARIF it is a log whose findings stand at their places in the policy", async () => {
  const log = await run("hidden.json", "--format", "sarif");
  const [{ tool, results }] = readSarif(log.printed).runs;
  expect(tool.driver.rules?.map(({ id }) => id)).toEqual(["never-decides"]);
  expect(results).toHaveLength(1);
  expect(results?.[0]).toMatchObject({ ruleId: "never-decides", level: "warning" });
  expect(results?.[0]?.locations?.[0]).toEqual({
    physicalLocation: { artifactLocation: { uri: "hidden.json" } },
    logicalLocations: [{ name: "1", fullyQualifiedName: "criteria/1" }],
  });
});

test("what is no policy is refused", async () => {
  const { code, complained } = await runOn({ "no.json": "{}" }, ["lint", "no.json"]);
  expect(code).toBe(2);
  expect(complained).toContain("no.json, at /id");
});
