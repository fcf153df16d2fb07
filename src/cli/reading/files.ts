import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../terminal.js";

/** Why a file cannot be read, by what the system calls it. */
const reasons: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `There is no file ${file}.`,
  ENOTDIR: (file) => `There is no file ${file}: a part of the way to it is no folder.`,
  EISDIR: (file) => `${file} is a folder, and not a file.`,
  EACCES: (file) => `${file} cannot be read: you have no permission to.`,
  EPERM: (file) => `${file} cannot be read: you have no permission to.`,
  ENAMETOOLONG: (file) => `There is no file ${file}: no name is that long.`,
  ELOOP: (file) => `${file} cannot be read: its links lead in a circle.`,
  EMFILE: (file) => `${file} cannot be read: too many files are open.`,
  EIO: (file) => `${file} cannot be read: the disk or the connection to it failed.`,
};

/** What to say of a file that cannot be read; what is no error of the system is thrown. */
export function cannotBeRead(file: string, error: unknown): InputError {
  const { code } = Object(error) as { readonly code?: unknown }; // errors of the system have one
  if (typeof code !== "string") throw error;
  const inWords = reasons[code];
  const sentence = inWords === undefined ? `${file} cannot be read: the system says ${code}.` : inWords(file);
  return new InputError([sentence], { cause: error });
}

/**
 * What is in a file, in pieces; "-" is standard input.
 *
 * @throws {InputError} when it cannot be read.
 */
export async function* piecesOf(file: string, standardInput: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* file === "-" ? standardInput : createReadStream(file);
  } catch (error) {
    throw cannotBeRead(file === "-" ? "standard input" : file, error);
  }
}

/** Folders that hold what others wrote. */
const passedOver = new Set(["node_modules", ".git"]);

const codeOf = (error: unknown): unknown => Object(error).code;

/**
 * The files in a folder and in its folders, in order; nothing where it is no folder. Links to folders are not followed, so that none leads in
 * a circle.
 *
 * @throws {InputError} when a folder cannot be read.
 */
export async function filesIn(path: string): Promise<readonly string[] | undefined> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    // That it is a file, or is not there, is found out by reading it.
    if (codeOf(error) === "ENOTDIR" || codeOf(error) === "ENOENT") return undefined;
    throw cannotBeRead(path, error);
  });
  if (entries === undefined) return undefined;
  const inOrder = entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of inOrder) {
    const own = join(path, entry.name);
    if (entry.isDirectory() && !passedOver.has(entry.name)) files.push(...((await filesIn(own)) ?? []));
    else if (!entry.isDirectory()) files.push(own);
  }
  return files;
}
