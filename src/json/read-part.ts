import type { Collector, Pointer, Result } from "../problems/index.js";

/** Reads a part of an input, and notes its mistakes where they stand in the whole; nothing, once there are enough of them. */
export function readPart<Value>(read: () => Result<Value>, pointer: Pointer, report: Collector): readonly Value[] {
  if (report.isFull()) return [];
  const result = read();
  if (result.ok) return [result.value];
  for (const problem of result.problems) report({ ...problem, pointer: `${pointer}${problem.pointer}` });
  return [];
}
