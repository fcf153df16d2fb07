import { experimental, type StandardPack, stable } from "./lifecycle.js";
import { bidSheet, fullSheet, modelRisk, endUserComputing as practice } from "./sources.js";

const isSheet = { fact: "kind", is: ["spreadsheet", "report"] } as const;

/** What depends on it: money, rules, the daily work. */
const isMaterial = {
  any: [
    { fact: "financialImpact", atLeast: "medium" },
    { fact: "complianceRegimes", isEmpty: false },
    { fact: "dailyDependence", is: true },
    { fact: "outageImpact", atLeast: "medium" },
  ],
} as const;

/**
 * Spreadsheets and reports that figures, prices and decisions rest on: what banks and insurers ask of them.
 *
 * @example
 * ```ts
 * import { classify, extendPolicy, standardPolicy } from "plimsoll";
 * import { endUserComputing } from "plimsoll/packs";
 *
 * const sheet = { id: "rates", name: "Rates", kind: "spreadsheet" as const, consequences: { financial: "medium" as const } };
 *
 * classify(sheet, extendPolicy(standardPolicy, endUserComputing)).findings[0]?.title; // → "A spreadsheet that matters"
 * ```
 */
export const endUserComputing = {
  pack: "end-user-computing",
  version: "1.0.0",
  title: "Spreadsheets that matter",
  description: "For banks, insurers, and everybody else whose figures come out of spreadsheets.",
  add: {
    signs: [
      {
        id: "sheet-that-matters",
        title: "A spreadsheet that matters",
        severity: "medium",
        when: { all: [isSheet, isMaterial] },
        why: "It belongs into the register of models, with an owner and a rating.",
        advice: "Have it put into the register, and agree how often it is looked at.",
        references: [modelRisk, practice],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "sheet-without-control",
        title: "A spreadsheet that matters, and is not controlled",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            isSheet,
            isMaterial,
            {
              count: [
                { fact: "untestedCalculations", atLeast: 1 },
                { fact: "versionsKept", is: false },
                { fact: "documentation", atMost: "none" },
                { fact: "othersWhoUnderstand", below: 1 },
              ],
              atLeast: 2,
            },
          ],
        },
        why: "Nobody could say which version is right, or why.",
        advice: "Freeze it, have somebody else test it, and keep its versions from then on.",
        references: [modelRisk, practice, bidSheet],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "sheet-as-a-database",
        title: "A spreadsheet used as a database",
        severity: "medium",
        when: {
          all: [
            { fact: "kind", is: "spreadsheet" },
            {
              any: [
                { fact: "nearLimits", atLeast: 1 },
                { fact: "systemsWritten", atLeast: 1 },
              ],
            },
          ],
        },
        why: "Rows go missing without a word when it is full, or when two people write at once.",
        advice: "Ask IT for a table in a place that is made for it.",
        references: [fullSheet],
        effort: "days",
        lifecycle: experimental,
      },
    ],
    checks: [
      {
        id: "sheet-not-reviewed",
        title: "Not reviewed for a year",
        severity: "medium",
        when: { all: [{ sign: "sheet-that-matters" }, { fact: "daysSinceReview", atLeast: 365 }] },
        why: "Rates, rules and rows change, and the sheet may not have.",
        advice: "Let its owner and a second person go through it.",
        references: [modelRisk, practice],
        effort: "hours",
        lifecycle: stable,
      },
    ],
    checklist: [
      {
        review: "production-readiness",
        id: "independent-test",
        question: "Has somebody who did not build it tested its calculations?",
        requiresFacts: ["untestedCalculations"],
        met: { fact: "untestedCalculations", below: 1 },
        evidence: "The test cases with their expected results, and who worked these out.",
        advice: "Ask a colleague to work out three cases by hand.",
        references: [modelRisk],
      },
    ],
  },
} as const satisfies StandardPack;
