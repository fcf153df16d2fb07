import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { OutputError } from "../../../src/cli/terminal.js";
import { createOutput } from "../../../src/cli/writing/output.js";

/** A stream that keeps what is written, and takes the next piece only when it is told to. */
function slowStream() {
  const taken: string[] = [];
  const waiting: (() => void)[] = [];
  const stream = new Writable({
    highWaterMark: 1,
    write: (piece, _, done) => {
      taken.push(String(piece));
      waiting.push(done);
    },
  });
  return { stream, taken, goOn: () => waiting.shift()?.() };
}

const failing = (code: string) =>
  new Writable({ write: (_piece, _, done) => done(Object.assign(new Error(`${code}: no`), { code })) });

const long = "a".repeat(1 << 16);

test("no more is written than there is room for", async () => {
  const { stream, taken, goOn } = slowStream();
  const output = createOutput(stream);
  let isDone = false;
  const written = output.write(long).then(() => {
    isDone = true;
  });
  await new Promise(setImmediate);
  expect([taken.length, isDone]).toEqual([1, false]);
  goOn();
  await written;
  expect(isDone).toBe(true);
});

test("short pieces go together, and all are there at the end", async () => {
  const { stream, taken, goOn } = slowStream();
  const output = createOutput(stream);
  await output.write("a");
  await output.write("b");
  expect(taken).toEqual([]);
  const flushed = output.flush();
  goOn();
  await flushed;
  expect(taken).toEqual(["ab"]);
});

test("to whoever watches, every piece goes at once", async () => {
  const { stream, taken, goOn } = slowStream();
  const written = createOutput(Object.assign(stream, { isTTY: true })).write("a");
  goOn();
  await written;
  expect(taken).toEqual(["a"]);
});

describe("what cannot be written ends in a sentence", () => {
  test.each([
    ["ENOSPC", "there is no room left where it goes"],
    ["EPIPE", "whoever reads it has stopped reading"],
    ["EWHAT", "the system says EWHAT"],
  ])("%s", async (code, reason) => {
    const output = createOutput(failing(code));
    await expect(output.write(long)).rejects.toThrow(`The output could not be written to its end: ${reason}.`);
    await expect(output.write("more")).rejects.toBeInstanceOf(OutputError);
    await expect(output.flush()).resolves.toBeUndefined();
  });
});
