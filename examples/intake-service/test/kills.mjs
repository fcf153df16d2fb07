/**
 * Kills the service again and again while clients write, and holds it to two promises: every start succeeds, and every write that was
 * acknowledged is there. `node test/kills.mjs 100` prints what it saw, and ends with 1 when a promise is broken.
 */
import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { temporaryFolder } from "./api.mjs";
import { startProcess } from "./process.mjs";

const clients = 8;

/** The service is killed after it has acknowledged this many new apps, or any number of fewer. */
const mostApps = 100;

/** Sends a request, and resolves to its status; nothing when the connection breaks. */
const put = (agent, port, profile, seen) =>
  new Promise((resolve) => {
    const headers = { "content-type": "application/json", ...(seen > 0 && { "if-match": `"${seen}"` }) };
    const path = `/apps/${profile.id}`;
    const sent = request({ agent, host: "127.0.0.1", port, method: "PUT", path, headers }, (answer) => {
      answer
        .resume()
        .on("end", () => resolve(answer.statusCode))
        .on("error", () => resolve(undefined));
    });
    sent.on("error", () => resolve(undefined));
    sent.end(JSON.stringify(profile));
  });

/** Writes until the connection breaks: every app is made, and changed twice. Notes the last acknowledged revision of each. */
async function writeUntilBroken(port, name, acknowledged) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let count = 0; ; count++) {
    const id = `${name}-${count}`;
    for (const seen of [0, 1, 2]) {
      const status = await put(agent, port, { id, name: id, audience: { users: seen + 1 } }, seen);
      if (status === undefined) return agent.destroy();
      assert.ok(status === 200 || status === 201, `A write was answered with ${status}.`);
      acknowledged.set(id, seen + 1);
    }
  }
}

/** How many acknowledged revisions a database does not have. */
function countLost(file, acknowledged) {
  const database = new Sqlite(file, { readonly: true });
  const find = database.prepare("select 1 from submissions where app = ? and revision = ?");
  const current = database.prepare("select revision from apps where id = ?").pluck();
  const isLost = ([id, revision]) => find.get(id, revision) === undefined || current.get(id) < revision;
  const lost = [...acknowledged].filter(isLost).length;
  const isSound = database.pragma("integrity_check", { simple: true }) === "ok";
  database.close();
  return { lost, isSound };
}

/** Kills a service under write load so many times. */
export async function killAgainAndAgain(times) {
  const { folder, remove } = temporaryFolder();
  const file = join(folder, "intake.db");
  const acknowledged = new Map();
  const seen = { kills: 0, starts: 0 };
  try {
    for (; seen.kills < times; seen.kills++) {
      const { port, child, ended } = await startProcess(file, {
        LOG_LEVEL: "info",
        INTAKE_REQUESTS_PER_MINUTE: "10000000",
      });
      seen.starts++;
      const writing = Array.from({ length: clients }, (_, client) =>
        writeUntilBroken(port, `app-${seen.kills}-${client}`, acknowledged),
      );
      const before = acknowledged.size;
      const apps = Math.random() * mostApps;
      while (acknowledged.size < before + apps && child.exitCode === null) await setTimeout(1);
      child.kill("SIGKILL");
      await Promise.all([...writing, ended]);
    }
    const last = await startProcess(file);
    seen.starts++;
    last.child.kill("SIGTERM");
    await last.ended;
    const { lost, isSound } = countLost(file, acknowledged);
    const revisions = [...acknowledged.values()].reduce((sum, revision) => sum + revision, 0);
    return { ...seen, apps: acknowledged.size, revisions, lost, isSound };
  } finally {
    remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const times = Number(process.argv[2] ?? 100);
  const { kills, starts, apps, revisions, lost, isSound } = await killAgainAndAgain(times);
  console.log(`${kills} kills under the writes of ${clients} clients, ${starts} starts.`);
  console.log(`${revisions} writes of ${apps} apps were acknowledged, and ${lost} of these apps lost one.`);
  if (starts !== times + 1 || lost > 0 || !isSound) process.exitCode = 1;
}
