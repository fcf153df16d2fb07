import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-memory-"));
  const entry = { analysis: fileURLToPath(new URL("../../src/analysis/index.ts", import.meta.url)) };
  await build({ entry, outDir: folder, format: "esm", noExternal: [/./], config: false, silent: true, clean: false });
});

afterAll(() => rmSync(folder, { recursive: true }));

const members = Array.from({ length: 30 }, (_, index) => `member-${index}`);
const any = (...some: readonly string[]) => ({ fact: "tags", includesAny: some });
const policyOf = (...conditions: readonly object[]) => ({
  id: "tagged",
  version: "1.0.0",
  title: "A policy on tags",
  tiers: ["team", "central"].map((id) => ({ id, title: id, advice: "Go on." })),
  facts: {
    tags: {
      question: "Which tags does it have?",
      domain: { kind: "set", members, open: false },
      from: { read: "/extensions/tags" },
    },
  },
  criteria: conditions.map((when, index) => ({
    id: `rule-${index}`,
    title: "A rule",
    why: "It matters.",
    tier: "central",
    when,
  })),
});

/** Whether a full lint of a policy is complete, by a process that has so much memory and no more. */
function isCompleteWithin(megabytes: number, policy: object): boolean {
  const script = join(folder, "lint.mjs");
  writeFileSync(
    script,
    `import { lintPolicy } from "./analysis.js"; console.log(lintPolicy(${JSON.stringify(policy)}).complete);`,
  );
  const settings = { encoding: "utf8" } as const;
  const { status, stdout } = spawnSync(process.execPath, [`--max-old-space-size=${megabytes}`, script], settings);
  // A process that needs more memory is ended by its engine.
  expect(status).toBe(0);
  return stdout.trim() === "true";
}

test.each<readonly [what: string, policy: object, isComplete: boolean]>([
  ["each member by itself", policyOf(...members.map((member) => any(member))), false],
  [
    "pairs of members",
    policyOf(...members.map((member, at) => ({ all: [any(member), any(members[(at + 7) % 30] ?? "")] }))),
    false,
  ],
  ["a count of all members", policyOf({ count: members.map((member) => any(member)), atLeast: 15 }), false],
  ["groups of members", policyOf(...[0, 6, 12, 18, 24].map((from) => any(...members.slice(from, from + 6)))), true],
  ["how many there are", policyOf(any("member-0"), { fact: "tags", size: { atLeast: 10 } }), true],
])("a full lint of lines on a set of thirty members stays within 256 MB: %s", (_, policy, isComplete) => {
  expect(isCompleteWithin(256, policy)).toBe(isComplete);
});
