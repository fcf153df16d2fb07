import type { WhatToDoOf } from "../../outcome.js";
import type { timeFacts } from "../time.js";

export const timeToDo: WhatToDoOf<typeof timeFacts> = {
  daysSinceReview: {
    none: "Let IT review it again",
    fewer: "Let IT review it again, so that the last time is {to} ago",
  },
};
