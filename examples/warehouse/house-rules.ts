import { definePolicy } from "plimsoll";

/** What the house had agreed on before the warehouse's story began. It changes when the house wants it to: see the lesson. */
export const houseRules = definePolicy({
  schemaVersion: 1,
  id: "house-rules",
  version: "1.0.0",
  title: "The warehouse's house rules",
  tiers: [
    { id: "citizen", title: "Citizen", advice: "Build and run it yourselves, and ask IT whenever you like." },
    { id: "it-review", title: "IT review", advice: "Go on building; take half an hour with IT first." },
    {
      id: "professional",
      title: "Professional",
      advice: "Build it together: IT owns the complex parts, you keep the business logic.",
    },
  ],
  criteria: [
    {
      id: "many-users",
      tier: "it-review",
      title: "Many users",
      when: { fact: "users", atLeast: 100 },
      why: "They need support and speed.",
      advice: "Book a review before more people join.",
    },
    {
      id: "writes-to-system",
      tier: "it-review",
      title: "Writes to another system",
      when: { fact: "systemsWritten", atLeast: 1 },
      why: "A wrong write spoils data that others rely on.",
      advice: "Show IT what it writes, and how that is checked.",
    },
    {
      id: "moderate-calculation",
      tier: "it-review",
      title: "More than simple rules",
      when: { fact: "calculation", atLeast: "moderate" },
      why: "Several steps can be wrong in rare cases.",
      advice: "Go through rare cases with IT.",
    },
    {
      id: "mission-critical",
      tier: "professional",
      title: "Mission-critical",
      when: { sign: "business-critical" },
      why: "An outage costs real money.",
    },
    {
      id: "bidirectional-integration",
      tier: "professional",
      title: "Data flows both ways",
      when: {
        all: [
          { fact: "bidirectionalSystems", atLeast: 1 },
          {
            any: [
              { fact: "integrationPoints", atLeast: 2 },
              { fact: "ignoredConflicts", atLeast: 1 },
            ],
          },
        ],
      },
      why: "When both sides change, one change can be lost.",
      advice: "Let IT build that part, or use its component.",
    },
  ],
  signs: [
    {
      id: "business-critical",
      title: "Daily work depends on it",
      severity: "high",
      when: { fact: "dailyDependence", is: true },
      why: "When it stops, work stops.",
      advice: "Agree with IT who is called when it fails.",
    },
    {
      id: "builder-gone",
      title: "Nobody left who understands it",
      severity: "medium",
      when: {
        all: [
          { fact: "builderPresent", is: false },
          { fact: "othersWhoUnderstand", below: 1 },
        ],
      },
      why: "When it breaks, nobody knows how to mend it.",
      advice: "Ask IT to help somebody take it over while it works.",
    },
    {
      id: "integration-architecture",
      title: "Complex integration",
      severity: "high",
      tier: "professional",
      when: {
        all: [
          { fact: "integrationPoints", atLeast: 3 },
          {
            any: [
              { fact: "eventDriven", is: true },
              { fact: "asynchronous", is: true },
            ],
          },
        ],
      },
      why: "Connections that react to each other fail together.",
      advice: "Draw the connections with IT, and use its connectors.",
    },
  ],
  components: [
    {
      id: "data-synchronisation",
      covers: ["bidirectional-integration"],
      title: "Data synchronisation",
      summary: "Keeps records alike in several systems, and settles what changes in two places at once.",
    },
    {
      id: "integration-connector",
      covers: ["integration-architecture"],
      title: "Integration connector",
      summary: "Signs in to another system, and deals with its errors and its changes.",
    },
  ],
  reviews: [
    {
      id: "architecture",
      title: "Architecture review",
      why: "A plan is easy to change; an app that people rely on is not.",
      milestone: "start",
      above: "citizen",
      checklist: [
        {
          id: "scope",
          question: "Is it clear for how many people it is, and in which departments?",
          requiresFacts: ["users", "departments"],
          advice: "Write down who will use it.",
        },
        {
          id: "data",
          question: "Is it clear which data it holds or shows?",
          requiresFacts: ["dataSensitivity", "sensitiveData"],
          advice: "List its data, with how sensitive each kind is.",
        },
        {
          id: "systems",
          question: "Is it clear which systems it reads and writes?",
          requiresFacts: ["systemsRead", "systemsWritten"],
          advice: "List the systems, and what goes in which direction.",
        },
        {
          id: "fit",
          question: "Can people who are not developers build it by themselves?",
          advice: "Agree who builds which part.",
        },
      ],
      approvers: ["IT architect"],
      minutes: 30,
      validFor: 365,
      covers: ["users", "systems", "data"],
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
          question: "Is what it writes checked, and does nothing get lost when two people change the same record?",
          met: {
            all: [
              { fact: "unvalidatedWrites", below: 1 },
              { fact: "ignoredConflicts", below: 1 },
            ],
          },
          advice: "Check what is written, and settle who wins; IT has a component for it.",
        },
        {
          id: "pattern",
          question: "Is the way in which it is connected a safe one?",
          advice: "Draw the connections, and go through them with IT.",
        },
        {
          id: "accounts",
          question: "Does it act with managed accounts, or with those of its users?",
          met: { not: { fact: "identities", includesAny: ["shared", "maker"] } },
          advice: "Ask IT for an account for the app.",
        },
      ],
      approvers: ["Integration specialist"],
      minutes: 30,
      validFor: 365,
      covers: ["systems"],
    },
  ],
  boundaries: [
    {
      id: "it-built-connector",
      title: "A connector that IT builds",
      why: "When data flows both ways or in events, mistakes reach other systems before anybody sees them.",
      advice: "Show IT which system it is, and what should flow.",
      actions: ["connect"],
      when: {
        any: [
          { fact: "bidirectionalSystems", atLeast: 1 },
          { fact: "eventDriven", is: true },
          { fact: "asynchronous", is: true },
        ],
      },
      unlessUsing: ["data-synchronisation", "integration-connector"],
      review: "integration",
      instead: "Use IT's component for it, or ask IT to build the connector.",
    },
    {
      id: "crossing",
      title: "A review past the citizen line",
      why: "Past this line, an app takes more than one team should have to carry alone.",
      advice: "Take half an hour with IT before you go on.",
      above: "citizen",
      review: "architecture",
    },
  ],
});
