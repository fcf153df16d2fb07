import { yesOrNo } from "../domain.js";
import type { FactRecords } from "../form.js";

const data = "/data";

/** General data needs no protection of its own; data whose class is open may turn out not to need it. */
const needsProtection = { not: { field: "class", is: "general" } } as const;

export const dataFacts = {
  sensitiveData: {
    question: "Which sensitive data does it hold or show?",
    domain: { kind: "set", members: ["personal", "financial", "health", "payment"], open: false },
    from: { each: data, take: "class", as: { general: null, "semi-sensitive": null, secrets: null } },
  },
  secretsHeld: {
    question: "Does it keep passwords or keys?",
    domain: yesOrNo,
    from: { each: data, where: { field: "class", is: "secrets" } },
  },
  dataSensitivity: {
    question: "How sensitive is the data that it holds or shows?",
    domain: { kind: "ordinal", levels: ["none", "general", "semi-sensitive", "sensitive"] },
    from: {
      each: data,
      take: "class",
      as: {
        personal: "sensitive",
        financial: "sensitive",
        health: "sensitive",
        payment: "sensitive",
        // No law names them: as the article has it, they are internal.
        secrets: "semi-sensitive",
      },
    },
  },
  unencryptedData: {
    question: "Is any sensitive or semi-sensitive data unencrypted?",
    domain: yesOrNo,
    from: { each: data, where: { all: [needsProtection, { field: "encryptedAtRest", is: false }] } },
    cost: 20,
  },
  accessControl: {
    question:
      "How is access to sensitive or semi-sensitive data granted: by record, by role, to the whole app, or without any control?",
    domain: { kind: "ordinal", levels: ["record", "role", "app", "none"] },
    from: { each: data, where: needsProtection, take: "accessControl" },
    cost: 20,
  },
  auditTrail: {
    question: "Is there an audit trail of sensitive or semi-sensitive data?",
    domain: { kind: "ordinal", levels: ["complete", "partial", "none"] },
    from: { each: data, where: needsProtection, take: "auditTrail" },
    cost: 20,
  },
  dataLabels: {
    question: "Which labels has your organisation given its data?",
    domain: { kind: "set", members: [], open: true },
    from: { each: data, take: "label" },
    changeable: false,
  },
  copiesLeave: {
    question: "Do copies of its data leave the app, such as exports or attachments?",
    domain: yesOrNo,
    from: { each: data, where: { field: "copiesLeave", is: true } },
    cost: 10,
  },
  retention: {
    question: "Is there a retention rule for sensitive or semi-sensitive data?",
    domain: { kind: "ordinal", levels: ["enforced", "defined", "undefined"] },
    from: { each: data, where: needsProtection, take: "retention" },
    cost: 20,
  },
} as const satisfies FactRecords;
