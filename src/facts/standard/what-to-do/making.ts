import type { WhatToDoOf } from "../../outcome.js";
import type { makingFacts } from "../making.js";

export const makingToDo: WhatToDoOf<typeof makingFacts> = {
  size: {
    none: "Take everything out of it",
    fewer: "Make it smaller: {to}",
    more: "Let it grow: {to}",
  },
  code: {
    without: "Do without {members} of its own",
  },
  partsOfOthers: {
    without: "Do without parts made by {members}",
    marketplace: "somebody in a marketplace",
    ai: "an AI",
  },
  unreviewedParts: {
    none: "Have somebody review every part that others made",
    fewer: "Have somebody review the parts that others made, except for {to}",
  },
};
