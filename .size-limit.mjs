const gzip = true;

/** The most that a bundle may weigh which imports this, with all that it needs, minified. */
export default [
  { name: "classify", path: "dist/index.js", import: "{ classify }", limit: "21 kB", gzip },
  {
    name: "classify by a policy that carries its facts",
    path: "dist/classify.js",
    import: "{ classifyBy }",
    limit: "18 kB",
    gzip,
  },
  { name: "all of the front door", path: "dist/index.js", limit: "76 kB", gzip },
  {
    name: "UMD, for hosts that take one script",
    path: "dist/plimsoll.umd.js",
    limit: "43.5 kB",
    gzip,
    // It is a script, and asks whether there is a `module` on purpose.
    modifyEsbuildConfig: (config) => ({ ...config, logOverride: { "commonjs-variable-in-esm": "silent" } }),
  },
  { name: "analysis: prove", path: "dist/analysis.js", import: "{ prove }", limit: "51.4 kB", gzip },
  {
    name: "analysis: what a form asks",
    path: "dist/analysis.js",
    import: "{ tierRange, nextQuestions, pathsTo }",
    limit: "57.2 kB",
    gzip,
  },
  { name: "analysis: all of it", path: "dist/analysis.js", limit: "70.6 kB", gzip },
  { name: "backtest", path: "dist/backtest.js", limit: "49.5 kB", gzip },
  { name: "escalation", path: "dist/escalation.js", limit: "27 kB", gzip },
  { name: "governance", path: "dist/governance.js", limit: "40.7 kB", gzip },
  { name: "guide", path: "dist/guide.js", limit: "47.5 kB", gzip },
  { name: "render: the load line", path: "dist/render.js", import: "{ loadLineSvg }", limit: "10.1 kB", gzip },
  { name: "render: all of it", path: "dist/render.js", limit: "21.2 kB", gzip },
  { name: "schema", path: "dist/schema.js", limit: "30.2 kB", gzip },
  { name: "stories", path: "dist/stories.js", limit: "4 kB", gzip },
  { name: "testing", path: "dist/testing.js", limit: "95.2 kB", gzip },
];
