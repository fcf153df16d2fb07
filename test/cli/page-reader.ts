import { createHash } from "node:crypto";
import { expect } from "vitest";
import { elementsIn, type ReadElement, readMarkup, wordsIn } from "../render/markup.js";

/** All that a page may be made of. */
const names = new Set(
  "body a header main section footer h1 h2 h3 h4 p ul li dl div dt dd strong b i span details summary code figure".split(
    " ",
  ),
);
const ofTables = new Set(["table", "caption", "thead", "tbody", "tr", "th", "td"]);
const ofPictures = new Set(
  "svg title desc g rect path line circle text defs linearGradient stop clipPath pattern ellipse polygon polyline use".split(
    " ",
  ),
);

const whole =
  /^<!doctype html>\n<html lang="en">\n<head>\n(?<head>[\s\S]*)<\/head>\n(?<body><body>[\s\S]*<\/body>)\n<\/html>\n$/;
const insideHead =
  /^<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="(?<policy>[^"<>]*)">\n<meta name="viewport" content="[^"<>]*">\n<meta name="referrer" content="no-referrer">\n<title>(?<title>[^<>]*)<\/title>\n<style>(?<style>[^<]*)<\/style>\n$/;

/** A page that was read. */
export interface ReadPage {
  readonly title: string;
  readonly style: string;
  readonly body: ReadElement;
  readonly elements: readonly ReadElement[];
}

function assertHarmless({ name, attributes }: ReadElement): void {
  expect([name, names.has(name) || ofTables.has(name) || ofPictures.has(name)]).toEqual([name, true]);
  for (const [attribute, value] of Object.entries(attributes)) {
    expect(attribute).not.toMatch(/^(on.*|style|src|srcset|action|formaction|xlink.*)$/i);
    if (attribute === "href") expect(value).toMatch(/^#[a-z0-9-]+$/);
    if (attribute !== "xmlns" && !attribute.startsWith("aria-"))
      expect(value).not.toMatch(/url\((?!#)|javascript:|https?:/i);
  }
}

/**
 * Reads a page of ours, and holds it to what every one of them is: whole, one style, which its policy knows, nothing that runs,
 * nothing from elsewhere, and what whoever does not see it needs.
 */
export function readPage(page: string): ReadPage {
  const { head = "", body: written = "" } = whole.exec(page)?.groups ?? expect.fail("It is no page.");
  const { policy = "", title = "", style = "" } = insideHead.exec(head)?.groups ?? expect.fail(head.slice(0, 300));
  const hash = createHash("sha256").update(style).digest("base64");
  expect(policy.replaceAll("&#39;", "'")).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
  expect(style).not.toMatch(/url\(|@import|expression/);
  const body = readMarkup(written);
  const elements = elementsIn(body);
  for (const element of elements) assertHarmless(element);
  assertAccessible(elements);
  return { title, style, body, elements };
}

function assertAccessible(elements: readonly ReadElement[]): void {
  const called = (name: string) => elements.filter((element) => element.name === name);
  expect([called("main").length, called("h1").length]).toEqual([1, 1]);
  // No heading is two levels below the one before it.
  const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  const ids = elements.flatMap(({ attributes: { id } }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { attributes } of elements) {
    const { href, "aria-labelledby": label, "aria-describedby": description } = attributes;
    for (const id of [href?.slice(1), label, description]) if (id !== undefined) expect(ids).toContain(id);
  }
  for (const table of called("table")) {
    const inside = elementsIn(table);
    expect(inside.filter(({ name }) => name === "caption").map(wordsIn)).not.toContain("");
    expect(inside.filter(({ name }) => name === "th").every(({ attributes }) => attributes.scope === "col")).toBe(true);
  }
  for (const { attributes } of called("svg")) expect(attributes).toMatchObject({ role: "img" });
}
