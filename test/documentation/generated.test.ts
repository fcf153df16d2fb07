import { dirname } from "node:path";
import { expect, test } from "vitest";
import { fencedBlocks, pages, read, root } from "./blocks.js";
import { runConsole } from "./run-console.js";
import { generated } from "./tables.js";

const marked = /(<!-- generated: ([a-z-]+) -->)[\s\S]*?(<!-- end -->)/g;

/** A page with its tables made anew. */
function withTables(text: string): string {
  return text.replace(marked, (_, begin: string, name: string, end: string) =>
    [begin, generated[name]?.(), end].join("\n"),
  );
}

/** A page with its commands run anew, on the files that it shows. */
async function withSessions(text: string, file: string): Promise<string> {
  const blocks = fencedBlocks(text, file);
  const files = Object.fromEntries(
    blocks.flatMap(({ info, code }) => {
      const [, , name] = info.split(" ");
      return name === undefined ? [] : [[name, code]];
    }),
  );
  let fresh = text;
  for (const { info, code } of blocks) {
    const [language, folder] = info.split(" ");
    if (language === "console") fresh = fresh.replace(code, await runConsole(code, files, folder, dirname(file)));
  }
  return fresh;
}

test("every generated table has its place in the docs", () => {
  const places = pages.flatMap((page) => [...read(page).matchAll(marked)].map(([, , name]) => name));
  expect(places.sort()).toEqual(Object.keys(generated).sort());
});

test.each(pages)("%s is as the data and the commands say (npm run docs brings it up to date)", async (page) => {
  const fresh = await withSessions(withTables(read(page)), page);
  await expect(fresh).toMatchFileSnapshot(`${root}/${page}`);
});
