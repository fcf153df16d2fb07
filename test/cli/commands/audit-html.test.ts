import fc from "fast-check";
import type { AppProfile } from "plimsoll";
import { describe, expect, test } from "vitest";
import { anyName } from "../../arbitraries/hostile-names.js";
import { frozenPolicy } from "../../frozen/frozen-policy.js";
import { anApp } from "../../portfolio/portfolios.js";
import { draws } from "../../prove/draws.js";
import { elementsIn, wordsIn } from "../../render/markup.js";
import { runOn } from "../a-terminal.js";
import { readPage } from "../page-reader.js";

const crowd = (id: string, changes: Partial<AppProfile> = {}) =>
  anApp({ id, name: id, audience: { users: 3000 }, ...changes });

async function auditInHtml(apps: readonly unknown[], ...more: readonly string[]) {
  const files = {
    "apps.json": JSON.stringify(apps),
    "before.json": JSON.stringify([anApp(), anApp({ id: "gone", name: "Gone" })]),
    "frozen.json": JSON.stringify(frozenPolicy),
  };
  const argv = ["audit", "apps.json", "--policy", "frozen.json", "--allow-empty", "--format", "html", ...more];
  const { code, printed } = await runOn(files, argv);
  expect(code).toBe(0);
  return readPage(printed);
}

type Page = Awaited<ReturnType<typeof auditInHtml>>;

const called = ({ elements }: Page, name: string, className?: string) =>
  elements.filter((each) => each.name === name && (className === undefined || each.attributes.class === className));

const headings = ({ elements }: Page) =>
  elements.flatMap((each) => (/^h[1-4]$/.test(each.name) ? [`${each.name}: ${wordsIn(each)}`] : []));

test("a report begins with the load line of the portfolio, and goes on app by app", async () => {
  const page = await auditInHtml([crowd("rota"), anApp({ id: "blank", criticality: {} })]);
  expect(page.title).toBe("Audit of 31 March 2026, by frozen 1.0.0");
  expect(headings(page)).toEqual([
    "h1: Audit of 31 March 2026",
    "h2: Where the risk is",
    "h2: Look at these first",
    "h2: App by app",
    "h3: rota",
    "h4: Why",
    "h3: Rota",
    "h4: Still open: an answer could change the tier",
  ]);
  expect(called(page, "dl", "marks").map(wordsIn)).toEqual(["Alone10 at worstTogether00 at worstExperts12 at worst"]);
  const words = wordsIn(page.body);
  expect(words).toContain("2 apps: 1 with findings, 1 with open questions, 0 retired.");
  expect(words).toContain("12 points: Very many users (9), Many users (3).");
});

test("the ranking leads to each app, in its order", async () => {
  const page = await auditInHtml([crowd("b"), crowd("a", { data: [{ class: "health" }] })]);
  const links = called(page, "a").map((link) => [wordsIn(link), link.attributes.href]);
  expect(links).toEqual([
    ["To the apps", "#apps"],
    ["a", "#app-1"],
    ["b", "#app-2"],
  ]);
});

test("apps are drawn at their load lines, the first unfolded", async () => {
  const apps = Array.from({ length: 12 }, (_, index) => crowd(`app ${index}`));
  const page = await auditInHtml(apps);
  const folded = called(page, "details", "app").map(({ attributes }) => attributes.open === undefined);
  expect(folded).toEqual([...Array(10).fill(false), true, true]);
  const drawn = called(page, "svg", "plimsoll-load-line");
  expect(drawn).toHaveLength(12);
  expect(drawn[0] && wordsIn(drawn[0])).toContain("On deck: Very many users (high).");
});

test("a page of very many apps has pictures for the first of them only", async () => {
  const apps = Array.from({ length: 302 }, (_, index) => crowd(`app ${index}`));
  const page = await auditInHtml(apps, "--capacity", "400");
  expect(called(page, "details", "app")).toHaveLength(302);
  expect(called(page, "svg", "plimsoll-load-line")).toHaveLength(300);
});

test("the heat map counts the whole portfolio, whatever there is time for", async () => {
  const health = (id: string) => anApp({ id, data: [{ class: "health" }] });
  const page = await auditInHtml([health("a"), health("b"), crowd("c")], "--capacity", "1");
  const [map] = called(page, "svg", "plimsoll-heat-map");
  expect(map && wordsIn(map)).toContain("Sensitive data: Alone 0, Together 0, Experts 2.");
});

test("held against before, it says what has grown, and who is new", async () => {
  const page = await auditInHtml([crowd("new"), anApp({ audience: { users: 140 } })], "--previous", "before.json");
  const words = wordsIn(page.body);
  expect(words).toContain("1 app compared with before: 1 grown, ");
  expect(words).toContain("20 → 140 people use it.");
  expect(words).toContain("New in the portfolio.");
  const [ranking] = called(page, "table", "ranking");
  expect(
    ranking &&
      elementsIn(ranking)
        .filter(({ name }) => name === "tr")
        .map(wordsIn),
  ).toEqual([
    "RankAppLoad linePointsGrowthWhat was foundOpen",
    expect.stringMatching(/^1new.*new/),
    expect.stringMatching(/^2Rota.*grown/),
  ]);
});

test("who answers for an app is said as far as it is told", async () => {
  const ownership = { businessOwner: null, owners: [{ name: "Ada" }, { name: "Bo" }] };
  const page = await auditInHtml([crowd("rota", { platform: "Excel", ownership })]);
  expect(called(page, "dl", "about").map(wordsIn)).toEqual([
    "Users3000PlatformExcelStagedevelopmentBusiness ownernobodyOwnersAda, Bo",
  ]);
});

describe("a page is sound", () => {
  test("when there is no app, or nothing was found", async () => {
    expect(headings(await auditInHtml([]))).toEqual(["h1: Audit of 31 March 2026", "h2: App by app"]);
    expect(wordsIn((await auditInHtml([anApp()])).body)).toContain("No app needs a look now.");
  });

  test("whatever apps are called", async () => {
    await fc.assert(
      fc.asyncProperty(anyName, anyName, async (name, other) => {
        const told = (text: string) => text.replaceAll(/[\ud800-\udfff]/gu, "") || "x";
        const apps = (text: string, more: string) => [
          crowd("rota", { name: text, platform: more, ownership: { businessOwner: more } }),
          crowd("leave", { name: more }),
        ];
        const tags = (page: Page) => page.elements.map((element) => element.name).filter((tag) => tag !== "text");
        const plain = await auditInHtml(apps("Rota", "Leave"));
        expect(tags(await auditInHtml(apps(told(name), told(other))))).toEqual(tags(plain));
      }),
      draws(25),
    );
  });
});
