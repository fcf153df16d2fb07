import type { AppProfile } from "plimsoll";
import { describe, expect, test } from "vitest";
import { is, isAtLeast, isAtMost, isBetween, isUnknown, type Row, readingOf } from "../reading.js";

type Connection = Omit<NonNullable<AppProfile["integrations"]>[number], "system">;

/** An app with these connections, each to a system of its own. */
const connected = (...connections: Connection[]) => ({
  integrations: connections.map((connection, index) => ({ system: `System ${index}`, ...connection })),
});
const partial = ["/integrations"];
const list = "/integrations";
const at = (index: number, field: string) => `/integrations/${index}/${field}`;

const reads = { direction: "read" } as const;
const writes = { direction: "write" } as const;
const doesBoth = { direction: "bidirectional" } as const;

const none: Row[] = [
  ["no connections", connected(), is(0, list)],
  ["no connections yet", { ...connected(), partial }, isAtLeast(0, list)],
  ["nothing", {}, isUnknown(list)],
];

describe("integrationPoints", () => {
  test.each<Row>([
    ["two systems", connected(reads, {}), is(2, "/integrations/0", "/integrations/1")],
    ["one of several", { ...connected({}), partial }, isAtLeast(1, "/integrations/0")],
    ...none,
  ])("%s", (_, profile, reading) => {
    expect(readingOf("integrationPoints", profile)).toEqual(reading);
  });
});

describe("systemsRead", () => {
  test.each<Row>([
    [
      "one each way and one both ways",
      connected(reads, writes, doesBoth),
      is(2, at(0, "direction"), at(2, "direction")),
    ],
    ["only written", connected(writes), is(0, list)],
    ["one that may be read", connected(reads, {}), isBetween(1, 2, at(0, "direction"), at(1, "direction"))],
    ["one that is not said", connected({}), isAtMost(1, at(0, "direction"))],
    ["one of several", { ...connected(reads), partial }, isAtLeast(1, at(0, "direction"))],
    ...none,
  ])("%s", (_, profile, reading) => {
    expect(readingOf("systemsRead", profile)).toEqual(reading);
  });
});

describe("systemsWritten", () => {
  test.each<Row>([
    [
      "one each way and one both ways",
      connected(reads, writes, doesBoth),
      is(2, at(1, "direction"), at(2, "direction")),
    ],
    ["only read", connected(reads), is(0, list)],
    ["one that may be written", connected(writes, {}), isBetween(1, 2, at(0, "direction"), at(1, "direction"))],
    ["one of several", { ...connected(writes), partial }, isAtLeast(1, at(0, "direction"))],
    ...none,
  ])("%s", (_, profile, reading) => {
    expect(readingOf("systemsWritten", profile)).toEqual(reading);
  });
});

describe("bidirectionalSystems", () => {
  test.each<Row>([
    ["one each way and one both ways", connected(reads, writes, doesBoth), is(1, at(2, "direction"))],
    ["one that may be both", connected(doesBoth, {}), isBetween(1, 2, at(0, "direction"), at(1, "direction"))],
    ["one of several", { ...connected(doesBoth), partial }, isAtLeast(1, at(0, "direction"))],
    ...none,
  ])("%s", (_, profile, reading) => {
    expect(readingOf("bidirectionalSystems", profile)).toEqual(reading);
  });
});

