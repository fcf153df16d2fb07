import ts from "typescript";

/** A program made of an example, with the number of things that it claims. */
export interface Runnable {
  readonly program: string;
  readonly claims: number;
}

interface Claim {
  readonly statement: ts.ExpressionStatement;
  readonly value: string;
}

function claimsIn(source: ts.SourceFile): readonly Claim[] {
  const claims: Claim[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) {
      const [rest = ""] = source.text.slice(node.end).split("\n");
      const [, value] = /^ *\/\/ → (.+)$/.exec(rest) ?? [];
      if (value !== undefined) claims.push({ statement: node, value });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return claims;
}

/** Makes a program of an example: each `expression; // → value` becomes an expectation. */
export function runnable(code: string): Runnable {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const claims = claimsIn(source);
  const body = claims.reduceRight(
    (text, { statement: { expression, end }, value }) =>
      `${text.slice(0, expression.getStart())}expect(${expression.getText()}).toEqual(${value});${text.slice(end)}`,
    code,
  );
  return { program: `import { expect } from "vitest";\n${body}`, claims: claims.length };
}
