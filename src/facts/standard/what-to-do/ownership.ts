import type { WhatToDoOf } from "../../outcome.js";
import type { ownershipFacts } from "../ownership.js";

export const ownershipToDo: WhatToDoOf<typeof ownershipFacts> = {
  othersWhoUnderstand: {
    more: "Explain it to others, until it is fully understood by {to}",
  },
  documentation: {
    partial: "Write down how its most important parts work",
    complete: "Write down how all of it works",
  },
  businessOwner: {
    yes: "Find somebody in the business who answers for it",
  },
  itOwner: {
    yes: "Find somebody in IT who answers for it",
  },
  activeOwners: {
    more: "Give it owners who are here, until there are {to}",
  },
  successors: {
    more: "Find who could take it over, until there are {to}",
  },
};
