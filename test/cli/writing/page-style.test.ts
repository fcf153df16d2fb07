import { describe, expect, test } from "vitest";
import { pageStyle } from "../../../src/cli/writing/page-style.js";

/** The colours by name of the blocks that set them: light, dark, and on paper. */
const [light = {}, dark = {}, print = {}] = [...pageStyle.matchAll(/:root \{([^}]*)\}/g)].map(([, block = ""]) =>
  Object.fromEntries(
    [...block.matchAll(/--([a-z]+): (#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]),
  ),
);

/** How bright a colour is, by WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

test("contrast is measured as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

describe.each([
  ["light", light],
  ["dark", { ...light, ...dark }],
  ["on paper", { ...light, ...print }],
])("a page that is %s", (_, colours) => {
  const { paper = "", ...others } = colours;
  test.each(["ink", "soft", "link"])("has words that can be read: %s", (name) => {
    expect(contrast(others[name] ?? expect.fail(name), paper)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["water", "deep"])("has lines that can be seen: %s", (name) => {
    expect(contrast(others[name] ?? expect.fail(name), paper)).toBeGreaterThanOrEqual(3);
  });

  test.each(["high", "medium", "low"])("has words that can be read on paint: %s", (name) => {
    expect(contrast(others[name] ?? expect.fail(name), "#ffffff")).toBeGreaterThanOrEqual(4.5);
  });
});
