import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readEntries } from "../../../src/cli/reading/entries.js";
import type { Entry } from "../../../src/cli/reading/entry.js";
import { filesIn, read } from "../../documentation/blocks.js";
import { runOn } from "../a-terminal.js";

async function* inPieces(text: string | Uint8Array): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

/** What a file of YAML holds. */
async function readYaml(text: string | Uint8Array) {
  const { layout, entries } = await readEntries(inPieces(text), "apps.yaml");
  const all: Entry[] = [];
  for await (const entry of entries) all.push(entry);
  return { layout, entries: all, values: all.map((entry) => ("value" in entry ? entry.value : entry.problem)) };
}

/** What is wrong with a file of YAML, with its place. */
async function problemIn(text: string): Promise<string> {
  const [entry] = (await readYaml(text)).entries;
  return entry !== undefined && "problem" in entry
    ? `${entry.label}: ${entry.problem}`
    : expect.fail("It can be read.");
}

describe("YAML holds", () => {
  test.each<readonly [what: string, text: string, layout: string, values: readonly unknown[]]>([
    ["one value", "id: rota # so far\nname: Rota\n", "one", [{ id: "rota", name: "Rota" }]],
    ["a list of values", "- id: a\n- id: b\n", "array", [{ id: "a" }, { id: "b" }]],
    ["several documents", "---\nid: a\n---\nid: b\n---\n", "array", [{ id: "a" }, { id: "b" }]],
    ["nothing", "# nothing yet\n", "none", []],
    ["nothing at all", "", "none", []],
    ["JSON", '{"a": [1, {"b": null}]}', "one", [{ a: [1, { b: null }] }]],
    ["what an anchor stands for", "a: &a [1, 2]\nb: *a\n", "one", [{ a: [1, 2], b: [1, 2] }]],
    [
      "dates and answers as texts",
      "on: 2026-03-31\nis: yes\nno: NO\n",
      "one",
      [{ on: "2026-03-31", is: "yes", no: "NO" }],
    ],
    [
      "the same in its older form",
      "%YAML 1.1\n---\nis: yes\non: 2026-03-31\n",
      "one",
      [{ is: "yes", on: "2026-03-31" }],
    ],
    ["names as they are written", "1.0: a\nnull: b\ntrue: c\n", "one", [{ "1.0": "a", null: "b", true: "c" }]],
    ["a text over several lines", "why: >\n  So\n  it is.\n", "one", [{ why: "So it is.\n" }]],
    ["a mark of its bytes", "\ufeffid: a\n", "one", [{ id: "a" }]],
  ])("%s", async (_, text, layout, values) => {
    expect(await readYaml(text)).toMatchObject({ layout, values });
  });

  test("whatever JSON can hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect((await readYaml(stringify(plain))).values).toEqual([plain]);
      }),
    );
  });

  test("fields of any name, as fields of their own", async () => {
    const [value] = (await readYaml("__proto__: { isAdmin: true }\nconstructor: 2\n")).values;
    expect(Object.keys(Object(value))).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

const tag =
  "This tag means something that JSON cannot say. Leave it out, and write a text, a number, true, false, a list or fields.";
const tooDeep = "This is nested too deep to be meant.";

describe("YAML is refused where it says", () => {
  test.each<readonly [what: string, text: string, said: string]>([
    ["a field twice", "a: 1\nb: 2\na: 3\n", 'line 3, column 1: The field "a" is there twice.'],
    ["a date as a date", "a: !!timestamp 2026-03-31\n", `line 1, column 4: ${tag}`],
    ["a set", "a: !!set { b, c }\n", `line 1, column 4: ${tag}`],
    ["bytes", "a: !!binary aGk=\n", `line 1, column 4: ${tag}`],
    ["a tag of its own", "a:\n  - !secret b\n", `line 2, column 5: ${tag}`],
    ["code", "a: !!js/function 'x'\n", `line 1, column 4: ${tag}`],
    ["fields as a name", "? [a, b]\n: c\n", "line 1, column 3: A field has a text for a name."],
    ["what no anchor stands before", "a: *b\n", 'line 1, column 4: "*b" stands for nothing that comes before it.'],
    ["itself", "a: &a\n  b: *a\n", 'line 2, column 6: "*a" stands for nothing that comes before it.'],
    ["tabs", "a:\n\tb: 1\n", "line 2, column 1: A tab stands where spaces are needed: YAML is indented with spaces."],
    [
      "levels otherwise",
      "a:\n    b: 1\n  c: 2\n",
      "line 3, column 1: This is indented differently from the lines around it.",
    ],
    ["a colon in a text", "title: What: this\n", "line 1, column 8: This cannot be the name of a field: "],
    ["half a text", "a: 'b\n", "line 2, column 1: A closing bracket, a closing quote, "],
    ["what is none", "a: ]\n", "line 1, column 4: This is not YAML: "],
    ["levels without an end", "[".repeat(10_000), tooDeep],
    ["more levels than can be meant", `${"[".repeat(300)}${"]".repeat(300)}`, tooDeep],
  ])("%s", async (_, text, said) => {
    expect(await problemIn(text)).toContain(said);
  });

  test("ever more by aliases of aliases", async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}*a${at}]`);
    expect(await problemIn(["a0: &a0 [x]", ...rows].join("\n"))).toContain(
      "Its aliases stand for more values than can be read.",
    );
  });

  test("one document takes no other with it", async () => {
    const { layout, values } = await readYaml("a: 1\na: 2\n---\nid: c\n");
    expect([layout, values[1]]).toEqual(["array", { id: "c" }]);
    expect(values[0]).toBe('The field "a" is there twice.');
  });

  test.each<readonly [what: string, bytes: string | Uint8Array, said: string]>([
    [
      "in UTF-16",
      Buffer.from("\ufeffid: a", "utf16le"),
      "apps.yaml is not written in UTF-8, but, as it seems, in UTF-16.",
    ],
    [
      "in another code",
      Buffer.from("id: a\nname: caf\u00e9", "latin1"),
      "apps.yaml, line 2: This is not written in UTF-8.",
    ],
    ["at such length", `a: ${"b".repeat(2 * 1024 * 1024)}`, "apps.yaml: This is longer than 2 MB. Write it as JSON"],
  ])("it %s", async (_, bytes, said) => {
    await expect(readYaml(bytes)).rejects.toThrow(said);
  });
});

test("what reads YAML is loaded only where there is some: JSON need not wait for it", () => {
  const files = filesIn("src/cli", ".ts");
  expect(
    files.filter((file) => /import\("yaml"\)/.test(read(file).replaceAll(/typeof import\("yaml"\)/g, ""))),
  ).toEqual(["src/cli/reading/yaml.ts"]);
  expect(files.filter((file) => /^import (?!type ).* from "yaml"/m.test(read(file)))).toEqual([]);
});

describe("the command reads YAML", () => {
  const policy = [
    "extends: standard",
    "id: ours",
    "version: 1.0.0",
    "change:",
    "  many-users:",
    "    lines: { users: 50 }",
    "",
  ];
  const rota = "id: rota\nname: Rota\naudience:\n  users: 60\n";
  const files = { "ours.yml": policy.join("\n"), "rota.yaml": rota };

  test("wherever it reads a policy, an app or tests", async () => {
    const { code, printed } = await runOn(files, ["classify", "rota.yaml", "--policy", "ours.yml"]);
    expect([code, printed]).toEqual([0, expect.stringContaining("60 people; the line is 50 or more")]);
    const tests = `tests:\n  - name: many\n    expect: { because: [many-users] }\n    profile:\n${rota.replaceAll(/^/gm, "      ").trimEnd()}\n`;
    const tested = await runOn({ ...files, "ours.test.yaml": tests }, [
      "test",
      "ours.test.yaml",
      "--policy",
      "ours.yml",
    ]);
    expect(tested.printed).toMatch(/^1 test of 1 passed/m);
  });

  test("and says on which line what stands that cannot be used", async () => {
    const wrong = { ...files, "rota.yaml": `${rota}data:\n  - name: Shifts\n    class: helth\n` };
    const { code, complained } = await runOn(wrong, ["classify", "rota.yaml"]);
    expect([code, complained]).toEqual([
      2,
      expect.stringMatching(/^rota\.yaml, line 7, at \/data\/0\/class: "helth" is not/i),
    ]);
  });

  test("what is missing is told where it should stand", async () => {
    const { complained } = await runOn({ "apps.yaml": "- id: a\n  name: A\n- id: b\n" }, ["classify", "apps.yaml"]);
    expect(complained).toBe("apps.yaml, entry 2, line 3, at /name: This is needed here: text.\n");
  });

  test("a portfolio of several documents is told as a list", async () => {
    const apps = "id: a\nname: A\n---\nid: b\nname: B\n";
    const { printed } = await runOn({ "apps.yaml": apps }, ["classify", "apps.yaml", "--json"]);
    expect(JSON.parse(printed)).toHaveLength(2);
    expect((await runOn({ "apps.yaml": apps }, ["audit", "apps.yaml"])).printed).toContain("2 apps");
  });
});