describe("unvalidatedWrites", () => {
  const first = [at(0, "direction"), at(0, "writesValidated")];
  const second = [at(1, "direction"), at(1, "writesValidated")];

  test.each<Row>([
    ["an unchecked write", connected({ ...writes, writesValidated: false }), is(1, ...first)],
    ["an unchecked write in both directions", connected({ ...doesBoth, writesValidated: false }), is(1, ...first)],
    ["a checked write", connected({ ...writes, writesValidated: true }), is(0, list)],
    ["a write of which nothing is said", connected(writes), isAtMost(1, ...first)],
    ["a system that is only read", connected({ ...reads, writesValidated: false }, reads), is(0, list)],
    ["unchecked, if it is written at all", connected({ writesValidated: false }), isAtMost(1, ...first)],
    ["checked, if it is written at all", connected({ writesValidated: true }), is(0, list)],
    [
      "one certain and one not",
      connected({ ...writes, writesValidated: false }, {}),
      isBetween(1, 2, ...first, ...second),
    ],
    ["one of several", { ...connected({ ...writes, writesValidated: false }), partial }, isAtLeast(1, ...first)],
    ...none,
  ])("%s", (_, profile, reading) => {
    expect(readingOf("unvalidatedWrites", profile)).toEqual(reading);
  });
});

describe("ignoredConflicts", () => {
  const first = [at(0, "direction"), at(0, "conflicts")];
  const second = [at(1, "direction"), at(1, "conflicts")];

  test.each<Row>([
    ["ignored", connected({ ...writes, conflicts: "ignored" }), is(1, ...first)],
    ["ignored in both directions", connected({ ...doesBoth, conflicts: "ignored" }), is(1, ...first)],
    ["handled", connected({ ...writes, conflicts: "handled" }), is(0, list)],
    ["impossible", connected({ ...writes, conflicts: "impossible" }), is(0, list)],
    ["not said", connected(writes), isAtMost(1, ...first)],
    ["ignored where nothing is written", connected({ ...reads, conflicts: "ignored" }), is(0, list)],
    ["ignored, if it is written at all", connected({ conflicts: "ignored" }), isAtMost(1, ...first)],
    ["handled, if it is written at all", connected({ conflicts: "handled" }), is(0, list)],
    [
      "one certain and one not",
      connected({ ...writes, conflicts: "ignored" }, writes),
      isBetween(1, 2, ...first, ...second),
    ],
    ["one of several", { ...connected({ ...writes, conflicts: "ignored" }), partial }, isAtLeast(1, ...first)],
    ...none,
  ])("%s", (_, profile, reading) => {
    expect(readingOf("ignoredConflicts", profile)).toEqual(reading);
  });
});

describe.each(["eventDriven", "asynchronous"] as const)("%s", (fact) => {
  const [first, second] = [at(0, fact), at(1, fact)];

  test.each<Row>([
    ["one that is", connected({ [fact]: false }, { [fact]: true }), is(true, second)],
    ["one that is among others not said", connected({}, { [fact]: true }), is(true, second)],
    ["one that is, of several", { ...connected({ [fact]: true }), partial }, is(true, first)],
    ["none that is", connected({ [fact]: false }), is(false, list)],
    ["none that is, and one not said", connected({ [fact]: false }, {}), isUnknown(list)],
    ["none that is, of several", { ...connected({ [fact]: false }), partial }, isUnknown(list)],
    ["no connections", connected(), is(false, list)],
    ["no connections yet", { ...connected(), partial }, isUnknown(list)],
    ["nothing", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf(fact, profile)).toEqual(reading);
  });
});

describe("what is no other system", () => {
  const others = [
    { role: "own-store", ...writes },
    { role: "channel", ...writes, asynchronous: true },
    { role: "processing", ...doesBoth, eventDriven: true },
  ] as const;

  test.each([
    "integrationPoints",
    "systemsRead",
    "systemsWritten",
    "bidirectionalSystems",
    "unvalidatedWrites",
    "ignoredConflicts",
  ] as const)("is none of %s", (fact) => {
    expect(readingOf(fact, connected(...others))).toMatchObject({ kind: "exact", value: 0 });
  });

  test.each(["eventDriven", "asynchronous"] as const)("says nothing of %s", (fact) => {
    expect(readingOf(fact, connected(...others))).toMatchObject({ kind: "exact", value: false });
  });

  test("is a connection all the same", () => {
    const reading = readingOf("connections", connected(...others));
    expect(reading).toEqual(is(3, "/integrations/0", "/integrations/1", "/integrations/2"));
  });

  test("is another system when nobody says what it is", () => {
    expect(readingOf("systemsWritten", connected(writes))).toEqual(is(1, at(0, "direction")));
    const said = connected({ ...writes, role: "system-of-record" });
    expect(readingOf("systemsWritten", said)).toEqual(is(1, at(0, "role"), at(0, "direction")));
  });
});

