/** Takes the pictures of the README: `npm run screenshots`. */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { browserPath, openBrowser, pages, serveApps, signIn } from "./browser.mjs";

const folder = fileURLToPath(new URL(process.argv[2] ?? "../screenshots/", import.meta.url));
const desktop = { width: 1280, height: 900 };
const phone = { width: 375, height: 812 };

const pictures = [
  { name: "apps-desktop-light", path: pages.apps, viewport: desktop, colorScheme: "light" },
  { name: "app-desktop-dark", path: pages.app, viewport: desktop, colorScheme: "dark" },
  { name: "app-phone-light", path: pages.app, viewport: phone, colorScheme: "light" },
  { name: "audit-phone-dark", path: pages.audit, viewport: phone, colorScheme: "dark" },
];

if (browserPath === undefined)
  throw new Error("There is no Chromium here. Install it, or say in CHROMIUM where it is.");

mkdirSync(folder, { recursive: true });
const [browser, server] = await Promise.all([openBrowser(), serveApps()]);
for (const { name, path, ...options } of pictures) {
  const { page, context } = await signIn(browser, server.address, options);
  await page.goto(new URL(path, server.address).href);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
}
await browser.close();
await server.close();
