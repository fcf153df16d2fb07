import { expect, test } from "vitest";
import { frozenPolicy } from "../../frozen/frozen-policy.js";
import { anApp } from "../../portfolio/portfolios.js";
import { wordsIn } from "../../render/markup.js";
import { runOn } from "../a-terminal.js";
import { readPage } from "../page-reader.js";

async function classifyInHtml(...apps: readonly unknown[]) {
  const files = { "apps.json": JSON.stringify(apps), "frozen.json": JSON.stringify(frozenPolicy) };
  const { printed } = await runOn(files, ["classify", "apps.json", "--policy", "frozen.json", "--format", "html"]);
  return readPage(printed);
}

const headings = ({ elements }: Awaited<ReturnType<typeof classifyInHtml>>) =>
  elements.flatMap((each) => (/^h[1-3]$/.test(each.name) ? [wordsIn(each)] : []));

test("each app is drawn at its load line, with its reasons and all that is open", async () => {
  const page = await classifyInHtml({ id: "rota", name: "Rota", audience: { users: 140 } });
  expect(headings(page)).toEqual(["Where each app sits", "App by app", "Rota"]);
  const words = wordsIn(page.body);
  expect(words).toContain("By the policy frozen 1.0.0, as of 31 March 2026");
  expect(words).toContain("140 people; the line is 100 or more.");
  expect(words).toContain("Would daily work stop if it were down?");
  expect(page.elements.filter(({ attributes }) => attributes.class === "plimsoll-load-line")).toHaveLength(1);
});

test("of several apps, it says at the end how many sit where, and of how many each sign stands", async () => {
  const page = await classifyInHtml(
    anApp({ id: "a", data: [{ class: "health" }] }),
    anApp({ id: "b", audience: { users: 3000 } }),
    anApp({ id: "c", criticality: {} }),
  );
  expect(headings(page).at(-1)).toBe("All in all");
  const words = wordsIn(page.body);
  expect(words).toContain("Alone10 at worstTogether00 at worstExperts23 at worst");
  expect(words).toContain("Sensitive data: Alone 0, Together 0, Experts 1.");
});
