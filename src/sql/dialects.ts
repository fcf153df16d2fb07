import { writtenMember } from "./members.js";

/** How an engine writes what queries are made of. */
export interface Dialect {
  /** A text, in quotes. */
  readonly text: (value: string) => string;
  /** A name in quotes. */
  readonly name: (name: string) => string;
  /** A column with text is one of some, byte by byte. */
  readonly among: (column: string, texts: readonly string[]) => string;
  readonly has: (column: string, text: string) => string;
  /** How many letters a text has. */
  readonly length: (text: string) => string;
  readonly bigint: string;
  readonly flags: readonly [no: string, yes: string];
  /** What is so, as a value. */
  readonly value: (shown: string) => string;
  /** What stands around a part of the query, so that no optimiser writes it out wherever it is used. */
  readonly fence: readonly [before: string, after: string];
}

const doubled = (quote: string) => (text: string) => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
const backslashed = (quote: string) => (text: string) =>
  `${quote}${text
    .replaceAll(/[\\'`"]/g, (letter) => `\\${letter}`)
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")}${quote}`;

/** Something is one of some. */
const oneOf = (value: string, texts: readonly string[]) =>
  texts.length === 1 ? `${value} = ${texts[0]}` : `${value} IN (${texts.join(", ")})`;

const amongAs =
  (text: Dialect["text"], exactly: (column: string) => string = (column) => column): Dialect["among"] =>
  (column, texts) =>
    oneOf(exactly(column), texts.map(text));

const quoted = doubled("'");
const escaped = backslashed("'");

const standard: Dialect = {
  text: quoted,
  name: doubled('"'),
  among: amongAs(quoted),
  has: (column, text) => `strpos(${column}, ${text}) > 0`,
  length: (text) => `length(${text})`,
  bigint: "bigint",
  flags: ["FALSE", "TRUE"],
  value: (shown) => `(${shown})`,
  fence: ["", ""],
};

/** The bytes of a letter in UTF-8. */
function bytesOf(letter: string): readonly number[] {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  const last = Array.from({ length: more }, (_, at) => 0x80 | ((code >> (6 * (more - 1 - at))) & 0x3f));
  return [((0xf00 >> more) & 0xff) | (code >> (6 * more)), ...last];
}

const hexOf = (text: string) =>
  [...text]
    .flatMap(bytesOf)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

/** Whether a backslash escapes is a setting there; and its own client takes one end of a line for another. */
const mariadbText = (value: string) => (/[\\\p{Cc}]/u.test(value) ? `_utf8mb4 X'${hexOf(value)}'` : quoted(value));
const snowflakeText = (value: string) => quoted(value.replaceAll("\\", "\\\\"));
const unicode = (value: string) => `N${quoted(value)}`;

const nopad = (column: string) => `CONVERT(${column} USING utf8mb4) COLLATE utf8mb4_nopad_bin`;
const binary = (column: string) => `${column} COLLATE Latin1_General_BIN2`;

/** What every dialect does its own way; a version is the oldest that the tests have run it on, or the first that has what it takes. */
const dialects = {
  duckdb: {
    ...standard,
    among: amongAs(quoted, (column) => `${column} COLLATE "C"`),
    has: (column, text) => `contains(${column} COLLATE "C", ${text})`,
  },
  postgresql: {
    ...standard,
    among: amongAs(quoted, (column) => `${column} COLLATE "C"`),
    has: (column, text) => `strpos(${column} COLLATE "C", ${text}) > 0`,
    fence: ["", " OFFSET 0"],
  },
  sqlite: {
    ...standard,
    among: amongAs(quoted, (column) => `${column} COLLATE BINARY`),
    has: (column, text) => `instr(${column}, ${text}) > 0`,
    fence: ["MATERIALIZED ", ""],
  },
  mariadb: {
    ...standard,
    text: mariadbText,
    name: doubled("`"),
    among: amongAs(mariadbText, nopad),
    has: (column, text) => `LOCATE(${text}, ${nopad(column)}) > 0`,
    length: (text) => `CHAR_LENGTH(${text})`,
    bigint: "signed",
    fence: ["", " LIMIT 18446744073709551615"],
  },
  clickhouse: {
    ...standard,
    text: escaped,
    among: amongAs(escaped),
    name: backslashed("`"),
    has: (column, text) => `position(${column}, ${text}) > 0`,
    bigint: "Nullable(Int64)",
  },
  spark: {
    ...standard,
    text: escaped,
    among: amongAs(escaped),
    name: doubled("`"),
    has: (column, text) => `instr(${column}, ${text}) > 0`,
  },
  trino: standard,
  bigquery: {
    ...standard,
    text: escaped,
    among: amongAs(escaped),
    name: backslashed("`"),
    has: (column, text) => `STRPOS(${column}, ${text}) > 0`,
    bigint: "INT64",
  },
  snowflake: {
    ...standard,
    text: snowflakeText,
    among: amongAs(snowflakeText),
    has: (column, text) => `CONTAINS(${column}, ${text})`,
  },
  tsql: {
    ...standard,
    text: unicode,
    name: (name) => `[${name.replaceAll("]", "]]")}]`,
    // What ends differs in nothing but spaces is the same there.
    among: (column, texts) =>
      oneOf(
        binary(`CONCAT(${column}, N'.')`),
        texts.map((value) => unicode(`${value}.`)),
      ),
    has: (column, text) => `CHARINDEX(${text}, ${binary(column)}) > 0`,
    // LEN does not count the spaces at the end.
    length: (text) => `DATALENGTH(CAST(${text} AS nvarchar(max)))/2`,
    flags: ["0", "1"],
    value: (shown) => `CASE WHEN ${shown} THEN 1 ELSE 0 END`,
  },
} as const satisfies Readonly<Record<string, Dialect>>;

/**
 * An engine that a policy can be written for as SQL.
 *
 * @example
 * ```ts
 * import { standardPolicy } from "plimsoll";
 * import { type DialectName, toSql } from "plimsoll/sql";
 *
 * const dialect: DialectName = "postgresql";
 *
 * toSql(standardPolicy, { dialect, table: "facts" }).columns[0]?.name; // → "app"
 * ```
 */
export type DialectName = keyof typeof dialects;

/**
 * The engines that a policy can be written for as SQL, by the names of their dialects.
 *
 * @example
 * ```ts
 * import { dialectNames } from "plimsoll/sql";
 *
 * dialectNames.includes("duckdb"); // → true
 * ```
 */
export const dialectNames: readonly DialectName[] = Object.keys(dialects) as DialectName[]; // its own keys, as written above

export const dialectAt = (name: DialectName): Dialect => dialects[name];

/** A member of a set as it is looked for. */
export const soughtMember = (member: string): string => `|${writtenMember(member)}|`;
