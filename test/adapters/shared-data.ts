import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "vitest";

/** Real artifacts with labels stand beside the repository: they are not ours to ship. */
const folder = new URL("../../../shared/data/", import.meta.url);
const beside = new URL("../../../../shared/data/", import.meta.url);

const data = [folder, beside].find((url) => existsSync(url));

/** A path inside the data. */
export const pathOf = (file: string): URL => new URL(file.split("/").map(encodeURIComponent).join("/"), data);

export const readShared = (file: string): string => readFileSync(pathOf(file), "utf8");

/** The files of a folder of the data, with their paths in it. */
export function sharedFiles(of: string): readonly string[] {
  return data === undefined
    ? []
    : readdirSync(pathOf(`${of}/`), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          `${entry.parentPath}/${entry.name}`.slice(fileURLToPath(pathOf(`${of}/`)).length).replace(/^\//, ""),
        )
        .sort();
}

/** The folders directly in a folder of the data. */
export const sharedFolders = (of: string): readonly string[] =>
  data === undefined
    ? []
    : readdirSync(pathOf(`${of}/`), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort();

/** All files of a folder, as the map of path to text that an adapter takes. */
export const readFolder = (of: string): Readonly<Record<string, string>> =>
  Object.fromEntries(sharedFiles(of).map((file) => [file, readShared(`${of}/${file}`)]));

const hasSharedData = data !== undefined;

/** A test on the real files. Where they are not there, it says so in its name, and is skipped. */
export function onSharedData(name: string, run: () => void | Promise<void>): void {
  if (hasSharedData) test(name, run);
  else test.skip(`SKIPPED, since ../shared/data is not there: ${name}`, run);
}
