import { describe, expect, test } from "vitest";
import { is, isAtLeast, isUnknown, type Row, readingOf } from "../reading.js";

describe.each(["dailyDependence", "support", "monitoring", "disasterRecovery"] as const)("%s", (fact) => {
  const field = `/criticality/${fact}`;

  test.each<Row>([
    ["yes", { criticality: { [fact]: true } }, is(true, field)],
    ["no", { criticality: { [fact]: false } }, is(false, field)],
    ["something else", { criticality: { singlePointsOfFailure: [] } }, isUnknown(field)],
    ["nothing", {}, isUnknown(field)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf(fact, profile)).toEqual(reading);
  });
});

describe("singlePointsOfFailure", () => {
  const list = "/criticality/singlePointsOfFailure";
  const parts = (...singlePointsOfFailure: string[]) => ({ criticality: { singlePointsOfFailure } });

  test.each<Row>([
    ["two", parts("ERP", "Sync"), is(2, `${list}/0`, `${list}/1`)],
    ["one of several", { ...parts("ERP"), partial: [list] }, isAtLeast(1, `${list}/0`)],
    ["none", parts(), is(0, list)],
    ["none yet", { ...parts(), partial: [list] }, isAtLeast(0, list)],
    ["nothing", { criticality: {} }, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("singlePointsOfFailure", profile)).toEqual(reading);
  });
});

describe("performanceSymptoms", () => {
  const list = "/performance/symptoms";

  test.each<Row>([
    ["two", { performance: { symptoms: ["slow", "errors"] } }, is(["slow", "errors"], `${list}/0`, `${list}/1`)],
    ["one of several", { performance: { symptoms: ["slow"] }, partial: [list] }, isAtLeast(["slow"], `${list}/0`)],
    ["none", { performance: { symptoms: [] } }, is([], list)],
    ["nothing", { performance: {} }, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("performanceSymptoms", profile)).toEqual(reading);
  });
});

describe("legalConsequences", () => {
  const field = "/consequences/legalForPeople";

  test.each<Row>([
    ["yes", { consequences: { legalForPeople: true } }, is(true, field)],
    ["no", { consequences: { legalForPeople: false } }, is(false, field)],
    ["nothing", { consequences: {} }, isUnknown(field)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("legalConsequences", profile)).toEqual(reading);
  });
});

describe("stage", () => {
  test.each<Row>([
    ["an idea", { lifecycle: { stage: "idea" } }, is("idea", "/lifecycle/stage")],
    ["retired", { lifecycle: { stage: "retired" } }, is("retired", "/lifecycle/stage")],
    ["only dates", { lifecycle: { productionSince: "2026-01-01" } }, isUnknown("/lifecycle/stage")],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("stage", profile)).toEqual(reading);
  });
});
