import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import shared from "./vitest.config.js";

/** Properties that say how many draws they want: more of them find more. */
const drawing = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((file) => `test/${file}`)
  .filter((file) => file.endsWith(".test.ts") && readFileSync(file, "utf8").includes("prove/draws.js"));

/** Properties, held against many more draws than in `npm test`, new ones each time: `npm run prove`. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: drawing,
    globalSetup: "test/prove/drawn.ts",
    env: { PLIMSOLL_DRAWS: process.env.PLIMSOLL_DRAWS ?? "20" },
    // This only ends what hangs.
    testTimeout: 7_200_000,
  },
});
