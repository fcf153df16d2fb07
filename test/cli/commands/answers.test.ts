import { standardFacts } from "plimsoll";
import { type Answering, openFields } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { choicesIn, typedAnswer } from "../../../src/cli/commands/answers.js";

const asked = (fact: keyof typeof standardFacts): Answering =>
  openFields({ id: "app", name: "An app" }, standardFacts[fact])[0]?.answering ?? expect.fail("It is asked.");
const names = (isAll: boolean, ...given: readonly string[]) => ({ names: given, isAll });
const direction: Answering = { kind: "choice", choices: { read: "read", write: "write", bidirectional: "both" } };

test.each<readonly [answering: Answering, text: string, answer: unknown]>([
  [asked("users"), " 12 ", 12],
  [asked("userGrowth"), "2,5", 2.5],
  [asked("users"), "at least 20", { atLeast: 20 }],
  [asked("users"), "20 or more", { atLeast: 20 }],
  [asked("users"), "20+", { atLeast: 20 }],
  [asked("users"), "At most 50", { atMost: 50 }],
  [asked("users"), "up to 50", { atMost: 50 }],
  [asked("users"), "50 or fewer", { atMost: 50 }],
  [asked("users"), "20 to 50", { atLeast: 20, atMost: 50 }],
  [asked("users"), "20-50", { atLeast: 20, atMost: 50 }],
  [asked("users"), "between 20 and 50", { atLeast: 20, atMost: 50 }],
  [asked("dailyDependence"), "Y", true],
  [asked("dailyDependence"), "No", false],
  [direction, "Both", "bidirectional"],
  [direction, "bidirectional", "bidirectional"],
  [asked("departments"), "Sales, Finance", names(true, "Sales", "Finance")],
  [asked("departments"), "none", names(true)],
  [asked("departments"), "Sales and others", names(false, "Sales")],
  [asked("departments"), "Sales, Finance, etc.", names(false, "Sales", "Finance")],
  [asked("departments"), "Sales …", names(false, "Sales")],
  [asked("departments"), "Moreland", names(true, "Moreland")],
  [asked("performanceSymptoms"), "Slow, timeouts", names(true, "slow", "timeouts")],
  [asked("itOwner"), "Service desk", "Service desk"],
  [asked("itOwner"), "nobody", null],
])("to %j, %j is an answer", (answering, text, answer) => {
  expect(typedAnswer(answering, text)).toEqual({ kind: "answer", answer });
});

test.each<readonly [answering: Answering, text: string]>([
  [asked("users"), "many"],
  [asked("users"), "-1"],
  [asked("users"), "1e3"],
  [asked("users"), "1,000"],
  [asked("users"), "1.000"],
  [asked("users"), "about 12"],
  [asked("users"), "at least many"],
  [asked("users"), "20 to some"],
  [asked("users"), "1.000 to 2.000"],
  [asked("dailyDependence"), "perhaps"],
  [direction, "sideways"],
  [asked("departments"), "and others"],
  [asked("departments"), ","],
  [asked("performanceSymptoms"), "slow, sad"],
])("to %j, %j is none: it is asked again", (answering, text) => {
  expect(typedAnswer(answering, text)).toEqual({ kind: "unfit" });
});

test.each(["", "  ", "?", "I don't know", "unknown", "not sure", "TBD"])("%j says that it is not known", (text) => {
  expect(typedAnswer(asked("departments"), text)).toEqual({ kind: "not-known" });
});

test.each<readonly [answering: Answering, text: string, answer: unknown]>([
  [{ kind: "text" }, " Restricted ", "Restricted"],
  [{ kind: "text" }, "None", null],
  [{ kind: "person" }, "Nobody", null],
  [{ kind: "date" }, " 2026-03-31 ", "2026-03-31"],
])("%o answered with %j is %j", (answering, text, answer) => {
  expect(typedAnswer(answering, text)).toEqual({ kind: "answer", answer });
});

test.each(["yesterday", "2026-02-30", "2026-03-31T10:00:00Z"])("%s is no date", (text) => {
  expect(typedAnswer({ kind: "date" }, text)).toEqual({ kind: "unfit" });
});

test.each<readonly [answering: Answering, words: RegExp]>([
  [asked("users"), /^a whole number of people/],
  [asked("userGrowth"), /^a number of people/],
  [asked("dailyDependence"), /^yes or no$/],
  [direction, /read, write, both/],
  [{ kind: "person" }, /nobody/],
  [{ kind: "text" }, /none/],
  [{ kind: "date" }, /2026-03-31/],
  [asked("performanceSymptoms"), /slow.*none/],
  [asked("departments"), /none/],
])("what may be answered to %o is said", (answering, words) => {
  expect(choicesIn(answering)).toMatch(words);
});
