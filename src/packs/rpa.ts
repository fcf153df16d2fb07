import { experimental, type StandardPack, stable } from "./lifecycle.js";
import { brokenBots, governedBots } from "./sources.js";

const isBot = { fact: "kind", is: "bot" } as const;

/**
 * Bots that click and type where people would.
 *
 * @example
 * ```ts
 * import { classify, extendPolicy, standardPolicy } from "plimsoll";
 * import { rpa } from "plimsoll/packs";
 *
 * const bot = { id: "bot", name: "Bot", kind: "bot" as const, integrations: [{ system: "ERP", direction: "write" as const, writesValidated: false }] };
 *
 * classify(bot, extendPolicy(standardPolicy, rpa)).findings[0]?.id; // → "bot-that-checks-nothing"
 * ```
 */
export const rpa = {
  pack: "rpa",
  version: "1.0.0",
  title: "Bots",
  description: "For every organisation in which bots work on screens that were made for people.",
  add: {
    signs: [
      {
        id: "bot-with-a-persons-account",
        title: "A bot works under a person's account",
        severity: "high",
        when: {
          all: [
            isBot,
            { fact: "identities", includesAny: ["user", "maker", "shared"] },
            { fact: "systemsWritten", atLeast: 1 },
          ],
        },
        why: "What the bot did and what the person did look the same afterwards.",
        advice: "Ask IT for an account of the bot's own.",
        references: [governedBots, brokenBots],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "bot-that-checks-nothing",
        title: "A bot types in what it is given, unchecked",
        severity: "high",
        tier: "professional",
        when: { all: [isBot, { fact: "unvalidatedWrites", atLeast: 1 }] },
        why: "A column that has moved is typed in all the same, a thousand times.",
        advice: "Let it check headings, sums and limits first, and stop when they do not fit.",
        references: [brokenBots],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "bot-without-a-way-around",
        title: "Work stops when the bot does",
        severity: "medium",
        when: { all: [isBot, { fact: "dailyDependence", is: true }, { not: { fact: "disasterRecovery", is: true } }] },
        why: "A screen that looks different tomorrow is enough to stop it.",
        advice: "Write down how people do it by hand, and try that once.",
        references: [brokenBots, governedBots],
        effort: "hours",
        lifecycle: experimental,
      },
    ],
    checklist: [
      {
        review: "production-readiness",
        id: "screens-watched",
        question: "Does the bot stop, and does somebody hear of it, when a screen or a column has changed?",
        requiresFacts: ["onError"],
        met: { fact: "onError", atMost: "noticed" },
        evidence: "A changed column that was fed to it on purpose, and what it did.",
        advice: "Let it compare headings with what it expects before it types.",
        references: [brokenBots],
      },
    ],
  },
} as const satisfies StandardPack;
