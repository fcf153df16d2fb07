import type { Span } from "./known.js";

const isNumber = (value: unknown): value is number => typeof value === "number" && !Number.isNaN(value);

/** Between what and what a number lies that is told as it is, or as bounds; nothing, where it is told as neither. */
export function numbersFrom(told: unknown): Span | undefined {
  if (isNumber(told)) return { low: told, high: told };
  if (typeof told !== "object" || told === null || Array.isArray(told)) return undefined;
  const { atLeast, atMost, ...others }: Readonly<Record<string, unknown>> = { ...told };
  const isEnd = (end: unknown): end is number | undefined => end === undefined || isNumber(end);
  const isNothing = (atLeast ?? atMost) === undefined;
  if (isNothing || !isEnd(atLeast) || !isEnd(atMost) || Object.keys(others).length > 0) return undefined;
  return { low: atLeast ?? Number.NEGATIVE_INFINITY, high: atMost ?? Number.POSITIVE_INFINITY };
}
