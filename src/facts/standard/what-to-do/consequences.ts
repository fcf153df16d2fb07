import type { WhatToDoOf } from "../../outcome.js";
import type { consequenceFacts } from "../consequences.js";

export const consequencesToDo: WhatToDoOf<typeof consequenceFacts> = {
  reversibility: {
    fully: "Make everything it does reversible",
    "with-effort": "Keep what you need to undo anything it does",
    partly: "Keep what you need to undo the most important things it does",
  },
};
