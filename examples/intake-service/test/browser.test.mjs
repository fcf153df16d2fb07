import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { browserPath, openBrowser, pages, serveApps, signIn } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

if (browserPath === undefined && process.env.CI)
  throw new Error("Chromium is to be installed where every check is run.");

const skip = browserPath === undefined && "Chromium is not installed; CHROMIUM says where it is";

const screens = [375, 1280].flatMap((width) =>
  ["light", "dark"].map((colorScheme) => ({ viewport: { width, height: 800 }, colorScheme })),
);

describe("in a browser", { skip }, () => {
  let browser;
  let server;
  before(async () => {
    [browser, server] = await Promise.all([openBrowser(), serveApps()]);
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const options of screens) {
    test(`a person signs in and sees everything, ${options.viewport.width} pixels wide and ${options.colorScheme}`, async () => {
      const { page, context, wrong } = await signIn(browser, server.address, options);
      for (const path of Object.values(pages)) {
        await page.goto(new URL(path, server.address).href);
        const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assert.ok(overflow <= 0, `${path} is ${overflow} pixels too wide`);
      }
      await page.goto(server.address);
      await page.getByRole("link", { name: /Stock list/ }).click();
      await page.getByRole("heading", { name: "History" }).waitFor();
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
      assert.deepEqual(wrong, []);
      await context.close();
    });

    test(`everybody can read it, ${options.viewport.width} pixels wide and ${options.colorScheme}`, async () => {
      // The checker comes as a script, which these pages do not take.
      const { page, context } = await signIn(browser, server.address, { ...options, bypassCSP: true });
      for (const path of ["/login", ...Object.values(pages)]) {
        await page.goto(new URL(path, server.address).href);
        await page.evaluate(axe);
        const { violations } = await page.evaluate("axe.run()");
        const told = violations.map(({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ html }) => html).join(" ")}`);
        assert.deepEqual(told, []);
      }
      await context.close();
    });
  }

  test("nothing is lost without scripts", async () => {
    const { page, context } = await signIn(browser, server.address, { javaScriptEnabled: false });
    await page.getByRole("link", { name: "Audit" }).click();
    await page.getByRole("heading", { name: "Look at these first" }).waitFor();
    await context.close();
  });
});
