import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Whatever reads conditions and lines, by what it makes of them. */
const interpreters = {
  truth: "src/facts/asked.ts",
  "truth of fields": "src/facts/field-truth.ts",
  walk: "src/facts/combined.ts",
  preparation: "src/conditions/compile.ts",
  "sole facts": "src/conditions/sole-fact.ts",
  check: "src/policy/check-condition.ts",
  "check of lines": "src/policy/check-line.ts",
  "check of fields": "src/policy/check-form.ts",
  parts: "src/policy/parts.ts",
  reading: "src/policy/reading.ts",
  redrawing: "src/policy/apply-changes.ts",
  references: "src/policy/prepare.ts",
  schema: "src/formats/policy/condition.ts",
  words: "src/words/condition.ts",
  "words of lines": "src/words/line.ts",
  "cells in order": "src/model/intervals.ts",
  "cells without an order": "src/model/groups.ts",
  "cells of sets": "src/model/kinds.ts",
  diagrams: "src/model/compile.ts",
  "three-valued diagrams": "src/analysis/kleene.ts",
  mutants: "src/testing/condition-mutants.ts",
  slips: "src/testing/slips.ts",
  implication: "src/guide/implies.ts",
  "sets that tell": "src/guide/telling-sets.ts",
  crossings: "src/guide/crossings.ts",
  "said once": "src/portfolio/said-once.ts",
  SQL: "src/sql/asking.ts",
  "SQL of lines": "src/sql/line.ts",
} as const;

type Interpreter = keyof typeof interpreters;

const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
const options: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(config, ts.sys, root).options,
  // No test, and no test's globals.
  types: [],
};

/** Files as they are, each read once. */
const sources = new Map<string, ts.SourceFile | undefined>();

/** The interpreters that do not compile any more when something in a file reads otherwise. */
function strandedBy(file: string, before: string, after: string): readonly Interpreter[] {
  const [head = "", tail, ...others] = readFileSync(root + file, "utf8").split(before);
  expect([tail === undefined, others]).toEqual([false, []]);
  const changed = ts.createSourceFile(root + file, `${head}${after}${tail}`, ts.ScriptTarget.ES2022);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...how) => {
    if (name === changed.fileName) return changed;
    const source = sources.get(name) ?? read(name, ...how);
    sources.set(name, source);
    return source;
  };
  const program = ts.createProgram(
    Object.values(interpreters).map((name) => root + name),
    options,
    host,
  );
  const names = Object.keys(interpreters) as Interpreter[]; // its own keys, as written above
  return names.filter((name) => {
    const source = program.getSourceFile(root + interpreters[name]);
    return program.getSemanticDiagnostics(source).length > 0;
  });
}

const entry = "  isEmpty: {";
const operator = (domain: string) => `  resembles: { domains: ["${domain}"], operand: "value" },\n${entry}`;
const ofAll: readonly Interpreter[] = ["truth", "schema", "words of lines", "slips"];

test.each<readonly [what: string, file: string, before: string, after: string, stranded: readonly Interpreter[]]>([
  ["nothing", "src/facts/line.ts", entry, entry, []],
  [
    "one more operator on sets",
    "src/facts/line.ts",
    entry,
    operator("set"),
    [...ofAll, "check of fields", "cells of sets", "sets that tell", "SQL of lines"],
  ],
  [
    "one more operator on numbers",
    "src/facts/line.ts",
    entry,
    operator("number"),
    [...ofAll, "check of fields", "cells in order", "SQL of lines"],
  ],
  [
    "one more operator on levels",
    "src/facts/line.ts",
    entry,
    operator("ordinal"),
    [...ofAll, "cells in order", "SQL of lines"],
  ],
  [
    "one more operator on yes and no",
    "src/facts/line.ts",
    entry,
    operator("boolean"),
    [...ofAll, "cells in order", "SQL of lines"],
  ],
  [
    "one more operator on values without an order",
    "src/facts/line.ts",
    entry,
    operator("enum"),
    [...ofAll, "cells without an order", "SQL of lines"],
  ],
  [
    "something else after an operator",
    "src/facts/line.ts",
    "  readonly yesOrNo: boolean;",
    "  readonly yesOrNo: boolean;\n  readonly pattern: string;",
    ["check of lines"],
  ],
  [
    "one more form of a condition",
    "src/conditions/condition.ts",
    "  | SignReference<string>;",
    "  | SignReference<string>\n  | { readonly most: readonly Condition[] };",
    [
      "preparation",
      "sole facts",
      "references",
      "check",
      "parts",
      "reading",
      "redrawing",
      "words",
      "diagrams",
      "three-valued diagrams",
      "mutants",
      "implication",
      "crossings",
      "said once",
      "SQL",
    ],
  ],
  [
    "one more form of a condition over fields",
    "src/facts/form.ts",
    "  | Count<FieldCondition>;",
    "  | Count<FieldCondition>\n  | { readonly most: readonly FieldCondition[] };",
    ["truth of fields", "check of fields"],
  ],
  [
    "one more way to put conditions together",
    "src/facts/combined.ts",
    "  | Multiplied<Part>;",
    "  | Multiplied<Part>\n  | { readonly most: readonly Part[] };",
    ["walk"],
  ],
])("%s leaves no interpreter behind unseen", (_, file, before, after, stranded) => {
  expect([...strandedBy(file, before, after)].sort()).toEqual([...stranded].sort());
});
