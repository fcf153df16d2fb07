/** A heading, or a word in a cell, as it is compared: without case, blanks and underscores, whatever mark the file begins with. */
export const headingKey = (heading: string): string => heading.replace(/[\s_\uFEFF]/g, "").toLowerCase();

/** Takes texts that are what a pattern says, in which `*` stands for any text; both as they are compared. */
export function liker(pattern: string): (text: string) => boolean {
  const [first = "", ...others] = headingKey(pattern).split("*");
  const last = others.pop();
  if (last === undefined) return (text) => headingKey(text) === first;
  return (text) => {
    const key = headingKey(text);
    if (key.length < first.length + last.length || !key.startsWith(first) || !key.endsWith(last)) return false;
    const end = key.length - last.length;
    let from = first.length;
    for (const part of others) {
      const at = key.indexOf(part, from);
      if (at === -1 || at + part.length > end) return false;
      from = at + part.length;
    }
    return true;
  };
}

/** Whether a text is what a pattern says. */
export const isLike = (text: string, pattern: string): boolean => liker(pattern)(text);
