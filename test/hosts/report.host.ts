import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { consumer, engines, hostTest } from "./engines.js";

/** A report on so many apps, written by the packed command; what the apps are called tries to run. */
function reportOn(apps: number): string {
  const name = "<img src=x onerror=document.title='ran'><script>document.title='ran'</script>";
  const lines = Array.from({ length: apps }, (_, index) =>
    JSON.stringify({ id: `app-${index}`, name, audience: { users: 140 + index }, ownership: { itOwner: name } }),
  );
  const command = `${consumer}/node_modules/plimsoll/dist/cli.js`;
  const file = join(mkdtempSync(join(tmpdir(), "plimsoll-")), "report.html");
  const argv = [command, "audit", "-", "--as-of", "2026-03-31", "--format", "html"];
  writeFileSync(file, execFileSync(process.execPath, argv, { input: lines.join("\n") }));
  return pathToFileURL(file).href;
}

hostTest("a report in Chromium, as it stands in a file", [engines.chromium, engines.playwright], async () => {
  const { chromium } = await import(engines.playwright);
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath: engines.chromium, args });
  try {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    const wrong: string[] = [];
    page.on("console", (message: { text: () => string }) => wrong.push(message.text()));
    page.on("request", (request: { url: () => string }) => {
      if (!request.url().startsWith("file:")) wrong.push(request.url());
    });
    await page.goto(reportOn(12));
    // Its policy lets its own style through, and nothing is wider than a small screen.
    expect(await page.evaluate("getComputedStyle(document.body).maxWidth")).not.toBe("none");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    // A link leads to an app that is folded away, and unfolds it.
    const isOpen = "document.querySelector('#app-12').closest('details').open";
    expect(await page.evaluate(isOpen)).toBe(false);
    await page.click("a[href='#app-12']");
    expect(await page.evaluate(isOpen)).toBe(true);
    // On paper nothing is folded away but pointers.
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate("document.querySelector('#app-11').offsetHeight")).toBeGreaterThan(100);
    expect(await page.evaluate("document.querySelector('.where').offsetHeight")).toBe(0);
    expect(await page.title()).toBe("Audit of 31 March 2026, by standard 1.0.0");
    expect(wrong).toEqual([]);
  } finally {
    await browser.close();
  }
});
