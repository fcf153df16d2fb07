import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { runOn } from "../cli/a-terminal.js";
import { fencedBlocks, read, root } from "../documentation/blocks.js";

const folder = "examples/policy-tests";
const files = Object.fromEntries(
  readdirSync(`${root}/${folder}`)
    .filter((file) => file.endsWith(".json"))
    .map((file) => [file, read(`${folder}/${file}`)]),
);
const [, commands = "", ...shown] = fencedBlocks(read(`${folder}/README.md`), folder).map(({ code }) => code);
const lines = commands.trim().split("\n");

test("the page shows a command and what it prints, twice", () => {
  expect([lines.length, shown.length]).toEqual([2, 2]);
});

test.each(lines.map((line, index) => [line, shown[index] ?? ""]))(
  "%s passes, and prints what the page shows",
  async (line, said) => {
    const [, , ...argv] = line.split(" ");
    const { code, printed, complained } = await runOn(files, argv);
    expect([code, complained]).toEqual([0, ""]);
    expect(printed).toContain(said);
  },
);

test("the commands of the page are those of npm test", () => {
  const { scripts } = JSON.parse(read(`${folder}/package.json`));
  expect(scripts.test.split(" && ").map((command: string) => `npx ${command}`)).toEqual(lines);
});

test("no app, no line and no slip is left out", async () => {
  const [, , ...argv] = (lines[1] ?? "").split(" ");
  const { printed } = await runOn(files, argv);
  expect(printed).toMatch(/Policy coverage: 100 % .*\nSlips that are noticed: 100 % /);
});
