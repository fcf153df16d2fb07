import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { openApi, tokenOf } from "./api.mjs";

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
  chromium.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });

const stock = { id: "stock", name: "Stock list", audience: { users: 12, builtFor: 60 } };
const apps = [
  { id: "rota", name: "Shift rota", audience: { users: 140, departments: ["Wards", "Kitchen"] } },
  { id: "patients", name: "Patient scheduling", data: [{ class: "health", encryptedAtRest: false }] },
  {
    id: "tags",
    name: "Price tags",
    audience: { users: 8, builtFor: 8, departments: ["Shop"] },
    integrations: [],
    data: [],
    calculations: [],
    compliance: [],
  },
  {
    id: "budget",
    name: "Budget write-back",
    integrations: [
      { system: "Ledger", direction: "write" },
      { system: "ERP", direction: "bidirectional" },
    ],
  },
  {
    id: "dock",
    name: "Dock plan with a name that is a good deal longer than others",
    criticality: { dailyDependence: true, support: false },
  },
];

/** A service that listens, with some apps that have a history. */
export async function serveApps() {
  const api = await openApi();
  for (const body of apps) await api.ask("PUT", `/apps/${body.id}`, { body, as: "Ward clerk" });
  for (const [seen, users] of [12, 40, 90, 140].entries()) {
    await api.ask("PUT", "/apps/stock", {
      body: { ...stock, audience: { users, builtFor: 60 } },
      ...(seen > 0 && { seen }),
    });
  }
  const opening = {
    need: { what: "Stock is counted once.", of: "Warehouse" },
    builder: null,
    recognisedBy: "business",
  };
  const { body } = await api.ask("POST", "/apps/stock/cases", { body: opening, as: "Ward lead" });
  const event = { kind: "preserved", how: "It runs on, read-only." };
  await api.ask("POST", `/cases/${body.case.id}/events`, { body: event, seen: 1, as: "IT director" });
  await api.ask("POST", "/apps/stock/approvals", {
    body: {
      review: "production-readiness",
      answers: { readiness: "met", support: { accepted: "The team lead is called until March." }, failure: "met" },
      scope: { users: 200, systems: [], data: ["general"], environment: "production" },
    },
  });
  const address = await api.service.listen({ host: "127.0.0.1", port: 0 });
  return { address, close: api.close };
}

/** A page of somebody who signs in as people do; it writes down whatever should not happen. */
export async function signIn(browser, address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => request.url().startsWith(address) || wrong.push(`asked for ${request.url()}`));
  await page.goto(address);
  await page.getByLabel("The token of your role").fill(tokenOf("IT operations"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Apps" }).waitFor();
  return { page, context, wrong };
}

export const pages = { apps: "/", app: "/page/apps/stock", audit: "/page/audit" };
