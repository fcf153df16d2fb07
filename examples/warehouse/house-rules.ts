import { definePolicy } from "plimsoll";

/** What the house had agreed on before the warehouse's story began. It changes when the house wants it to: see the lesson. */
export const houseRules = definePolicy({
  schemaVersion: 1,
  id: "house-rules",
  version: "1.0.0",
  title: "The warehouse's house rules",
  tiers: [
    { id: "citizen", title: "Citizen", advice: "Build and run it yourselves, and ask IT whenever you like." },
    { id: "it-review", title: "IT review", advice: "Take half an hour with IT, then go on building." },
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
      why: "Many people need support, and an app that stays fast.",
      advice: "Show IT its busiest hour before more people join.",
    },
    {
      id: "writes-to-system",
      tier: "it-review",
      title: "Writes to another system",
      when: { fact: "systemsWritten", atLeast: 1 },
      why: "Others rely on what it writes, so a mistake spreads.",
      advice: "Show IT what it writes and how you check it.",
    },
    {
      id: "moderate-calculation",
      tier: "it-review",
      title: "More than simple rules",
      when: { fact: "calculation", atLeast: "moderate" },
      why: "With several steps, rare cases can go wrong.",
      advice: "Keep your rules; let a developer test the rare cases.",
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
      advice: "Use IT's component for it, or let IT build that part.",
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
      why: "When it breaks, nobody knows how to fix it.",
      advice: "Ask IT to help somebody take it over while it still works.",
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
      summary: "Keeps records the same in several systems, also when two people change one at once.",
    },
    {
      id: "integration-connector",
      covers: ["integration-architecture"],
      title: "Integration connector",
      summary: "Signs in to another system, and handles its errors and changes.",
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
      validFor: 365,
      covers: ["systems"],
    },
  ],
  boundaries: [
    {
      id: "it-built-connector",
      title: "A connector that IT builds",
      why: "When data flows both ways or in events, mistakes reach other systems before anybody notices.",
      advice: "Show IT which system it is, and which data should flow.",
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
      why: "Past this line, an app is more than one team should carry alone.",
      advice: "Take half an hour with IT before you go on.",
      above: "citizen",
      review: "architecture",
    },
  ],
});
