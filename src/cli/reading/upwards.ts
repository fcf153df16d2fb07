import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

const isThere = (file: string, isMeant: (found: { isFile(): boolean }) => boolean): Promise<boolean> =>
  stat(file).then(isMeant, () => false);

/**
 * The first file of some names in a folder or in those above it, as a path from that folder; nothing, when there is none. It goes no
 * higher than a folder that has `.git`, which is as far as those reach who work in it together, nor than the home of the user.
 */
export async function findUpwards(names: readonly string[], from: string, home: string): Promise<string | undefined> {
  let above = "";
  for (;;) {
    const folder = resolve(from, above);
    for (const name of names) {
      if (await isThere(join(folder, name), (found) => found.isFile())) return join(above, name);
    }
    const isLast = folder === resolve(home) || folder === dirname(folder);
    if (isLast || (await isThere(join(folder, ".git"), () => true))) return undefined;
    above = join(above, "..");
  }
}
