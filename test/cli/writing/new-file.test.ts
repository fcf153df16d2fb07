import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFile } from "../../../src/cli/writing/new-file.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

test("a file is written where there is none, and so are the folders on its way", async () => {
  expect(await createFile(at("a/b/c.json"), "{}\n")).toBe(true);
  expect(readFileSync(at("a/b/c.json"), "utf8")).toBe("{}\n");
});

describe("nothing is written where there is", () => {
  test.each<readonly [what: string, put: (file: string) => void]>([
    ["a file", (file) => writeFileSync(file, "mine")],
    ["a folder", (file) => mkdirSync(file)],
    ["a link to a file that is not there", (file) => symlinkSync(at("absent"), file)],
  ])("%s", async (_, put) => {
    put(at("c.json"));
    expect(await createFile(at("c.json"), "{}\n")).toBe(false);
    expect(existsSync(at("absent"))).toBe(false);
  });
});

test.each<readonly [why: string, name: string, said: string]>([
  ["a file is on its way", "file/c.json", "a part of the way to it is no folder."],
  ["a file is further up on its way", "file/b/c.json", "a part of the way to it is no folder."],
  ["its name is too long", "n".repeat(5000), "no name is that long."],
])("what cannot be written where %s is said", async (_, name, said) => {
  writeFileSync(at("file"), "mine");
  await expect(createFile(at(name), "{}\n")).rejects.toThrow(`${at(name)} cannot be written: ${said}`);
});
