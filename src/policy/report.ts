import { type Pointer, type Problem, suggest } from "../problems/index.js";

/** Takes a problem that was found. */
export type Report = (problem: Problem) => void;

/** What was seen, in a message. */
export function shown(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
}

/** Reports a reference that leads nowhere, with the nearest id that would lead somewhere. */
export function reportUnknown(what: string, id: string, known: readonly string[], pointer: Pointer, report: Report) {
  const { hint, ...rest } = suggest(id, known);
  report({ pointer, code: "unknown-reference", message: `This policy has no ${what} "${id}".${hint}`, ...rest });
}
