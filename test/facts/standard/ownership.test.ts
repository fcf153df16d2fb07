import { describe, expect, test } from "vitest";
import { is, isAtLeast, isUnknown, type Row, readingOf } from "../reading.js";

describe("builderPresent", () => {
  test.each<Row>([
    ["still here", { ownership: { builderPresent: true } }, is(true, "/ownership/builderPresent")],
    ["gone", { ownership: { builderPresent: false } }, is(false, "/ownership/builderPresent")],
    ["nothing", { ownership: {} }, isUnknown("/ownership/builderPresent")],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("builderPresent", profile)).toEqual(reading);
  });
});

describe("othersWhoUnderstand", () => {
  const list = "/ownership/understoodBy";

  test.each<Row>([
    ["two", { ownership: { understoodBy: ["Lead", "Deputy"] } }, is(2, `${list}/0`, `${list}/1`)],
    ["one of several", { ownership: { understoodBy: ["Lead"] }, partial: [list] }, isAtLeast(1, `${list}/0`)],
    ["nobody", { ownership: { understoodBy: [] } }, is(0, list)],
    ["nobody yet", { ownership: { understoodBy: [] }, partial: [list] }, isAtLeast(0, list)],
    ["nothing", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("othersWhoUnderstand", profile)).toEqual(reading);
  });
});

describe("documentation", () => {
  test.each<Row>([
    ["none", { ownership: { documentation: "none" } }, is("none", "/ownership/documentation")],
    ["complete", { ownership: { documentation: "complete" } }, is("complete", "/ownership/documentation")],
    ["nothing", {}, isUnknown("/ownership/documentation")],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("documentation", profile)).toEqual(reading);
  });
});

describe.each(["businessOwner", "itOwner"] as const)("%s", (fact) => {
  const field = `/ownership/${fact}`;

  test.each<Row>([
    ["somebody", { ownership: { [fact]: "Head of sales" } }, is(true, field)],
    ["nobody", { ownership: { [fact]: null } }, is(false, field)],
    ["nothing", { ownership: {} }, isUnknown(field)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf(fact, profile)).toEqual(reading);
  });
});

describe("complianceRegimes", () => {
  const partial = ["/compliance"];

  test.each<Row>([
    ["a known regime", { compliance: [{ regime: "GDPR" }] }, is(["GDPR"], "/compliance/0/regime")],
    ["one of the organisation's own", { compliance: [{ regime: "House 7" }] }, is(["House 7"], "/compliance/0/regime")],
    ["one of several", { compliance: [{ regime: "SOX" }], partial }, isAtLeast(["SOX"], "/compliance/0/regime")],
    [
      "two spellings of one, as it is written first",
      { compliance: [{ regime: "Gdpr" }, { regime: "SOX" }, { regime: "GDPR " }] },
      is(["Gdpr", "SOX"], "/compliance/0/regime", "/compliance/1/regime", "/compliance/2/regime"),
    ],
    ["none", { compliance: [] }, is([], "/compliance")],
    ["none yet", { compliance: [], partial }, isAtLeast([], "/compliance")],
    ["nothing", {}, isUnknown("/compliance")],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("complianceRegimes", profile)).toEqual(reading);
  });
});
