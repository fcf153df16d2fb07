import { begin, type RetirementEvent, retirementCourse, type Suggestion } from "../../retirement/index.js";
import { historyOf } from "../history.js";
import { eventSchema } from "./schema.js";

/** How retirements are kept: by their events, from their suggestion on. */
export const history = /* @__PURE__ */ historyOf({
  course: retirementCourse,
  eventSchema,
  isFirst: (event: RetirementEvent): event is Suggestion => event.kind === "suggested",
  begin,
});
