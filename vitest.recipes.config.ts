import { defineConfig } from "vitest/config";

/** The recipes of CONTRIBUTING.md, followed on a copy of the project: `npm run recipes`. */
export default defineConfig({
  test: {
    include: ["test/contributing/*.recipe.ts"],
    // Each runs many tests twice: this only ends what hangs.
    testTimeout: 3_600_000,
  },
});
