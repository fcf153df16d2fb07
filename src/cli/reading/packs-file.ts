import { isAbsolute, join } from "node:path";
import { type Pack, safeParsePack } from "plimsoll";
import { notAmong } from "../nearest-name.js";
import { InputError, type Terminal } from "../terminal.js";
import { loadOne } from "./load.js";
import { isPath, shippedPacks } from "./shipped.js";

async function loadPack(name: string, folder: string, terminal: Terminal): Promise<Pack> {
  const shipped = Object.hasOwn(shippedPacks, name) ? shippedPacks[name] : undefined;
  if (shipped !== undefined) return shipped;
  if (isPath(name)) {
    const file = isAbsolute(name) ? name : join(folder, name);
    return loadOne(file, "pack", (input) => safeParsePack(input), terminal);
  }
  const unknown = notAmong("pack", name, Object.keys(shippedPacks));
  throw new InputError([`${unknown} A file is named by its path, such as ./${name}.json.`]);
}

/**
 * Reads packs, each by the name of one that comes with the package, or from a file.
 *
 * @param folder From where paths lead on.
 * @throws {InputError} when one of them is none.
 */
export async function loadPacks(
  names: readonly string[],
  folder: string,
  terminal: Terminal,
): Promise<readonly Pack[]> {
  const loaded: Pack[] = [];
  for (const name of names) loaded.push(await loadPack(name, folder, terminal));
  return loaded;
}
