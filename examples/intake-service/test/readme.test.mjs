import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { openApi, temporaryFolder, tokenOf } from "./api.mjs";
import { startProcess } from "./process.mjs";

const page = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [beginning, trying] = page.split("## Try it");

/** The commands of the page, each with what it says of the answer. */
const steps = [...trying.matchAll(/```sh request\n([^`]+)```(?:\s+```json answer\n([^`]+)```)?/g)].map(
  ([, command, excerpt]) => ({
    command,
    excerpt: JSON.parse(excerpt ?? "{}"),
  }),
);

/** Holds a value to an excerpt of it: what an excerpt does not name may be anything, and lists begin as it says. */
function assertHas(value, excerpt, place) {
  if (typeof excerpt !== "object" || excerpt === null) return assert.equal(value, excerpt, place);
  for (const [name, part] of Object.entries(excerpt)) assertHas(value?.[name], part, `${place}/${name}`);
}

let api;
let port;

before(async () => {
  api = await openApi();
  await api.service.listen({ host: "127.0.0.1", port: 0 });
  ({ port } = api.service.server.address());
});
after(() => api.close());

test("the page makes a caller, and starts the service for it", async () => {
  const { folder, remove } = temporaryFolder();
  const list = join(folder, "callers.json");
  const [, block] = /```sh request\n([^`]+)```/.exec(beginning);
  const [make, start] = block.trim().split("\n");
  assert.equal(start, "INTAKE_CALLERS=callers.json npm start");
  const command = `${make.replace("callers.json", list)}; echo "$TOKEN"`;
  const { stdout } = await promisify(execFile)("bash", ["-c", command], { cwd: new URL("..", import.meta.url) });
  const { address, child, ended } = await startProcess(join(folder, "intake.db"), {
    INTAKE_OPEN: "0",
    INTAKE_CALLERS: list,
  });
  const statusFor = async (authorization) => (await fetch(`${address}/apps`, { headers: { authorization } })).status;
  assert.equal(await statusFor(`Bearer ${stdout.trim()}`), 200);
  assert.equal(await statusFor("Bearer other"), 401);
  child.kill("SIGTERM");
  await ended;
  remove();
});

test("the page tries every part of the service", () => {
  assert.ok(steps.length >= 7);
});

for (const { command, excerpt } of steps) {
  const [title] = command.split("\n");
  test(`the page tells the truth: ${title}`, async () => {
    const here = command
      .replaceAll("localhost:3000", `127.0.0.1:${port}`)
      .replace("curl", "curl --silent --fail-with-body");
    const env = { ...process.env, TOKEN: tokenOf("IT operations") };
    const { stdout } = await promisify(execFile)("bash", ["-c", here], { env });
    assertHas(JSON.parse(stdout), excerpt, "");
  });
}
