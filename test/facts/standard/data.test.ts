import type { AppProfile } from "plimsoll";
import { describe, expect, test } from "vitest";
import { is, isAtLeast, isAtMost, isUnknown, type Row, readingOf } from "../reading.js";

type Entry = NonNullable<AppProfile["data"]>[number];

const holds = (...data: Entry[]) => ({ data });
const partial = ["/data"];
const list = "/data";

describe("sensitiveData", () => {
  test.each<Row>([
    [
      "two classes",
      holds({ class: "health" }, { class: "payment" }),
      is(["health", "payment"], "/data/0/class", "/data/1/class"),
    ],
    [
      "one class twice",
      holds({ class: "personal" }, { class: "personal" }),
      is(["personal"], "/data/0/class", "/data/1/class"),
    ],
    ["one among others", holds({ class: "general" }, { class: "financial" }), is(["financial"], "/data/1/class")],
    ["none that is sensitive", holds({ class: "general" }, { class: "semi-sensitive" }), is([], list)],
    ["one not said", holds({ class: "health" }, {}), isAtLeast(["health"], "/data/0/class", "/data/1/class")],
    ["one of several", { ...holds({ class: "health" }), partial }, isAtLeast(["health"], "/data/0/class")],
    ["no data", holds(), is([], list)],
    ["no data yet", { ...holds(), partial }, isAtLeast([], list)],
    ["nothing", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("sensitiveData", profile)).toEqual(reading);
  });
});

describe("dataSensitivity", () => {
  test.each<Row>([
    ["general data", holds({ class: "general" }), is("general", "/data/0/class")],
    [
      "the most sensitive of several",
      holds({ class: "general" }, { class: "semi-sensitive" }),
      is("semi-sensitive", "/data/1/class"),
    ],
    ["personal data", holds({ class: "personal" }), is("sensitive", "/data/0/class")],
    ["financial data", holds({ class: "financial" }), is("sensitive", "/data/0/class")],
    ["health data", holds({ class: "health" }), is("sensitive", "/data/0/class")],
    ["payment data among some not said", holds({}, { class: "payment" }), is("sensitive", "/data/1/class")],
    ["one not said", holds({ class: "general" }, {}), isAtLeast("general", "/data/0/class", "/data/1/class")],
    [
      "one of several",
      { ...holds({ class: "semi-sensitive" }), partial },
      isAtLeast("semi-sensitive", "/data/0/class"),
    ],
    ["no data", holds(), is("none", list)],
    ["no data yet", { ...holds(), partial }, isAtLeast("none", list)],
    ["nothing", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("dataSensitivity", profile)).toEqual(reading);
  });
});

describe("unencryptedData", () => {
  test.each<Row>([
    [
      "plain health data",
      holds({ class: "health", encryptedAtRest: false }),
      is(true, "/data/0/class", "/data/0/encryptedAtRest"),
    ],
    [
      "plain semi-sensitive data",
      holds({ class: "semi-sensitive", encryptedAtRest: false }),
      is(true, "/data/0/class", "/data/0/encryptedAtRest"),
    ],
    ["encrypted health data", holds({ class: "health", encryptedAtRest: true }), is(false, list)],
    ["plain general data", holds({ class: "general", encryptedAtRest: false }), is(false, list)],
    ["encrypted data of any class", holds({ encryptedAtRest: true }), is(false, list)],
    ["plain data of any class", holds({ encryptedAtRest: false }), isUnknown(list)],
    ["health data of which nothing is said", holds({ class: "health" }), isUnknown(list)],
    [
      "some plain and some not said",
      holds({}, { class: "health", encryptedAtRest: false }),
      is(true, "/data/1/class", "/data/1/encryptedAtRest"),
    ],
    ["encrypted, of several", { ...holds({ class: "health", encryptedAtRest: true }), partial }, isUnknown(list)],
    ["no data", holds(), is(false, list)],
    ["nothing", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("unencryptedData", profile)).toEqual(reading);
  });
});

/** How well sensitive data is protected: the fact and its field, a level in between, the best and the worst. */
const protections = [
  ["accessControl", "record", "role", "none"],
  ["auditTrail", "complete", "partial", "none"],
  ["retention", "enforced", "defined", "undefined"],
] as const;

describe.each(protections)("%s", (fact, best, middle, worst) => {
  const [first, second] = [`/data/0/${fact}`, `/data/1/${fact}`];

  test.each<Row>([
    ["well kept health data", holds({ class: "health", [fact]: best }), is(best, first)],
    [
      "the worst kept of several",
      holds({ class: "health", [fact]: best }, { class: "personal", [fact]: middle }),
      is(middle, second),
    ],
    ["semi-sensitive data", holds({ class: "semi-sensitive", [fact]: middle }), is(middle, first)],
    ["general data, however it is kept", holds({ class: "general", [fact]: worst }), is(best, list)],
    ["well kept data of any class", holds({ [fact]: best }), is(best, list)],
    ["data of any class that is kept in between", holds({ [fact]: middle }), isAtMost(middle, first)],
    ["badly kept data of any class", holds({ [fact]: worst }), isAtLeast(best, first)],
    ["health data of which nothing is said", holds({ class: "health" }), isAtLeast(best, first)],
    ["the worst there is, and some not said", holds({}, { class: "health", [fact]: worst }), is(worst, second)],
    ["one of several", { ...holds({ class: "health", [fact]: middle }), partial }, isAtLeast(middle, first)],
    ["no data", holds(), is(best, list)],
    ["nothing", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf(fact, profile)).toEqual(reading);
  });
});
