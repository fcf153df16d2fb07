import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";

/** One global where there are no modules; a module for those who ask for one in the old ways. */
const aroundUmd = {
  before:
    '(function(host,make){if(typeof module==="object"&&module.exports){module.exports=make()}' +
    'else if(typeof define==="function"&&define.amd){define([],make)}else{host.plimsoll=make()}})' +
    '(typeof globalThis!=="undefined"?globalThis:typeof self!=="undefined"?self:this,function(){',
  after: "return plimsoll});",
};

/** What is bundled into the command, and asks for its licence to be kept: it stands beside the command. */
const bundled = ["@zip.js/zip.js", "csv-parse", "fflate", "jsonc-parser", "sax", "yaml"];

function keepLicences(): void {
  const licences = bundled.map((name) => {
    const folder = `node_modules/${name}`;
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (file === undefined) throw new Error(`${name} has no licence to keep.`);
    return `${name}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
  });
  writeFileSync("dist/cli-licences.txt", licences.join(`\n${"-".repeat(80)}\n\n`));
}

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
      retirement: "src/retirement.ts",
      schema: "src/schema.ts",
      packs: "src/packs/index.ts",
      sql: "src/sql/index.ts",
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
    // What only some input needs is a file of its own, which is read when there is such input.
    splitting: true,
    onSuccess: async () => keepLicences(),
    // What is written as modules for bundlers can be bundled; its other form looks for its parts when it runs.
    esbuildOptions: (options) => {
      options.mainFields = ["module", "main"];
      options.chunkNames = "cli/[name]-[hash]";
      // Of YAML, Node is given a form that cannot be bundled into a module; the other one is the same program.
      options.alias = { yaml: fileURLToPath(new URL("./node_modules/yaml/browser/index.js", import.meta.url)) };
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
