import type { ArtifactProblem, Cell } from "plimsoll/adapters";

/** A table in a file: all of a text, or one sheet of a workbook. */
export interface Table {
  /** The file, as it is called in messages and evidence. */
  readonly file: string;
  readonly sheet?: string;
  /** Its rows from the first on, each read when it is its turn; empty ones are there as well, so that the position is the number of the row. */
  readonly rows: AsyncIterable<readonly Cell[]>;
  /** What could not be read, once the rows were taken; as long as they are not, what was found so far. */
  readonly problems: () => readonly ArtifactProblem[];
}

/** How much of a file is taken: more than what people keep in tables, and little enough that none makes others wait for ever. */
export interface TableLimits {
  /** The bytes of a workbook as it is stored. */
  readonly storedBytes: number;
  /** The bytes of a workbook once it is unpacked. */
  readonly unpackedBytes: number;
  /** The characters of the texts that the cells of a workbook refer to. */
  readonly textCharacters: number;
  readonly sheets: number;
  /** The cells with something in them, of one sheet. */
  readonly cells: number;
  /** The columns of a table; what stands further right is no register of apps. */
  readonly columns: number;
  /** The characters of one row. */
  readonly rowCharacters: number;
}

export const tableLimits: TableLimits = {
  storedBytes: 200_000_000,
  unpackedBytes: 2_000_000_000,
  textCharacters: 200_000_000,
  sheets: 200,
  cells: 50_000_000,
  columns: 1000,
  rowCharacters: 1_000_000,
};

/** How tables are read. */
export interface TableOptions {
  /** What the mapping says of the text. */
  readonly encoding?: "utf-8" | "windows-1252" | undefined;
  readonly delimiter?: string | undefined;
  readonly limits?: TableLimits;
}
