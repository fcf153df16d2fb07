import { type Collector, inShort, type Pointer, suggest } from "../problems/index.js";

/** Takes the problems of a policy. */
export type Report = Collector;

/** What was seen, in a message. */
export function shown(value: unknown): string {
  return typeof value === "number" ? String(value) : inShort(JSON.stringify(value) ?? "nothing");
}

/** Reports a reference that leads nowhere, with the nearest id that would lead somewhere. */
export function reportUnknown(
  what: string,
  id: string,
  known: ReadonlySet<string>,
  pointer: Pointer,
  report: Report,
): void {
  if (report.isFull()) return;
  const { hint, ...rest } = suggest(id, [...known]);
  const message = `This policy has no ${what} "${inShort(id)}".${hint}`;
  report({ pointer, code: "unknown-reference", message, ...rest });
}
