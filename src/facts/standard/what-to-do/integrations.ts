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
    none: "Write to no other system: let people or IT transfer the results",
    fewer: "Write to {to}",
    more: "Write to {to}",
  },
  bidirectionalSystems: {
    none: "Let data flow one way only: do not write to a system that it reads",
    fewer: "Let data flow both ways with {to}",
    more: "Let data flow both ways with {to}",
  },
  unvalidatedWrites: {
    none: "Check everything it writes before it is written",
    fewer: "Check what it writes before it is written, except for {to}",
  },
  ignoredConflicts: {
    none: "Make sure that nobody's change can overwrite another's",
    fewer: "Make sure that nobody's change can overwrite another's, except for {to}",
  },
  eventDriven: {
    no: "Start work by hand or on a schedule, not by events in another system",
    yes: "Let events in one system start work in another",
  },
  asynchronous: {
    no: "Make every call wait until its work is done",
    yes: "Let work go on after the call that started it",
  },
  connections: {
    none: "Connect it to nothing",
    fewer: "Keep it to {to}",
    more: "Connect it to {to}",
  },
  operations: {
    without: "Where it is connected, do not let it {members}",
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
    standard: "Use only the platform's standard connectors",
    premium: "Use no custom connectors, raw HTTP calls, or connectors of the community",
    custom: "Use no raw HTTP calls, and no connectors of the community",
    http: "Use no connectors of the community",
    riskier: "Use {to} connectors",
  },
  dataLeaves: {
    no: "Make sure that no connection sends data outside the organisation",
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
    none: "Use accounts that the platform manages, so that it needs no secret",
    vault: "Keep its secrets in IT's vault, and nowhere else",
    platform: "Take out the secrets that are kept inside the app",
  },
  rights: {
    none: "Let it act with no account of its own",
    own: "Give its accounts rights to their own data only",
    others: "Take administrator rights away from its accounts",
  },
  accountsOfLeavers: {
    none: "Move every connection to an account whose owner is still here",
    fewer: "Move its connections to accounts whose owners are still here, except for {to}",
  },
};
