import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { consumer, engines, hostTest } from "./engines.js";
import { golden } from "./golden.js";

const script = readFileSync(`${consumer}/node_modules/plimsoll/dist/plimsoll.umd.js`, "utf8");
const asked = readFileSync(`${consumer}/answers.js`, "utf8");

function printedBy(engine: string, argv: readonly string[]): unknown {
  const env = { ...process.env, DENO_NO_UPDATE_CHECK: "1", DENO_DIR: `${consumer}/.deno`, NO_COLOR: "1" };
  return JSON.parse(execFileSync(engine, argv, { cwd: consumer, env, encoding: "utf8" }));
}

for (const { version, path } of engines.nodes) {
  describe(`Node ${version}`, () => {
    hostTest(`Node ${version} imports the package`, [path], () => {
      expect(printedBy(path, ["modules.js"])).toEqual(golden);
    });
    hostTest(`Node ${version} requires the package`, [path], () => {
      expect(printedBy(path, ["require.cjs"])).toEqual(golden);
    });
    hostTest(`Node ${version} loads the package with everything frozen that there is`, [path], () => {
      expect(printedBy(path, ["frozen.js"])).toEqual({ answers: golden.answers, frozen: true });
    });
  });
}

hostTest("Deno imports the package", [engines.deno], () => {
  expect(printedBy(engines.deno, ["run", "--quiet", "--allow-read", "--cached-only", "modules.js"])).toEqual(golden);
});

hostTest("Bun imports the package", [engines.bun], () => {
  expect(printedBy(engines.bun, ["modules.js"])).toEqual(golden);
});

hostTest("QuickJS, which has neither Intl nor URL, runs the one script", [engines.quickjs], async () => {
  const { getQuickJS } = await import(engines.quickjs);
  const context = (await getQuickJS()).newContext();
  const evaluate = (code: string): unknown => context.dump(context.unwrapResult(context.evalCode(code)));
  evaluate(script);
  evaluate(asked);
  expect(JSON.parse(String(evaluate("plimsollAnswers(plimsoll)")))).toEqual(golden.answers);
  context.dispose();
});

hostTest("workerd runs the package as modules", [engines.miniflare, engines.bundler], async () => {
  const { build } = await import(engines.bundler);
  const { Miniflare } = await import(engines.miniflare);
  const options = { entryPoints: [`${consumer}/worker.js`], bundle: true, format: "esm", write: false } as const;
  const { outputFiles } = await build(options);
  const flare = new Miniflare({ modules: true, script: outputFiles[0].text, compatibilityDate: "2025-01-01" });
  try {
    const response = await flare.dispatchFetch("http://localhost/");
    expect(await response.json()).toEqual(golden);
  } finally {
    await flare.dispose();
  }
});

describe("the one script", () => {
  test("adds one name to the global object, and nothing else", () => {
    const context = createContext({});
    const keys = "JSON.stringify(Reflect.ownKeys(globalThis).map(String))";
    const before: readonly string[] = JSON.parse(runInContext(keys, context));
    runInContext(script, context);
    const after: readonly string[] = JSON.parse(runInContext(keys, context));
    expect(after.filter((key) => !before.includes(key))).toEqual(["plimsoll"]);
    expect(JSON.parse(runInContext(`${asked}; plimsollAnswers(plimsoll)`, context))).toEqual(golden.answers);
  });

  test("answers without eval and without Function", () => {
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
    expect(() => runInContext("Function('return 1')()", context)).toThrow("Code generation");
    runInContext(script, context);
    expect(JSON.parse(runInContext(`${asked}; plimsollAnswers(plimsoll)`, context))).toEqual(golden.answers);
  });

  test("is written in old syntax, and does not ask for strict mode", () => {
    expect(script).not.toMatch(/["']use strict["']/);
    expect(script).not.toMatch(/\?\?|\?\.[a-z[(]/);
    expect(script).not.toMatch(/\bnew Function\b|\beval\(/);
  });

  test("is a module for those who ask for one in the old ways", () => {
    const exported = runInContext(`const module = { exports: {} }; ${script}; module.exports`, createContext({}));
    expect(Object.keys(exported)).toContain("classify");
    const defined = runInContext(
      `let made; const define = (names, make) => { made = make() }; define.amd = {}; ${script}; made`,
      createContext({}),
    );
    expect(Object.keys(defined)).toEqual(Object.keys(exported));
  });
});
