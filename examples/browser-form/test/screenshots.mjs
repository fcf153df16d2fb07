import { fileURLToPath } from "node:url";
import { browserPath, openBrowser, openPage, serve } from "./page.mjs";

const stock = {
  id: "stock",
  name: "Stock list",
  audience: { users: 140, builtFor: 60, departments: ["Warehouse"] },
  integrations: [{ system: "ERP", direction: "read" }],
  data: [{ name: "Stock levels", class: "general" }],
};

const settled = {
  ...stock,
  calculations: [],
  criticality: { dailyDependence: false },
  ownership: { builderPresent: true },
  compliance: [],
  consequences: { legalForPeople: false },
};

const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

const pictures = [
  { name: "desktop-light", viewport: desktop, colorScheme: "light", draft: settled },
  { name: "desktop-dark", viewport: desktop, colorScheme: "dark", draft: stock },
  { name: "phone-light", viewport: phone, colorScheme: "light", draft: stock },
  { name: "phone-dark", viewport: phone, colorScheme: "dark", draft: settled },
];

if (browserPath === undefined)
  throw new Error("There is no Chromium here. Install it, or say in CHROMIUM where it is.");

const [browser, server] = await Promise.all([openBrowser(), serve()]);
for (const { name, draft, ...options } of pictures) {
  const { page, context } = await openPage(browser, server.address, { ...options, reducedMotion: "reduce" });
  await page.evaluate((kept) => localStorage.setItem("plimsoll-browser-form", JSON.stringify(kept)), {
    draft,
    skipped: [],
  });
  await page.reload();
  await page.screenshot({ path: fileURLToPath(new URL(`../screenshots/${name}.png`, import.meta.url)) });
  await context.close();
}
await browser.close();
await server.close();
