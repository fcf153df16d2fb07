import type { Workings } from "./columns.js";
import type { Dialect } from "./dialects.js";
import { columnsOf, type Scalar } from "./expression.js";
import { printer } from "./print.js";

/** A column of the answer: a number that stands for one of some texts, or whether two numbers are the same. */
export type Answered =
  | { readonly name: string; readonly as: Scalar; readonly texts: ReadonlyMap<number, string> }
  | { readonly name: string; readonly same: readonly [Scalar, Scalar] };

const columnsIn = (answer: Answered): readonly string[] =>
  "same" in answer ? answer.same.flatMap(columnsOf) : columnsOf(answer.as);

/** Puts a query together: what is worked out, level by level, and what is answered. */
export function queryOf(
  dialect: Dialect,
  from: string,
  app: string,
  { levels }: Workings,
  answers: readonly Answered[],
): { readonly sql: string; readonly needed: ReadonlySet<string> } {
  const scalar = printer(dialect);
  const { text, value, fence } = dialect;
  const all = levels();
  const made = new Set(all.flat().map(({ name }) => name));

  /** The columns that are needed after a level, and the lines that make them. */
  const needed: Set<string>[] = [];
  let open = new Set(answers.flatMap(columnsIn));
  for (const level of [...all].reverse()) {
    needed.unshift(open);
    const own = level.filter(({ name }) => open.has(name));
    const names = new Set(own.map(({ name }) => name));
    open = new Set([...[...open].filter((name) => !names.has(name)), ...own.flatMap((each) => columnsOf(each.scalar))]);
  }
  const given = [...open].filter((name) => !made.has(name));
  const part = (name: string, lines: readonly string[], of: string) =>
    `${name} AS ${fence[0]}(\n  SELECT\n    ${lines.join(",\n    ")}\n  FROM ${of}${fence[1]}\n)`;
  const parts = [part("facts_0", [app, ...given.sort()], from)];
  all.forEach((level, index) => {
    const after = needed[index] ?? new Set();
    const own = level.filter(({ name }) => after.has(name));
    const names = new Set(own.map(({ name }) => name));
    const kept = [...after].filter((name) => !names.has(name)).sort();
    const lines = own.map((each) => `${scalar(each.scalar)} AS ${each.name}`);
    parts.push(part(`facts_${index + 1}`, [app, ...kept, ...lines], `facts_${index}`));
  });
  const lines = answers.map((answer) => {
    if ("same" in answer) {
      const [one, other] = answer.same;
      return `${value(`${scalar(one)} = ${scalar(other)}`)} AS ${answer.name}`;
    }
    const known = scalar(answer.as);
    const branches = [...answer.texts].map(([code, own]) => `WHEN ${known} = ${code} THEN ${text(own)}`);
    // Of a rule that never stands, nothing is ever said.
    return `${branches.length === 0 ? "NULL" : `CASE ${branches.join(" ")} END`} AS ${answer.name}`;
  });
  const sql = `WITH ${parts.join(",\n")}\nSELECT\n  ${[app, ...lines].join(",\n  ")}\nFROM facts_${all.length}\n`;
  return { sql, needed: new Set(given) };
}
