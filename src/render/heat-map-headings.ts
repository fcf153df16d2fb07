import type { Cell } from "./counts.js";
import { grouped, shortened } from "./numbers.js";
import { columnsOf, isWhole, letters, pictureMargin as margin, pictureWidth } from "./picture.js";

const inApps = (number: number, write = grouped) => `${write(number)} ${number === 1 ? "app" : "apps"}`;

/** What stands above the rows, and where they begin. */
interface Headings {
  readonly markup: string;
  readonly below: number;
}

const titled = { size: 12, bold: true, lines: 2 } as const;
const counted = { size: 11.5 } as const;

/** Each tier above its column, with its apps. */
function inColumns(apps: readonly Cell[], y: number): Headings {
  const drawn = columnsOf(apps).map(({ item, x, width }) => {
    const setting = { x, width, anchor: "middle" } as const;
    return { x, width, item, title: letters(item.title, { ...setting, ...titled, y }) };
  });
  const below = Math.max(...drawn.map(({ title }) => title.below));
  const markup = drawn.map(
    ({ x, width, item, title }) =>
      title.markup + letters(inApps(item.apps), { x, width, ...counted, y: below, anchor: "middle" }).markup,
  );
  return { markup: markup.join(""), below: below + 13 };
}

/** Columns with a number each, and above them, line by line, which tier each of them is. */
function withKey(apps: readonly Cell[], y: number): Headings {
  let line = y;
  const key = apps.map(({ title, apps: count }, index) => {
    const number = letters(String(index + 1), { x: margin + 2, y: line, width: 22, size: 12, bold: true });
    const named = letters(title, { x: margin + 26, y: line, size: 12, width: 176, lines: 3 });
    const beside = { x: pictureWidth - margin - 2, y: line, width: 94, ...counted, anchor: "end" } as const;
    const told = letters(inApps(count, isWhole(inApps(count), beside) ? grouped : shortened), beside);
    line = named.below + 3;
    return number.markup + named.markup + told.markup;
  });
  const numbers = columnsOf(apps).map(({ x, width }, index) => {
    const setting = { x, width, y: line + 8, size: 12, bold: true, anchor: "middle" } as const;
    return isWhole(String(index + 1), setting) ? letters(String(index + 1), setting).markup : "";
  });
  return { markup: [...key, ...numbers].join(""), below: line + 18 };
}

/** The tiers and how many apps each of them has: above the columns, or, where they do not fit there, as a key. */
export function drawHeadings(apps: readonly Cell[], y: number): Headings {
  const fit = columnsOf(apps).every(
    ({ item, width }) => isWhole(item.title, { ...titled, width }) && isWhole(inApps(item.apps), { ...counted, width }),
  );
  return fit ? inColumns(apps, y) : withKey(apps, y);
}
