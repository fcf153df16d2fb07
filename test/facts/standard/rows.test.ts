import { standardFacts } from "plimsoll";
import { expect, test } from "vitest";
import { filesIn, read } from "../../documentation/blocks.js";

/** The files with tables of what is read. */
const tables = filesIn("test/facts", ".test.ts")
  .map(read)
  .filter((file) => file.includes("readingOf(") && file.includes('from "../reading.js"'));

test.each(Object.keys(standardFacts))("there are rows that say what is read of %s", (name) => {
  expect(tables.filter((table) => table.includes(`"${name}"`))).not.toEqual([]);
});
