/** A change of one file: a text that stands in it once and what stands there instead, or a file that is new. */
export interface Edit {
  readonly file: string;
  readonly from?: string;
  readonly to: string;
  /** How CONTRIBUTING names the file, where that is another way. */
  readonly named?: string;
}

/** A recipe of CONTRIBUTING.md, as somebody follows it. */
export interface Recipe {
  /** The heading of its section. */
  readonly heading: string;
  /** What is added or changed: the thing itself. */
  readonly change: readonly Edit[];
  /** What else it takes: the rows of its tests, and what nobody can generate. */
  readonly rows: readonly Edit[];
  /** The test files that ask for these rows while they are not there. */
  readonly asking: readonly string[];
  /** What the section names besides: pages that are generated, and what some such changes take, but not this one. */
  readonly besides?: readonly string[];
}

/** Puts a text behind one that stands in a file once. */
export const behind = (file: string, from: string, more: string, named?: string): Edit => ({
  file,
  from,
  to: `${from}${more}`,
  ...(named && { named }),
});

/** Puts a text before one that stands in a file once. */
export const before = (file: string, from: string, more: string, named?: string): Edit => ({
  file,
  from,
  to: `${more}${from}`,
  ...(named && { named }),
});

/** Puts entries behind the last of the one table of a file. */
export const atTheEnd = (file: string, more: string): Edit => ({ file, from: "\n};\n", to: `\n${more}};\n` });
