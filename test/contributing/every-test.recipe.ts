import { expect } from "vitest";
import { onACopy } from "./on-a-copy.js";

/** What `with-a-stake.recipe.ts` holds to a part of the tests, held to all of them, and to the compiler: `npm run recipes:all`. */
onACopy("on a copy of the project, with every test", undefined, (scratch) => {
  expect(scratch.complaints()).toBe("");
  expect(scratch.failing()).toEqual([]);
});
