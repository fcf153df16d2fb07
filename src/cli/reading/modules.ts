import { stat } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError } from "../terminal.js";
import { cannotBeRead } from "./files.js";

/** Why a module cannot be run, for a person. */
function whyNot(file: string, error: unknown): string {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown }; // errors have them
  if (code === "ERR_UNKNOWN_FILE_EXTENSION") {
    return `This version of Node runs no ${extname(file)} files. Write it as a module with the ending .mjs.`;
  }
  return typeof message === "string" ? message : "It throws something that is not an error.";
}

/**
 * Runs a module, and gives what it exports.
 *
 * @throws {InputError} when it is not there, or cannot be run.
 */
export async function runModule(file: string): Promise<unknown> {
  const { isFile } = await stat(file).then(
    (found) => ({ isFile: found.isFile() }),
    (error: unknown) => {
      throw cannotBeRead(file, error);
    },
  );
  if (!isFile) throw new InputError([`${file} is a folder, and not a file.`]);
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (error) {
    throw new InputError([`${file} cannot be run: ${whyNot(file, error)}`], { cause: error });
  }
}
