import { countOf, yesOrNo } from "../domain.js";
import type { FactRecords } from "../form.js";

const systems = /* @__PURE__ */ countOf("systems");
const integrations = "/integrations";

/** What an entry means that does not say what it is connected to. */
const isSystem = { field: "role", unsaid: "system-of-record", is: "system-of-record" } as const;

const reads = { field: "direction", is: ["read", "bidirectional"] } as const;
const writes = { field: "direction", is: ["write", "bidirectional"] } as const;

export const integrationFacts = {
  integrationPoints: {
    question: "Which other systems is it connected to?",
    domain: systems,
    from: { each: integrations, where: isSystem },
  },
  systemsRead: {
    question: "Which systems does it read?",
    domain: systems,
    from: { each: integrations, where: { all: [isSystem, reads] } },
  },
  systemsWritten: {
    question: "Which systems does it write to?",
    domain: systems,
    from: { each: integrations, where: { all: [isSystem, writes] } },
  },
  bidirectionalSystems: {
    question: "Which systems does it read and write?",
    domain: systems,
    from: { each: integrations, where: { all: [isSystem, { field: "direction", is: "bidirectional" }] } },
  },
  unvalidatedWrites: {
    question: "Which systems does it write to without a check?",
    domain: systems,
    from: { each: integrations, where: { all: [isSystem, writes, { field: "writesValidated", is: false }] } },
    cost: 20,
  },
  ignoredConflicts: {
    question: "Where can one person's change overwrite another's?",
    domain: systems,
    from: { each: integrations, where: { all: [isSystem, writes, { field: "conflicts", is: "ignored" }] } },
    cost: 30,
  },
  eventDriven: {
    question: "Do events in one system start work in another?",
    domain: yesOrNo,
    from: { each: integrations, where: { all: [isSystem, { field: "eventDriven", is: true }] } },
    cost: 10,
  },
  asynchronous: {
    question: "Does work continue after the call that started it has ended?",
    domain: yesOrNo,
    from: { each: integrations, where: { all: [isSystem, { field: "asynchronous", is: true }] } },
    cost: 10,
  },
  connections: {
    question: "What is it connected to: systems, its own stores, channels to people, services?",
    domain: /* @__PURE__ */ countOf("connections"),
    from: { each: integrations },
  },
  operations: {
    question: "What does it do where it is connected, besides reading?",
    domain: {
      kind: "set",
      members: ["create", "change", "delete", "publish", "send-outside", "pay", "grant-rights", "run"],
      open: false,
    },
    from: { each: integrations, take: "operations" },
  },
  connectorStanding: {
    question: "Which connectors does it use?",
    domain: { kind: "ordinal", levels: ["none", "standard", "premium", "custom", "http", "community"] },
    from: { each: integrations, take: "connector" },
  },
  dataLeaves: {
    question: "Does any connection send data outside the organisation?",
    domain: yesOrNo,
    from: { each: integrations, where: { field: "leavesOrganisation", is: true } },
    cost: 10,
  },
  identities: {
    question: "Whose accounts does it use?",
    domain: { kind: "set", members: ["user", "app", "service", "shared", "maker"], open: false },
    from: { each: integrations, take: "identity" },
    cost: 10,
  },
  secretStorage: {
    question: "Where are the secrets of its accounts kept?",
    domain: { kind: "ordinal", levels: ["none", "vault", "platform", "embedded"] },
    from: { each: integrations, take: "secret" },
    cost: 15,
  },
  rights: {
    question: "What may its accounts do, at most?",
    domain: { kind: "ordinal", levels: ["none", "own", "others", "administration"] },
    from: { each: integrations, take: "rights" },
    cost: 15,
  },
  accountsOfLeavers: {
    question: "Which of its connections run on the account of somebody who has left?",
    domain: /* @__PURE__ */ countOf("connections"),
    from: { each: integrations, where: { field: "accountOwnerPresent", is: false } },
    cost: 10,
  },
} as const satisfies FactRecords;
