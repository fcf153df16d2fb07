import { experimental, type StandardPack, stable } from "./lifecycle.js";
import {
  bidSheet,
  boundChatbot,
  cleaningFlow,
  decidedByMachines,
  humanOversight,
  treatedBySoftware,
  wrongCell,
} from "./sources.js";

/**
 * What a mistake costs, and whether it can be undone.
 *
 * @example
 * ```ts
 * import { classify, extendPolicy, standardPolicy } from "plimsoll";
 * import { consequences } from "plimsoll/packs";
 *
 * classify({ id: "dose", name: "Dose", consequences: { safety: true } }, extendPolicy(standardPolicy, consequences)).tier; // → "professional"
 * ```
 */
export const consequences = {
  pack: "consequences",
  version: "1.0.0",
  title: "What a mistake costs",
  description: "For every organisation: a small app with few users can still hurt somebody, or cost millions.",
  add: {
    signs: [
      {
        id: "can-hurt-people",
        title: "A mistake can hurt somebody",
        severity: "high",
        tier: "professional",
        when: { fact: "safety", is: true },
        why: "What people are treated by, or work beside, has to be tested for that.",
        advice: "Let nobody rely on it unchecked, and bring in IT and those who answer for safety today.",
        references: [treatedBySoftware],
        effort: "weeks",
        lifecycle: stable,
      },
      {
        id: "decides-about-people",
        title: "It decides about people",
        severity: "medium",
        when: { fact: "decidesAboutPeople", is: true },
        why: "People may ask why, and have a right to an answer.",
        advice: "Write down how it decides, and who can be asked to decide again.",
        references: [decidedByMachines],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "decides-about-people-alone",
        title: "It decides about people, and no person looks",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            { fact: "decidesAboutPeople", is: true },
            {
              any: [
                { fact: "ai", atLeast: "decides" },
                { fact: "triggers", includesAny: ["schedule", "event"] },
              ],
            },
            { fact: "oversight", atLeast: "can-stop" },
          ],
        },
        why: "Nobody has to accept what a machine alone has decided about them.",
        advice: "Let a person decide, with what it has worked out in front of them.",
        references: [decidedByMachines, humanOversight],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "costly-mistake",
        title: "A mistake costs a lot of money",
        severity: "high",
        when: { fact: "financialImpact", atLeast: "high" },
        why: "One wrong cell can cost more than everything that it saves.",
        advice: "Let somebody who did not build it test it, and check each result before it counts.",
        references: [bidSheet],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "cannot-be-taken-back",
        title: "A costly mistake cannot be taken back",
        severity: "high",
        when: {
          all: [
            { fact: "reversibility", atLeast: "partly" },
            {
              any: [
                { fact: "binding", is: true },
                { fact: "financialImpact", atLeast: "high" },
                { fact: "operations", includesAny: ["pay"] },
                {
                  all: [
                    { fact: "operations", includesAny: ["delete"] },
                    {
                      any: [
                        { fact: "systemsWritten", atLeast: 1 },
                        { fact: "rights", atLeast: "others" },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        why: "Once it is out, the organisation pays for it.",
        advice: "Let a second person look at it before it goes out.",
        references: [bidSheet, cleaningFlow],
        effort: "minutes",
        lifecycle: stable,
      },
      {
        id: "pays-unseen",
        title: "It pays, and nobody approves it",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            { fact: "operations", includesAny: ["pay"] },
            { fact: "oversight", atLeast: "can-stop" },
          ],
        },
        why: "Money that has gone to the wrong place seldom comes back.",
        advice: "Let it prepare the payment, and let a person with the right to do so release it.",
        references: [wrongCell, humanOversight],
        effort: "hours",
        lifecycle: experimental,
      },
      {
        id: "binds-the-organisation",
        title: "What it sends out is binding",
        severity: "medium",
        when: { fact: "binding", is: true },
        why: "An offer or an order stands, also when it was a mistake.",
        advice: "Let somebody who may sign look at each before it goes out.",
        references: [bidSheet],
        effort: "minutes",
        lifecycle: stable,
      },
      {
        id: "binds-unseen",
        title: "What it promises is binding, and nobody reads it first",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            { fact: "binding", is: true },
            { fact: "oversight", atLeast: "can-stop" },
            {
              any: [
                { fact: "ai", atLeast: "answers" },
                { fact: "triggers", includesAny: ["schedule", "event", "request"] },
              ],
            },
          ],
        },
        why: "The organisation has to keep what it says, right or wrong.",
        advice: "Let it point to what is written elsewhere, and let a person make promises.",
        references: [boundChatbot],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "speaks-for-the-organisation",
        title: "It speaks for the organisation in public",
        severity: "medium",
        when: {
          all: [
            { fact: "operations", includesAny: ["publish"] },
            { fact: "reputationalImpact", atLeast: "significant" },
          ],
        },
        why: "What is published cannot be unread.",
        advice: "Let communications see each text before it goes out.",
        references: [humanOversight],
        effort: "minutes",
        lifecycle: experimental,
      },
    ],
    boundaries: [
      {
        id: "tested-for-safety",
        title: "A production review for what can hurt people",
        why: "What people are treated by, or work beside, has to be tested for that.",
        advice: "Bring the tests, and whoever answers for safety.",
        actions: ["deploy"],
        when: { fact: "safety", is: true },
        review: "production-readiness",
        references: [treatedBySoftware],
        lifecycle: stable,
      },
    ],
    checklist: [
      {
        review: "production-readiness",
        id: "undone",
        question: "Is it clear how a mistake is undone?",
        requiresFacts: ["reversibility"],
        met: { fact: "reversibility", atMost: "with-effort" },
        evidence: "A mistake that was made on purpose, in a test, and undone.",
        advice: "Try it once, before it is needed.",
        references: [cleaningFlow],
      },
      {
        review: "production-readiness",
        id: "second-pair-of-eyes",
        question: "Does a second person look at what is costly or binding before it goes out?",
        requiresFacts: ["binding", "financialImpact"],
        evidence: "Who that is, and an example with both names on it.",
        advice: "Name somebody, and somebody for the days when they are away.",
        references: [bidSheet],
      },
    ],
    weights: [
      {
        id: "people-at-risk",
        title: "a mistake can hurt somebody",
        when: { fact: "safety", is: true },
        times: 4,
        why: "Nothing else that an app does weighs as much.",
        references: [treatedBySoftware],
      },
      {
        id: "money-at-risk",
        title: "a mistake is expensive or cannot be undone",
        when: {
          any: [
            { fact: "financialImpact", atLeast: "high" },
            { fact: "reversibility", atLeast: "never" },
          ],
        },
        times: 1.5,
        why: "It is paid for, and not mended.",
        references: [bidSheet, cleaningFlow],
      },
    ],
  },
} as const satisfies StandardPack;
