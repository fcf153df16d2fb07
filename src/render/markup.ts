/** What XML cannot hold: control characters, halves of characters, and the two that are none. */
const impossible = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text that HTML and XML show as it is, between tags and in quotes. */
export function text(words: string): string {
  return words.replaceAll(impossible, "\u{fffd}").replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** What stands in a tag; what is not defined is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Lengths in a picture need no more than hundredths. */
const written = (value: string | number) =>
  text(String(typeof value === "number" ? Math.round(value * 100) / 100 : value));

/** An element around markup that is safe already: words come in by {@link text} alone. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const given = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${written(value)}"`],
  );
  const tag = `${name}${given.join("")}`;
  return children.length > 0 ? `<${tag}>${children.join("")}</${name}>` : `<${tag}/>`;
}
