import type { WhatToDoOf } from "../../outcome.js";
import type { audienceFacts } from "../audience.js";

export const audienceToDo: WhatToDoOf<typeof audienceFacts> = {
  users: {
    none: "Let nobody use it",
    fewer: "Let {to} use it",
    more: "Let {to} use it",
  },
  peakConcurrentUsers: {
    none: "Let nobody use it",
    fewer: "Let {to} use it at the same moment",
    more: "Let {to} use it at the same moment",
  },
  departments: {
    none: "Let no department use it",
    fewer: "Let {to} use it",
    more: "Let {to} use it",
  },
  outsideUsers: {
    no: "Stop people from outside using it",
    yes: "Let people from outside use it",
  },
  reach: {
    self: "Let only its maker open it",
    team: "Let nobody open it outside the team",
    department: "Let nobody open it outside the department",
    organisation: "Let nobody from outside the organisation open it",
    partners: "Let partners open it, but not everybody",
  },
  peopleWithAccess: {
    none: "Let nobody open it",
    fewer: "Share it with {to}",
    more: "Share it with {to}",
  },
};
