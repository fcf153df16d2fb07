import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.js";
import { runOn } from "./a-terminal.js";

const app = { "a.json": JSON.stringify({ id: "a", name: "A" }) };

describe("help", () => {
  test.each([[["--help"]], [["-h"]], [[]]])("lists the commands: %j", async (argv) => {
    const { code, printed, complained } = await runOn({}, argv);
    for (const { name, summary } of commands) {
      expect(printed).toContain(`  plimsoll ${name}`);
      expect(printed.replaceAll(/\s+/g, " ")).toContain(summary);
    }
    expect([code, complained]).toEqual([0, ""]);
  });

  test.each(commands)("after $name is about it: its files, its options, its ends", async (command) => {
    const { code, printed } = await runOn({}, [command.name, "--help"]);
    const text = printed.replaceAll(/\s+/g, " ");
    expect(text).toMatch(new RegExp(`^plimsoll ${command.name}[^:]*: `));
    expect(text).toContain(command.files.hold);
    for (const [name, { help }] of Object.entries(command.options)) {
      expect(text).toContain(`--${name} `);
      expect(text).toContain(help);
    }
    const others = commands.flatMap(({ options }) => Object.keys(options)).filter((name) => !(name in command.options));
    for (const other of others) expect(printed).not.toContain(`  --${other} `);
    expect(text.includes(`with 1 when ${command.fails}`)).toBe(command.fails !== "");
    expect(code).toBe(0);
  });

  test.each(commands)("of $name has no line that is too long", async ({ name }) => {
    const { printed } = await runOn({}, [name, "-h"]);
    expect(Math.max(...printed.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  test("comes whatever else is said", async () => {
    const { code, printed } = await runOn({}, ["--help", "audit", "absent.json", "--to", "somewhere"]);
    expect(printed).toMatch(/^plimsoll audit PATH…: /);
    expect(code).toBe(0);
  });
});

test.each(["--version", "-v"])("%s prints the version", async (flag) => {
  expect(await runOn({}, [flag])).toEqual({ code: 0, printed: "9.8.7\n", complained: "" });
});

test.each([
  ["clasify a.json", 'There is no command "clasify". Did you mean "classify"? The commands are: init, import, '],
  ["constructor", 'There is no command "constructor". The commands are: '],
  ["classify", "plimsoll classify takes at least one file, and was given none."],
  ["review a.json b.json", "plimsoll review takes one file, and was given 2."],
  ["ask a.json b.json", "plimsoll ask takes one file at most, and was given 2."],
  ["demo a.json", "plimsoll demo takes no file, and was given 1."],
  ["classify a.json --jsno", 'plimsoll classify has no option "--jsno". Did you mean "--json"?'],
  [
    "classify a.json -j",
    'plimsoll classify has no option "-j". It has --policy, --with, --facts, --connectors, --map, ',
  ],
  ["classify a.json --milestone start", 'has no option "--milestone". It is one of plimsoll review.'],
  ["classify a.json --to x", 'has no option "--to". It is one of plimsoll explain.'],
  ["classify a.json --constructor", 'plimsoll classify has no option "--constructor".'],
  ["demo --json", 'plimsoll demo has no option "--json".'],
  ["--policy a.json", "Say which command --policy is for: plimsoll COMMAND --policy."],
  ["classify a.json --policy", "--policy takes a value: --policy FILE."],
  ["classify a.json --policy --json", "--policy takes a value: --policy FILE."],
  ["classify a.json --max-tier=", "--max-tier takes a value: --max-tier ID."],
  ["classify a.json --json=yes", '--json takes no value, but was given "yes".'],
  ["classify a.json --policy a.json --policy b.json", "--policy is there twice. Give it once."],
  ["classify a.json --json --format md", "--json and --format md ask for two formats. Say one of them."],
  ["classify a.json --format jsno", 'There is no format "jsno" here. Did you mean "json"? The formats are: text,'],
  ["classify - --policy -", 'Standard input can be read once only: "-" can stand for one file.'],
  ["diff - -", 'Standard input can be read once only: "-" can stand for one file.'],
  ["ask -", "plimsoll ask reads the answers from standard input"],
  ["classify a.json --max-tier citizn", 'There is no tier "citizn". Did you mean "citizen"? The tiers are: '],
  ["explain a.json --to profesional", 'There is no tier "profesional". Did you mean "professional"? The tiers are: '],
  ["review a.json --milestone strat", 'There is no milestone "strat". Did you mean "start"? The milestones are: '],
  ["review a.json --milestone start --as-of 2026-13-01", '--as-of takes a day such as 2026-03-31, not "2026-13-01".'],
])("a call that cannot be meant is refused with what was meant: plimsoll %s", async (call, complaint) => {
  const argv = call.split(" ");
  const { code, printed, complained } = await runOn(app, argv);
  expect(complained).toContain(complaint);
  const [name] = argv;
  const of = commands.some((command) => command.name === name) ? `plimsoll ${name}` : "plimsoll";
  expect(complained).toMatch(new RegExp(`\n${of} --help says how to use it\\.\n$`));
  expect([code, printed]).toEqual([2, ""]);
});

test.each(["2026-03-31", "2026-03-31T09:00:00Z", "2024-02-29T09:00+01:00"])("%s is a day", async (day) => {
  const { code } = await runOn(app, ["review", "a.json", "--milestone", "start", "--as-of", day]);
  expect(code).toBe(0);
});

test("options may stand before the command and its files", async () => {
  const { code, printed } = await runOn(app, ["--format", "json", "classify", "a.json"]);
  expect(JSON.parse(printed)).toMatchObject({ app: "a" });
  expect(code).toBe(0);
});

test("what looks like an option is a file behind --", async () => {
  const { code } = await runOn({ "--odd": app["a.json"] }, ["classify", "--", "--odd"]);
  expect(code).toBe(0);
});

test("a file that is not there is no wrong call", async () => {
  expect(await runOn({}, ["classify", "absent.json"])).toEqual({
    code: 2,
    printed: "",
    complained: "There is no file absent.json.\n",
  });
});

test("an error of its own making is not taken for bad input", async () => {
  const today = () => {
    throw new TypeError("Our own fault.");
  };
  await expect(runOn(app, ["audit", "a.json"], { today })).rejects.toThrow("Our own fault.");
});
