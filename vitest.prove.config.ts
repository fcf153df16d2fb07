import { defineConfig } from "vitest/config";
import shared from "./vitest.config.js";

/** The properties of `plimsoll/analysis`, held against every app of many more small policies: `npm run prove`. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ["test/analysis/**/*.test.ts"],
    env: { PLIMSOLL_DRAWS: process.env.PLIMSOLL_DRAWS ?? "20" },
    // This only ends what hangs.
    testTimeout: 7_200_000,
  },
});
