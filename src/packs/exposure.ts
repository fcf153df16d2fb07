import { experimental, type StandardPack, stable } from "./lifecycle.js";
import { oneGroup, openPortals, openTables, owasp, publicTable } from "./sources.js";

/**
 * Who gets in: strangers, whoever registers, many more than anybody meant.
 *
 * @example
 * ```ts
 * import { classify, extendPolicy, standardPolicy } from "plimsoll";
 * import { exposure } from "plimsoll/packs";
 *
 * const app = { id: "list", name: "List", audience: { canOpen: 5000 } };
 *
 * classify(app, extendPolicy(standardPolicy, exposure)).findings[0]?.title; // → "Far more people can open it than need it"
 * ```
 */
export const exposure = {
  pack: "exposure",
  version: "1.0.0",
  title: "Who gets in",
  description: "For every organisation whose apps can be opened from outside, or shared with everybody by a click.",
  add: {
    signs: [
      {
        id: "open-to-change",
        title: "Strangers can change things",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            { fact: "admits", atLeast: "registered" },
            { fact: "operations", includesAny: ["change", "delete", "pay", "grant-rights", "run"] },
          ],
        },
        why: "Whoever has the address can do harm, and nobody knows who it was.",
        advice: "Close it to strangers today, and let IT try it from outside before it opens again.",
        references: [publicTable, openTables, owasp("CD-SEC-07")],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "open-sensitive-data",
        title: "Strangers may see sensitive data",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            { fact: "admits", atLeast: "registered" },
            { fact: "sensitiveData", isEmpty: false },
          ],
        },
        why: "What is open to everybody is found and copied.",
        advice: "Close it to strangers today, and let IT try it from outside before it opens again.",
        references: [openPortals, openTables, owasp("CD-SEC-04")],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "open-to-add",
        title: "Strangers can add to another system",
        severity: "medium",
        when: {
          all: [
            { fact: "admits", atLeast: "registered" },
            { fact: "systemsWritten", atLeast: 1 },
            { fact: "operations", includesAny: ["create"] },
          ],
        },
        why: "Spam and made-up entries end up where others work.",
        advice: "Let what strangers send wait in a list until somebody has looked at it.",
        references: [publicTable, owasp("CD-SEC-08")],
        effort: "hours",
        lifecycle: experimental,
      },
      {
        id: "untried-from-outside",
        title: "Open, and never tried from outside",
        severity: "medium",
        when: {
          all: [
            { fact: "untriedEntrances", atLeast: 1 },
            {
              any: [
                { fact: "dataSensitivity", atLeast: "semi-sensitive" },
                { fact: "operations", includesAny: ["change", "delete", "pay", "grant-rights", "run"] },
              ],
            },
          ],
        },
        why: "From inside, everything looks closed.",
        advice: "Ask somebody to open it signed out, and to write down what they could see and do.",
        references: [openPortals, owasp("CD-SEC-05")],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "wide-reach",
        title: "Far more people can open it than need it",
        severity: "medium",
        when: {
          any: [
            { fact: "peopleWithAccess", atLeast: 1000 },
            {
              all: [
                {
                  any: [
                    { fact: "peopleWithAccess", atLeast: 500 },
                    { fact: "reach", atLeast: "organisation" },
                  ],
                },
                {
                  any: [
                    { fact: "dataSensitivity", atLeast: "semi-sensitive" },
                    {
                      fact: "operations",
                      includesAny: ["change", "delete", "publish", "send-outside", "pay", "grant-rights", "run"],
                    },
                    { fact: "systemsWritten", atLeast: 1 },
                    { fact: "users", atLeast: 100 },
                  ],
                },
              ],
            },
          ],
        },
        why: "Whoever can open it today may use it tomorrow.",
        advice: "Share it with the people who need it, by name or by a small group.",
        references: [oneGroup, owasp("CD-SEC-03")],
        effort: "minutes",
        lifecycle: stable,
      },
    ],
    boundaries: [
      {
        id: "no-strangers-who-change",
        title: "No way in for strangers who can change things",
        why: "Whoever has the address can do harm, and nobody knows who it was.",
        advice: "Take the way in away, or what can be changed through it.",
        actions: ["deploy"],
        when: {
          all: [
            { fact: "admits", atLeast: "anybody" },
            { fact: "operations", includesAny: ["change", "delete", "pay", "grant-rights", "run"] },
          ],
        },
        review: "security",
        instead:
          "Let people sign in first. Or let strangers only send something in, and let one of you look at it before it counts.",
        references: [publicTable, openTables],
        lifecycle: stable,
      },
    ],
    checklist: [
      {
        review: "security",
        id: "tried-from-outside",
        question: "Has somebody tried every way in from outside, signed out?",
        requiresFacts: ["admits", "untriedEntrances"],
        met: { fact: "untriedEntrances", below: 1 },
        evidence: "The notes of that test: who tried what, when, and what could be seen and done.",
        advice: "Let somebody who did not build it try it from outside.",
        references: [openPortals, owasp("CD-SEC-05")],
      },
    ],
    weights: [
      {
        id: "open-to-strangers",
        title: "strangers can come in",
        when: {
          all: [
            { fact: "admits", atLeast: "registered" },
            {
              any: [
                { fact: "dataSensitivity", atLeast: "semi-sensitive" },
                { fact: "operations", includesAny: ["change", "delete", "send-outside", "pay", "grant-rights", "run"] },
                { fact: "systemsWritten", atLeast: 1 },
              ],
            },
          ],
        },
        times: 3,
        why: "What is open to everybody is found by somebody, and it does not take long.",
        references: [openPortals, openTables],
      },
    ],
  },
} as const satisfies StandardPack;
