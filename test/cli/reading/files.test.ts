import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { piecesOf } from "../../../src/cli/reading/files.js";

const folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
const at = (name: string) => join(folder, name);
mkdirSync(at("folder"));
writeFileSync(at("file"), "{}");
symlinkSync(at("circle"), at("circle"));

afterAll(() => rmSync(folder, { recursive: true }));

async function* standardInput() {
  yield Buffer.from("typed");
}

async function read(file: string) {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(file, standardInput())) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

test("a file is read as it is, and - is standard input", async () => {
  expect(await read(at("file"))).toBe("{}");
  expect(await read("-")).toBe("typed");
});

test.each([
  ["absent", (file: string) => `There is no file ${file}.`],
  ["folder", (file: string) => `${file} is a folder, and not a file.`],
  ["file/in-it", (file: string) => `There is no file ${file}: a part of the way to it is no folder.`],
  ["circle", (file: string) => `${file} cannot be read: its links lead in a circle.`],
  ["a".repeat(300), (file: string) => `There is no file ${file}: no name is that long.`],
])("what cannot be read is told in a sentence: %s", async (name, sentence) => {
  await expect(read(at(name))).rejects.toMatchObject({ sentences: [sentence(at(name))] });
});

/** Input that fails with an error. */
const failing = (error: Error): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error) }),
});

const firstOf = (pieces: AsyncIterable<Uint8Array>) => pieces[Symbol.asyncIterator]().next();

test.each([
  ["EACCES", "standard input cannot be read: you have no permission to."],
  ["EWHAT", "standard input cannot be read: the system says EWHAT."],
])("so is what the system calls %s", async (code, sentence) => {
  const error = Object.assign(new Error(`${code}: no`), { code });
  await expect(firstOf(piecesOf("-", failing(error)))).rejects.toMatchObject({ sentences: [sentence] });
});

test("a mistake of our own is none of the file", async () => {
  await expect(firstOf(piecesOf("-", failing(new TypeError("Our own fault."))))).rejects.toThrow(TypeError);
});
