import { experimental, type StandardPack, stable } from "./lifecycle.js";
import { onlyItsMaker } from "./only-its-maker.js";
import { auditControls, brokenBots, coOwners, deletedDatabase, fullSheet, owasp, silentFailures } from "./sources.js";

/** Half a year, after which hardly anything is used again. */
const halfAYear = 183;

/** Nobody has used it for half a year, nobody does now, or it never runs. */
const isUnused = {
  any: [
    { fact: "daysSinceUse", atLeast: halfAYear },
    { fact: "users", below: 1 },
    { fact: "runsPerDay", atMost: 0 },
  ],
} as const;

/** Whether anybody but its maker would feel it. */
const servesOthers = {
  any: [
    { fact: "users", above: 1 },
    { fact: "reach", atLeast: "team" },
    { fact: "systemsWritten", atLeast: 1 },
    { fact: "dailyDependence", is: true },
  ],
} as const;

/** What reaches others outside before anybody can call it back. */
const reachesOutside = { fact: "operations", includesAny: ["publish", "send-outside", "pay"] } as const;

/**
 * How it runs: unwatched, near a limit, in one environment, unused, with nobody left.
 *
 * @example
 * ```ts
 * import { classify, extendPolicy, standardPolicy } from "plimsoll";
 * import { operations } from "plimsoll/packs";
 *
 * const app = { id: "list", name: "List", audience: { users: 40 }, operation: { nearLimits: ["Rows of the list"] } };
 *
 * classify(app, extendPolicy(standardPolicy, operations)).findings[0]?.id; // → "near-limits"
 * ```
 */
export const operations = {
  pack: "operations",
  version: "1.0.0",
  title: "How it runs",
  description: "For every organisation that has been called at 3 AM, or should have been.",
  add: {
    signs: [
      {
        id: "unwatched-writes",
        title: "Writes unchecked, and nobody watches",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            { fact: "unvalidatedWrites", atLeast: 1 },
            {
              any: [
                { fact: "monitoring", is: false },
                { fact: "onError", is: "nothing" },
              ],
            },
          ],
        },
        why: "Wrong data goes on being written until somebody is harmed by it.",
        advice: "Check what it writes, and have somebody told when that fails.",
        references: [brokenBots, owasp("CD-SEC-10")],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "fails-unseen",
        title: "Nobody notices when it fails",
        severity: "medium",
        when: {
          all: [
            {
              any: [
                { fact: "monitoring", is: false },
                { fact: "onError", is: "nothing" },
              ],
            },
            {
              any: [
                { fact: "systemsWritten", atLeast: 1 },
                { fact: "dailyDependence", is: true },
                { fact: "outageImpact", atLeast: "medium" },
                reachesOutside,
              ],
            },
          ],
        },
        why: "What is missing is found weeks later, by those who needed it.",
        advice: "Have a message sent to two people when it fails.",
        references: [silentFailures, fullSheet, owasp("CD-SEC-10")],
        effort: "minutes",
        lifecycle: stable,
      },
      {
        id: "near-limits",
        title: "It works near a limit",
        severity: "medium",
        when: { all: [{ fact: "nearLimits", atLeast: 1 }, servesOthers] },
        why: "Behind a limit, rows and messages go missing without a word.",
        advice: "Ask IT what happens at the limit, and move the data before it is reached.",
        references: [fullSheet],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "changed-where-it-runs",
        title: "It is changed where people work with it",
        severity: "low",
        when: {
          all: [
            { fact: "separateTest", is: false },
            { any: [{ fact: "dailyDependence", is: true }, { fact: "systemsWritten", atLeast: 1 }, reachesOutside] },
          ],
        },
        why: "Every try is real, and every slip is felt at once.",
        advice: "Ask IT for a place to test, and bring changes over when they work.",
        references: [deletedDatabase, owasp("CD-SEC-09")],
        effort: "days",
        lifecycle: experimental,
      },
      {
        id: "no-trail",
        title: "Nobody can see who did what",
        severity: "medium",
        when: { fact: "auditTrail", atLeast: "none" },
        why: "When data is missing or has leaked, nobody can say how.",
        advice: "Have the platform keep a record of who opens and changes what.",
        references: [auditControls, owasp("CD-SEC-10")],
        effort: "hours",
        lifecycle: experimental,
      },
      {
        id: "no-owner-left",
        title: "None of its owners is left",
        severity: "high",
        when: { all: [{ fact: "activeOwners", below: 1 }, { not: { fact: "builderPresent", is: true } }] },
        unless: onlyItsMaker,
        why: "Nobody answers when it asks for something, and nobody may change it.",
        advice: "Find out who uses it, and ask one of them to own it with IT's help.",
        references: [coOwners, silentFailures, owasp("CD-SEC-09")],
        effort: "hours",
        lifecycle: stable,
      },
    ],
    checklist: [
      {
        review: "production-readiness",
        id: "told-when-it-fails",
        question: "Is somebody told when it fails, before a user calls?",
        requiresFacts: ["monitoring", "onError"],
        met: { all: [{ fact: "monitoring", is: true }, { not: { fact: "onError", is: "nothing" } }] },
        evidence: "A failure that was caused on purpose, and the message that came.",
        advice: "Have a message sent to two people.",
        references: [silentFailures, owasp("CD-SEC-10")],
      },
    ],
    checks: [
      {
        id: "unused",
        title: "Nobody uses it any more",
        severity: "low",
        suggests: "retirement",
        when: isUnused,
        why: "What nobody uses still holds data and rights, and still has to be looked after.",
        advice: "Ask its owner whether it can go, and keep a copy for those who may miss it.",
        references: [coOwners],
        effort: "minutes",
        lifecycle: stable,
      },
      {
        id: "fails-often",
        title: "It fails often",
        severity: "medium",
        when: { fact: "errorRate", atLeast: 10 },
        why: "People stop trusting it, or do not see what they miss.",
        advice: "Look at the last ten failures together; they often have one cause.",
        references: [silentFailures],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "long-unchanged",
        title: "Open, and not touched for two years",
        severity: "medium",
        when: {
          all: [
            { fact: "entrances", atLeast: 1 },
            { fact: "daysSinceChange", atLeast: 730 },
          ],
        },
        why: "Everything around it has changed since, and nobody has looked who can come in today.",
        advice: "Look at who can open it and what it shows, or take it down.",
        references: [silentFailures, owasp("CD-SEC-09")],
        effort: "minutes",
        lifecycle: experimental,
      },
    ],
    weights: [
      {
        id: "nobody-uses-it",
        title: "nobody uses it any more",
        when: isUnused,
        times: 0.2,
        why: "It can wait, and it may soon be gone.",
        references: [coOwners],
      },
      {
        id: "looked-after",
        title: "IT answers for it",
        when: { fact: "itOwner", is: true },
        times: 0.2,
        why: "Somebody whose work it is looks after it already.",
        references: [silentFailures],
      },
    ],
  },
} as const satisfies StandardPack;
