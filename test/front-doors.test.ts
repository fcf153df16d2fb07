import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const { exports: published } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
const sources: Readonly<Record<string, readonly [string]>> = config.compilerOptions.paths;
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);

/** Every door of the package, with what it exports by name. */
function openDoors() {
  const program = ts.createProgram(
    Object.values(sources).map(([file]) => `${root}${file}`),
    options,
  );
  const checker = program.getTypeChecker();
  const original = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const doors = Object.entries(sources).map(([door, [file]]) => {
    const source = program.getSourceFile(`${root}${file}`) ?? expect.fail(file);
    const symbol = checker.getSymbolAtLocation(source) ?? expect.fail(file);
    const names = checker.getExportsOfModule(symbol).map((each) => [each.getName(), original(each)] as const);
    return { door, names };
  });
  /** The types that the signatures of a function name. */
  const namedBy = (symbol: ts.Symbol) =>
    (symbol.declarations ?? []).filter(ts.isFunctionDeclaration).flatMap(({ parameters, type, typeParameters }) => {
      const found: ts.Symbol[] = [];
      const visit = (node: ts.Node): void => {
        const named = ts.isTypeReferenceNode(node) ? checker.getSymbolAtLocation(node.typeName) : undefined;
        if (named !== undefined) found.push(original(named));
        ts.forEachChild(node, visit);
      };
      for (const node of [...parameters, ...(typeParameters ?? []), ...(type ? [type] : [])]) visit(node);
      return found;
    });
  return { doors, namedBy };
}

test("every door that is published has its source, and no other has", () => {
  const doors = Object.keys(published).filter((door) => !door.endsWith(".json"));
  expect(Object.keys(sources).sort()).toEqual(doors.map((door) => door.replace(".", "plimsoll")).sort());
});

describe("a name", () => {
  const { doors, namedBy } = openDoors();
  const homes = new Map<string, string[]>();
  for (const { door, names } of doors) for (const [name] of names) homes.set(name, [...(homes.get(name) ?? []), door]);

  test("has one door", () => {
    expect([...homes].filter(([, all]) => all.length > 1)).toEqual([]);
  });

  test("that a function of the root names in its signature is at the root as well", () => {
    const [front] = doors.filter(({ door }) => door === "plimsoll");
    const elsewhere = (front?.names ?? []).flatMap(([name, symbol]) =>
      namedBy(symbol)
        .map((named) => homes.get(named.getName()) ?? [])
        .filter((all) => all.length > 0 && !all.includes("plimsoll"))
        .map((all) => `${name}: ${all}`),
    );
    expect(front?.names.length).toBeGreaterThan(0);
    expect(elsewhere).toEqual([]);
  });
});
