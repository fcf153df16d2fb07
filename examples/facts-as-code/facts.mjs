import { defineFact, reading } from "plimsoll";

/** What no form can say: whether a name keeps to a rule. */
const namedByTeam = defineFact({
  question: "Does its name begin with the letters of its team?",
  domain: { kind: "boolean" },
  cost: 1,
  changeable: true,
  risk: "falling",
  answerAt: ["/name"],
  derive: ({ name }) => reading.exact(/^[A-Z]{2,4}-/.test(name)),
});

export const facts = { namedByTeam };
