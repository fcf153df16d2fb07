import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { standardFacts, standardPolicy } from "plimsoll";
import { describe, expect, test } from "vitest";
import { root } from "./blocks.js";
import { chapters, pageFiles } from "./pages.js";

// The site takes them from there (npm run docs).
const folder = `${root}/.cache/pages`;
rmSync(folder, { recursive: true, force: true });
for (const [path, text] of pageFiles) {
  mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
  writeFileSync(`${folder}/${path}`, text);
}

test("every sign, criterion, limit, fact, review, boundary and component has a page", () => {
  const { boundaries = [], components = [], criteria = [], reviews = [], signs = [], tiers } = standardPolicy;
  const limits = tiers.flatMap((tier) => ("limits" in tier ? (tier.limits ?? []) : []));
  const ids = [...signs, ...criteria, ...limits, ...reviews, ...boundaries, ...components].map(({ id }) => id);
  const titled = chapters.flatMap(({ pages }) => pages.map(({ id }) => id));
  expect([...titled].sort()).toEqual([...ids, ...Object.keys(standardFacts)].sort());
});

describe.each(chapters)("the pages of $folder", ({ pages }) => {
  test.each(pages)("$id says what it is, why, and what to do", ({ sections }) => {
    for (const heading of ["What", "Why", "What to do"]) expect(sections[heading]).toMatch(/\S.*[.?!]|^- /);
  });
});

test("every link between the pages leads to one", () => {
  const links = [...pageFiles].flatMap(([path, text]) =>
    [...text.matchAll(/\]\(([^)]+\.md)\)/g)].map(([, to = ""]) => posix.join(posix.dirname(path), to)),
  );
  expect(links.length).toBeGreaterThan(pageFiles.size);
  expect([...new Set(links)].filter((to) => !pageFiles.has(to))).toEqual([]);
});
