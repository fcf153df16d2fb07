import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import manifest from "../../package.json" with { type: "json" };

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-"));
  vi.resetModules();
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

/** Starts the command in this process, with its output caught. */
async function start(...argv: string[]) {
  const caught = { printed: "", complained: "" };
  const catchInto = (name: keyof typeof caught) => (text: unknown, written: unknown) => {
    caught[name] += text;
    if (typeof written === "function") written();
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(catchInto("printed"));
  vi.spyOn(process.stderr, "write").mockImplementation(catchInto("complained"));
  vi.spyOn(process, "argv", "get").mockReturnValue(["node", "plimsoll", ...argv]);
  await import("../../src/cli/main.js");
  return { code: process.exitCode, ...caught };
}

test("the command says its version", async () => {
  expect(await start("--version")).toEqual({ code: 0, printed: `${manifest.version}\n`, complained: "" });
});

test("the command reads files", async () => {
  const file = join(folder, "list.json");
  writeFileSync(file, JSON.stringify({ id: "list", name: "Reading list" }));
  const { code, printed } = await start("classify", file);
  expect(printed).toContain("Reading list");
  expect(code).toBe(0);
});

test("the command reads files line by line", async () => {
  const file = join(folder, "apps.ndjson");
  writeFileSync(file, '{ "id": "list", "name": "Reading list", "performance": { "symptoms": ["slow"] } }\n');
  const { code, printed } = await start("audit", file);
  expect(printed).toContain("Reading list");
  expect(code).toBe(0);
});

test.each(["classify", "audit"])("the command says which file it cannot read, to %s it", async (name) => {
  const { code, complained } = await start(name, join(folder, "absent.json"));
  expect(complained).toContain("There is no file ");
  expect(complained).toContain("absent.json.\n");
  expect(code).toBe(2);
});

test("a mistake of its own ends with another code, and shows where it is", async () => {
  vi.doMock("../../src/cli/run.js", () => ({ run: () => Promise.reject(new TypeError("Our own\u001b[31m fault.")) }));
  const { code, printed, complained } = await start("--version");
  vi.doUnmock("../../src/cli/run.js");
  expect([code, printed]).toEqual([3, ""]);
  expect(complained).toMatch(/^This is a mistake in plimsoll, not yours\./);
  expect(complained).toContain("TypeError: Our own\\u{1b}[31m fault.\n    at ");
});

test("what cannot be printed is said, and ends with 2", async () => {
  const written = vi.spyOn(process.stdout, "write").mockImplementation((_, done: unknown) => {
    if (typeof done === "function") done(Object.assign(new Error("EPIPE: no"), { code: "EPIPE" }));
    return false;
  });
  let complained = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text, done: unknown) => {
    complained += text;
    if (typeof done === "function") done();
    return true;
  });
  vi.spyOn(process, "argv", "get").mockReturnValue(["node", "plimsoll", "--version"]);
  await import("../../src/cli/main.js");
  expect(written).toHaveBeenCalledOnce();
  expect(complained).toBe("The output could not be written to its end: whoever reads it has stopped reading.\n");
  expect(process.exitCode).toBe(2);
});
