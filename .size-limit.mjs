const gzip = true;

/** The most that a bundle may weigh which imports this, with all that it needs, minified. */
export default [
  { name: "classify", path: "dist/index.js", import: "{ classify }", limit: "26.4 kB", gzip },
  {
    name: "classify by a policy that carries its facts",
    path: "dist/classify.js",
    import: "{ classifyBy }",
    limit: "21 kB",
    gzip,
  },
  { name: "all of the front door", path: "dist/index.js", limit: "95.2 kB", gzip },
  {
    name: "UMD, for hosts that take one script",
    path: "dist/plimsoll.umd.js",
    limit: "56.5 kB",
    gzip,
    // It is a script, and asks whether there is a `module` on purpose.
    modifyEsbuildConfig: (config) => ({ ...config, logOverride: { "commonjs-variable-in-esm": "silent" } }),
  },
  { name: "adapters: one format", path: "dist/adapters.js", import: "{ fromN8n }", limit: "30 kB", gzip },
  { name: "adapters: tables", path: "dist/adapters.js", import: "{ fromTable }", limit: "38 kB", gzip },
  { name: "adapters: all of it", path: "dist/adapters.js", limit: "66 kB", gzip },
  { name: "analysis: prove", path: "dist/analysis.js", import: "{ prove }", limit: "88 kB", gzip },
  {
    name: "analysis: what a form asks",
    path: "dist/analysis.js",
    import: "{ tierRange, nextQuestions, pathsTo }",
    limit: "80 kB",
    gzip,
  },
  { name: "analysis: all of it", path: "dist/analysis.js", limit: "123 kB", gzip },
  { name: "backtest", path: "dist/backtest.js", limit: "58.5 kB", gzip },
  { name: "escalation", path: "dist/escalation.js", limit: "28.6 kB", gzip },
  { name: "governance", path: "dist/governance.js", limit: "47.4 kB", gzip },
  { name: "guide", path: "dist/guide.js", limit: "57.5 kB", gzip },
  { name: "packs: one of them", path: "dist/packs.js", import: "{ exposure }", limit: "2.5 kB", gzip },
  {
    name: "packs: the recommended policy",
    path: "dist/packs.js",
    import: "{ recommendedPolicy }",
    limit: "34 kB",
    gzip,
  },
  { name: "render: the load line", path: "dist/render.js", import: "{ loadLineSvg }", limit: "10.9 kB", gzip },
  { name: "render: all of it", path: "dist/render.js", limit: "31.6 kB", gzip },
  { name: "retirement", path: "dist/retirement.js", limit: "28.4 kB", gzip },
  { name: "schema", path: "dist/schema.js", limit: "45.5 kB", gzip },
  { name: "sql", path: "dist/sql.js", limit: "41 kB", gzip },
  { name: "stories", path: "dist/stories.js", limit: "4 kB", gzip },
  { name: "testing", path: "dist/testing.js", limit: "154.8 kB", gzip },
];
