import { expect } from "vitest";

/** An element that was read, with those in it. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (ReadElement | string)[];
}

const tokens =
  /<\/(?<end>[a-zA-Z][a-zA-Z0-9]*)>|<(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<given>[^<>]*?)(?<empty>\/?)>|(?<words>[^<>]+)/y;
const attribute = / (?<name>[a-zA-Z][a-zA-Z0-9-]*)="(?<value>[^"]*)"/y;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** What words in markup say; no other entity than these, and nothing that XML cannot hold. */
function said(words: string): string {
  expect(words).not.toMatch(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
  return words.replaceAll(/&([^;]*);?/g, (_, name: string) => entities[name] ?? expect.fail(`&${name} is no entity`));
}

function attributesIn(given: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  attribute.lastIndex = 0;
  while (attribute.lastIndex < given.length) {
    const { name = "", value = "" } = attribute.exec(given)?.groups ?? expect.fail(`not attributes:${given}`);
    expect(Object.keys(found)).not.toContain(name);
    found[name] = said(value);
  }
  return found;
}

/** Reads markup as strictly as XML is read: one root, everything closed, every attribute once and quoted. */
export function readMarkup(markup: string): ReadElement {
  const open: { name: string; attributes: ReadElement["attributes"]; children: (ReadElement | string)[] }[] = [
    { name: "", attributes: {}, children: [] },
  ];
  const inside = () => open.at(-1) ?? expect.fail("closed once too often");
  tokens.lastIndex = 0;
  while (tokens.lastIndex < markup.length) {
    const from = tokens.lastIndex;
    const { end, name, given = "", empty, words } = tokens.exec(markup)?.groups ?? expect.fail(markup.slice(from));
    if (words !== undefined) {
      inside().children.push(said(words));
    } else if (name !== undefined) {
      const begun = { name, attributes: attributesIn(given), children: [] };
      inside().children.push(begun);
      if (empty === "") open.push(begun);
    } else {
      expect(open.pop()?.name).toBe(end);
    }
  }
  expect(open).toHaveLength(1);
  const [root, ...others] = inside().children;
  expect(others).toEqual([]);
  return typeof root === "object" ? root : expect.fail("no root");
}

/** An element and all that is in it. */
export function elementsIn(root: ReadElement): readonly ReadElement[] {
  const inside = root.children.filter((child) => typeof child !== "string");
  return [root, ...inside.flatMap(elementsIn)];
}

/** The words of an element and of all that is in it. */
export function wordsIn(root: ReadElement): string {
  return root.children.map((child) => (typeof child === "string" ? child : wordsIn(child))).join("");
}

/** One element per line, for files that people compare. */
export const inLines = (markup: string) => `${markup.replaceAll("><", ">\n<")}\n`;
