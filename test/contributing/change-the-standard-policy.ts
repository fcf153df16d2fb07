import { atTheEnd, before, type Recipe } from "./recipe.js";

/**
 * Of a fact that many tests tell, and of one that next to none does: it fires on many apps, all of which sat above the lowest tier
 * already, and is possible on nearly all others, so that whatever stands on the standard policy without a need notices it.
 */
export const addSign: Recipe = {
  heading: "Add a warning sign",
  change: [
    before(
      "src/standard/signs.ts",
      "] as const satisfies readonly Sign<",
      `  {
    id: "spreadsheet-shadow",
    title: "A spreadsheet in the shadow",
    severity: "high",
    when: {
      any: [
        { fact: "singlePointsOfFailure", atLeast: 2 },
        { fact: "dailyDependence", is: true },
      ],
    },
    why: "Two copies of the same data disagree sooner or later.",
    advice: "Ask IT where the data comes from.",
    source,
  },
`,
    ),
  ],
  rows: [
    atTheEnd(
      "test/standard/signs.ts",
      `  "spreadsheet-shadow": {
    tier: "it-review",
    severity: "high",
    rows: [
      ["two parts that stop it", { criticality: { dailyDependence: false, singlePointsOfFailure: ["A", "B"] } }, "holds"],
      ["one such part", { criticality: { dailyDependence: false, singlePointsOfFailure: ["A"] } }, "silent"],
      ["work stops without it", { criticality: { dailyDependence: true, singlePointsOfFailure: [] } }, "holds"],
      ["nobody knows", {}, "possible"],
    ],
  },
`,
    ),
  ],
  asking: ["test/standard/policy-tests.test.ts", "test/standard/rules.test.ts"],
  besides: ["docs/standard-policy.md", "test/frozen", "test/standard/stories.test.ts"],
};

export const addCriterion: Recipe = {
  heading: "Add a criterion",
  change: [
    before(
      "src/standard/criteria.ts",
      "] as const satisfies readonly Criterion<",
      `  {
    id: "written-from-memory",
    tier: "it-review",
    title: "Written from memory",
    when: {
      all: [
        { fact: "documentation", is: "none" },
        { fact: "integrationPoints", atLeast: 2 },
      ],
    },
    why: "Whoever mends it has to guess.",
    advice: "Write down what is connected to what.",
    source,
  },
`,
    ),
  ],
  rows: [
    atTheEnd(
      "test/standard/criteria.ts",
      `  "written-from-memory": {
    tier: "it-review",
    rows: [
      ["two systems", { integrations: reads("ERP", "CRM"), ownership: { documentation: "none" } }, "holds"],
      ["one system", { integrations: reads("ERP"), ownership: { documentation: "none" } }, "silent"],
      ["a few notes", { integrations: reads("ERP", "CRM"), ownership: { documentation: "partial" } }, "silent"],
      ["two systems, and nobody knows", { integrations: reads("ERP", "CRM") }, "possible"],
    ],
  },
`,
    ),
  ],
  asking: ["test/standard/policy-tests.test.ts", "test/standard/rules.test.ts"],
};

export const changeLine: Recipe = {
  heading: "Change a line in the standard policy",
  change: [
    {
      file: "src/standard/criteria.ts",
      from: `{ fact: "systemsRead", atLeast: 3 }`,
      to: `{ fact: "systemsRead", atLeast: 4 }`,
    },
  ],
  rows: [
    {
      file: "test/standard/criteria.ts",
      from: `      ["reads two systems", { integrations: reads("ERP", "CRM") }, "silent"],
      ["reads three systems", { integrations: reads("ERP", "CRM", "HR") }, "holds"],
      ["reads two, and one that nobody knows", { integrations: [...reads("CRM", "HR"), unknownDirection] }, "possible"],`,
      to: `      ["reads three systems", { integrations: reads("ERP", "CRM", "HR") }, "silent"],
      ["reads four systems", { integrations: reads("ERP", "CRM", "HR", "Shop") }, "holds"],
      [
        "reads three, and one that nobody knows",
        { integrations: [...reads("CRM", "HR", "Shop"), unknownDirection] },
        "possible",
      ],`,
    },
    before("CHANGELOG.md", "- A policy can have `facts` of its own", "- Reading many systems begins at four.\n"),
  ],
  asking: ["test/standard/policy-tests.test.ts", "test/standard/rules.test.ts"],
  besides: ["docs/standard-policy.md", "src/standard/signs.ts", "test/standard/signs.ts"],
};
