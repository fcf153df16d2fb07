import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A block of code in a text, with the place where it begins. */
export interface Block {
  /** What stands after the fence: the language, then what the tests need to know. */
  readonly info: string;
  readonly code: string;
  readonly file: string;
  readonly line: number;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The fenced blocks of a Markdown text. */
export function fencedBlocks(text: string, file: string): readonly Block[] {
  return [...text.matchAll(/^```(\S.*)\n([\s\S]*?)^```$/gm)].map(({ 1: info = "", 2: code = "", index }) => ({
    info,
    code,
    file,
    line: text.slice(0, index).split("\n").length,
  }));
}

/** The fenced blocks in the docstrings of a source file. */
function docstringBlocks(source: string, file: string): readonly Block[] {
  const comments = source.replace(/\/\*\*[\s\S]*?\*\/|[^\n]/g, (match) => (match.startsWith("/**") ? match : ""));
  return fencedBlocks(comments.replace(/^ *\* ?/gm, ""), file);
}

/** The files of a folder that end so, by their paths from the root. */
export function filesIn(folder: string, extension: string): readonly string[] {
  return readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension) && !file.includes("node_modules/"))
    .map((file) => `${folder}/${file}`)
    .sort();
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

/** The pages for people: the README, the docs, and those beside the examples. */
export const pages: readonly string[] = [
  "README.md",
  "CONTRIBUTING.md",
  ...filesIn("docs", ".md"),
  ...filesIn("examples", ".md"),
];

/** Every block of code in the pages and in the docstrings. */
export const blocks: readonly Block[] = [
  ...pages.flatMap((file) => fencedBlocks(read(file), file)),
  ...filesIn("src", ".ts").flatMap((file) => docstringBlocks(read(file), file)),
];

export { read, root };
