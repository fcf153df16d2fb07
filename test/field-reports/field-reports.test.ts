import { readdirSync, readFileSync } from "node:fs";
import { classify, extendPolicy, type Policy, type PolicyChanges, parseProfile, standardPolicy } from "plimsoll";
import { expect, test } from "vitest";
import changes from "./changes.json" with { type: "json" };

/** What was reported of an app in public, told in our own words, and where an expert would have drawn the line. */
interface FieldReport {
  readonly id: string;
  readonly source: string;
  readonly told: string;
  readonly expected: {
    /** The tier that is certain; `open`, where it must be asked first. */
    readonly tier: string;
    /** The findings that the expert names. */
    readonly because: readonly string[];
    /** What must be asked, the first of it first. */
    readonly asks?: readonly string[];
  };
  readonly profile: unknown;
}

const folder = new URL("reports/", import.meta.url);
const reports = readdirSync(folder).map((file): FieldReport => JSON.parse(readFileSync(new URL(file, folder), "utf8")));

const base: Policy = standardPolicy;
// What the compiler reads of a file is wider than what stands in it.
const policy = extendPolicy(base, changes as PolicyChanges);

test("there are the sixteen public ones and three more that are harmless, and at most twelve rules beside the standard ones", () => {
  const ours = reports.filter(({ source }) => source === "a control of our own");
  expect([reports.length - ours.length, ours.length]).toEqual([16, 3]);
  expect(new Set(reports.map(({ id }) => id)).size).toBe(reports.length);
  expect(Object.keys(changes.change).length + changes.add.signs.length).toBeLessThanOrEqual(12);
});

/** What is harmless as it is told, in full. */
const controls = ["reminder-mail", "desk-booking", "meeting-notes", "stock-dashboard"];

const classified = ({ profile }: FieldReport) => classify(parseProfile(profile), policy);
const isOpen = ({ expected: { tier } }: FieldReport) => tier === "open";

test.each(reports)("$id is told as a profile that reads", ({ profile }) => {
  expect(parseProfile(profile)).toEqual(profile);
});

test.each(reports.filter((report) => !isOpen(report)))("$id is where an expert would put it", (report) => {
  const { tier, findings } = classified(report);
  expect({ tier, findings }).toMatchObject({ tier: report.expected.tier });
});

test.each(reports.filter(({ expected: { because } }) => because.length > 0))(
  "$id is there for the reason that the expert gives",
  (report) => {
    const holding = classified(report).findings.filter(({ status }) => status === "holds");
    expect(holding.map(({ id }) => id)).toEqual(expect.arrayContaining([...report.expected.because]));
  },
);

test.each(reports.filter(isOpen))("$id is open, and what an expert would ask is asked", (report) => {
  const { settled, questions } = classified(report);
  expect(settled).toBe(false);
  expect(questions.map(({ fact }) => fact)).toEqual(expect.arrayContaining([...(report.expected.asks ?? [])]));
});

test.each(reports.filter(({ id }) => controls.includes(id)))(
  "$id is harmless, whatever else is found out",
  (report) => {
    const { findings, settled } = classified(report);
    expect({ findings, settled }).toEqual({ findings: [], settled: true });
  },
);
