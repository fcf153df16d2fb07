import {
  classify,
  extendPolicy,
  type Policy,
  type PolicyChanges,
  parseProfile,
  standardFacts,
  standardPolicy,
} from "plimsoll";
import { expect, test } from "vitest";
import changes from "./changes.json" with { type: "json" };
import { type FieldReport, files, isControl, isOpen, isOurs, reports } from "./reports.js";

/** The first sixteen public ones and the first three controls of our own, which the changes here were written for. */
const judged = [
  ...["abandoned-scenarios", "bid-sheet", "bot-in-the-wrong-column", "cleaning-up-a-tenant", "copilot-without-sign-in"],
  ...["desk-booking", "dose-calculator", "flow-of-a-leaver", "generated-app-without-row-security"],
  ...["implicit-sql-connection", "invoice-from-mail", "mail-agent", "meeting-notes", "one-group-of-5000"],
  ...["personal-app-of-a-leaver", "public-crud-embed", "reminder-mail", "stock-dashboard", "student-application"],
];
const first = reports.filter(({ id }) => judged.includes(id));
const later = reports.filter(({ id }) => !judged.includes(id));

const base: Policy = standardPolicy;
// What the compiler reads of a file is wider than what stands in it.
const policy = extendPolicy(base, changes as PolicyChanges);

test("the first are the sixteen public ones and three more that are harmless, and at most twelve rules beside the standard ones", () => {
  const ours = first.filter(isOurs);
  expect([first.length - ours.length, ours.length]).toEqual([16, 3]);
  expect(Object.keys(changes.change).length + changes.add.signs.length).toBeLessThanOrEqual(12);
});

test("later came at least twenty more that anybody can look up", () => {
  const addresses = later.filter((report) => !isControl(report)).flatMap(({ source: { url } }) => url ?? []);
  expect(new Set(addresses).size).toBeGreaterThanOrEqual(20);
});

test("a third of them are harmless, so that a policy which finds everything dangerous is found out", () => {
  expect(reports.filter(isControl).length * 3).toBeGreaterThanOrEqual(reports.length);
});

test("each is told once, in a file of its own name", () => {
  expect(reports.map(({ id }) => `${id}.json`)).toEqual(files);
  expect(new Set(reports.map(({ told }) => told)).size).toBe(reports.length);
});

test.each(reports)("$id says where it was told, when, and what is known of it", (report) => {
  const { source, told, known, expected } = report;
  expect(source.date).toMatch(/^(\d{4}(-\d{2}(-\d{2})?)?|undated)$/);
  if (isOurs(report)) expect(source.title).toBe("A control of our own");
  else expect(source.url).toMatch(/^https?:\/\/[^/ ]+\/[^ ]*$/);
  expect([source.title, told, known, expected.why].every((text) => /^\S.*\S$/.test(text))).toBe(true);
});

test.each(reports)("$id has a verdict that can be held against a policy", ({ expected, profile }) => {
  expect(["citizen", "it-review", "professional", "open"]).toContain(expected.tier);
  expect(Object.keys(standardFacts)).toEqual(expect.arrayContaining([...(expected.asks ?? [])]));
  expect((expected.asks ?? []).length > 0).toBe(expected.tier === "open");
  if (expected.controls) expect(expected).toMatchObject({ tier: "citizen", because: [] });
  expect(profile).toHaveProperty("id");
});

test.each(reports)("$id is told as a profile that reads", ({ id, profile }) => {
  expect(parseProfile(profile)).toEqual(profile);
  expect(parseProfile(profile).id).toBe(id);
});

const classified = ({ profile }: FieldReport) => classify(parseProfile(profile), policy);

test.each(first.filter((report) => !isOpen(report)))("$id is where an expert would put it", (report) => {
  const { tier, findings } = classified(report);
  expect({ tier, findings }).toMatchObject({ tier: report.expected.tier });
});

test.each(first.filter(({ expected: { because } }) => because.length > 0))(
  "$id is there for the reason that the expert gives",
  (report) => {
    const holding = classified(report).findings.filter(({ status }) => status === "holds");
    expect(holding.map(({ id }) => id)).toEqual(expect.arrayContaining([...report.expected.because]));
  },
);

test.each(first.filter(isOpen))("$id is open, and what an expert would ask is asked", (report) => {
  const { settled, questions } = classified(report);
  expect(settled).toBe(false);
  expect(questions.map(({ fact }) => fact)).toEqual(expect.arrayContaining([...(report.expected.asks ?? [])]));
});

test.each(first.filter(isControl))("$id is harmless, whatever else is found out", (report) => {
  const { findings, settled } = classified(report);
  expect({ findings, settled }).toEqual({ findings: [], settled: true });
});
