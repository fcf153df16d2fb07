import type { Fact } from "../fact.js";
import type { WhatToDo } from "../outcome.js";
import { type StandardFacts, standardFacts } from "./catalogue.js";

type Table = {
  readonly [Name in keyof StandardFacts]?: StandardFacts[Name] extends Fact<infer D> ? WhatToDo<D> : never;
};

/** What there is to do about the standard facts; it stands beside their records, since whoever classifies needs none of it. */
const whatToDo: Table = {
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
    no: "Let people from outside no longer use it",
    yes: "Let people from outside use it",
  },
  integrationPoints: {
    none: "Connect it to no other system",
    fewer: "Connect it to {to}",
    more: "Connect it to {to}",
  },
  systemsRead: {
    none: "Read no other system",
    fewer: "Read {to}",
    more: "Read {to}",
  },
  systemsWritten: {
    none: "Write to no other system: let people or IT take the results over",
    fewer: "Write to {to}",
    more: "Write to {to}",
  },
  bidirectionalSystems: {
    none: "Let data flow one way only: whatever it reads, it does not write to",
    fewer: "Let data flow both ways with {to}",
    more: "Let data flow both ways with {to}",
  },
  unvalidatedWrites: {
    none: "Check whatever it writes, before it is written",
    fewer: "Check what it writes before it is written, and leave out {to}",
  },
  ignoredConflicts: {
    none: "See that one person's change can nowhere overwrite another's",
    fewer: "See that one person's change cannot overwrite another's, and leave out {to}",
  },
  eventDriven: {
    no: "Start work by hand or by the clock, and no longer by events in another system",
    yes: "Let events in one system start work in another",
  },
  asynchronous: {
    no: "Let every call wait until its work is done",
    yes: "Let work go on after the call that started it",
  },
  credentials: {
    managed: "Sign in to systems with accounts that IT manages",
    personal: "Sign in to systems with each person's own account, and no shared or embedded one",
    shared: "Take the secrets out that are kept inside the app",
  },
  sensitiveData: {
    without: "Take the {members} data out, or ask IT for a component that handles it",
    with: "Hold or show {members} data, too",
  },
  dataSensitivity: {
    none: "Take all data out",
    general: "Keep to general business data, and take the rest out",
    "semi-sensitive": "Keep to general and semi-sensitive data, and take the rest out",
    riskier: "Hold or show {to} data",
  },
  unencryptedData: {
    no: "Encrypt all sensitive and semi-sensitive data where it is stored",
  },
  accessControl: {
    record: "Grant access to sensitive and semi-sensitive data for each record",
    role: "Grant access to sensitive and semi-sensitive data by role, or more finely",
    app: "Let nobody see sensitive and semi-sensitive data who was not given the app",
  },
  auditTrail: {
    complete: "Keep a complete trail of who read and changed sensitive and semi-sensitive data",
    partial: "Keep a trail of who changed sensitive and semi-sensitive data",
  },
  retention: {
    enforced: "See that sensitive and semi-sensitive data is deleted in time, by rule and without anybody's doing",
    defined: "Agree on a rule for when sensitive and semi-sensitive data is deleted",
  },
  calculation: {
    none: "Take the calculations out, or let IT run them",
    simple: "Keep what it calculates to rules and sums, or let IT run the rest",
    moderate: "Keep mathematics out of what it calculates, or let IT run that part",
    riskier: "Let its calculations become {to}",
  },
  untestedCalculations: {
    none: "Test whatever it calculates, edge cases included",
    fewer: "Test what it calculates, and leave out {to}",
  },
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
    none: "See that no part stops it when it alone fails",
    fewer: "Leave no part that stops it when it alone fails, except for {to}",
  },
  performanceSymptoms: {
    without: "Find and mend {members}",
    slow: "what makes it slow",
    timeouts: "what times out",
    errors: "its errors",
    outages: "what makes it stop",
    "data-quality": "what makes its data wrong",
  },
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
  daysSinceReview: {
    none: "Let IT review it again",
    fewer: "Let IT review it again, so that the last time is {to} ago",
  },
};

/** What there is to do about a fact, as its record says, or as is known of a standard fact; nothing, where nobody has said it. */
export function whatToDoAbout(name: string, fact: Fact): WhatToDo | undefined {
  const standard = Object.entries(standardFacts).find(([own, record]) => own === name && record === fact);
  // What is found is the name of a standard fact.
  return fact.whatToDo ?? (standard && whatToDo[name as keyof StandardFacts]);
}
