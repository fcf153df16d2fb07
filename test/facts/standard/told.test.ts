import type { AppProfile, FactValue, StandardFacts } from "plimsoll";
import { expect, test } from "vitest";
import { is, isAtLeast, isBetween, isUnknown, type Row, readingOf } from "../reading.js";

/** Facts that a profile tells as they are: each with the place where it stands, and values that stand there. */
const facts: readonly [keyof StandardFacts, place: string, ...values: FactValue[]][] = [
  ["kind", "/kind", "agent", "spreadsheet"],
  ["size", "/size", 0, 40],
  ["reach", "/audience/reach", "self", "public"],
  ["peopleWithAccess", "/audience/canOpen", 0, 5000],
  ["runsPerDay", "/automation/runsPerDay", 0.5, 2000],
  ["triggers", "/automation/triggers", ["person", "event"], []],
  ["oversight", "/automation/oversight", "drafts", "none"],
  ["ai", "/automation/ai", "none", "acts"],
  ["model", "/automation/model", "own", "public"],
  ["strangersWrite", "/automation/strangersWrite", true, false],
  ["legalConsequences", "/consequences/legalForPeople", true, false],
  ["decidesAboutPeople", "/consequences/decidesAboutPeople", true, false],
  ["safety", "/consequences/safety", true, false],
  ["binding", "/consequences/binding", true, false],
  ["financialImpact", "/consequences/financial", "none", "high"],
  ["amountAtStake", "/consequences/amount", 0, 24_000_000],
  ["reputationalImpact", "/consequences/reputation", "none", "significant"],
  ["reversibility", "/consequences/reversible", "fully", "never"],
  ["outageImpact", "/criticality/outage", "none", "high"],
  ["environment", "/operation/environment", "default", "managed"],
  ["separateTest", "/operation/separateTest", true, false],
  ["versionsKept", "/operation/versionsKept", true, false],
  ["onError", "/operation/onError", "handled", "nothing"],
  ["errorRate", "/operation/errorRate", 2.5, 100],
];

const placed = (place: string, value: unknown): Omit<AppProfile, "id" | "name"> =>
  place
    .split("/")
    .slice(1)
    .reduceRight<unknown>((inside, key) => ({ [key]: inside }), value) as object; // as the place says

test.each(facts)("%s is what stands at its place, or not known", (...[fact, place, ...values]) => {
  for (const value of values) expect(readingOf(fact, placed(place, value))).toEqual(is(value, place));
  expect(readingOf(fact, {})).toEqual(isUnknown(place));
});

test("amounts may be told as bounds", () => {
  const bounds = { atLeast: 1000, atMost: 5000 };
  const profile = { consequences: { amount: bounds } };
  expect(readingOf("amountAtStake", profile)).toEqual(isBetween(1000, 5000, "/consequences/amount"));
});

test.each<[keyof StandardFacts, place: `/${string}`]>([
  ["nearLimits", "/operation/nearLimits"],
  ["appsNeeded", "/otherApps/needs"],
  ["appsServed", "/otherApps/neededBy"],
  ["successors", "/ownership/successors"],
])("%s counts its list", (fact, place) => {
  expect(readingOf(fact, placed(place, ["One", "Another"]))).toEqual(is(2, `${place}/0`, `${place}/1`));
  expect(readingOf(fact, { ...placed(place, ["One"]), partial: [place] })).toEqual(isAtLeast(1, `${place}/0`));
  expect(readingOf(fact, placed(place, []))).toEqual(is(0, place));
  expect(readingOf(fact, {})).toEqual(isUnknown(place));
});

const owned = (...owners: { readonly active?: boolean }[]) => ({
  ownership: { owners: owners.map((owner, index) => ({ name: `Owner ${index}`, ...owner })) },
});

test.each<Row>([
  ["those who are still here", owned({ active: false }, { active: true }), is(1, "/ownership/owners/1/active")],
  ["none, when all have left", owned({ active: false }), is(0, "/ownership/owners")],
  ["nothing said", {}, isUnknown("/ownership/owners")],
])("active owners: %s", (_, profile, reading) => {
  expect(readingOf("activeOwners", profile)).toEqual(reading);
});

const made = (...parts: NonNullable<AppProfile["parts"]>) => ({ parts });

test.each<readonly [fact: "code" | "partsOfOthers" | "unreviewedParts", ...row: Row]>([
  ["code", "kinds of it", made({ kind: "scripts" }, { kind: "templates" }), is(["scripts"], "/parts/0/kind")],
  ["code", "none", made(), is([], "/parts")],
  ["partsOfOthers", "whoever made them", made({ origin: "own" }, { origin: "ai" }), is(["ai"], "/parts/1/origin")],
  [
    "unreviewedParts",
    "those that nobody looked at",
    made({ origin: "ai", reviewed: false }, { origin: "ai", reviewed: true }, { origin: "own", reviewed: false }),
    is(1, "/parts/0/origin", "/parts/0/reviewed"),
  ],
  ["unreviewedParts", "nothing said", {}, isUnknown("/parts")],
])("%s: %s", (fact, _, profile, reading) => {
  expect(readingOf(fact, profile)).toEqual(reading);
});

test.each<readonly [fact: "dataLabels" | "copiesLeave" | "secretsHeld", ...row: Row]>([
  ["secretsHeld", "some", { data: [{ class: "general" }, { class: "secrets" }] }, is(true, "/data/1/class")],
  ["secretsHeld", "none", { data: [{ class: "health" }] }, is(false, "/data")],
  ["dataLabels", "as they are written", { data: [{ label: "P3" }, { label: null }] }, is(["P3"], "/data/0/label")],
  ["dataLabels", "one not said", { data: [{}] }, isAtLeast([], "/data/0/label")],
  ["copiesLeave", "one that does", { data: [{ copiesLeave: true }] }, is(true, "/data/0/copiesLeave")],
  ["copiesLeave", "none", { data: [{ copiesLeave: false }] }, is(false, "/data")],
])("%s: %s", (fact, _, profile, reading) => {
  expect(readingOf(fact, profile)).toEqual(reading);
});
