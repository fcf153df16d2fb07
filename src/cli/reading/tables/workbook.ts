import { InputError } from "../../terminal.js";
import { dateStyles } from "./styles.js";
import { checkLength, damaged, type Packed, unpack } from "./unzip.js";
import { type Met, xmlReader } from "./xml.js";

/** A sheet of a workbook. */
export interface Sheet {
  readonly title: string;
  /** Its part of the workbook. */
  readonly part: string;
}

/** What the sheets of a workbook refer to. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly texts: readonly string[];
  /** Which formats of cells show a number as a day. */
  readonly isDay: ReadonlySet<number>;
  /** Whether days are counted from 1904 on. */
  readonly from1904: boolean;
}

const nothing = (): void => {};

/** The texts that cells refer to; how they are read aloud in another script is no part of them. */
function textsOf(into: string[], name: string, most: number): Met {
  let text = "";
  let total = 0;
  let isText = false;
  let isReading = false;
  return {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") isReading = true;
      if (name === "t") isText = !isReading;
    },
    text: (more) => {
      if (!isText) return;
      text = checkLength(text + more, name);
      total += more.length;
      if (total > most)
        throw new InputError([
          `${name} has more than ${most} characters of text, and no more are read. Save the sheet with the apps as CSV.`,
        ]);
    },
    close: (name) => {
      if (name === "t") isText = false;
      if (name === "rPh") isReading = false;
      if (name === "si") into.push(text);
    },
  };
}

/** An attribute by its name without prefix: programs name prefixes as they like. */
const attribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];

/** A target of the workbook, as the name of a part. */
const partOf = (target: string): string =>
  (target.startsWith("/") ? target.slice(1) : `xl/${target}`).replace(/\/\.\//g, "/");

const isAbout = (part: string): boolean =>
  /^xl\/(?:workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/i.test(part);

/**
 * Reads what the sheets of a workbook refer to.
 *
 * @throws {InputError} when it is no workbook.
 */
export function readWorkbook(packed: Packed): Workbook {
  const titles: { readonly title: string; readonly reference: string }[] = [];
  const targets = new Map<string, string>();
  const texts: string[] = [];
  const styles = dateStyles();
  let from1904 = false;
  const met: Readonly<Record<string, Met>> = {
    "xl/workbook.xml": {
      open: (name, attributes) => {
        if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
        const reference = attribute(attributes, "id");
        if (name === "sheet" && reference !== undefined)
          titles.push({ title: attributes.name ?? reference, reference });
      },
      text: nothing,
      close: nothing,
    },
    "xl/_rels/workbook.xml.rels": {
      open: (name, { Id = "", Target = "", Type = "" }) => {
        if (name === "Relationship" && /\/worksheet$/.test(Type)) targets.set(Id, partOf(Target));
      },
      text: nothing,
      close: nothing,
    },
    "xl/sharedstrings.xml": textsOf(texts, packed.name, packed.mostText),
    "xl/styles.xml": styles.met,
  };
  const readers = new Map<string, ReturnType<typeof xmlReader>>();
  for (const { part, bytes, isLast } of unpack(packed, isAbout)) {
    const handler = met[part.toLowerCase()];
    if (handler === undefined) continue;
    const reader = readers.get(part) ?? xmlReader(handler, `${packed.name}, ${part}`);
    readers.set(part, reader);
    reader.add(bytes, isLast);
  }
  if (titles.length === 0) {
    const message = `${packed.name} is an archive, and no workbook of Excel. Save the table as .xlsx or as CSV.`;
    throw new InputError([message]);
  }
  if (targets.size === 0) throw damaged(packed.name);
  const sheets = titles.flatMap(({ title, reference }) => {
    const part = targets.get(reference);
    // Sheets of charts and macros hold no cells.
    return part === undefined ? [] : [{ title, part }];
  });
  return { sheets, texts, isDay: styles.isDay, from1904 };
}
