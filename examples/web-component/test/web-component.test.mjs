import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { browserPath, openBrowser, openPage, serve } from "./host.mjs";

const skip = browserPath ? false : "there is no Chromium here; set CHROMIUM to where yours is";
const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const crowd = { id: "rota", name: 'Rota <img src="x">', audience: { users: 140 } };
const harmlessPolicy = {
  ...{ id: "ours", version: "1.0.0", title: "Ours" },
  tiers: [
    { id: "alone", title: "Alone", advice: "Go on." },
    { id: "together", title: "Together", advice: "Call IT." },
  ],
};

describe("in Chromium, under a strict policy", { skip }, () => {
  let browser;
  let server;

  before(async () => {
    browser = await openBrowser();
    server = await serve({
      "empty.html":
        '<!doctype html><html lang="en"><title>Host</title><script src="dist/load-line.js" type="module"></script>' +
        "<main><h1>Host</h1></main></html>",
      "host.html": '<!doctype html><html lang="en"><title>Platform</title><script src="host.js" defer></script></html>',
      "host.js": readFileSync(new URL("platform.js", import.meta.url), "utf8"),
    });
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  /** Opens an empty page, adds the element with these properties, and gives what its event and its parts say. */
  async function shown(properties) {
    const { page, wrong } = await openPage(browser, `${server.address}empty.html`);
    const told = await page.evaluate(async (given) => {
      await customElements.whenDefined("plimsoll-load-line");
      const details = [];
      document.addEventListener("plimsoll-classified", ({ detail }) => details.push(detail));
      const element = document.createElement("plimsoll-load-line");
      document.querySelector("main").append(element);
      Object.assign(element, given);
      const image = element.shadowRoot.querySelector("img");
      if (image.src) await image.decode();
      const words = element.shadowRoot.querySelector("[part=words]").textContent;
      return { words, alt: image.alt, width: image.naturalWidth, detail: details.at(-1) };
    }, properties);
    await page.close();
    assert.deepEqual(wrong, []);
    return told;
  }

  test("it draws an app, says so in words, and tells its page", async () => {
    const { words, alt, width, detail } = await shown({ profile: crowd });
    assert.match(words, /^Rota <img src="x">: IT review at least, and could be Professional$/);
    assert.match(alt, /IT review/);
    assert.ok(width > 0);
    assert.deepEqual(detail, { tier: "it-review", ceiling: "professional", settled: false });
  });

  test("it takes JSON as well, and lines of one's own", async () => {
    const { words, detail } = await shown({ policy: JSON.stringify(harmlessPolicy), profile: JSON.stringify(crowd) });
    assert.match(words, /: Alone$/);
    assert.equal(detail.settled, true);
  });

  test("what it cannot read it says, with the place, and draws nothing", async () => {
    const mistaken = await shown({ profile: { id: "rota", nmae: "Rota" } });
    assert.match(mistaken.words, /^The profile cannot be read\. \/name /);
    assert.equal(mistaken.width, 0);
    assert.ok(mistaken.detail.problems.length > 0);
    assert.match((await shown({ profile: "{" })).words, /^The profile cannot be read\./);
    assert.match((await shown({ profile: crowd, policy: "{}" })).words, /^The policy cannot be read\. \/id /);
  });

  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      test(`the page has nothing that axe would mend: ${colorScheme}, ${width} px`, async () => {
        const context = { colorScheme, viewport: { width, height: 800 } };
        const { page, wrong } = await openPage(browser, `${server.address}index.html`, context);
        await page.evaluate(axe);
        const { violations } = await page.evaluate("axe.run()");
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          [],
        );
        const isScrolling = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert.equal(await page.evaluate(isScrolling), false);
        await page.close();
        assert.deepEqual(wrong, []);
      });
    }
  }

  test("in a Kissflow frame it follows the parameters of the component", async () => {
    // The frame is on another address than the platform, as it is there.
    const component = await serve();
    const { page, wrong } = await openPage(
      browser,
      `${server.address}host.html?${component.address}kissflow/index.html`,
    );
    const words = page.frameLocator("iframe").locator("[part=words]");
    await words.getByText("IT review at least").waitFor();
    await page.evaluate(
      (profile) => globalThis.setParameters({ profile }),
      JSON.stringify({ ...crowd, name: "Other" }),
    );
    await words.getByText("Other: IT review").waitFor();
    await page.close();
    component.close();
    assert.deepEqual(wrong, []);
  });

  test("as a Power Apps component it reads a column, and gives back the tier once", async () => {
    const { page, wrong } = await openPage(browser, `${server.address}empty.html`);
    await page.evaluate(
      "globalThis.ComponentFramework = { registerControl: (name, Control) => (globalThis.control = { name, Control }) }",
    );
    await page.evaluate(readFileSync(new URL("../out/controls/LoadLine/bundle.js", import.meta.url), "utf8"));
    const told = await page.evaluate((profile) => {
      const { name, Control } = globalThis.control;
      const component = new Control();
      const container = document.createElement("div");
      const outputs = [];
      const context = { parameters: { profile: { raw: profile }, policy: { raw: null } } };
      const notify = () => {
        outputs.push(component.getOutputs());
        component.updateView(context);
      };
      component.init(context, notify, {}, container);
      component.updateView(context);
      const words = container.textContent;
      component.destroy();
      return { name, words, outputs, left: container.childElementCount };
    }, JSON.stringify(crowd));
    await page.close();
    assert.equal(told.name, "Plimsoll.LoadLine");
    assert.match(told.words, /: IT review at least/);
    assert.deepEqual(told.outputs, [{ tier: "it-review", ceiling: "professional" }]);
    assert.equal(told.left, 0);
    assert.deepEqual(wrong, []);
  });
});
