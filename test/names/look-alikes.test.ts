import { safeParseProfile } from "plimsoll";
import { expect, test } from "vitest";
import { looksLike, problemsOfName } from "../../src/names/index.js";

test.each([
  [
    "a Cyrillic letter in a Latin word",
    "ЕRP",
    '"ЕRP" mixes Latin and Cyrillic letters, which look alike. Write it in one alphabet.',
  ],
  [
    "a Greek letter in a Latin word",
    "Our CΟP",
    '"CΟP" mixes Latin and Greek letters, which look alike. Write it in one alphabet.',
  ],
  ["nothing that can be seen", " \u200b\u2060", "Nothing can be seen of this name. Write one that people can read."],
])("a name with %s is a problem", (_, name, message) => {
  expect(problemsOfName(name, "/at")).toEqual([{ pointer: "/at", code: "look-alike", message }]);
});

test.each(["ERP", "1С Предприятие ERP", "Größe", "販売データ", "µm counter", "Ελληνικά", "R&D/Labs", "مبيعات", "📦"])(
  "the name %s is what it looks like",
  (name) => {
    expect(problemsOfName(name, "/at")).toEqual([]);
  },
);

test.each([
  ["a Cyrillic letter", "ERP", "ЕRP"],
  ["Cyrillic letters alone", "COP", "СОР"],
  ["Greek letters alone", "TAX", "τaχ"],
  ["small letters", "ERP", "erp"],
])("a name with %s looks the same", (_, one, other) => {
  expect(looksLike(one, other)).toBe(true);
  expect(looksLike(one, `${other}2`)).toBe(false);
});

test("every name that something is compared with is looked at", () => {
  const result = safeParseProfile({
    id: "a",
    name: "A",
    audience: { departments: ["ЅALES"] },
    integrations: [{ system: "ЕRP" }],
    data: [{}, { name: "Ηours" }],
    compliance: [{ regime: "SОX" }],
    ownership: { understoodBy: ["Τeam"] },
  });
  expect(result.ok ? [] : result.problems.map(({ pointer, code }) => [pointer, code])).toEqual(
    [
      "/audience/departments/0",
      "/ownership/understoodBy/0",
      "/integrations/0/system",
      "/data/1/name",
      "/compliance/0/regime",
    ].map((pointer) => [pointer, "look-alike"]),
  );
});

test("an entry that means the same as another stands twice", () => {
  const result = safeParseProfile({ id: "a", name: "A", integrations: [{ system: "ERP" }, { system: "erp " }] });
  expect(result.ok ? [] : result.problems).toEqual([
    {
      pointer: "/integrations/1",
      code: "duplicate",
      message:
        '"erp " means the same as "ERP", which stands here already, at /integrations/0. Describe it in one entry.',
    },
  ]);
});
