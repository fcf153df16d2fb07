import { type Problem, toPointer } from "../problems/index.js";
import type { ObjectShape, Shape } from "./shape.js";

/** What a single value is for a person, and whether a value is that. */
const values: Readonly<Record<string, readonly [inWords: string, isFit: (value: unknown) => boolean]>> = {
  text: ["a text", (value) => typeof value === "string" && value !== ""],
  string: ["a text", (value) => typeof value === "string"],
  flag: ["true or false", (value) => typeof value === "boolean"],
  count: ["a whole number from 0 on", (value) => Number.isSafeInteger(value) && Number(value) >= 0],
  positive: ["a number above 0", (value) => typeof value === "number" && value > 0 && value <= Number.MAX_VALUE],
  date: ["a date such as 2026-03-31", (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)],
  json: ["what JSON can hold", (value) => value !== undefined],
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return value.length > 40 ? "a longer text" : JSON.stringify(value);
  return isObject(value) ? "an object" : typeof value === "function" ? "a function" : String(value);
}

const refuse = (expected: string, value: unknown): Problem => ({
  pointer: "",
  code: "wrong-type",
  message: `Expected ${expected}, but saw ${shown(value)}.`,
});

/** A problem of a part, where it stands in the whole: built on the way back, since most values have none. */
const below = (key: string | number, problem: Problem | undefined): Problem | undefined =>
  problem && { ...problem, pointer: toPointer([key]) + problem.pointer };

function misfitOfFields({ needs, may }: ObjectShape, value: unknown): Problem | undefined {
  if (!isObject(value) || Array.isArray(value)) return refuse("an object", value);
  const fields = value as Readonly<Record<string, unknown>>; // an object is read by name
  for (const key in needs) {
    const problem = misfit(needs[key] ?? "json", fields[key]);
    if (problem !== undefined) return below(key, problem);
  }
  for (const key in may) {
    const field = fields[key];
    const problem = field === undefined ? undefined : misfit(may[key] ?? "json", field);
    if (problem !== undefined) return below(key, problem);
  }
  return undefined;
}

function misfitOfList(shape: Shape, value: unknown): Problem | undefined {
  if (!Array.isArray(value)) return refuse("a list", value);
  for (let index = 0; index < value.length; index++) {
    const problem = misfit(shape, value[index]);
    if (problem !== undefined) return below(index, problem);
  }
  return undefined;
}

/** What is wrong with the alternative that is meant: the one whose first field is as it should be. */
function misfitOfChoice(choice: readonly ObjectShape[], value: unknown): Problem | undefined {
  const problems = choice.map((alternative) => misfitOfFields(alternative, value));
  if (problems.includes(undefined)) return undefined;
  const isMeant = ({ needs }: ObjectShape, index: number) => {
    const [first = ""] = Object.keys(needs);
    return problems[index]?.pointer !== toPointer([first]);
  };
  const meant = choice.findIndex(isMeant);
  return problems[Math.max(meant, 0)];
}

/**
 * The first thing in a value that is not as its shape has it; nothing when all is. Fields that the shape does not know are not
 * looked at: this is the last check on values that the compiler let through, and reading unknown input says more.
 */
export function misfit(shape: Shape, value: unknown): Problem | undefined {
  if (typeof shape === "string") {
    const [expected, isFit] = values[shape] ?? ["", () => false];
    return isFit(value) ? undefined : refuse(expected, value);
  }
  if ("needs" in shape) return misfitOfFields(shape, value);
  if ("list" in shape) return misfitOfList(shape.list, value);
  if ("nullable" in shape) return value === null ? undefined : misfit(shape.nullable, value);
  if ("record" in shape) return isObject(value) ? undefined : refuse("an object", value);
  if ("choice" in shape) return misfitOfChoice(shape.choice, value);
  return shape.some((each) => each === value) ? undefined : refuse(`one of ${shape.join(", ")}`, value);
}
