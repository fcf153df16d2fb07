import { keysOf, PlimsollError, type Pointer, type Problem, toPointer } from "../problems/index.js";
import { type AppProfile, profileShape } from "../profile/index.js";
import { anything, misfit, type Shape, shapeBelow, shapeOfEntries, shown } from "../shapes/index.js";

/** Something stands in a profile that is not as it should be. */
export function refuseProblem(problem: Problem): never {
  throw new PlimsollError("invalid-profile", [problem]);
}

/** Something stands in a profile that a form cannot read. */
export function refuseValue(pointer: Pointer, expected: string, seen: unknown): never {
  return refuseProblem({ pointer, code: "wrong-type", message: `Expected ${expected}, but saw ${shown(seen)}.` });
}

/** Whether a profile was refused for what stands in it. */
const isRefusal = (error: unknown): error is PlimsollError =>
  error instanceof PlimsollError && error.code === "invalid-profile";

/** What reading gives; nothing, where something stands there that cannot be read. */
export function unlessRefused<Given>(read: () => Given): Given | undefined {
  try {
    return read();
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** What was refused inside of something, told from outside of it. */
export function placed(error: unknown, place: Pointer): unknown {
  if (!isRefusal(error)) return error;
  const problems = error.problems.map((problem) => ({ ...problem, pointer: `${place}${problem.pointer}` }));
  return new PlimsollError(error.code, problems, { cause: error.cause });
}

/** Own fields that JSON would write: no length of a list, and nothing that is inherited. */
const isField = Object.prototype.propertyIsEnumerable;

type Fields = Readonly<Record<string, unknown>>;

/** Below what is no object there is nothing, and below what is `null`, `null`. */
const belowOther = (value: unknown): unknown => (value === null ? null : undefined);

/** Prepares one step down: to nothing, where a value has no such field of its own. */
function step(key: string, otherwise: (value: unknown) => unknown = belowOther): (value: unknown) => unknown {
  const isInherited = key in Array.prototype;
  return (value) => {
    if (typeof value !== "object" || value === null) return otherwise(value);
    return isInherited && !isField.call(value, key) ? undefined : (value as Fields)[key]; // an object is read by name
  };
}

function along(steps: readonly ((value: unknown) => unknown)[]): (value: unknown) => unknown {
  const [first, second, ...deeper] = steps;
  if (first === undefined) return (value) => value;
  if (second === undefined) return first;
  if (deeper.length === 0) return (value) => second(first(value));
  return (value) => deeper.reduce((found, next) => next(found), second(first(value)));
}

/** A field as a pointer from the entry that it is a field of. */
export const fieldPointer = (field: string): Pointer => (field === "" || field.startsWith("/") ? field : `/${field}`);

/** Prepares the way from an entry to a field of it. */
export const fieldReader = (field: string): ((entry: unknown) => unknown) =>
  along(keysOf(fieldPointer(field)).map((key) => step(key)));

/** Prepares the way from a profile to a place in it; what stands in the way, and should not, is refused. */
export function placeReader(place: Pointer): (profile: AppProfile) => unknown {
  const keys = keysOf(place);
  let shape: Shape | undefined = profileShape;
  const steps = keys.map((key, depth) => {
    const own = shape ?? anything;
    shape = shapeBelow(own, key);
    return step(key, (value) => {
      const problem = value === undefined ? undefined : misfit(own, value);
      return problem === undefined
        ? belowOther(value)
        : refuseProblem({ ...problem, pointer: toPointer(keys.slice(0, depth)) });
    });
  });
  return along(steps);
}

/** The shape of what stands at a place of a profile; none, where nothing can. */
export function shapeOf(place: Pointer): Shape | undefined {
  const below = (shape: Shape | undefined, key: string) => shape && shapeBelow(shape, key);
  return keysOf(place).reduce<Shape | undefined>(below, profileShape);
}

/** The shape of the entries of a list in a profile; none, where there is no such list. */
export function shapeOfThings(list: Pointer): Shape | undefined {
  const shape = shapeOf(list);
  return shape && shapeOfEntries(shape);
}
