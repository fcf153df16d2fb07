import { Engine } from "json-rules-engine";
import { answerOf, ordered, plainFactsOf, rules, writtenOut } from "./plain-facts.mjs";

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

async function holdingBy(facts) {
  const { events } = await engine.run(facts);
  return events.map(({ type }) => type);
}

/** The rules that hold and those that could, by json-rules-engine; it is asked twice, since it knows no third value. */
export async function classifyByJsonRulesEngine(profile) {
  const [safest, riskiest] = plainFactsOf(profile);
  return answerOf(await holdingBy(safest), await holdingBy(riskiest));
}
