import { LogicEngine } from "json-logic-engine";
import { answerOf, ordered, plainFactsOf, rules, writtenOut } from "./plain-facts.mjs";

const operators = { atLeast: ">=", atMost: "<=", above: ">", below: "<", is: "===" };

function translated(condition) {
  if ("all" in condition) return { and: condition.all.map(translated) };
  if ("any" in condition) return { or: condition.any.map(translated) };
  const { fact, isEmpty, ...line } = condition;
  if (isEmpty !== undefined) return { [isEmpty ? "===" : "!=="]: [{ length: { var: fact } }, 0] };
  const [[operator, operand]] = Object.entries(line);
  return { [operators[operator]]: [{ var: fact }, ordered(fact, operand)] };
}

const engine = new LogicEngine();
const compiled = rules.map(({ id, when }) => ({ id, holds: engine.build(translated(writtenOut(when))) }));

const holdingBy = (facts) => compiled.filter(({ holds }) => holds(facts)).map(({ id }) => id);

/** The rules that hold and those that could, by json-logic-engine, which compiles them to JavaScript. */
export function classifyByJsonLogicEngine(profile) {
  const [safest, riskiest] = plainFactsOf(profile);
  return answerOf(holdingBy(safest), holdingBy(riskiest));
}
