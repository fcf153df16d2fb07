import { strToU8, zipSync } from "fflate";

/** A file in pieces, as it comes from a disk. */
export async function* inPieces(bytes: Uint8Array, size = 1000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const inBytes = (text: string): AsyncIterable<Uint8Array> => inPieces(new TextEncoder().encode(text), 7);

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What a test says of a workbook; the rest is as a program writes it. */
export interface Parts {
  /** The XML inside `sheetData` and behind it, by the titles of sheets. */
  readonly sheets: Readonly<Record<string, string | { readonly data: string; readonly behind: string }>>;
  readonly texts?: readonly string[];
  readonly styles?: string;
  readonly from1904?: boolean;
  readonly others?: Readonly<Record<string, Uint8Array>>;
}

/** The bytes of a workbook. */
export function workbook({ sheets, texts = [], styles = "", from1904 = false, others = {} }: Parts): Uint8Array {
  const titles = Object.keys(sheets);
  const list = titles.map((title, index) => `<sheet name="${title}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const targets = titles.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const parts = Object.values(sheets).map((sheet, index) => {
    const { data, behind } = typeof sheet === "string" ? { data: sheet, behind: "" } : sheet;
    const xml = `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${data}</sheetData>${behind}</worksheet>`;
    return [`xl/worksheets/sheet${index + 1}.xml`, strToU8(xml)] as const;
  });
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${targets.join("")}</Relationships>`),
    ...Object.fromEntries(parts),
    "xl/sharedStrings.xml": strToU8(`<sst xmlns="${main}">${texts.map((text) => `<si>${text}</si>`).join("")}</sst>`),
    "xl/styles.xml": strToU8(`<styleSheet xmlns="${main}">${styles}</styleSheet>`),
    ...others,
  });
}

/** A cell with a text of its own. */
export const text = (name: string, value: string): string =>
  `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A row of texts. */
export const row = (number: number, ...values: readonly string[]): string =>
  `<row r="${number}">${values.map((value, index) => text(`${String.fromCharCode(65 + index)}${number}`, value)).join("")}</row>`;
