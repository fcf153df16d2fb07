import { yesOrNo } from "../domain.js";
import type { FactRecords } from "../form.js";

export const automationFacts = {
  triggers: {
    question: "What starts it?",
    domain: { kind: "set", members: ["person", "schedule", "event", "request"], open: false },
    from: { read: "/automation/triggers" },
    cost: 2,
  },
  runsPerDay: {
    question: "How often does it run on a usual day?",
    domain: { kind: "number", min: 0, whole: false, unit: "runs a day" },
    from: { read: "/automation/runsPerDay" },
    cost: 10,
  },
  oversight: {
    question: "What does a person do before it acts?",
    domain: { kind: "ordinal", levels: ["drafts", "approves", "can-stop", "looks-later", "none"] },
    from: { read: "/automation/oversight" },
  },
  ai: {
    question: "What does artificial intelligence do in it?",
    domain: { kind: "ordinal", levels: ["none", "answers", "decides", "acts"] },
    from: { read: "/automation/ai" },
    cost: 2,
  },
  model: {
    question: "Whose AI model does it use?",
    domain: { kind: "ordinal", levels: ["own", "contracted", "public"] },
    from: { read: "/automation/model" },
  },
  strangersWrite: {
    question: "Can strangers write what it reads, such as mails or comments?",
    domain: yesOrNo,
    from: { read: "/automation/strangersWrite" },
  },
} as const satisfies FactRecords;
