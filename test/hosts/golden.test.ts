import * as plimsoll from "plimsoll";
import * as analysis from "plimsoll/analysis";
import * as backtest from "plimsoll/backtest";
import * as escalation from "plimsoll/escalation";
import * as governance from "plimsoll/governance";
import * as guide from "plimsoll/guide";
import * as render from "plimsoll/render";
import * as retirement from "plimsoll/retirement";
import * as schema from "plimsoll/schema";
import * as stories from "plimsoll/stories";
import * as testing from "plimsoll/testing";
import { expect, test } from "vitest";
import * as umd from "../../src/umd.js";
import { answers, moreAnswers } from "./answers-here.js";

const inLines = (json: string) => `${JSON.stringify(JSON.parse(json), null, 2)}\n`;

test("what every host must answer is what the source answers", async () => {
  await expect(inLines(answers(plimsoll))).toMatchFileSnapshot("golden/answers.json");
  const rooms = {
    plimsoll,
    analysis,
    backtest,
    escalation,
    governance,
    guide,
    render,
    retirement,
    schema,
    stories,
    testing,
  };
  await expect(inLines(moreAnswers(rooms))).toMatchFileSnapshot("golden/more-answers.json");
});

test("the one script answers the same, and everything in it is in the package, too", () => {
  expect(answers(umd)).toBe(answers(plimsoll));
  expect(Object.keys({ ...plimsoll, ...render })).toEqual(expect.arrayContaining(Object.keys(umd)));
});
