import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const folder = new URL("../", import.meta.url);
const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css" };

/** As strict as a host may be. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src http://127.0.0.1:*; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** Where Chromium is: where a variable says, or where Debian and others put it. */
export const browserPath = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
].find((path) => path && existsSync(path));

export const openBrowser = () =>
  chromium.launch({
    executablePath: browserPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** Serves the files of this folder on this machine, and pages that are given as text. */
export async function serve(pages = {}) {
  const server = createServer(({ url }, response) => {
    const path = new URL(url, "http://localhost").pathname.slice(1);
    const file = fileURLToPath(new URL(path, folder));
    const text = pages[path] ?? (existsSync(file) ? readFileSync(file) : undefined);
    response.writeHead(text === undefined ? 404 : 200, {
      "Content-Type": types[path.split(".").at(-1)] ?? "text/plain",
      "Content-Security-Policy": policy,
    });
    response.end(text);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** A page that writes down what should not happen: errors, and what the policy would not have. */
export async function openPage(browser, address, options = {}) {
  const page = await browser.newPage(options);
  const wrong = [];
  page.on("pageerror", ({ message }) => wrong.push(message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  await page.goto(address);
  return { page, wrong };
}
