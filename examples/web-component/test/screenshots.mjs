// Draws the page for the documentation: on a phone in the dark, and on a desktop in the light.
import { openBrowser, openPage, serve } from "./host.mjs";

const browser = await openBrowser();
const server = await serve();
for (const [name, colorScheme, width, height] of [
  ["phone-dark", "dark", 320, 500],
  ["desktop-light", "light", 720, 760],
]) {
  const { page } = await openPage(browser, `${server.address}index.html`, { colorScheme, viewport: { width, height } });
  await page.waitForTimeout(300);
  await page.screenshot({ path: `screenshots/${name}.png` });
  await page.close();
}
await browser.close();
server.close();
