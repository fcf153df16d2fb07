import { readdirSync, readFileSync } from "node:fs";
import { type Policy, parsePolicy, standardPolicy } from "plimsoll";

const folder = "examples/policies";

/** The standard policy, and every one that comes with the examples. */
export const shippedPolicies: readonly Policy[] = [
  standardPolicy,
  ...readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !name.endsWith(".examples.json"))
    .map((name) => parsePolicy(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")))),
];
