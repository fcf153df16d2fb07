import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type fc from "fast-check";

/** What is counted of all that is drawn. */
const kinds = ["policies", "policies with constraints", "policies with components", "profiles", "profiles with bounds"];

export type Kind = (typeof kinds)[number];

const drawn = new Map<Kind, number>();

/** Counts what is drawn of something, each as often as it is, in a long run. */
export const counted = <Value>(arbitrary: fc.Arbitrary<Value>, kindsOf: (value: Value) => readonly Kind[]) =>
  process.env.PLIMSOLL_DRAWN === undefined
    ? arbitrary
    : arbitrary.map((value) => {
        for (const kind of kindsOf(value)) drawn.set(kind, (drawn.get(kind) ?? 0) + 1);
        return value;
      });

/** Hands on what was drawn for one file of tests: files are run side by side. */
export function handOn(): void {
  const { PLIMSOLL_DRAWN: file } = process.env;
  if (file !== undefined) appendFileSync(file, [...drawn].map((each) => `${JSON.stringify(each)}\n`).join(""));
  drawn.clear();
}

/** Before the tests of a long run; what it returns tells afterwards how much was drawn. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-drawn-"));
  const file = join(folder, "drawn");
  appendFileSync(file, "");
  process.env.PLIMSOLL_DRAWN = file;
  return () => {
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
    const counts: readonly (readonly [Kind, number])[] = lines.map((line) => JSON.parse(line));
    rmSync(folder, { recursive: true });
    const sums = kinds.map((kind) => {
      const own = counts.flatMap(([other, count]) => (other === kind ? [count] : []));
      return `${own.reduce((sum, count) => sum + count, 0)} ${kind}`;
    });
    console.log(`Drawn at random: ${sums.join(", ")}.`);
  };
}
