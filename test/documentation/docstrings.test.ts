import ts from "typescript";
import { describe, expect, test } from "vitest";
import { read, root } from "./blocks.js";

/** The front doors of the package, as its exports name them, without the file that describes it. */
const { exports }: { readonly exports: Record<string, string | object> } = JSON.parse(read("package.json"));
const subpaths = Object.keys(exports).filter((subpath) => typeof exports[subpath] === "object");

const { config } = ts.readConfigFile(`${root}/tsconfig.json`, ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const sourceOf = (subpath: string) => `${root}/${options.paths?.[subpath.replace(".", "plimsoll")]?.[0]}`;

const program = ts.createProgram(subpaths.map(sourceOf), options);
const checker = program.getTypeChecker();

/** Every name that a front door exports, where it is declared. */
function exportedFrom(subpath: string): readonly ts.Symbol[] {
  const file = program.getSourceFile(sourceOf(subpath));
  const door = file && checker.getSymbolAtLocation(file);
  const names = door === undefined ? [] : checker.getExportsOfModule(door);
  return names.map((name) => (name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name));
}

describe.each(subpaths)("the front door %s", (subpath) => {
  const names = exportedFrom(subpath);

  test("exports something", () => {
    expect(names.length).toBeGreaterThan(0);
  });

  test("says of every name what it is", () => {
    const silent = names.filter((name) => name.getDocumentationComment(checker).length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test("shows every name in an example", () => {
    const unshown = names.filter((name) => !name.getJsDocTags(checker).some(({ name: tag }) => tag === "example"));
    expect(unshown.map(({ name }) => name)).toEqual([]);
  });
});
