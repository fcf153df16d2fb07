import type { Cell, Counts, Row } from "./counts.js";
import { grouped } from "./numbers.js";

/** Whether there is anything to show of a rule. */
export const isSeen = ({ cells }: Row): boolean => cells.some(({ apps }) => apps > 0);

const isEmpty = ({ apps }: Counts) => apps.every((each) => each.apps === 0);

/** What is said where no row is: that nothing stands, and never that of what was not counted. */
function nothingToShow(counts: Counts): string {
  if (isEmpty(counts)) return "No app was counted.";
  const words = {
    signs: "No warning sign stands.",
    criteria: "No criterion holds.",
    nothing: "Only apps were counted.",
  };
  return words[counts.of];
}

/** What is said of the rows that are left out, since they are nothing but zeros. */
function leftOut(count: number, of: Counts["of"]): string {
  const [one, several] = of === "signs" ? ["sign stands", "signs stand"] : ["criterion holds", "criteria hold"];
  return `${count} other ${count === 1 ? one : several} nowhere.`;
}

/** What is said below the rows, or in their place. */
export function noteOn(counts: Counts): string {
  const seen = counts.rows.filter(isSeen).length;
  if (seen === 0) return nothingToShow(counts);
  return seen < counts.rows.length ? leftOut(counts.rows.length - seen, counts.of) : "";
}

/** The numbers, for those who do not see them. */
export function told(counts: Counts): string {
  const inWords = (cells: readonly Cell[]) => cells.map(({ title, apps }) => `${title} ${grouped(apps)}`).join(", ");
  const seen = counts.rows.filter(isSeen);
  const unseen = isEmpty(counts) ? [] : counts.rows.filter((row) => !isSeen(row)).map(({ title }) => title);
  return [
    `Apps: ${inWords(counts.apps)}.`,
    ...(seen.length > 0 ? seen.map(({ title, cells }) => `${title}: ${inWords(cells)}.`) : [nothingToShow(counts)]),
    ...(unseen.length > 0 ? [`Nowhere: ${unseen.join(", ")}.`] : []),
  ].join(" ");
}
