import { beforeAll, describe, expect, test } from "vitest";
import { askingForDocs, together } from "./recipes.js";
import { makeScratch, type Scratch } from "./scratch.js";

/** What `recipes.test.ts` holds to a part of the tests, held to all of them, and to the compiler: `npm run recipes`. */
describe("on a copy of the project, with every test", () => {
  let scratch: Scratch;
  beforeAll(() => {
    scratch = makeScratch();
    return scratch.remove;
  });

  test("what is added without its rows is asked for them, and for its pages", () => {
    scratch.follow(together.change);
    expect(scratch.failing()).toEqual([askingForDocs, ...together.asking].sort());
  });

  test("with its rows and its pages nothing else needs to change", () => {
    scratch.follow(together.rows);
    scratch.bringDocsUpToDate();
    expect(scratch.complaints()).toBe("");
    expect(scratch.failing()).toEqual([]);
  });
});
