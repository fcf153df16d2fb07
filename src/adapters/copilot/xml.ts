import type { Place } from "../adapted.js";

/** A text between two tags, with its line. */
export interface XmlText {
  readonly value: string;
  readonly at: Place;
}

const decoded = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;

/**
 * The first text of a tag. The files of a solution are written by a program, one field beside the other: nothing of XML is needed but to find
 * a field by its name, and its line.
 */
export function tagIn(file: string, text: string, tag: string): XmlText | undefined {
  const opened = text.indexOf(`<${tag}>`);
  if (opened < 0) return undefined;
  const from = opened + tag.length + 2;
  const to = text.indexOf(`</${tag}>`, from);
  if (to < 0) return undefined;
  const value = decoded(text.slice(from, to)).trim();
  return value === "" ? undefined : { value, at: { file, line: lineAt(text, from) } };
}

/** The parts of a text that begin with a tag, each as far as the next. */
export function partsOf(text: string, tag: string): readonly string[] {
  return text.split(new RegExp(`<${tag}(?=[\\s>])`)).slice(1);
}

/** An attribute at the beginning of such a part. */
export function attributeIn(part: string, name: string): string | undefined {
  const start = part.slice(0, part.indexOf(">") + 1);
  const found = new RegExp(`\\b${name}="([^"]{1,500})"`).exec(start)?.[1];
  return found === undefined ? undefined : decoded(found);
}
