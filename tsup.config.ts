import { defineConfig } from "tsup";

export default defineConfig([
  {
    // Rooms with a bundle of their own are entries, so that a bundler can leave out what an import does not reach.
    entry: {
      index: "src/index.ts",
      analysis: "src/analysis/index.ts",
      cases: "src/cases/index.ts",
      escalation: "src/escalation/index.ts",
      schema: "src/schema.ts",
      testing: "src/testing/index.ts",
      ...Object.fromEntries(
        ["classify", "governance", "portfolio", "timeline-json"].map((room) => [room, `src/${room}/index.ts`]),
      ),
    },
    format: ["esm", "cjs"],
    target: "es2022",
    platform: "neutral",
    dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
    splitting: true,
    // No module has side effects, so that an import whose names are not used can go.
    treeshake: { moduleSideEffects: false },
  },
  {
    // The command uses the package as its users do.
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    target: "node20",
    platform: "node",
    external: ["plimsoll", "plimsoll/analysis", "plimsoll/cases", "plimsoll/testing"],
  },
]);
