import type { WhatToDoOf } from "../../outcome.js";
import type { automationFacts } from "../automation.js";

export const automationToDo: WhatToDoOf<typeof automationFacts> = {
  triggers: {
    without: "Let it no longer be started by {members}",
    person: "a person",
    schedule: "the clock",
    event: "an event",
    request: "a request from outside",
  },
  runsPerDay: {
    none: "Let it no longer run",
    fewer: "Let it run less often: {to}",
    more: "Let it run more often: {to}",
  },
  oversight: {
    drafts: "Let it draft, and a person do the rest",
    approves: "Let a person approve whatever it does, before it does so",
    "can-stop": "Give somebody a way to stop it",
    "looks-later": "Let somebody look through what it did",
  },
  ai: {
    none: "Do without artificial intelligence in it",
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
