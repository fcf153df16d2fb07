import { htmlText } from "plimsoll/render";

/** Markup that is safe to stand in a page; a text never is one, whatever it holds. */
class Markup {
  constructor(readonly written: string) {}
}

export type { Markup };

/** What may stand in a template: texts become what they show, markup stays markup, and nothing leaves nothing. */
export type Part = string | number | Markup | undefined | readonly Part[];

function writtenOf(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.written;
  return typeof part === "object" ? part.map(writtenOf).join("") : htmlText(String(part));
}

/** A piece of a page: what stands in the template is markup, and what is put into it is text. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(template.map((text, at) => `${text}${writtenOf(parts[at])}`).join(""));
}

/** Markup that `plimsoll/render` has made, or that stands in this room. */
export const asMarkup = (written: string): Markup => new Markup(written);
