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
  reach: {
    self: "Let its maker alone open it",
    team: "Let nobody open it outside the team",
    department: "Let nobody open it outside the department",
    organisation: "Let nobody from outside the organisation open it",
    partners: "Let partners open it, and not everybody",
  },
  peopleWithAccess: {
    none: "Let nobody open it",
    fewer: "Share it with {to}",
    more: "Share it with {to}",
  },
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
    registered: "Let nobody in who has not registered",
  },
  untriedEntrances: {
    none: "Have somebody try from outside whether anybody else gets in",
    fewer: "Have somebody try its ways in from outside, and leave out {to}",
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
  connections: {
    none: "Connect it to nothing",
    fewer: "Keep it to {to}",
    more: "Connect it to {to}",
  },
  operations: {
    without: "Where it is connected, let it no longer {members}",
    with: "Where it is connected, let it {members}",
    delete: "delete anything",
    create: "create anything",
    change: "change anything",
    publish: "publish anything",
    "send-outside": "send anything outside",
    pay: "pay",
    "grant-rights": "grant rights",
    run: "run anything",
  },
  connectorStanding: {
    none: "Use no connectors",
    standard: "Use the standard connectors of the platform alone",
    premium: "Use no custom connectors, raw HTTP calls, or connectors of the community",
    custom: "Use no raw HTTP calls, and no connectors of the community",
    http: "Use no connectors of the community",
    riskier: "Use {to} connectors",
  },
  dataLeaves: {
    no: "See that no data leaves the organisation where it is connected",
  },
  identities: {
    without: "Sign in to what it is connected to without {members}",
    user: "the accounts of its users",
    app: "an account of its own",
    service: "a service account",
    shared: "an account that people share",
    maker: "its maker's account",
  },
  secretStorage: {
    none: "Let it need no secret: by accounts that the platform manages",
    vault: "Keep its secrets in a vault of IT, and nowhere else",
    platform: "Take the secrets out that are kept inside the app",
  },
  rights: {
    none: "Let it act with no account of its own",
    own: "Give its accounts rights to their own data alone",
    others: "Take the rights of an administrator from its accounts",
  },
  accountsOfLeavers: {
    none: "Move every connection to an account whose owner is still here",
    fewer: "Move its connections to accounts whose owners are still here, and leave out {to}",
  },
  sensitiveData: {
    without: "Take the {members} data out, or ask IT for a component that handles it",
    with: "Hold or show {members} data, too",
  },
  secretsHeld: {
    no: "Keep no passwords or keys: let people sign in as they do elsewhere, and leave keys to a vault",
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
  copiesLeave: {
    no: "Let no copies of its data leave it",
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
  reversibility: {
    fully: "Give everything that it does a way back",
    "with-effort": "Keep what it takes to undo whatever it does",
    partly: "Keep what it takes to undo the most important things that it does",
  },
  separateTest: {
    yes: "Set up a separate place to test it",
  },
  versionsKept: {
    yes: "Keep its earlier versions",
  },
  onError: {
    handled: "Let it handle its errors, and tell somebody",
    noticed: "Let somebody be told when it fails",
  },
  errorRate: {
    none: "Mend whatever fails",
    fewer: "Mend what fails most, until it is no more than {to}",
  },
  nearLimits: {
    none: "Move it away from every limit near which it works",
    fewer: "Move it away from the limits near which it works, and leave out {to}",
  },
  appsNeeded: {
    none: "Let it work without other apps",
    fewer: "Let it need no more than {to}",
  },
  appsServed: {
    none: "Let no other app need it",
    fewer: "Let it be needed by no more than {to}",
  },
  activeOwners: {
    more: "Give it owners who are here, until there are {to}",
  },
  successors: {
    more: "Find who could take it over, until there are {to}",
  },
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
    none: "Let somebody review every part that others made",
    fewer: "Let somebody review the parts that others made, and leave out {to}",
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
