import { type Catalogue, classify, parsePolicy, standardFacts } from "plimsoll";
import { expect, test } from "vitest";
import { read, root } from "../documentation/blocks.js";

const folder = "examples/facts-as-code";
// The example is plain JavaScript, so that it runs as it is.
const own = (await import(`${root}/${folder}/facts.mjs`)) as { readonly facts: Catalogue };
const facts = { ...standardFacts, ...own.facts };
const policy = parsePolicy(JSON.parse(read(`${folder}/policy.json`)), { facts });

test.each([
  ["MX-Rota", 30, "alone"],
  ["Rota", 30, "together"],
  ["Rota", 19, "alone"],
  ["M-Rota", 30, "together"],
  ["MAXIM-Rota", 30, "together"],
])("an app named %s that %d people use is built %s", (name, users, tier) => {
  expect(classify({ id: "rota", name, audience: { users } }, policy, { facts }).tier).toBe(tier);
});
