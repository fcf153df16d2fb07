import { begin, type EscalationEvent, escalationCourse, type Opening } from "../../escalation/index.js";
import { historyOf } from "../history.js";
import { eventSchema } from "./schema.js";

/** How cases are kept: by their events, from their opening on. */
export const history = /* @__PURE__ */ historyOf({
  course: escalationCourse,
  eventSchema,
  isFirst: (event: EscalationEvent): event is Opening => event.kind === "opened",
  begin,
});
