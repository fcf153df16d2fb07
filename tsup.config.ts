import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

/** One global where there are no modules; a module for those who ask for one in the old ways. */
const aroundUmd = {
  before:
    '(function(host,make){if(typeof module==="object"&&module.exports){module.exports=make()}' +
    'else if(typeof define==="function"&&define.amd){define([],make)}else{host.plimsoll=make()}})' +
    '(typeof globalThis!=="undefined"?globalThis:typeof self!=="undefined"?self:this,function(){',
  after: "return plimsoll});",
};

/** The licences of what is bundled into the command, which ask to be kept. */
const licences = [
  ["jsonc-parser", "LICENSE.md"],
  ["csv-parse", "LICENSE"],
  ["fflate", "LICENSE"],
  ["sax", "LICENSE.md"],
].map(([name, file]) => {
  const text = readFileSync(`node_modules/${name}/${file}`, "utf8");
  return `/*!\n${name}\n\n${text.trim()}\n*/`;
});

export default defineConfig([
  {
    // Rooms with a bundle of their own are entries, so that a bundler can leave out what an import does not reach.
    entry: {
      index: "src/index.ts",
      adapters: "src/adapters/index.ts",
      analysis: "src/analysis/index.ts",
      backtest: "src/backtest.ts",
      classify: "src/classify.ts",
      escalation: "src/escalation.ts",
      governance: "src/governance.ts",
      guide: "src/guide.ts",
      render: "src/render/index.ts",
      // How a text is made visible, for what is drawn: words come with facts, and pictures need none.
      visible: "src/words/visible.ts",
      schema: "src/schema.ts",
      stories: "src/stories/index.ts",
      testing: "src/testing/index.ts",
      ...Object.fromEntries(
        ["classify", "governance", "portfolio"].map((room) => [`rooms/${room}`, `src/${room}/index.ts`]),
      ),
      // The one format that only one door has: its schema would be part of that, for whoever comes in.
      "rooms/timeline": "src/formats/timeline.ts",
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
    // What reads tables is loaded when there is one to read.
    splitting: true,
    banner: { js: licences.join("\n") },
    // What is written as modules for bundlers can be bundled; its other form looks for its parts when it runs.
    esbuildOptions: (options) => {
      options.mainFields = ["module", "main"];
    },
    external: [/^plimsoll(\/|$)/],
  },
  {
    // For hosts that take one script. It must not begin with "use strict": some sandboxes would not see its global then.
    entry: { plimsoll: "src/umd.ts" },
    format: ["iife"],
    globalName: "plimsoll",
    tsconfig: "tsconfig.umd.json",
    target: "es2019",
    platform: "browser",
    noExternal: [/.*/],
    minify: true,
    banner: { js: aroundUmd.before },
    footer: { js: aroundUmd.after },
    outExtension: () => ({ js: ".umd.js" }),
  },
]);
