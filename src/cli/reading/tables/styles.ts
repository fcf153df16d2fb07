import type { Met } from "./xml.js";

/** The formats that every workbook has, and that show a number as a day. */
const ownDays = [...[14, 15, 16, 17, 22], ...[27, 28, 29, 30, 31, 34, 35, 36], ...[50, 51, 52, 53, 54, 57, 58]];

/** Whether a format shows days: what stands in quotes, in brackets or behind a backslash is shown as it is. */
const showsDay = (code: string): boolean =>
  /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "")) && !/^general$/i.test(code);

/** Which styles of cells show a number as a day. */
export function dateStyles(): { readonly met: Met; readonly isDay: ReadonlySet<number> } {
  const formats = new Set(ownDays);
  const isDay = new Set<number>();
  let isOfCells = false;
  let count = 0;
  const met: Met = {
    open: (name, attributes) => {
      if (name === "numFmt" && showsDay(attributes.formatCode ?? "")) formats.add(Number(attributes.numFmtId));
      if (name === "cellXfs") isOfCells = true;
      if (name !== "xf" || !isOfCells) return;
      if (formats.has(Number(attributes.numFmtId ?? 0))) isDay.add(count);
      count++;
    },
    text: () => {},
    close: (name) => {
      if (name === "cellXfs") isOfCells = false;
    },
  };
  return { met, isDay };
}
