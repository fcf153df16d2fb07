import type { Json } from "../../shapes/index.js";
import type { Provenance } from "../adapted.js";
import { identifies, isBounded, type Way } from "./way.js";

/** A value as text that is the same for the same value, however its fields are ordered. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  const inOrder = fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${inOrder.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
}

/** What several places come to: a value, or that they contradict each other. */
export type Joined = { readonly value: Json } | { readonly contradicting: readonly Json[] };

interface Bounds {
  readonly atLeast: number;
  readonly atMost: number;
}

function boundsOf(value: Json): Bounds {
  if (typeof value === "number") return { atLeast: value, atMost: value };
  const { atLeast, atMost } = Object(value) as Partial<Bounds>; // as the shape of the field has it
  return { atLeast: atLeast ?? Number.NEGATIVE_INFINITY, atMost: atMost ?? Number.POSITIVE_INFINITY };
}

const told = ({ atLeast, atMost }: Bounds): Json => {
  if (atLeast === atMost) return atLeast;
  return { ...(Number.isFinite(atLeast) && { atLeast }), ...(Number.isFinite(atMost) && { atMost }) };
};

/** Bounds meet. */
function meet(values: readonly Json[]): Joined {
  const bounds = values.map(boundsOf);
  const atLeast = Math.max(...bounds.map((each) => each.atLeast));
  const atMost = Math.min(...bounds.map((each) => each.atMost));
  if (atLeast <= atMost) return { value: told({ atLeast, atMost }) };
  // What the one place says and what the other does, as they say it.
  const saying = (isSo: (bounds: Bounds) => boolean): Json =>
    smallest(values.filter((_, index) => isSo(bounds[index] ?? boundsOf(atLeast))));
  return {
    contradicting: [saying((each) => each.atLeast === atLeast), saying((each) => each.atMost === atMost)],
  };
}

/** One of several values, the same whatever their order. */
export const smallest = (values: readonly Json[]): Json =>
  values.reduce((least, each) => (canonical(each) < canonical(least) ? each : least));

/** Joins what is told of one place. */
export function join(way: Way, evidence: readonly Provenance[]): Joined {
  // A name that only the file has gives way to one that the artifact has.
  const better = evidence.filter(({ basis }) => basis !== "file-name");
  const values = (better.length > 0 ? better : evidence).map(({ value }) => value);
  if (isBounded(way)) return meet(values);
  const distinct = [...new Map(values.map((value) => [canonical(value), value])).values()];
  // Two spellings of one name are no contradiction; neither are several ids of what the caller says is one app.
  if (identifies(way) || typeof way.at(-1) === "object" || (way.length === 1 && way[0] === "id"))
    return { value: smallest(distinct) };
  return distinct.length === 1
    ? { value: smallest(distinct) }
    : { contradicting: distinct.sort((one, other) => (canonical(one) < canonical(other) ? -1 : 1)) };
}
