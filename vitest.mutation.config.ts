import { mergeConfig } from "vitest/config";
import base from "./vitest.config.js";

/** The tests of the rooms that are mutated; those of types and pages would only compile the same code again. */
export default mergeConfig(base, {
  test: {
    typecheck: { enabled: false },
    exclude: [
      "test/documentation/**",
      "test/examples/**",
      "test/cli/**",
      "test/architecture.test.ts",
      "node_modules/**",
    ],
  },
});
