import { Engine } from "json-rules-engine";
import { answerOf, ordered, plainFacts, rules, writtenOut } from "./plain-facts.mjs";

const operators = {
  atLeast: "greaterThanInclusive",
  atMost: "lessThanInclusive",
  above: "greaterThan",
  below: "lessThan",
  is: "equal",
};

function translated(condition) {
  if ("all" in condition) return { all: condition.all.map(translated) };
  if ("any" in condition) return { any: condition.any.map(translated) };
  const { fact, isEmpty, ...line } = condition;
  if (isEmpty !== undefined) return { fact, path: "$.length", operator: isEmpty ? "equal" : "notEqual", value: 0 };
  const [[operator, operand]] = Object.entries(line);
  return { fact, operator: operators[operator], value: ordered(fact, operand) };
}

const engine = new Engine(
  rules.map(({ id, when }) => {
    const condition = translated(writtenOut(when));
    return { conditions: "fact" in condition ? { all: [condition] } : condition, event: { type: id } };
  }),
);

/** The rules that hold, by json-rules-engine. */
export async function classifyByJsonRulesEngine(profile) {
  const { events } = await engine.run(plainFacts(profile));
  return answerOf(events.map(({ type }) => type));
}
