import { beforeAll, describe, expect, test } from "vitest";
import { askingForDocs, together } from "./recipes.js";
import { makeScratch, type Scratch } from "./scratch.js";

/**
 * Follows all recipes on one copy of the project: first without their rows, and then with them.
 *
 * @param asked The tests that may ask for rows; all there are, when left out.
 * @param isHeld What is expected once the rows and the pages are there.
 */
export function onACopy(title: string, asked: readonly string[] | undefined, isHeld: (scratch: Scratch) => void): void {
  describe(title, () => {
    let scratch: Scratch;
    beforeAll(() => {
      scratch = makeScratch();
      return scratch.remove;
    });

    test("what is added without its rows is asked for them, and for its pages", () => {
      scratch.follow(together.change);
      expect(scratch.failing(asked)).toEqual([askingForDocs, ...together.asking].sort());
    });

    test("with its rows and its pages nothing else needs to change", () => {
      scratch.follow(together.rows);
      expect(scratch.bringDocsUpToDate()).toEqual(expect.arrayContaining(["docs/standard-policy.md", "docs/facts.md"]));
      isHeld(scratch);
    });
  });
}
