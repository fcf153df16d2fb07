import { LogicEngine } from "json-logic-engine";
import { answerOf, ordered, plainFacts, rules, writtenOut } from "./plain-facts.mjs";

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

/** The rules that hold, by json-logic-engine, which compiles them to JavaScript. */
export function classifyByJsonLogicEngine(profile) {
  const facts = plainFacts(profile);
  return answerOf(compiled.filter(({ holds }) => holds(facts)).map(({ id }) => id));
}
