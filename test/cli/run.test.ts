import { expect, test } from "vitest";
import { runOn } from "./a-terminal.js";

test.each([[["--help"]], [["-h"]], [["classify", "--help"]], [[]]])("%j explains the command", async (argv) => {
  const { code, printed } = await runOn({}, argv);
  expect(printed).toContain("plimsoll classify FILE|-");
  expect(code).toBe(0);
});

test.each(["--version", "-v"])("%s prints the version", async (flag) => {
  expect(await runOn({}, [flag])).toEqual({ code: 0, printed: "9.8.7\n", complained: "" });
});

test.each([
  {
    argv: ["clasify", "a.json"],
    complaint: 'There is no command "clasify". The commands are: classify, ',
  },
  { argv: ["classify"], complaint: "plimsoll classify takes one file." },
  { argv: ["classify", "a.json", "b.json"], complaint: "plimsoll classify takes one file." },
  { argv: ["demo", "a.json"], complaint: "plimsoll demo takes no file." },
  { argv: ["classify", "a.json", "--jsno"], complaint: "--jsno" },
])("a call that cannot be meant says how the command is used: $argv", async ({ argv, complaint }) => {
  const { code, printed, complained } = await runOn({}, argv);
  expect(complained).toContain(complaint);
  expect(complained).toContain("plimsoll --help");
  expect([code, printed]).toEqual([2, ""]);
});

test("an error of its own making is not taken for bad input", async () => {
  await expect(runOn({}, ["classify", "absent.json"])).rejects.toThrow("There is no file absent.json.");
});
