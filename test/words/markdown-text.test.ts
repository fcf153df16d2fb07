import fc from "fast-check";
import { markdownText } from "plimsoll/render";
import { describe, expect, test } from "vitest";
import { draws } from "../prove/draws.js";
import { hostileText, inlineTokensOf, type Node, treeOf, wordsOf } from "./markdown.js";

const runs = draws(3000);
const withoutGaps = (words: string) => words.replaceAll("\u200b", "");

/** The one text that a node holds, and nothing else; undefined, if it holds anything else. */
function textIn({ children = [] }: Node): string | undefined {
  const [only, ...others] = children;
  if (only === undefined) return "";
  return only.type === "text" && others.length === 0 ? withoutGaps(only.value ?? "") : undefined;
}

/** The node that so many steps lead to, the first of its kind at each. */
const within = (node: Node | undefined, ...types: readonly string[]): Node | undefined =>
  types.reduce<Node | undefined>((at, type) => at?.children?.find((child) => child.type === type), node);

const places: readonly {
  readonly where: string;
  readonly write: (text: string) => string;
  readonly path: readonly string[];
}[] = [
  { where: "a paragraph", write: (text) => text, path: ["paragraph"] },
  { where: "a heading", write: (text) => `# ${text}`, path: ["heading"] },
  { where: "a list", write: (text) => `- ${text}`, path: ["list", "listItem", "paragraph"] },
  { where: "a list of tasks", write: (text) => `- [ ] ${text}`, path: ["list", "listItem", "paragraph"] },
  { where: "a table", write: (text) => `| a |\n| --- |\n| ${text} |`, path: ["table"] },
];

describe("whatever a text is, Markdown shows it as that text and nothing else", () => {
  test.each(places)("in $where", ({ where, write, path }) => {
    fc.assert(
      fc.property(
        hostileText.filter((text) => wordsOf(text) !== ""),
        (text) => {
          const tree = treeOf(write(markdownText(text)));
          const found = where === "a table" ? tree.children?.[0]?.children?.[1]?.children?.[0] : within(tree, ...path);
          expect(tree.children).toHaveLength(1);
          expect(found && textIn(found)).toBe(wordsOf(text));
        },
      ),
      runs,
    );
  });

  test("also where every name of a site becomes a link", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const tokens = inlineTokensOf(markdownText(text));
        expect(new Set([...tokens.map(({ type }) => type), "text"])).toEqual(new Set(["text"]));
        expect(withoutGaps(tokens.map(({ content }) => content).join(""))).toBe(wordsOf(text));
      }),
      runs,
    );
  });

  test("on one line", () => {
    fc.assert(
      fc.property(hostileText, (text) => !/[\n\r\u2028\u2029]/.test(markdownText(text))),
      runs,
    );
  });
});

test("the reader of these tests does make links, where a text is not told as one", () => {
  const links = [
    "https://example.org",
    "www.example.org",
    "name@example.org",
    "name\\@example.org",
    "https\\://example.org",
  ];
  expect(links.map((link) => within(treeOf(link), "paragraph", "link")?.type)).toEqual(links.map(() => "link"));
  expect(inlineTokensOf("see example.org").map(({ type }) => type)).toContain("link_open");
});

describe("a text that looks like a link, a mention or a reference is no word any more", () => {
  test.each([
    ["https://example.org", "https:/&#8203;/example\\.org"],
    ["//localhost", "/&#8203;/localhost"],
    ["www.example.org", "www&#8203;\\.example\\.org"],
    ["name@example.org", "name\\@&#8203;example\\.org"],
    ["@name and @org/team", "\\@&#8203;name and \\@&#8203;org/team"],
    ["#12, app#12, GH-12", "\\#&#8203;12, app\\#&#8203;12, GH-&#8203;12"],
  ])("%s", (text, written) => {
    expect(markdownText(text)).toBe(written);
  });

  test.each(["5 apps, 2.5 each: 1/2", "Sales & Co"].map((text) => [text]))(
    "but others stay as they are: %s",
    (text) => {
      expect(markdownText(text).replaceAll("\\", "")).toBe(text);
    },
  );
});

test.each([
  ["\u202egnp.exe", "\\[U+202E\\]gnp\\.exe"],
  ["\u001b[31mred", "\\[U+001B\\]\\[31mred"],
  ["a\u0000b\u0085c", "a\\[U+0000\\]b\\[U+0085\\]c"],
  ["\ud800", "\\[U+D800\\]"],
])("what hides or turns text is named: %j", (text, written) => {
  expect(markdownText(text)).toBe(written);
});
