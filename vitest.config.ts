import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (file: string) => fileURLToPath(new URL(`./src/${file}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^plimsoll$/, replacement: source("index.ts") },
      { find: /^plimsoll\/(adapters|analysis|packs|render|sql|stories|testing)$/, replacement: source("$1/index.ts") },
      {
        find: /^plimsoll\/(backtest|classify|escalation|governance|guide|retirement|schema)$/,
        replacement: source("$1.ts"),
      },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/prove/same-draws.ts"],
    // Tests are not timed: this only ends what hangs.
    testTimeout: 600_000,
    // Every core, where the default leaves one out; and each module is read once per core, not once per file: no test changes one.
    maxWorkers: "100%",
    isolate: false,
    restoreMocks: true,
    coverage: {
      provider: "v8",
      include: ["src/**"],
      thresholds: { statements: 95, branches: 95 },
    },
  },
});
