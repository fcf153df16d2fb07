import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

const folders = (process.env.TEST_FOLDERS ?? "*").split(",");

/** A mutant is met by the tests of its own room alone: they say what the room is for, and thousands of mutants want quick answers. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
    setupFiles: ["test/mutation-setup.ts"],
  },
});
