import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { titleAt } from "../src/schema.js";
import { browserPath, fileAddress, openBrowser, openPage, serve } from "./page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** All that decides the tier of an app within every line. */
const harmless = {
  id: "stock",
  name: "Stock list",
  audience: { users: 12, builtFor: 40, departments: ["Warehouse"] },
  integrations: [{ system: "ERP", direction: "read" }],
  data: [{ name: "Stock levels", class: "general" }],
  calculations: [],
  criticality: { dailyDependence: false },
  ownership: { builderPresent: true },
  compliance: [],
  consequences: { legalForPeople: false },
};

const broken = {
  ...harmless,
  audience: { ...harmless.audience, user: 140, users: "a dozen" },
  data: [{ class: "helth" }],
};

const fileOf = (profile) => ({
  name: "app.json",
  mimeType: "application/json",
  buffer: Buffer.from(typeof profile === "string" ? profile : JSON.stringify(profile)),
});

const mayBeMore = "There may be more than I have told";

const standing = (page) => page.locator("#standing");
const importFile = (page, profile) => page.setInputFiles("#file", fileOf(profile));

/** Opens a part of all answers, and the editor of one of them. */
async function change(page, part, place) {
  await page.locator("#answers summary", { hasText: titleAt(part) }).click();
  await page.getByRole("button", { name: `Change: ${titleAt(place)}`, exact: true }).click();
}

async function shows(locator, words) {
  await locator.filter({ hasText: words }).first().waitFor();
}

if (browserPath === undefined) console.warn("SKIPPED: no Chromium here. Install it, or say in CHROMIUM where it is.");

