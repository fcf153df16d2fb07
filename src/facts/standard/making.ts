import { countOf } from "../domain.js";
import type { FactRecords } from "../form.js";

const parts = "/parts";

export const makingFacts = {
  kind: {
    question: "What is it: an app, a flow, an agent, a bot, a spreadsheet, a report or a site?",
    domain: { kind: "enum", values: ["app", "flow", "agent", "bot", "spreadsheet", "report", "site"] },
    from: { read: "/kind" },
    cost: 1,
    changeable: false,
    risk: "neither",
  },
  size: {
    question: "How many screens, steps or sheets does it have?",
    domain: /* @__PURE__ */ countOf("parts"),
    from: { read: "/size" },
  },
  code: {
    question: "What code is in it?",
    domain: { kind: "set", members: ["formulas", "scripts", "components"], open: false },
    from: { each: parts, take: "kind", as: { templates: null } },
  },
  partsOfOthers: {
    question: "Which of its parts did somebody else make?",
    domain: { kind: "set", members: ["marketplace", "ai"], open: false },
    from: { each: parts, take: "origin", as: { own: null } },
  },
  unreviewedParts: {
    question: "Which parts that somebody else made were never reviewed?",
    domain: /* @__PURE__ */ countOf("parts"),
    from: {
      each: parts,
      where: {
        all: [
          { field: "origin", is: ["marketplace", "ai"] },
          { field: "reviewed", is: false },
        ],
      },
    },
    cost: 15,
  },
} as const satisfies FactRecords;
