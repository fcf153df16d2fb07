import { buildGuide, classify, PlimsollError, standardPolicy } from "plimsoll";
import { backtest, compareBacktests } from "plimsoll/backtest";
import { guideMarkdown, scenarios } from "plimsoll/guide";
import {
  appMarkdown,
  classificationHtml,
  classificationInWords,
  classificationMarkdown,
  escalationMermaid,
  heatMapSvg,
  loadLineSvg,
  loadLineText,
  markdownText,
  reasonsInWords,
} from "plimsoll/render";
import { describe, expect, test } from "vitest";

// Callers without types hand in anything; `never` fits every parameter.
type Call = (value: never) => unknown;

const rota = classify({ id: "rota", name: "Rota", audience: { users: 140 } });
const words = classificationInWords(rota);
const moments = [{ on: "2026-01-12", profile: { id: "rota", name: "Rota" } }];
const timeline = { moments };

/** Hands in a value as one field of an object. */
const as = (name: string, value: unknown) => ({ [name]: value }) as never;

/** An object in which the first of a list of parts is something else. */
const withFirst = (whole: object, list: string, value: unknown) => ({ ...whole, [list]: [value] }) as never;

const calls: Readonly<Record<string, Call>> = {
  "loadLineSvg of": (value) => loadLineSvg(value),
  "loadLineSvg with": (value) => loadLineSvg(rota, value),
  "loadLineSvg of a finding": (value) => loadLineSvg(withFirst(rota, "findings", value)),
  "loadLineText of": (value) => loadLineText(value),
  "loadLineText with": (value) => loadLineText(rota, value),
  "heatMapSvg of": (value) => heatMapSvg(value),
  "heatMapSvg of one": (value) => heatMapSvg([value]),
  "heatMapSvg with": (value) => heatMapSvg([rota], value),
  "classificationHtml of": (value) => classificationHtml(value),
  "classificationHtml with": (value) => classificationHtml(rota, value),
  "classificationInWords of": (value) => classificationInWords(value),
  "classificationInWords with": (value) => classificationInWords(rota, value),
  "classificationInWords of a finding": (value) => classificationInWords(withFirst(rota, "findings", value)),
  "classificationInWords of a question": (value) => classificationInWords(withFirst(rota, "questions", value)),
  "classificationMarkdown of": (value) => classificationMarkdown(value),
  "classificationMarkdown with": (value) => classificationMarkdown(rota, value),
  "appMarkdown of": (value) => appMarkdown(value),
  "appMarkdown of a finding": (value) => appMarkdown(withFirst(words, "findings", value)),
  "appMarkdown of a reason": (value) => appMarkdown(withFirst(words, "reasons", value)),
  "reasonsInWords of": (value) => reasonsInWords(value),
  "reasonsInWords of one": (value) => reasonsInWords([value] as never),
  "reasonsInWords with": (value) => reasonsInWords(words.findings, value),
  "appMarkdown of a question": (value) => appMarkdown(withFirst(words, "questions", value)),
  "markdownText of": (value) => markdownText(value),
  "escalationMermaid of": (value) => escalationMermaid(value),
  "limits by": (value) => buildGuide(value),
  "limits with": (value) => buildGuide(standardPolicy, value),
  "scenarios by": (value) => scenarios(value),
  "scenarios with": (value) => scenarios(standardPolicy, value),
  "guideMarkdown by": (value) => guideMarkdown(value),
  "guideMarkdown with": (value) => guideMarkdown(standardPolicy, value),
  "backtest of": (value) => backtest(value),
  "backtest of moments": (value) => backtest(as("moments", value)),
  "backtest of one moment": (value) => backtest(as("moments", [value])),
  "backtest by": (value) => backtest(timeline, value),
  "backtest with": (value) => backtest(timeline, standardPolicy, value),
  "compareBacktests of": (value) => compareBacktests(value, standardPolicy, standardPolicy),
  "compareBacktests by": (value) => compareBacktests(timeline, standardPolicy, value),
  "compareBacktests with": (value) => compareBacktests(timeline, standardPolicy, standardPolicy, value),
};