describe("operations", () => {
  const [first, second] = [at(0, "operations"), at(1, "operations")];

  test.each<Row>([
    [
      "what several connections do",
      connected({ operations: ["create", "pay"] }, { operations: ["pay", "delete"] }),
      is(["create", "pay", "delete"], first, second),
    ],
    ["a connection that does nothing", connected({ operations: [] }), is([], list)],
    ["one not said", connected({ operations: ["run"] }, {}), isAtLeast(["run"], first, second)],
    [
      "one that may do more",
      { ...connected({ operations: ["run"] }), partial: ["/integrations/0/operations"] },
      isAtLeast(["run"], first),
    ],
    [
      "one of which nothing is said yet",
      { ...connected({ operations: [] }), partial: ["/integrations/0/operations"] },
      isAtLeast([], first),
    ],
    ["no connections", connected(), is([], list)],
    ["nothing", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf("operations", profile)).toEqual(reading);
  });
});

describe.each([
  ["connectorStanding", "connector", "none", "standard", "custom", "community"],
  ["secretStorage", "secret", "none", "vault", "platform", "embedded"],
  ["rights", "rights", "none", "own", "others", "administration"],
] as const)("%s", (fact, field, lowest, low, high, highest) => {
  const [first, second] = [at(0, field), at(1, field)];
  const saying = (...values: readonly (string | undefined)[]) =>
    connected(...values.map((value): Connection => (value === undefined ? {} : { [field]: value })));

  test.each<Row>([
    ["the riskiest of several", saying(low, high), is(high, second)],
    ["the riskiest of all among some not said", saying(highest, undefined), is(highest, first)],
    ["one not said", saying(low, undefined), isAtLeast(low, first, second)],
    ["one of several", { ...saying(low), partial }, isAtLeast(low, first)],
    ["no connections", connected(), is(lowest, list)],
    ["nothing", {}, isUnknown(list)],
  ])("%s", (_, profile, reading) => {
    expect(readingOf(fact, profile)).toEqual(reading);
  });
});

test.each<Row>([
  [
    "each of them once",
    connected({ identity: "maker" }, { identity: "user" }, { identity: "maker" }),
    is(["maker", "user"], at(0, "identity"), at(1, "identity"), at(2, "identity")),
  ],
  ["one not said", connected({ identity: "app" }, {}), isAtLeast(["app"], at(0, "identity"), at(1, "identity"))],
  ["no connections", connected(), is([], list)],
  ["nothing", {}, isUnknown(list)],
])("whose accounts act: %s", (_, profile, reading) => {
  expect(readingOf("identities", profile)).toEqual(reading);
});

test.each<Row>([
  [
    "out of one",
    connected({ leavesOrganisation: false }, { leavesOrganisation: true }),
    is(true, at(1, "leavesOrganisation")),
  ],
  ["out of none", connected({ leavesOrganisation: false }), is(false, list)],
  ["out of one not said", connected({}), isUnknown(list)],
])("data leaves the organisation: %s", (_, profile, reading) => {
  expect(readingOf("dataLeaves", profile)).toEqual(reading);
});

test.each<Row>([
  [
    "of one who has left",
    connected({ accountOwnerPresent: true }, { accountOwnerPresent: false }),
    is(1, at(1, "accountOwnerPresent")),
  ],
  ["of nobody who has left", connected({ accountOwnerPresent: true }), is(0, list)],
  ["of one not said", connected({}), isAtMost(1, at(0, "accountOwnerPresent"))],
])("accounts %s", (_, profile, reading) => {
  expect(readingOf("accountsOfLeavers", profile)).toEqual(reading);
});
