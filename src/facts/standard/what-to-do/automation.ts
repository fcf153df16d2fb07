import type { WhatToDoOf } from "../../outcome.js";
import type { automationFacts } from "../automation.js";

export const automationToDo: WhatToDoOf<typeof automationFacts> = {
  triggers: {
    without: "Stop starting it by {members}",
    person: "a person",
    schedule: "the clock",
    event: "an event",
    request: "a request from outside",
  },
  runsPerDay: {
    none: "Stop running it",
    fewer: "Run it less often: {to}",
    more: "Run it more often: {to}",
  },
  oversight: {
    drafts: "Let it draft, and a person do the rest",
    approves: "Have a person approve everything before it is done",
    "can-stop": "Give somebody a way to stop it",
    "looks-later": "Have somebody check afterwards what it did",
  },
  ai: {
    none: "Take artificial intelligence out of it",
    answers: "Let the artificial intelligence answer, and people decide",
    decides: "Let the artificial intelligence propose, and people act",
  },
  model: {
    own: "Use a model that the organisation runs itself",
    contracted: "Use a model of a provider with whom there is a contract",
  },
  strangersWrite: {
    no: "Let it read nothing that strangers can write",
  },
};
