/**
 * Asks the intake service as 20 clients at once do, and beside it, in the same run, a Fastify handler that answers a few fixed words.
 * Prints how many requests each answers in a second, how long they wait, and what an audit does to others meanwhile. Ends with 1 when a
 * promise about the ratios is not kept. Needs the packed library and the example's packages: `npm run pack`, and `npm ci` there.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { profilesFrom } from "./profiles.mjs";

const example = new URL("../examples/intake-service/", import.meta.url);
const require = createRequire(new URL("package.json", example));
const self = fileURLToPath(import.meta.url);

const clients = 20;
const rounds = 3;
const seconds = 5;
const apps = 10_900;

/** What the service is measured by: nothing is looked up, worked out or kept. */
async function servePlainly() {
  const service = require("fastify")();
  service.get("/", async () => ({ hello: "world" }));
  await service.listen({ host: "127.0.0.1", port: Number(process.env.PORT) });
}

/** A port of this machine that nobody listens at. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** Starts a server as a process of its own. */
async function start(words, variables = {}) {
  const port = await freePort();
  const env = { ...process.env, ...variables, PORT: String(port) };
  const child = spawn(process.execPath, words, { env, stdio: "inherit" });
  return { child, address: `http://127.0.0.1:${port}` };
}

/** Waits until a server answers. */
async function answering({ child, address }) {
  while (child.exitCode === null) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer) return address;
    await setTimeout(100);
  }
  throw new Error(`${child.spawnargs.join(" ")} ended before it answered.`);
}

/** A registry as large as that of a company, which nobody has to wait for. */
async function fill(url, profiles) {
  const { openDatabase } = await import(new URL("src/database.js", example));
  const { createRegistry } = await import(new URL("src/registry.js", example));
  const { createWriter } = await import(new URL("src/writes.js", example));
  const database = await openDatabase(url);
  const registry = createRegistry(database, createWriter(database, false));
  await Promise.all(profiles.map((profile) => registry.saveApp(profile, 0, { at: "2026-01-12T08:00:00Z", by: "IT" })));
  await database.destroy();
}

/** Asks for some seconds, each client with one request after the other; or so many times, when a number is given. */
async function ask(address, requests, amount) {
  const {
    errors,
    non2xx,
    latency,
    requests: counted,
  } = await require("autocannon")({
    url: address,
    connections: clients,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    requests,
  });
  if (errors + non2xx > 0) throw new Error(`${errors} requests broke, and ${non2xx} were refused.`);
  return { perSecond: counted.average, p50: latency.p50, p99: latency.p99, max: latency.max };
}

let asked = 0;
const reads = (profiles) => [
  {
    method: "GET",
    setupRequest: (request) => ({ ...request, path: `/apps/${profiles[asked++ % profiles.length].id}` }),
  },
];

/** Apps that are new: each is submitted, and then changed by whoever submitted it. */
let written = 0;
function writes(profiles) {
  const put = (request, profile, more) => ({
    ...request,
    path: `/apps/${profile.id}`,
    headers: { "content-type": "application/json", ...more },
    body: JSON.stringify(profile),
  });
  return [
    {
      method: "PUT",
      setupRequest(request, context) {
        const id = `new-${written++}`;
        context.profile = { ...profiles[written % profiles.length], id };
        return put(request, context.profile, {});
      },
    },
    {
      method: "PUT",
      setupRequest: (request, { profile }) => put(request, { ...profile, name: "Changed" }, { "if-match": '"1"' }),
    },
  ];
}

/** Lets audits run, one after the other, for as long as something else takes; resolves to how long each took, in milliseconds. */
async function whileAuditing(address, work) {
  const times = [];
  let isDone = false;
  async function auditOnAndOn() {
    while (!isDone) {
      const begun = performance.now();
      const { status } = await fetch(`${address}/audit`);
      if (status !== 200) throw new Error(`An audit was answered with ${status}.`);
      times.push(performance.now() - begun);
    }
  }
  const audits = auditOnAndOn();
  const result = await work();
  isDone = true;
  await audits;
  return { ...result, audit: Math.min(...times) };
}

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-service-"));
  const url = join(folder, "intake.db");
  const known = profilesFrom(1, apps);
  const fresh = profilesFrom(2, 2_000);
  await fill(url, known);
  const open = {
    DATABASE_URL: url,
    INTAKE_OPEN: "1",
    INTAKE_REQUESTS_PER_MINUTE: "100000000",
    LOG_LEVEL: "error",
  };
  const servers = [await start([self, "plain"]), await start([fileURLToPath(new URL("src/server.js", example))], open)];
  try {
    const [plain, service] = await Promise.all(servers.map(answering));
    const round = async () => ({
      plain: await ask(plain, [{ method: "GET", path: "/" }]),
      get: await ask(service, reads(known)),
      put: await ask(service, writes(fresh)),
      audited: await whileAuditing(service, () => ask(service, reads(known))),
    });
    // A service that runs has been asked about its apps before.
    await ask(service, reads(known), apps);
    await round();
    const measured = [];
    for (let count = 0; count < rounds; count++) measured.push(await round());
    return measured;
  } finally {
    for (const { child } of servers) child.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(measured) {
  const ratio = (one, other) => median(measured.map((round) => one(round) / other(round)));
  const titles = {
    plain: "a plain handler",
    get: "GET of an app",
    put: "PUT of an app, on the disk",
    audited: "GET of an app, while audits run",
  };
  console.table(
    Object.entries(titles).map(([way, title]) => ({
      [`${clients} clients`]: title,
      "per second": Math.round(median(measured.map((round) => round[way].perSecond))),
      "share of the plain handler": Number(
        ratio(
          (round) => round[way].perSecond,
          ({ plain }) => plain.perSecond,
        ).toFixed(3),
      ),
      "p50, ms": median(measured.map((round) => round[way].p50)),
      "p99, ms": median(measured.map((round) => round[way].p99)),
    })),
  );
  const audit = median(measured.map(({ audited }) => audited.audit));
  console.log(`An audit of ${apps} apps and more took ${Math.round(audit)} ms at best meanwhile.\n`);
  const promises = [
    [
      "GET of an app reaches 1/20 of the plain handler",
      ratio(
        ({ get }) => get.perSecond,
        ({ plain }) => plain.perSecond,
      ),
      (share) => share >= 1 / 20,
    ],
    [
      "PUT of an app reaches 1/20 of the plain handler",
      ratio(
        ({ put }) => put.perSecond,
        ({ plain }) => plain.perSecond,
      ),
      (share) => share >= 1 / 20,
    ],
    [
      "nobody waits for an audit: at p99 at most 1/4 of the time that it takes",
      ratio(
        ({ audited }) => audited.p99,
        ({ audited }) => audited.audit,
      ),
      (share) => share <= 1 / 4,
    ],
  ];
  for (const [text, seen, isKept] of promises)
    console.log(`${isKept(seen) ? "kept  " : "BROKEN"} ${text}: ${seen.toFixed(3)}`);
  if (promises.some(([, seen, isKept]) => !isKept(seen))) process.exitCode = 1;
}

if (process.argv[2] === "plain") await servePlainly();
else report(await measure());
