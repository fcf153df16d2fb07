import { createHash } from "node:crypto";
import { asMarkup, html, type Markup } from "./html.js";
import { pageStyle } from "./page-style.js";

/**
 * A page asks for nothing from elsewhere and runs nothing: its policy allows the one style that stands in it, known by its hash.
 */
function policyFor(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

/** A page in pieces: its head first, then what stands in it, each when it is its turn. */
export async function* page(title: string, parts: Iterable<Markup> | AsyncIterable<Markup>): AsyncIterable<string> {
  yield html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(pageStyle)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${asMarkup(pageStyle)}</style>
</head>
<body>
`.written;
  for await (const part of parts) yield `${part.written}\n`;
  yield "</body>\n</html>\n";
}
