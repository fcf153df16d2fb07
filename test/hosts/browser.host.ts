import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { consumer, engines, hostTest } from "./engines.js";
import { golden } from "./golden.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const strict = "default-src 'none'; script-src 'self'; worker-src 'self'; require-trusted-types-for 'script'";
// The membrane evaluates its guests in a frame of its own; what it does is not for the package to forbid.
const sandboxed = "default-src 'self'; script-src 'self' 'unsafe-eval'; frame-src 'self' about: blob:";

async function served(files: ReadonlyMap<string, string>, policy: string): Promise<Server> {
  const server = createServer(({ url = "" }, response) => {
    const text = files.get(url.slice(1));
    const type = url.endsWith(".html") ? "text/html" : "text/javascript";
    response.writeHead(text === undefined ? 404 : 200, { "Content-Type": type, "Content-Security-Policy": policy });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** What a page answers, opened in Chromium under a content security policy. */
async function answeredBy(page: string, files: ReadonlyMap<string, string>, policy: string): Promise<unknown> {
  const { chromium } = await import(engines.playwright);
  const server = await served(files, policy);
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  const browser = await chromium.launch({
    executablePath: engines.chromium,
    args: [...args, "--disable-component-update", "--disable-sync"],
  });
  try {
    const tab = await browser.newPage();
    const errors: string[] = [];
    tab.on("pageerror", (error: Error) => errors.push(error.message));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${page}`); // it listens on a port
    const answer = await tab.evaluate("answered");
    expect(errors).toEqual([]);
    return answer;
  } finally {
    await browser.close();
    server.close();
  }
}

const read = (path: string) => readFileSync(path, "utf8");
const scripts = [
  ["plimsoll.umd.js", read(`${consumer}/node_modules/plimsoll/dist/plimsoll.umd.js`)],
  ["answers.js", read(`${consumer}/answers.js`)],
] as const;

const inChromium = [engines.chromium, engines.playwright];

hostTest("Chromium under a strict content security policy, in a page and in a worker", inChromium, async () => {
  const pages = ["page.html", "page.js"].map((name) => [name, read(here(name))] as const);
  const files = new Map([...scripts, ...pages, ["worker.js", read(here("page-worker.js"))]]);
  const answer = await answeredBy("page.html", files, strict);
  expect(answer).toEqual({ page: golden.answers, worker: golden.answers, violations: [] });
});

hostTest("the near-membrane sandbox in Chromium", [...inChromium, engines.membrane, engines.bundler], async () => {
  const { build } = await import(engines.bundler);
  const { outputFiles } = await build({
    entryPoints: [here("sandbox.js")],
    bundle: true,
    format: "iife",
    write: false,
    nodePaths: [here("engines/node_modules")],
  });
  const files = new Map([
    ...scripts,
    ["sandbox.html", read(here("sandbox.html"))],
    ["sandbox.bundle.js", outputFiles[0].text],
  ]);
  const answer = await answeredBy("sandbox.html", files, sandboxed);
  expect(answer).toEqual({ inside: golden.answers, leaked: false });
});
