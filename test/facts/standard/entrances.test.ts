import type { AppProfile } from "plimsoll";
import { describe, expect, test } from "vitest";
import { is, isAtLeast, isAtMost, isUnknown, type Row, readingOf } from "../reading.js";

type Entrance = NonNullable<AppProfile["entrances"]>[number];

const open = (...entrances: Entrance[]) => ({ entrances });
const partial = ["/entrances"];
const list = "/entrances";
const at = (index: number, field: string) => `/entrances/${index}/${field}`;

test.each<Row>([
  ["two", open({ kind: "screen" }, {}), is(2, "/entrances/0", "/entrances/1")],
  ["one of several", { ...open({}), partial }, isAtLeast(1, "/entrances/0")],
  ["none", open(), is(0, list)],
  ["nothing said", {}, isUnknown(list)],
])("entrances: %s", (_, profile, reading) => {
  expect(readingOf("entrances", profile)).toEqual(reading);
});

describe("admits", () => {
  test.each<Row>([
    ["whoever gets in by the widest", open({ admits: "group" }, { admits: "anybody" }), is("anybody", at(1, "admits"))],
    ["one not said", open({ admits: "group" }, {}), isAtLeast("group", at(0, "admits"), at(1, "admits"))],
    ["nobody, where there is no way in", open(), is("nobody", list)],
    ["nothing said", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("admits", profile)).toEqual(reading);
  });
});

describe("untriedEntrances", () => {
  test.each<Row>([
    [
      "those that are open to the outside, and were not tried",
      open(
        { admits: "anybody", tried: false },
        { admits: "registered", tried: true },
        { admits: "group", tried: false },
      ),
      is(1, at(0, "admits"), at(0, "tried")),
    ],
    ["one of which it is not said", open({ admits: "anybody" }), isAtMost(1, at(0, "admits"), at(0, "tried"))],
    ["none that needs it", open({ admits: "organisation" }), is(0, list)],
    ["nothing said", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("untriedEntrances", profile)).toEqual(reading);
  });
});