const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** What is handed in: nothing of it is what any of these takes. */
const values: readonly (readonly [string, unknown])[] = [
  ["a number", 7],
  ["true", true],
  ["a symbol", Symbol("x")],
  ["a big number", 7n],
  ["an empty list", []],
  ["a list of nothing", [null]],
  ["an object of nothing", Object.create(null)],
  ["an object with a tier that is none", { tier: "x", ceiling: "x" }],
  ["an object of wrong parts", { app: 7, tier: 7, findings: 7, policy: 7, facts: 7, name: 7, theme: 7, tiers: [null] }],
  ["null", null],
];

/** What a call throws that it was not asked to; nothing, when it gives an answer or a typed error. */
function surpriseOf(call: Call, value: unknown): unknown {
  try {
    call(value as never);
    return undefined;
  } catch (error) {
    return error instanceof PlimsollError && error.problems.length > 0 ? undefined : error;
  }
}

describe.each(Object.keys(calls))("%s", (name) => {
  test.each(values)("%s gives an answer or a typed error", (_, value) => {
    expect(surpriseOf(calls[name] ?? expect.fail(), value)).toBeUndefined();
  });
});

describe("an option outside its domain is refused, with the nearest that is in it", () => {
  test.each<readonly [string, Call, unknown, string, string | undefined]>([
    ["theme", (value) => loadLineSvg(rota, as("theme", value)), "drak", "/theme", "dark"],
    ["theme", (value) => heatMapSvg([rota], as("theme", value)), "Light", "/theme", "light"],
    ["theme", (value) => loadLineSvg(rota, as("theme", value)), "toString", "/theme", undefined],
    ["theme", (value) => loadLineSvg(rota, as("theme", value)), null, "/theme", undefined],
    ["name", (value) => loadLineSvg(rota, as("name", value)), 7, "/name", undefined],
    ["idPrefix", (value) => loadLineSvg(rota, as("idPrefix", value)), {}, "/idPrefix", undefined],
    ["headingLevel", (value) => classificationHtml(rota, as("headingLevel", value)), 0, "/headingLevel", "1"],
    ["headingLevel", (value) => classificationHtml(rota, as("headingLevel", value)), 9, "/headingLevel", "5"],
    ["headingLevel", (value) => classificationHtml(rota, as("headingLevel", value)), 2.4, "/headingLevel", "2"],
    ["headingLevel", (value) => classificationHtml(rota, as("headingLevel", value)), "2", "/headingLevel", undefined],
    [
      "everyFinding",
      (value) => classificationInWords(rota, as("everyFinding", value)),
      "no",
      "/everyFinding",
      undefined,
    ],
    ["paint", (value) => loadLineText(rota, as("paint", value)), "red", "/paint", undefined],
    [
      "policy",
      (value) => loadLineSvg(rota, as("policy", value)),
      { id: "x", tiers: [{}] },
      "/policy/tiers/0/id",
      undefined,
    ],
    ["facts", (value) => buildGuide(standardPolicy, as("facts", value)), { users: {} }, "/facts", undefined],
    ["facts", (value) => backtest(timeline, standardPolicy, as("facts", value)), 7, "/facts", undefined],
    [
      "state",
      (value) => escalationMermaid({ app: { id: "a", name: "A" }, state: value }),
      "preservd",
      "/state",
      "preserved",
    ],
  ])("%s", (_, call, value, pointer, suggestion) => {
    const problem = expect.objectContaining({ pointer, ...(suggestion !== undefined && { suggestion }) });
    expect(() => call(value as never)).toThrow(
      expect.objectContaining({ code: "invalid-option", problems: [problem] }),
    );
  });

  test("one that throws when it is looked at", () => {
    const options = Object.defineProperty({}, "theme", {
      get: () => {
        throw new RangeError("No.");
      },
    });
    expect(() => loadLineSvg(rota, options)).toThrow(
      expect.objectContaining({
        code: "invalid-option",
        problems: [expect.objectContaining({ pointer: "", code: "unreadable" })],
      }),
    );
  });

  test("a tier that the policy does not have", () => {
    const problem = expect.objectContaining({ pointer: "/tiers", suggestion: "citizen" });
    expect(() => loadLineText<string>({ tier: "citizn", ceiling: "citizen" })).toThrow(
      expect.objectContaining({ code: "invalid-policy", problems: [problem] }),
    );
  });
});