describe("the page", { skip: browserPath === undefined && "no Chromium is installed" }, () => {
  let browser;
  let server;
  const pages = [];

  before(async () => {
    [browser, server] = await Promise.all([openBrowser(), serve()]);
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  /** Each test is also held to this: no error, no violation, no request to anywhere else. */
  async function visit(options, address = server.address) {
    const opened = await openPage(browser, address, options);
    pages.push(opened);
    return opened;
  }

  const inTest = (name, run) =>
    test(name, async () => {
      const from = pages.length;
      await run();
      for (const { wrong, context } of pages.slice(from)) {
        await context.close();
        assert.deepEqual(wrong, []);
      }
    });

  inTest("leads through the whole interview by keyboard alone, until the tier is settled", async () => {
    const { page } = await visit();
    const { keyboard } = page;
    const focused = () => page.evaluate(() => document.activeElement.type ?? document.activeElement.localName);
    const question = () => page.locator("#card h2").first().textContent();
    for (let stops = 0; stops < 2; stops++) await keyboard.press("Tab");
    assert.equal(await focused(), "text");
    await keyboard.type("Stock list");
    await keyboard.press("Enter");
    const asked = [];
    while (!(await question()).startsWith("That settles it")) {
      asked.push(await question());
      assert.ok(asked.length < 25, `still asking: ${asked.join(" · ")}`);
      const kind = await focused();
      if (kind === "radio") {
        // From "Not known yet" down to the first answer, and on to the most harmless.
        const isHarmlessFirst = asked.at(-1).includes("still here");
        await keyboard.press("ArrowDown");
        if (!isHarmlessFirst) await keyboard.press("ArrowDown");
      } else if (kind === "checkbox") {
        await keyboard.press("Space");
      } else {
        await keyboard.type("12");
      }
      await keyboard.press("Enter");
    }
    assert.match(await standing(page).textContent(), /^Settled: Citizen/);
    assert.equal(await focused(), "h2");
  });

  inTest("moves the load line while one types, and leaves the keyboard where it is", async () => {
    const { page } = await visit();
    await importFile(page, harmless);
    await change(page, "/audience", "/audience/users");
    const image = page.locator("#picture img");
    const before = await image.getAttribute("src");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("140", { delay: 30 });
    assert.notEqual(await image.getAttribute("src"), before);
    await shows(standing(page), "IT review");
    assert.match(await image.getAttribute("alt"), /Stock list.*IT review/);
    assert.equal(await page.evaluate(() => document.activeElement.value), "140");
  });

  inTest("says how to get back under the line, and it is so", async () => {
    const { page } = await visit();
    await importFile(page, { ...harmless, audience: { ...harmless.audience, users: 140, builtFor: 100 } });
    await shows(standing(page), "Settled: IT review");
    await shows(page.locator("#findings"), "Many users");
    await shows(page.locator("#ways"), "Let 99 people use it at most, instead of 140.");
    assert.equal(await page.locator("#ways").getByRole("button").count(), 0);
    await change(page, "/audience", "/audience/users");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("99");
    await page.keyboard.press("Enter");
    await shows(standing(page), "Settled: Citizen");
    assert.equal(await page.locator("#ways").isHidden(), true);
  });

  inTest("supposes that open questions turn out well where nothing else can be said, and says so", async () => {
    const { page } = await visit();
    await importFile(page, { id: "stock", name: "Stock list", audience: { users: 140 } });
    await shows(page.locator("#ways"), "supposing that what is open turns out well");
    await shows(page.locator("#ways"), "Let 99 people use it at most, instead of 140.");
  });

  inTest("keeps a draft over a reload, what is skipped included, and forgets it when asked to", async () => {
    const { page } = await visit();
    await page.getByLabel("What is the app called?").fill("Rota");
    await page.getByRole("button", { name: "Next question" }).click();
    const skipped = await page.locator("#card h2").textContent();
    await page.getByRole("button", { name: "Next question" }).click();
    const next = await page.locator("#card h2").textContent();
    assert.notEqual(next, skipped);
    await page.reload();
    assert.equal(await page.locator("#card h2").textContent(), next);
    await shows(page.locator("#kept"), "kept in this browser");
    await page.getByRole("button", { name: "Start again" }).click();
    await page.getByRole("button", { name: "Keep the draft" }).click();
    assert.equal(await page.locator("#card h2").textContent(), next);
    await page.getByRole("button", { name: "Start again" }).click();
    await page.getByRole("button", { name: "Forget it" }).click();
    await page.reload();
    assert.equal(await page.getByLabel("What is the app called?").inputValue(), "");
  });

  for (const kept of ["{ half", "5", '{"draft":"mine","skipped":[]}', '{"draft":{}}']) {
    inTest(`begins anew where what was kept cannot be read: ${kept}`, async () => {
      const { page } = await visit();
      await page.evaluate((text) => localStorage.setItem("plimsoll-browser-form", text), kept);
      await page.reload();
      assert.equal(await page.getByLabel("What is the app called?").inputValue(), "");
    });
  }

  inTest("works where the browser keeps nothing, and says so", async () => {
    const { page } = await visit();
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("Not here", "SecurityError");
        },
      });
    });
    await page.reload();
    await shows(page.locator("#kept"), "Save it as a file before you leave");
    await page.getByLabel("What is the app called?").fill("Rota");
    await page.getByRole("button", { name: "Next question" }).click();
    await shows(standing(page), "So far: Citizen");
  });

  inTest("goes back to the question before, with its answer", async () => {
    const { page } = await visit();
    await page.getByLabel("What is the app called?").fill("Rota");
    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByRole("button", { name: "Back" }).click();
    assert.equal(await page.getByLabel("What is the app called?").inputValue(), "Rota");
  });

  inTest("opens a file with mistakes, and says kindly at each field what to look at", async () => {
    const { page } = await visit();
    await importFile(page, broken);
    await shows(page.locator("#card h2"), "3 things need another look");
    const field = (place) => page.locator(`#card [data-place="${place}"]`);
    assert.equal(
      await field("/audience/users").locator(".problem").textContent(),
      'Expected a number, but saw "a dozen".',
    );
    assert.match(await field("/data/0/class").locator(".problem").textContent(), /Did you mean "health"\?/);
    await page.getByRole("button", { name: "Done" }).click();
    assert.ok(await page.evaluate(() => document.activeElement.closest("[data-wrong]") !== null));
    await page.getByRole("button", { name: "Leave it out" }).click();
    await field("/audience/users").getByRole("textbox").fill("12");
    await field("/data/0/class").getByLabel("General").check();
    await page.getByRole("button", { name: "Done" }).click();
    await shows(page.locator("#card h2"), "That settles it: Citizen");
  });

  inTest("takes the name that was meant for a field that there is not", async () => {
    const { page } = await visit();
    const { users, ...others } = harmless.audience;
    await importFile(page, { ...harmless, audience: { ...others, user: users } });
    await page.getByRole("button", { name: 'Call it "users"' }).click();
    await shows(standing(page), "Settled: Citizen");
    await shows(page.locator("#card h2"), "That settles it");
  });

  inTest("takes what cannot be read for unknown, never for harmless", async () => {
    const { page } = await visit();
    await importFile(page, { ...harmless, integrations: [...harmless.integrations, { direction: "write" }] });
    await shows(standing(page), "So far: Citizen. It could still turn out as Professional");
  });

  inTest("reads the rest of a draft whose name cannot be read", async () => {
    const { page } = await visit();
    await importFile(page, { ...harmless, name: 7 });
    await shows(page.locator("#card h2"), "One thing needs another look");
    await shows(standing(page), "Settled: Citizen");
  });

  inTest("says kindly when a file is no profile at all, and keeps the draft", async () => {
    const { page } = await visit();
    await importFile(page, harmless);
    await shows(standing(page), "Settled: Citizen");
    for (const [text, words] of [
      ["{ half", "cut short"],
      ["[1]", "holds no profile"],
      ["x".repeat(1_000_001), "much larger"],
    ]) {
      await importFile(page, text);
      await shows(page.locator("#message"), words);
    }
    await shows(standing(page), "Settled: Citizen");
  });

  inTest("saves what it opened, as it was", async () => {
    const { page } = await visit();
    await importFile(page, harmless);
    await shows(page.locator("#message"), "is open");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as a file" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "stock.json");
    assert.deepEqual(JSON.parse(readFileSync(await download.path(), "utf8")), harmless);
  });

  inTest("asks again where a rule looks like a no, and counts it as nothing until it is clear", async () => {
    const { page } = await visit();
    const { compliance: _, ...open } = harmless;
    await importFile(page, open);
    await shows(page.locator("#card h2"), "Which compliance rules apply to it?");
    const card = page.locator("#card");
    await card.getByRole("button", { name: /^Add a/ }).click();
    await page.keyboard.type("no");
    await shows(standing(page), "So far: Citizen");
    await card.getByRole("button", { name: "Next question" }).click();
    await shows(card.locator(".note"), "Do you mean none?");
    await card.getByRole("button", { name: "Yes, there is none" }).click();
    await shows(standing(page), "Settled: Citizen");
  });

  inTest("confirms a rule that nobody here knows before it counts or is saved", async () => {
    const { page } = await visit();
    await importFile(page, { ...harmless, compliance: [{ regime: "House rule 7" }] });
    const card = page.locator("#card");
    await shows(card.locator(".note"), 'No rule here knows "House rule 7".');
    await shows(standing(page), "So far: Citizen");
    const saved = async () => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save as a file" }).click(),
      ]);
      return JSON.parse(readFileSync(await download.path(), "utf8"));
    };
    const unsure = await saved();
    assert.deepEqual([unsure.compliance, unsure.partial], [[], ["/compliance"]]);
    await card.getByRole("button", { name: "Yes, it is called that" }).click();
    await shows(standing(page), "Settled: ");
    assert.deepEqual((await saved()).compliance, [{ regime: "House rule 7" }]);
    await page.reload();
    await shows(standing(page), "Settled: ");
  });

  inTest("offers the rule that was nearly written, and leaves out what is no name", async () => {
    const { page } = await visit();
    await importFile(page, {
      ...harmless,
      compliance: [{ regime: "GPDR" }],
      audience: { ...harmless.audience, departments: ["Sales", "no"] },
    });
    const card = page.locator("#card");
    await shows(card.locator("h2"), "2 things need another look");
    await card.getByRole("button", { name: 'Yes, "GDPR"' }).click();
    await card.getByRole("button", { name: "No, leave it out" }).click();
    await shows(page.locator("#answers"), "GDPR");
    await shows(page.locator("#answers"), "Sales");
    assert.equal(await page.locator("#card .note").count(), 0);
  });

  inTest("adds, names and removes an entry of a list, and says when there may be more", async () => {
    const { page } = await visit();
    await importFile(page, harmless);
    await change(page, "/integrations", "/integrations");
    const card = page.locator("#card");
    await card.getByRole("button", { name: /^Add an? / }).click();
    await page.keyboard.type("CRM");
    await card.locator(".entry").last().getByRole("radio", { name: "Write" }).check();
    await shows(standing(page), "Settled: IT review");
    await card
      .getByRole("button", { name: /^Remove/ })
      .last()
      .click();
    await shows(standing(page), "Settled: Citizen");
    await card.getByLabel(mayBeMore).last().check();
    await shows(standing(page), "could still turn out");
  });

  inTest("keeps what may be more of a later entry, when an earlier one is removed", async () => {
    const { page } = await visit();
    const first = { system: "ERP", direction: "read", operations: ["creates"] };
    const integrations = [first, { ...first, system: "CRM" }];
    await importFile(page, { ...harmless, integrations, partial: ["/integrations/1/operations"] });
    await change(page, "/integrations", "/integrations");
    const card = page.locator("#card");
    await card.getByRole("button", { name: "Remove ERP" }).click();
    await card.getByText("Tell more about it").click();
    assert.equal(await card.getByLabel(mayBeMore).first().isChecked(), true);
    assert.equal(await card.getByLabel(mayBeMore).last().isChecked(), false);
  });

  const states = {
    "at the beginning": undefined,
    "with mistakes": broken,
    "over a line": { ...harmless, audience: { users: 700 }, data: [{ class: "health" }] },
    settled: harmless,
  };
  for (const colorScheme of ["light", "dark"]) {
    for (const [state, profile] of Object.entries(states)) {
      inTest(`has nothing that axe would object to: ${colorScheme}, ${state}`, async () => {
        const { page } = await visit({ colorScheme, viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
        if (profile) {
          await importFile(page, profile);
          await shows(page.locator("#message"), "is open");
        }
        for (const details of await page.locator("details").all()) await details.evaluate((each) => (each.open = true));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          [],
        );
      });
    }
  }

  for (const width of [320, 390, 768, 1280]) {
    inTest(`needs no scrolling to the side at ${width} pixels, and leaves room for fingers`, async () => {
      const { page } = await visit({ viewport: { width, height: 800 } });
      await importFile(page, states["over a line"]);
      await change(page, "/integrations", "/integrations");
      const { over, small } = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        small: [
          ...document.querySelectorAll("button, summary, .tick, input:not([type=radio], [type=checkbox], [type=file])"),
        ]
          .filter((each) => each.checkVisibility() && (each.offsetHeight < 44 || each.offsetWidth < 44))
          .map((each) => each.outerHTML),
      }));
      assert.equal(over, 0);
      assert.deepEqual(small, []);
    });
  }

  inTest("works from the disk, without any server", async () => {
    const { page } = await visit({ offline: true }, fileAddress);
    await page.getByLabel("What is the app called?").fill("Rota");
    await page.reload();
    await shows(standing(page), "So far: Citizen");
    assert.equal(await page.getByLabel("What is the app called?").count(), 0);
  });

  inTest("goes on working when the network is cut", async () => {
    const { page, context } = await visit();
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    await importFile(page, harmless);
    await shows(standing(page), "Settled: Citizen");
  });

  inTest("prints all that was told, and nothing to press", async () => {
    const { page } = await visit({ colorScheme: "dark" });
    await importFile(page, harmless);
    await shows(standing(page), "Settled: Citizen");
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("button").filter({ visible: true }).count(), 0);
    assert.equal(await page.getByText("Stock levels").isVisible(), true);
  });
});
