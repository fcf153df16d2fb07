import { defineConfig } from "vitest/config";

/** The packed package in other engines: `npm run hosts`. */
export default defineConfig({
  test: {
    include: ["test/hosts/*.host.ts"],
    globalSetup: "test/hosts/set-up.ts",
    fileParallelism: false,
    // Engines are not timed: this only ends what hangs.
    testTimeout: 600_000,
  },
});
