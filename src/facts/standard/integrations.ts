import { countOf, yesOrNo } from "../domain.js";
import type { FactRecords } from "../form.js";

const systems = /* @__PURE__ */ countOf("systems");
const integrations = "/integrations";

const reads = { field: "direction", is: ["read", "bidirectional"] } as const;
const writes = { field: "direction", is: ["write", "bidirectional"] } as const;

export const integrationFacts = {
  integrationPoints: {
    question: "Which systems is it connected to?",
    domain: systems,
    from: { each: integrations },
  },
  systemsRead: {
    question: "Which systems does it read?",
    domain: systems,
    from: { each: integrations, where: reads },
  },
  systemsWritten: {
    question: "Which systems does it write to?",
    domain: systems,
    from: { each: integrations, where: writes },
  },
  bidirectionalSystems: {
    question: "Which systems does it read and write?",
    domain: systems,
    from: { each: integrations, where: { field: "direction", is: "bidirectional" } },
  },
  unvalidatedWrites: {
    question: "Which systems does it write to unchecked?",
    domain: systems,
    from: { each: integrations, where: { all: [writes, { field: "writesValidated", is: false }] } },
    cost: 20,
  },
  ignoredConflicts: {
    question: "Where can one person's change overwrite another's?",
    domain: systems,
    from: { each: integrations, where: { all: [writes, { field: "conflicts", is: "ignored" }] } },
    cost: 30,
  },
  eventDriven: {
    question: "Do events in one system start work in another?",
    domain: yesOrNo,
    from: { each: integrations, where: { field: "eventDriven", is: true } },
    cost: 10,
  },
  asynchronous: {
    question: "Does work go on after the call that started it?",
    domain: yesOrNo,
    from: { each: integrations, where: { field: "asynchronous", is: true } },
    cost: 10,
  },
  credentials: {
    question: "How does it sign in to systems?",
    domain: { kind: "ordinal", levels: ["managed", "personal", "shared", "embedded"] },
    from: { each: integrations, take: "credentials" },
    cost: 15,
  },
} as const satisfies FactRecords;
