import type { WhatToDoOf } from "../../outcome.js";
import type { consequenceFacts } from "../consequences.js";

export const consequencesToDo: WhatToDoOf<typeof consequenceFacts> = {
  reversibility: {
    fully: "Give everything that it does a way back",
    "with-effort": "Keep what it takes to undo whatever it does",
    partly: "Keep what it takes to undo the most important things that it does",
  },
};
