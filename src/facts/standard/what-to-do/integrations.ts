import type { WhatToDoOf } from "../../outcome.js";
import type { integrationFacts } from "../integrations.js";

export const integrationsToDo: WhatToDoOf<typeof integrationFacts> = {
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
};
