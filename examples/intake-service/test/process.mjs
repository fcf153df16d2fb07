import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const server = fileURLToPath(new URL("../src/server.js", import.meta.url));

/** How long a start may take; far more than it does, for busy machines. */
const longestStart = 60_000;

/** The service as a process of its own, over a database; resolves once it listens, on a free port of this machine. */
export async function startProcess(url, variables = {}) {
  const env = { ...process.env, DATABASE_URL: url, PORT: "0", INTAKE_OPEN: "1", LOG_LEVEL: "info", ...variables };
  const child = spawn(process.execPath, [server], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const listening = new Promise((resolve) => {
    lines.on("line", (line) => {
      const address = /Server listening at (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
  const tooLate = new Promise((resolve) => setTimeout(resolve, longestStart).unref());
  const address = await Promise.race([listening, ended.then(() => undefined), tooLate]);
  if (address === undefined) {
    child.kill("SIGKILL");
    throw new Error("The service did not start.");
  }
  return { address, port: Number(new URL(address).port), child, ended };
}
