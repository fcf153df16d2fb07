import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const read = (file) => JSON.parse(readFileSync(here(file), "utf8"));

// The steps are read from the workflow itself, so that it cannot say one thing and do another.
const { jobs } = parse(readFileSync(here("deployment-gate.yml"), "utf8"));
const { steps } = jobs.gate;
const [hold, ask] = ["Hold the app", "Ask whether"].map((start) =>
  steps.find(({ name = "" }) => name.startsWith(start)),
);
const [upload] = steps.slice(-1);

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deployment-gate-"));
  for (const file of ["gate.mjs", "app.json", "approvals.json", "policy.json", "package.json"])
    cpSync(here(file), join(folder, file));
  symlinkSync(here("node_modules"), join(folder, "node_modules"), "junction");
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a step of the workflow on the files of the app, some of which are changed; and what it wrote. */
function run({ run: command }, changed = {}) {
  for (const [file, content] of Object.entries(changed)) writeFileSync(join(folder, file), JSON.stringify(content));
  const { status, stdout, stderr } = spawnSync(command, { shell: true, cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

const findings = () => JSON.parse(readFileSync(join(folder, upload.with.sarif_file), "utf8")).runs[0].results;
const app = read("app.json");

describe("the step that holds the app against the line", () => {
  test("passes an app below it, and writes what is to be shown", () => {
    assert.equal(run(hold).status, 0);
    assert.ok(Array.isArray(findings()));
  });

  test("fails above it, and says at which fields of the profile", () => {
    const { status } = run(hold, { "app.json": { ...app, data: [{ class: "health", encryptedAtRest: false }] } });
    assert.equal(status, 1);
    const places = findings().flatMap(({ locations }) => locations[0].logicalLocations[0].fullyQualifiedName);
    assert.ok(places.some((place) => place.startsWith("returns/data")));
  });

  test("fails while an answer could still put it above", () => {
    const { criticality, ...open } = app;
    assert.equal(run(hold, { "app.json": open }).status, 1);
  });

  test("says what cannot be read", () => {
    const { status, stderr } = run(hold, { "app.json": { id: "returns", nmae: "Returns" } });
    assert.equal(status, 2);
    assert.match(stderr, /Did you mean "name"/);
  });
});

describe("the step that asks whether it may go into production", () => {
  // The sign-off counts until a day that will have passed some time.
  const [approval] = read("approvals.json");
  const counting = {
    "approvals.json": [{ ...approval, on: new Date().toISOString().slice(0, 10), expiresOn: "9999-12-31" }],
  };

  test("passes what was signed off", () => {
    const { status, stdout } = run(ask, counting);
    assert.deepEqual({ status, stdout }, { status: 0, stdout: "Returns may go into production.\n" });
  });

  test("fails, with whom to ask, once the app has outgrown its sign-off", () => {
    const { status, stdout } = run(ask, {
      ...counting,
      "app.json": { ...app, audience: { ...app.audience, users: 60 } },
    });
    assert.equal(status, 1);
    assert.match(stdout, /Beyond the approval: 60 people\./);
  });

  test("fails when there is no sign-off, or none that can be read", () => {
    assert.equal(run(ask, { "approvals.json": [] }).status, 1);
    assert.equal(run(ask, { "approvals.json": [{}] }).status, 2);
  });
});

test("what was found is shown whatever came out, and nobody is given more rights than that takes", () => {
  assert.equal(upload.if, "always()");
  assert.match(upload.uses, /^github\/codeql-action\/upload-sarif@[0-9a-f]{40}$/);
  assert.deepEqual(jobs.gate.permissions, { contents: "read", "security-events": "write" });
});
