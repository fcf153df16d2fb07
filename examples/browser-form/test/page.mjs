import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const folder = new URL("../dist/", import.meta.url);

export const fileAddress = new URL("index.html", folder).href;

/** Where Chromium is: where a variable says, or where Debian, macOS or Windows put it. */
export const browserPath = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
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

const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };

/** Serves the built page on this machine, as strictly as a host may. */
export async function serve() {
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = new URL(`.${pathname === "/" ? "/index.html" : pathname}`, folder);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
      // The mark of the page is also its icon, which a browser may ask for again at any time, without a network too.
      "Cache-Control": "max-age=3600",
      "Content-Type": types[fileURLToPath(file).split(".").at(-1)],
      "Content-Security-Policy": "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
    });
    response.end(readFileSync(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

/** A page that writes down whatever should not happen: errors, violations, requests that leave the address. */
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(5000);
  const page = await context.newPage();
  const wrong = [];
  page.on(
    "console",
    (message) =>
      ["error", "warning"].includes(message.type()) &&
      wrong.push(`${message.text()} (${message.location().url.slice(0, 80)})`),
  );
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => {
    const isOwn = [address.replace("index.html", ""), "data:", "blob:"].some((start) =>
      request.url().startsWith(start),
    );
    if (!isOwn) wrong.push(`asked for ${request.url()}`);
  });
  await page.exposeFunction("writeDown", (words) => wrong.push(words));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) =>
      window.writeDown(`violated ${violatedDirective}: ${sample}`),
    );
  });
  await page.goto(address);
  return { page, context, wrong };
}
