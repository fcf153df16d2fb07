const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");

runInThisContext(readFileSync(`${__dirname}/answers.js`, "utf8"));
const names = [
  "analysis",
  "backtest",
  "escalation",
  "governance",
  "guide",
  "render",
  "retirement",
  "schema",
  "stories",
  "testing",
];
const rooms = Object.fromEntries(names.map((name) => [name, require(`plimsoll/${name}`)]));
const plimsoll = require("plimsoll");

console.log(
  JSON.stringify({
    answers: JSON.parse(globalThis.plimsollAnswers(plimsoll)),
    moreAnswers: JSON.parse(globalThis.plimsollMoreAnswers({ plimsoll, ...rooms })),
  }),
);
