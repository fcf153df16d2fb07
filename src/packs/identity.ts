import { experimental, type StandardPack, stable } from "./lifecycle.js";
import { cleaningFlow, coOwners, leavers, owasp, sharedConnection, silentFailures } from "./sources.js";

/**
 * With whose rights it acts: those of its maker, of an administrator, of somebody who has left.
 *
 * @example
 * ```ts
 * import { classify, extendPolicy, standardPolicy } from "plimsoll";
 * import { identity } from "plimsoll/packs";
 *
 * const flow = { id: "flow", name: "Flow", integrations: [{ system: "ERP", accountOwnerPresent: false }] };
 *
 * classify(flow, extendPolicy(standardPolicy, identity)).findings[0]?.id; // → "account-of-leaver"
 * ```
 */
export const identity = {
  pack: "identity",
  version: "1.0.0",
  title: "Whose rights it acts with",
  description: "For every organisation whose apps and flows use connections that people have made for themselves.",
  add: {
    signs: [
      {
        id: "account-of-leaver",
        title: "Runs on the account of somebody who has left",
        severity: "high",
        when: { fact: "accountsOfLeavers", atLeast: 1 },
        why: "It stops without warning on the day when that account is closed.",
        advice: "Move its connections to an account of somebody who is here, or to one that IT keeps.",
        references: [leavers, coOwners, silentFailures],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "rights-of-its-maker",
        title: "Others act with its maker's rights",
        severity: "medium",
        when: {
          all: [
            { fact: "identities", includesAny: ["maker", "shared"] },
            {
              any: [
                {
                  all: [
                    { fact: "strangersWrite", is: true },
                    { fact: "entrances", atLeast: 1 },
                    { fact: "oversight", atLeast: "none" },
                  ],
                },
                {
                  all: [
                    { fact: "users", above: 1 },
                    { fact: "integrationPoints", atLeast: 1 },
                    {
                      any: [
                        { fact: "kind", is: ["app", "site", "agent"] },
                        { fact: "triggers", includesAny: ["person", "request"] },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        why: "Everybody who uses it can do there what its maker can, and it looks as if the maker did it.",
        advice: "Let each person sign in as themselves, or ask IT for an account that can do no more than it needs.",
        references: [sharedConnection, owasp("CD-SEC-02")],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "administers",
        title: "Acts with an administrator's rights",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            { fact: "rights", atLeast: "administration" },
            { fact: "operations", includesAny: ["change", "delete", "grant-rights", "run"] },
          ],
        },
        why: "One mistake reaches everything at once.",
        advice: "Let IT run it, with a list of what it may touch and a way to undo it.",
        references: [cleaningFlow, owasp("CD-SEC-03")],
        effort: "weeks",
        lifecycle: stable,
      },
      {
        id: "gives-rights",
        title: "Gives people rights",
        severity: "high",
        when: { fact: "operations", includesAny: ["grant-rights"] },
        why: "Who may do what is decided in it, and a mistake opens doors elsewhere.",
        advice: "Let IT see who gets which rights, and who says so.",
        references: [owasp("CD-SEC-03")],
        effort: "days",
        lifecycle: experimental,
      },
      {
        id: "secrets-in-the-open",
        title: "A key or password stands in it",
        severity: "high",
        when: { fact: "secretStorage", atLeast: "embedded" },
        why: "Whoever can read the app or its export can use that key anywhere.",
        advice: "Have the key replaced, and keep the new one where the platform keeps secrets.",
        references: [owasp("CD-SEC-05"), silentFailures],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "own-passwords",
        title: "Keeps passwords of its own",
        severity: "high",
        tier: "professional",
        when: { fact: "secretsHeld", is: true },
        why: "Whoever can read the list can be anybody in it.",
        advice: "Let people sign in as they do everywhere else, and delete the passwords.",
        references: [owasp("CD-SEC-05")],
        effort: "days",
        lifecycle: stable,
      },
    ],
    components: [
      {
        id: "service-account",
        title: "Service account",
        summary:
          "An account that IT keeps for an app: with the rights that it needs, and nobody's holiday or notice to stop it.",
        covers: ["account-of-leaver", "rights-of-its-maker"],
        references: [leavers, owasp("CD-SEC-02")],
      },
    ],
    boundaries: [
      {
        id: "rights-of-administrators",
        title: "A security review for an administrator's rights",
        why: "One mistake reaches everything at once.",
        advice: "Write down what it may touch, and how that is undone.",
        actions: ["connect", "deploy"],
        when: { fact: "rights", atLeast: "administration" },
        review: "security",
        references: [cleaningFlow, owasp("CD-SEC-03")],
        lifecycle: stable,
      },
    ],
    checklist: [
      {
        review: "integration",
        id: "own-account",
        question: "Does each connection use each person's own account, or one that was made for the app?",
        requiresFacts: ["identities"],
        met: { not: { fact: "identities", includesAny: ["maker", "shared"] } },
        evidence: "The list of its connections, with the account of each, as the platform shows it.",
        advice: "Ask IT for an account that can do no more than the app needs.",
        references: [sharedConnection, owasp("CD-SEC-02")],
      },
    ],
    weights: [
      {
        id: "power",
        title: "it acts with an administrator's rights",
        when: { fact: "rights", atLeast: "administration" },
        times: 2,
        why: "What it can reach is what a mistake in it can reach.",
        references: [cleaningFlow],
      },
    ],
  },
} as const satisfies StandardPack;
