// Writes the JSON Schemas of everything that is stored or sent to `schemas/`, and the policies and packs to `policies/`, from the package as it was built.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Versions that differ in the last number alone read and write the same. */
const placeOf = (version) => `https://unpkg.com/plimsoll@${version.split(".").slice(0, 2).join(".")}/schemas`;

/** The schemas by the names of their files, without `.schema.json`. */
export function schemasOf({ plimsoll, escalation, packs, retirement, schema, testing }, version) {
  const app = {
    ...{ id: "stock", name: "Stock list", audience: { users: 140 } },
    integrations: [{ system: "ERP", direction: "read" }],
  };
  const opening = {
    ...{ id: "case-1", at: "2026-01-12", by: "IT director", app: { id: app.id, name: app.name } },
    need: { what: "Stock is seen on one page.", of: "Warehouse team" },
    ...{ builder: "Warehouse clerk", recognisedBy: "business", signs: [] },
  };
  const suggestion = {
    ...{ id: "end-1", at: "2026-01-12", by: "Platform team", app: { id: app.id, name: app.name } },
    reasons: [{ kind: "unused", why: "Nobody has opened it for a year.", evidence: [], duplicates: null }],
    terms: { asks: ["Warehouse team"], decides: "Warehouse lead", keepArchiveForDays: 365 },
  };
  const { title, id, version: policyVersion, tiers } = plimsoll.standardPolicy;
  const approval = {
    ...{ app: app.id, review: "integration", policy: { id, version: policyVersion }, by: "Integration specialist" },
    ...{ on: "2026-01-12", expiresOn: "2027-01-12", scope: { systems: app.integrations } },
  };
  const described = {
    profile: [
      schema.profileJsonSchema(),
      "App profile",
      "What is known of an app; what is left out is unknown.",
      [app],
    ],
    policy: [
      schema.policyJsonSchema(),
      "Policy",
      "Where the lines lie: tiers, and the rules that lift an app.",
      [{ id, title, version: "1.0.0", tiers: tiers.map(({ limits, ...tier }) => tier) }],
    ],
    "policy-changes": [
      schema.policyChangesJsonSchema(),
      "Policy changes",
      "How a policy differs from the one that it extends.",
      [{ extends: "standard", id: "ours", version: "1.0.0", change: { "many-users": { lines: { users: 50 } } } }],
    ],
    pack: [schema.packJsonSchema(), "Pack", "Rules of one kind that are added to a policy.", [packs.exposure]],
    classification: [
      schema.classificationJsonSchema(),
      "Classification",
      "Which tier an app belongs to, why, and what is still open.",
      [plimsoll.classify(app)],
    ],
    approval: [
      schema.approvalJsonSchema(),
      "Approval",
      "A review that was given: of which app, what it covers, and until when.",
      [approval],
    ],
    action: [
      schema.actionJsonSchema(),
      "Action",
      "What somebody is about to do with an app.",
      [{ kind: "connect", integration: app.integrations[0] }],
    ],
    mapping: [
      schema.mappingJsonSchema(),
      "Mapping of a table",
      "What the columns of a table of apps tell, and in which words.",
      [
        {
          columns: [
            { column: "App name", to: "/name" },
            { column: "# users", to: "/audience/users" },
            { column: "Reads from", to: "/integrations/-/system", split: [";"], with: { direction: "read" } },
          ],
        },
      ],
    ],
    case: [
      escalation.escalationCaseJsonSchema(),
      "Escalation case",
      "The way of one app that has outgrown its makers, as the events that made it.",
      [escalation.openCase(opening)],
    ],
    retirement: [
      retirement.retirementJsonSchema(),
      "Retirement",
      "The way of one app that nobody needs any more to its end, as the events that made it.",
      [retirement.openRetirement(suggestion)],
    ],
    config: [
      schema.configJsonSchema(),
      "Configuration of the command",
      "What plimsoll reads where nothing else is said on the command line.",
      [{ policy: "policy.json", approvals: "approvals.json", portfolio: ["apps.ndjson"] }],
    ],
    "policy-tests": [
      testing.policyTestsJsonSchema(),
      "Policy tests",
      "What is expected of a policy: of some apps by name, and of every app.",
      [{ tests: [{ name: "a crowd is reviewed", profile: app, expect: { because: ["many-users"] } }] }],
    ],
  };
  const place = placeOf(version);
  return Object.fromEntries(
    Object.entries(described).map(([name, [{ $schema, ...body }, title, description, examples]]) => [
      name,
      { $schema, $id: `${place}/${name}.schema.json`, title, description, ...body, examples },
    ]),
  );
}

/** The policies and packs that come with the package, by the names of their files, for those who read no code. */
export function policiesOf({ plimsoll, packs }, version) {
  const place = placeOf(version);
  const policies = { standard: plimsoll.standardPolicy, recommended: packs.recommendedPolicy };
  return Object.fromEntries([
    ...Object.entries(policies).map(([name, policy]) => [name, { $schema: `${place}/policy.schema.json`, ...policy }]),
    ...packs.packs.map((pack) => [pack.pack, { $schema: `${place}/pack.schema.json`, schemaVersion: 1, ...pack }]),
  ]);
}

function writeAll(folder, documents, fileOf) {
  rmSync(`${root}${folder}`, { recursive: true, force: true });
  mkdirSync(`${root}${folder}`);
  for (const [name, document] of Object.entries(documents)) {
    writeFileSync(`${root}${folder}/${fileOf(name)}`, `${JSON.stringify(document, null, 2)}\n`);
  }
}

async function write() {
  const doors = {
    plimsoll: "index",
    escalation: "escalation",
    packs: "packs",
    retirement: "retirement",
    schema: "schema",
    testing: "testing",
  };
  const loaded = await Promise.all(
    Object.entries(doors).map(async ([name, file]) => [name, await import(`${root}dist/${file}.js`)]),
  );
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const entries = Object.fromEntries(loaded);
  writeAll("schemas", schemasOf(entries, version), (name) => `${name}.schema.json`);
  writeAll("policies", policiesOf(entries, version), (name) => `${name}.json`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await write();
