import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { anyName } from "../arbitraries/hostile-names.js";

/** A node of a document, as far as its shape and its words go. */
export interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** What a page of GitHub's Markdown is, the links that are found in its texts afterwards among it. */
export const treeOf = (page: string): Node =>
  fromMarkdown(page, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

const markdownIt = new MarkdownIt("default", { html: true, linkify: true });

/** What a renderer that makes links of everything makes of a line. */
export const inlineTokensOf = (line: string): readonly { readonly type: string; readonly content: string }[] =>
  markdownIt.parseInline(line, {}).flatMap(({ children }) => children ?? []);

/** Control characters, those that turn the direction of reading, and halves of characters. */
const named = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xd800, 0xdfff],
] as const;

/** A text with names for what hides or turns others; tabs and the ends of lines do neither. */
export function visibly(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isNamed = named.some(([first, last]) => code >= first && code <= last) && !"\t\n\r".includes(character);
      return isNamed ? `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]` : character;
    })
    .join("");
}

/** The words that a text is told in on a line: white space is one space; gaps have no width. */
export const wordsOf = (text: string) => visibly(text.replaceAll(/\s+/g, " ").trim()).replaceAll("\u200b", "");

const fragments = [
  ..."\\`*_|<>[](){}~^#&$@!-+=.:;/\"'%1a \n\t",
  ...[
    "https://",
    "http://example.org",
    "ftp://",
    "//localhost/",
    "www.",
    "WWW.example.org",
    "example.org",
    "a.b@example.org",
  ],
  ...["mailto:", "xmpp:", "@name", "@org/team", "#12", "GH-12", "org/app#3", "<b>", "</b>", "<!--", "-->", "<?", "]]>"],
  ...[
    "<https://example.org>",
    "](x)",
    "[a](b 'c')",
    "![",
    "[^1]",
    "[^1]: x",
    "[x]: y",
    "```",
    "~~~",
    "~~",
    "**",
    "__",
    "$$",
  ],
  ...[
    "&amp;",
    "&#64;",
    "&nbsp",
    "- ",
    "* ",
    "1. ",
    "9) ",
    "- [ ] ",
    "# ",
    "> ",
    "| - |",
    "---",
    "===",
    "\r\n",
    "    x",
    "  \n",
  ],
  ...[
    "\u2028",
    "\u0085",
    "\u0000",
    "\u001b[31m",
    "\u202e",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00a0",
    "é",
    "漢字",
    "。",
    "👩‍🔧",
  ],
];

/** Texts that try to be more than text. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fragments) }, fc.string({ unit: "binary", maxLength: 3 })),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
  anyName,
);
