import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

const dependent = fileURLToPath(new URL("test/hosts/lowest/package.json", import.meta.url));

/** Takes the run-time dependencies from the folder that has the lowest versions of them. */
const lowestDependencies = {
  name: "lowest-dependencies",
  enforce: "pre",
  resolveId(name) {
    return /^(zod|ts-pattern)(\/|$)/.test(name) ? this.resolve(name, dependent, { skipSelf: true }) : null;
  },
};

/** The tests of all that reads, writes and matches by the run-time dependencies, with the lowest allowed of these: `npm run lowest`. */
export default defineConfig({
  ...base,
  plugins: [lowestDependencies],
  test: {
    ...base.test,
    include: [
      "test/{cli,escalation,governance,hosts,json,policy,portfolio,profile,render,retirement,schemas,testing,*-json}/**/*.test.ts",
    ],
  },
});
