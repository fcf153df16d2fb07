import { PlimsollError, type Problem, suggest } from "../problems/index.js";
import { assertShape, shown } from "../shapes/index.js";
import type { Action } from "./action.js";
import { actionShapes } from "./action-shape.js";

const customShape = { object: { kind: ["custom"], name: "text" }, needs: ["kind", "name"] } as const;
const shapes = { ...actionShapes, custom: customShape };

function refuse(problem: Problem): never {
  throw new PlimsollError("invalid-action", [problem]);
}

function refuseKind(kind: unknown): never {
  const known = Object.keys(shapes);
  const { hint, ...rest } = suggest(typeof kind === "string" ? kind : "", known);
  refuse({ pointer: "/kind", code: "unknown-value", message: `${shown(kind)} is no kind of action.${hint}`, ...rest });
}

/**
 * Lets an action pass that is one: whatever came past the compiler is stopped here, before it is decided on.
 *
 * @throws {PlimsollError} with code `invalid-action`, and where it is not as it should be.
 */
export function assertAction(action: Action): void {
  const { kind } = Object(action);
  if (typeof kind !== "string" || !Object.hasOwn(shapes, kind)) refuseKind(kind);
  assertShape(shapes[action.kind], action, "invalid-action", "parseAction");
  const handled = action.kind === "use" ? Object.entries(action.for) : [];
  const isNamed = ([key, name]: readonly [string, unknown]) =>
    typeof name === "string" && ["system", "data", "regime"].includes(key);
  const isOne = handled.length === 1 && handled.every(isNamed);
  if (action.kind === "use" && !isOne) {
    const message = "Say one of these: the system, the data, or the regime that it handles.";
    refuse({ pointer: "/for", code: "contradiction", message });
  }
  if (action.kind === "custom" && typeof action.apply !== "function") {
    const message = `Expected a function from profile to profile, but saw ${shown(action.apply)}.`;
    refuse({ pointer: "/apply", code: "wrong-type", message });
  }
}
