import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findUpwards } from "../../../src/cli/reading/upwards.js";

let root = "";
const names = ["a.json", "a.yaml"];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "plimsoll-"));
  mkdirSync(join(root, "house/team/app"), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

const write = (file: string) => writeFileSync(join(root, file), "");
const find = (home = join(root, "nobody")) => findUpwards(names, join(root, "house/team/app"), home);

test("a file is found in the folder itself, by the first of its names", async () => {
  write("house/team/app/a.yaml");
  write("house/team/app/a.json");
  expect(await find()).toBe("a.json");
});

test("the nearest is found, as a path from the folder", async () => {
  write("house/a.json");
  write("house/team/a.yaml");
  expect(await find()).toBe(join("..", "a.yaml"));
});

test("a folder of that name is none", async () => {
  mkdirSync(join(root, "house/team/app/a.json"));
  write("house/a.json");
  expect(await find()).toBe(join("..", "..", "a.json"));
});

test.each([
  ["the repository", "house/team/.git"],
  ["a work tree, whose .git is a file", "house/team/.git"],
])("it goes no higher than %s", async (what, git) => {
  if (what === "the repository") mkdirSync(join(root, git));
  else write(git);
  write("house/a.json");
  expect(await find()).toBeUndefined();
  write("house/team/a.json");
  expect(await find()).toBe(join("..", "a.json"));
});

test("nor than the home of the user", async () => {
  write("a.json");
  expect(await find(join(root, "house"))).toBeUndefined();
  write("house/a.json");
  expect(await find(join(root, "house"))).toBe(join("..", "..", "a.json"));
});

test("nothing is found where there is nothing up to the root", async () => {
  expect(await find()).toBeUndefined();
});
