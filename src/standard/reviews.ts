import type { ConditionOver } from "../conditions/index.js";
import type { StandardFacts } from "../facts/index.js";
import type { Review } from "../policy/index.js";
import type { StandardSignId } from "./signs.js";
import type { StandardTierId } from "./tiers.js";

const source = "Mandatory IT review at key milestones";

const perYear = 365;

/** The reviews of the standard policy, in the order of their milestones. */
export const reviews = [
  {
    id: "architecture",
    title: "Architecture review",
    why: "A plan is easy to change; an app that people rely on is not.",
    milestone: "start",
    above: "citizen",
    checklist: [
      {
        id: "scope",
        question: "Is it clear how many people will use it, and in which departments?",
        requiresFacts: ["users", "departments"],
        advice: "Write down who will use it.",
      },
      {
        id: "data",
        question: "Is it clear which data it holds or shows?",
        requiresFacts: ["dataSensitivity", "sensitiveData"],
        advice: "List its data, and how sensitive each kind is.",
      },
      {
        id: "systems",
        question: "Is it clear which systems it reads and writes?",
        requiresFacts: ["systemsRead", "systemsWritten"],
        advice: "List the systems, and which way the data flows.",
      },
      {
        id: "fit",
        question: "Can people who are not developers build it themselves?",
        advice: "Agree who builds which part.",
      },
    ],
    approvers: ["IT architect"],
    minutes: 30,
    validFor: perYear,
    covers: ["users", "systems", "data"],
    source,
  },
  {
    id: "integration",
    title: "Integration review",
    why: "What goes wrong in a connection goes wrong in two systems.",
    milestone: "connect",
    above: "citizen",
    when: { fact: "integrationPoints", atLeast: 1 },
    checklist: [
      {
        id: "flow",
        question: "Is what it writes checked, and is every change kept when two people edit the same record?",
        met: {
          all: [
            { fact: "unvalidatedWrites", below: 1 },
            { fact: "ignoredConflicts", below: 1 },
          ],
        },
        advice: "Check what it writes, and decide whose change wins; IT has a component for this.",
      },
      {
        id: "pattern",
        question: "Is it connected in a safe way?",
        advice: "Draw the connections, and go through them with IT.",
      },
      {
        id: "accounts",
        question: "Does it use managed accounts, or its users' own?",
        met: { not: { fact: "identities", includesAny: ["shared", "maker"] } },
        advice: "Ask IT for an account for the app.",
      },
    ],
    approvers: ["Integration specialist"],
    minutes: 30,
    validFor: perYear,
    covers: ["systems"],
    source,
  },
  {
    id: "security",
    title: "Security review",
    why: "The law demands special protection for some data.",
    milestone: "access",
    when: { fact: "dataSensitivity", atLeast: "semi-sensitive" },
    checklist: [
      {
        id: "access",
        question: "Can only people who need the data see it?",
        met: { fact: "accessControl", atMost: "role" },
        evidence: "Somebody has signed in as a person who should not see it.",
        advice: "Grant access by role or by record.",
      },
      {
        id: "protection",
        question: "Is the data encrypted where it is stored?",
        met: { fact: "unencryptedData", is: false },
        evidence: "Somebody has looked at where it is stored.",
        advice: "Let IT choose where it is stored.",
      },
      {
        id: "audit",
        question: "Can you see later who read or changed the data, and is it deleted on time?",
        met: {
          all: [
            { fact: "auditTrail", atMost: "complete" },
            { fact: "retention", atMost: "enforced" },
          ],
        },
        evidence: "Somebody has read the audit trail of one record, and seen a record deleted.",
        advice: "Ask IT which rules apply to this data.",
      },
    ],
    approvers: ["Security officer"],
    minutes: 30,
    validFor: perYear,
    covers: ["data"],
    source,
  },
  {
    id: "production-readiness",
    title: "Production readiness review",
    why: "From here on, people rely on it.",
    milestone: "deploy",
    checklist: [
      {
        id: "readiness",
        question: "Is it ready for real users?",
        advice: "Let a few users try it first.",
      },
      {
        id: "support",
        question: "Is it written down who supports it, and how?",
        met: { fact: "support", is: true },
        evidence: "Somebody has read what is written, and reached whoever is named.",
        advice: "Name somebody, and write down how to reach them.",
      },
      {
        id: "failure",
        question: "Is it clear what happens when it breaks?",
        met: {
          any: [
            { fact: "disasterRecovery", is: true },
            { fact: "dailyDependence", is: false },
          ],
        },
        advice: "Practise bringing it back, or agree how work goes on without it.",
      },
    ],
    approvers: ["IT operations"],
    minutes: 30,
    validFor: perYear,
    covers: ["users", "systems", "data", "environment"],
    source,
  },
] as const satisfies readonly Review<StandardTierId, ConditionOver<StandardFacts, StandardSignId, never>>[];
