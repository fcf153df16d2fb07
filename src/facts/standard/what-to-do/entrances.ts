import type { WhatToDoOf } from "../../outcome.js";
import type { entranceFacts } from "../entrances.js";

export const entrancesToDo: WhatToDoOf<typeof entranceFacts> = {
  entrances: {
    none: "Close every way into it",
    fewer: "Keep {to}, and close the others",
    more: "Give it {to}",
  },
  admits: {
    nobody: "Close every way into it",
    named: "Let named people in, and nobody else",
    group: "Let the members of one group in, and nobody else",
    organisation: "Let nobody in from outside the organisation",
    registered: "Let in only people who have registered",
  },
  untriedEntrances: {
    none: "Have somebody test from outside that nobody else gets in",
    fewer: "Have somebody test its ways in from outside, except for {to}",
  },
};
