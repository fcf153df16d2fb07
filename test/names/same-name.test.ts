import fc from "fast-check";
import { expect, test } from "vitest";
import { nameKey, sameName } from "../../src/names/index.js";

test.each([
  ["a space at its end", "ERP", "ERP "],
  ["spaces inside", "Sales Force", "Salesforce"],
  ["another kind of space", "Sales\u00a0Force", "Sales Force"],
  ["small letters", "ERP", "erp"],
  ["a space that has no width", "ERP", "ERP\u200b"],
  ["a soft hyphen", "ERP", "E\u00adRP"],
  ["a mark that turns text around", "ERP", "\u202eERP\u202c"],
  ["a control character", "ERP", "ERP\u0000"],
  ["a variation selector", "ERP", "ERP\ufe0f"],
  ["letters of full width", "ERP", "ＥＲＰ"],
  ["a ligature", "Office", "Oﬃce"],
  ["a letter put together", "Größe", "Gro\u0308ße"],
  ["a sharp s", "Größe", "GRÖSSE"],
])("a name with %s is the same name", (_, one, other) => {
  expect(sameName(one, other)).toBe(true);
  expect(sameName(other, one)).toBe(true);
});

test.each([
  ["another letter", "ERP", "CRM"],
  ["a number more", "ERP", "ERP2"],
  ["a hyphen, which can be seen", "PCI-DSS", "PCIDSS"],
  ["another accent", "Grosse", "Größe"],
])("a name with %s is another name", (_, one, other) => {
  expect(sameName(one, other)).toBe(false);
});

test("to mean the same is an equivalence, and its key is a key of itself", () => {
  const name = fc.string({ unit: fc.oneof(fc.constantFrom("E", "e", "Е", "ε", "ﬃ", "ß", " ", "\u200b"), fc.string()) });
  fc.assert(
    fc.property(name, name, name, (one, other, third) => {
      expect(sameName(one, one)).toBe(true);
      expect(sameName(one, other)).toBe(sameName(other, one));
      if (sameName(one, other) && sameName(other, third)) expect(sameName(one, third)).toBe(true);
      expect(nameKey(nameKey(one))).toBe(nameKey(one));
    }),
    { numRuns: 2000 },
  );
});
