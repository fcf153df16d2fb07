const gzip = true;

/** The most that a bundle may weigh which imports this, with all that it needs, minified. */
export default [
  { name: "classify", path: "dist/index.js", import: "{ classify }", limit: "25.3 kB", gzip },
  {
    name: "classify by a policy that carries its facts",
    path: "dist/classify.js",
    import: "{ classifyBy }",
    limit: "20 kB",
    gzip,
  },
  { name: "all of the front door", path: "dist/index.js", limit: "84 kB", gzip },
  {
    name: "UMD, for hosts that take one script",
    path: "dist/plimsoll.umd.js",
    limit: "48 kB",
    gzip,
    // It is a script, and asks whether there is a `module` on purpose.
    modifyEsbuildConfig: (config) => ({ ...config, logOverride: { "commonjs-variable-in-esm": "silent" } }),
  },
  { name: "analysis: prove", path: "dist/analysis.js", import: "{ prove }", limit: "66 kB", gzip },
  {
    name: "analysis: what a form asks",
    path: "dist/analysis.js",
    import: "{ tierRange, nextQuestions, pathsTo }",
    limit: "74 kB",
    gzip,
  },
  { name: "analysis: all of it", path: "dist/analysis.js", limit: "110 kB", gzip },
  { name: "backtest", path: "dist/backtest.js", limit: "55.4 kB", gzip },
  { name: "escalation", path: "dist/escalation.js", limit: "27 kB", gzip },
  { name: "governance", path: "dist/governance.js", limit: "45 kB", gzip },
  { name: "guide", path: "dist/guide.js", limit: "55 kB", gzip },
  { name: "render: the load line", path: "dist/render.js", import: "{ loadLineSvg }", limit: "10.1 kB", gzip },
  { name: "render: all of it", path: "dist/render.js", limit: "23.5 kB", gzip },
  { name: "schema", path: "dist/schema.js", limit: "32 kB", gzip },
  { name: "stories", path: "dist/stories.js", limit: "4 kB", gzip },
  { name: "testing", path: "dist/testing.js", limit: "140 kB", gzip },
];
