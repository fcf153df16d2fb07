import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "../terminal.js";

/** Why a file cannot be written, by what the system calls it. */
const reasons: Readonly<Record<string, string>> = {
  EEXIST: "a part of the way to it is no folder",
  ENOTDIR: "a part of the way to it is no folder",
  EACCES: "you have no permission to",
  EPERM: "you have no permission to",
  EROFS: "nothing can be written there",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "no name is that long",
};

const codeOf = (error: unknown) => (Object(error) as { readonly code?: unknown }).code; // errors of the system have one

/** What to say of a file that cannot be written; what is no error of the system is thrown. */
function cannotBeWritten(file: string, error: unknown): InputError {
  const code = codeOf(error);
  if (typeof code !== "string") throw error;
  return new InputError([`${file} cannot be written: ${reasons[code] ?? `the system says ${code}`}.`], {
    cause: error,
  });
}

/**
 * Writes a file, and the folders on its way, unless there is something of that name. Says whether it did.
 *
 * @throws {InputError} when it cannot be written.
 */
export async function createFile(file: string, text: string): Promise<boolean> {
  const refuse = (error: unknown): never => {
    throw cannotBeWritten(file, error);
  };
  await mkdir(dirname(file), { recursive: true }).catch(refuse);
  return writeFile(file, text, { flag: "wx" }).then(
    () => true,
    (error: unknown) => (codeOf(error) === "EEXIST" ? false : refuse(error)),
  );
}
