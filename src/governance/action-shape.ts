import { dataShape, integrationShape, useShape } from "../profile/index.js";
import type { ObjectShape } from "../shapes/index.js";

/** What an action says, by its kind. */
export const actionShapes = {
  start: { object: { kind: ["start"] }, needs: ["kind"] },
  connect: { object: { kind: ["connect"], integration: integrationShape }, needs: ["kind", "integration"] },
  access: { object: { kind: ["access"], data: dataShape }, needs: ["kind", "data"] },
  grow: { object: { kind: ["grow"], users: "count" }, needs: ["kind", "users"] },
  use: {
    object: {
      kind: ["use"],
      component: useShape,
      for: { object: { system: "text", data: "text", regime: "text" } },
    },
    needs: ["kind", "component", "for"],
  },
  deploy: { object: { kind: ["deploy"] }, needs: ["kind"] },
} as const satisfies Readonly<Record<string, ObjectShape>>;
