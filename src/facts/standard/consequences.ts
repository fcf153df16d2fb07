import { yesOrNo } from "../domain.js";
import type { FactRecords } from "../form.js";

export const consequenceFacts = {
  legalConsequences: {
    question: "Do its results have legal consequences for people?",
    domain: yesOrNo,
    from: { read: "/consequences/legalForPeople" },
    changeable: false,
  },
  decidesAboutPeople: {
    question: "Does it decide about people: who gets what, and who does not?",
    domain: yesOrNo,
    from: { read: "/consequences/decidesAboutPeople" },
    changeable: false,
  },
  safety: {
    question: "Can a mistake in it hurt somebody?",
    domain: yesOrNo,
    from: { read: "/consequences/safety" },
    changeable: false,
  },
  binding: {
    question: "Does what it sends out bind the organisation?",
    domain: yesOrNo,
    from: { read: "/consequences/binding" },
    changeable: false,
  },
  financialImpact: {
    question: "How much money can a mistake cost?",
    domain: { kind: "ordinal", levels: ["none", "low", "medium", "high"] },
    from: { read: "/consequences/financial" },
    cost: 10,
    changeable: false,
  },
  amountAtStake: {
    question: "How much money can one mistake cost, at most?",
    domain: { kind: "number", min: 0, whole: false, unit: "in your currency" },
    from: { read: "/consequences/amount" },
    cost: 30,
    changeable: false,
  },
  reputationalImpact: {
    question: "How much does a mistake harm the organisation's name?",
    domain: { kind: "ordinal", levels: ["none", "limited", "significant"] },
    from: { read: "/consequences/reputation" },
    changeable: false,
  },
  reversibility: {
    question: "Can what it does be undone?",
    domain: { kind: "ordinal", levels: ["fully", "with-effort", "partly", "never"] },
    from: { read: "/consequences/reversible" },
  },
} as const satisfies FactRecords;
