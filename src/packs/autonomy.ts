import { experimental, type StandardPack, stable } from "./lifecycle.js";
import { deletedDatabase, hiddenInMail, humanOversight, owasp, threeTogether, typedIn } from "./sources.js";

/**
 * What it does by itself: agents, AI, work that nobody looks at.
 *
 * @example
 * ```ts
 * import { classify, extendPolicy, standardPolicy } from "plimsoll";
 * import { autonomy } from "plimsoll/packs";
 *
 * const agent = { id: "mails", name: "Mail agent", automation: { ai: "acts" as const, oversight: "none" as const } };
 * const sends = [{ system: "Mail", role: "channel" as const, direction: "write" as const, operations: ["send-outside" as const] }];
 *
 * classify({ ...agent, integrations: sends }, extendPolicy(standardPolicy, autonomy)).findings[0]?.id; // → "acts-alone"
 * ```
 */
export const autonomy = {
  pack: "autonomy",
  version: "1.0.0",
  title: "What it does by itself",
  description: "For every organisation in which agents and flows with AI are built.",
  add: {
    signs: [
      {
        id: "steered-by-strangers",
        title: "Strangers can steer an agent that sees private things",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            { fact: "ai", atLeast: "answers" },
            { fact: "strangersWrite", is: true },
            {
              any: [
                { fact: "integrationPoints", atLeast: 1 },
                { fact: "dataSensitivity", atLeast: "semi-sensitive" },
              ],
            },
            {
              any: [
                { fact: "dataLeaves", is: true },
                { fact: "operations", includesAny: ["send-outside", "publish"] },
              ],
            },
            { not: { fact: "oversight", atMost: "approves" } },
          ],
        },
        why: "A sentence in a mail can make it send out what it has read.",
        advice:
          "Take away one of three: the private data, what strangers write, or the way out. Or approve each message.",
        references: [threeTogether, hiddenInMail, owasp("CD-SEC-08")],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "commanded-by-strangers",
        title: "Strangers can make an agent act",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            { fact: "ai", atLeast: "decides" },
            { fact: "strangersWrite", is: true },
            { fact: "operations", includesAny: ["change", "delete", "pay", "grant-rights", "run"] },
            { not: { fact: "oversight", atMost: "approves" } },
          ],
        },
        why: "It cannot tell what it is asked by you from what it is told by a stranger.",
        advice: "Let one of you approve each step that changes something.",
        references: [threeTogether, owasp("CD-SEC-08")],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "agent-with-power",
        title: "An agent does by itself what cannot be taken back",
        severity: "high",
        tier: "professional",
        when: {
          all: [
            { fact: "ai", atLeast: "acts" },
            { fact: "operations", includesAny: ["delete", "pay", "grant-rights", "run"] },
            { fact: "oversight", atLeast: "can-stop" },
            {
              any: [
                { fact: "users", above: 1 },
                { fact: "reach", atLeast: "team" },
                { fact: "systemsWritten", atLeast: 1 },
                { fact: "rights", atLeast: "others" },
              ],
            },
          ],
        },
        why: "It can be wrong, quickly and many times, before anybody looks.",
        advice: "Take these steps away from it, or let one of you approve each of them.",
        references: [deletedDatabase, humanOversight],
        effort: "days",
        lifecycle: stable,
      },
      {
        id: "acts-alone",
        title: "AI decides or acts, and nobody approves it",
        severity: "medium",
        when: {
          all: [
            { fact: "ai", atLeast: "decides" },
            { fact: "operations", isEmpty: false },
            { fact: "oversight", atLeast: "can-stop" },
            {
              any: [
                {
                  fact: "operations",
                  includesAny: ["delete", "publish", "send-outside", "pay", "grant-rights", "run"],
                },
                { fact: "users", above: 1 },
                { fact: "reach", atLeast: "team" },
                { fact: "systemsWritten", atLeast: 1 },
              ],
            },
          ],
        },
        why: "It is wrong at times, and sounds sure of itself.",
        advice: "Let it draft, and let one of you press the button.",
        references: [humanOversight, deletedDatabase],
        effort: "hours",
        lifecycle: stable,
      },
      {
        id: "public-model",
        title: "Internal data goes to a public model",
        severity: "high",
        when: {
          all: [
            { fact: "model", atLeast: "public" },
            { fact: "dataSensitivity", atLeast: "semi-sensitive" },
          ],
        },
        why: "What is typed in there is no longer only yours.",
        advice: "Use the model that your organisation has a contract for.",
        references: [typedIn, owasp("CD-SEC-04")],
        effort: "hours",
        lifecycle: experimental,
      },
    ],
    components: [
      {
        id: "approval-step",
        title: "Approval step",
        summary: "Shows a person what is about to happen, waits for a yes, and keeps a record of it.",
        covers: ["acts-alone", "agent-with-power", "commanded-by-strangers"],
        references: [humanOversight],
      },
    ],
    boundaries: [
      {
        id: "agents-among-strangers",
        title: "A security review for agents that strangers can write to",
        why: "A sentence in a mail can make it do what nobody here has asked for.",
        advice: "Show security what it reads, what it can do, and who approves it.",
        actions: ["deploy"],
        when: {
          all: [
            { fact: "ai", atLeast: "answers" },
            { fact: "strangersWrite", is: true },
          ],
        },
        review: "security",
        references: [threeTogether, hiddenInMail],
        lifecycle: stable,
      },
    ],
    checklist: [
      {
        review: "security",
        id: "person-before-action",
        question: "Does a person look before AI in it does something?",
        requiresFacts: ["ai", "oversight"],
        met: {
          any: [
            { fact: "ai", is: "none" },
            { fact: "oversight", atMost: "approves" },
          ],
        },
        evidence: "What that person sees and presses, shown on a real example.",
        advice: "Add a step in which somebody says yes.",
        references: [humanOversight, deletedDatabase],
      },
    ],
    weights: [
      {
        id: "unattended-ai",
        title: "AI in it acts before anybody looks",
        when: {
          all: [
            { fact: "ai", atLeast: "acts" },
            { fact: "oversight", atLeast: "can-stop" },
          ],
        },
        times: 2,
        why: "What goes wrong goes wrong many times before anybody sees it.",
        references: [deletedDatabase],
      },
    ],
  },
} as const satisfies StandardPack;
