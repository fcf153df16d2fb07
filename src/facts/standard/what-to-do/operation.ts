import type { WhatToDoOf } from "../../outcome.js";
import type { operationFacts } from "../operation.js";

export const operationToDo: WhatToDoOf<typeof operationFacts> = {
  support: {
    yes: "Name who supports it, and write down how",
  },
  monitoring: {
    yes: "Have failures noticed before a user calls",
  },
  disasterRecovery: {
    yes: "Find a way to recover it, and test it",
  },
  singlePointsOfFailure: {
    none: "Make sure that no single part can stop it",
    fewer: "Make sure that no single part can stop it, except for {to}",
  },
  performanceSymptoms: {
    without: "Find and fix {members}",
    slow: "what makes it slow",
    timeouts: "what times out",
    errors: "its errors",
    outages: "what makes it stop",
    "data-quality": "what makes its data wrong",
  },
  separateTest: {
    yes: "Set up a separate place to test it",
  },
  versionsKept: {
    yes: "Keep its earlier versions",
  },
  onError: {
    handled: "Make it handle its errors, and tell somebody",
    noticed: "Make it tell somebody when it fails",
  },
  errorRate: {
    none: "Fix everything that fails",
    fewer: "Fix what fails most, until it is no more than {to}",
  },
  nearLimits: {
    none: "Move it away from every limit that it is close to",
    fewer: "Move it away from the limits that it is close to, except for {to}",
  },
  appsNeeded: {
    none: "Let it work without other apps",
    fewer: "Let it need no more than {to}",
  },
  appsServed: {
    none: "Let no other app need it",
    fewer: "Let it be needed by no more than {to}",
  },
};
