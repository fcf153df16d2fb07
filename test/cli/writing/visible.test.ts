import fc from "fast-check";
import { expect, test } from "vitest";
import { allVisible, visible, visibleJson } from "../../../src/cli/writing/visible.js";
import { dangerous, hostileText } from "../hostile-text.js";

test.each([
  ["\u001b[31mred\u001b[0m", "\\u{1b}[31mred\\u{1b}[0m"],
  ["\u001b]8;;http://example.org\u0007link", "\\u{1b}]8;;http://example.org\\u{7}link"],
  ["a\u202etxt.exe", "a\\u{202e}txt.exe"],
  ["two\r\nlines\u2028and\tmore", "two lines and more"],
  ["ERP\u200b", "ERP\\u{200b}"],
  ["\u009b2J\u0000\u007f", "\\u{9b}2J\\u{0}\\u{7f}"],
  ["\ud800", "\\u{d800}"],
  ["a\u{e0041}", "a\\u{e0041}"],
])("%j is shown as %j", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each(["Größe 📦", "👩‍👩‍👧", "می‌خواهم", "שלום", "العربية", "ERP – Nord/Süd", "e\u0301"])(
  "%s stays as it is",
  (text) => {
    expect(visible(text)).toBe(text);
  },
);

test("nothing dangerous is left of any text, and what is left stays as it is", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = visible(text);
      expect(shown).not.toMatch(dangerous);
      expect(shown).not.toContain("\n");
      expect(visible(shown)).toBe(shown);
    }),
  );
});

test("data keeps its form, with all its texts and names to be seen", () => {
  const data = { "a\u001b": ["b\u202e", 1, null, true, undefined, { c: "d\u0007" }] };
  expect(allVisible(data)).toEqual({ "a\\u{1b}": ["b\\u{202e}", 1, null, true, undefined, { c: "d\\u{7}" }] });
});

test("JSON says the same with nothing dangerous in it", () => {
  fc.assert(
    fc.property(fc.dictionary(hostileText, hostileText), fc.constantFrom(undefined, 2), (data, indent) => {
      const json = visibleJson(JSON.stringify(data, null, indent));
      expect(json).not.toMatch(dangerous);
      expect(JSON.parse(json)).toEqual(data);
    }),
  );
});
