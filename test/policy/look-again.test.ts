import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePolicy, standardPolicy } from "plimsoll";
import { expect, test } from "vitest";
import { lookAgainAtAll } from "../../src/policy/index.js";

const folders = ["examples/policies", "examples/rubrics"].map((folder) => join(import.meta.dirname, "../..", folder));
const written = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8"))),
);
const policies = [
  standardPolicy,
  ...written.filter(({ tiers }) => tiers !== undefined).map((json) => parsePolicy(json)),
];

test.each(policies.map((policy) => [policy.id, policy] as const))(
  "whoever looks again at the policy %s finds no fault in it",
  (_, policy) => {
    expect(() => lookAgainAtAll(policy)).not.toThrow();
  },
);
