import { describe, expect, test } from "vitest";
import { openArchive } from "../../../../src/cli/reading/exports/archive.js";
import { createBudget } from "../../../../src/cli/reading/exports/budget.js";
import { InputError } from "../../../../src/cli/terminal.js";
import { archiveOf } from "./an-archive.js";

const textOf = async (read: () => Promise<Uint8Array>) => new TextDecoder().decode(await read());

async function opened(files: Readonly<Record<string, string | Uint8Array>>, path = "a.zip") {
  const { files: found, ...rest } = await openArchive(await archiveOf(files), path);
  const texts = await Promise.all(found.map(async ({ path, read }) => [path, await textOf(read)]));
  return { texts: Object.fromEntries(texts), ...rest };
}

test("the files of an archive have its path before theirs", async () => {
  expect(await opened({ "a.json": "1", "b/c d.json": "2", "ü/🚢.json": "3" })).toEqual({
    texts: { "a.zip/a.json": "1", "a.zip/b/c d.json": "2", "a.zip/ü/🚢.json": "3" },
    unread: [],
    notes: [],
  });
});

describe("a name that leads out of its archive", () => {
  const names: readonly (readonly [written: string, read: string])[] = [
    ["../evil.json", "a.zip/evil.json"],
    ["a/../../evil.json", "a.zip/a/evil.json"],
    ["/etc/passwd", "a.zip/etc/passwd"],
    ["C:/evil.json", "a.zip/C/evil.json"],
    ["..\\evil.json", "a.zip/evil.json"],
  ];
  test.each(names)("%s is read inside of it, and told", async (written, read) => {
    const { texts, notes } = await opened({ [written]: "1" });
    expect(texts).toEqual({ [read]: "1" });
    expect(notes).toEqual([`a.zip names a file that would lie outside of it, ${written}. It was read as ${read}.`]);
  });

  test("and where two names come to one, one is read and the other told", async () => {
    const { texts, unread } = await opened({ "evil.json": "1", "../evil.json": "2" });
    expect(texts).toEqual({ "a.zip/evil.json": "1" });
    expect(unread).toEqual([
      {
        path: "a.zip/evil.json",
        problem: "This stands twice in its archive. The first was read, and the second was not.",
      },
    ]);
  });
});

describe("what cannot be read", () => {
  test.each([
    ["no archive at all", new TextEncoder().encode("{}")],
    ["nothing", new Uint8Array()],
    ["the signature alone", Uint8Array.of(0x50, 0x4b, 3, 4)],
  ])("is refused as a whole: %s", async (_, bytes) => {
    await expect(openArchive(bytes, "a.zip")).rejects.toThrow(InputError);
  });

  test("an archive that is cut off is refused", async () => {
    const bytes = await archiveOf({ "a.json": "1".repeat(1000) });
    await expect(openArchive(bytes.subarray(0, bytes.length - 30), "a.zip")).rejects.toThrow("damaged");
  });

  test("a file whose bytes were changed is refused when it is read, and the others are read", async () => {
    const bytes = await archiveOf({ "a.json": "first", "b.json": "second" }, { level: 0 });
    const at = Buffer.from(bytes).indexOf("first");
    bytes.set([0x46], at);
    const { files } = await openArchive(bytes, "a.zip");
    const [a, b] = files;
    await expect(a?.read()).rejects.toThrow("This is damaged in its archive");
    expect(b && (await textOf(b.read))).toBe("second");
  });

  test("a file that is locked is told", async () => {
    const { files } = await openArchive(await archiveOf({ "a.json": "1" }, { password: "x" }), "a.zip");
    await expect(files[0]?.read()).rejects.toThrow("locked with a password");
  });
});

describe("an archive that unpacks to more than anybody exports", () => {
  const megabyte = 1024 * 1024;
  const small = () => createBudget({ file: megabyte, unpacked: 3 * megabyte });
  const zeros = (length: number) => new Uint8Array(length);

  test("is read up to the size of a file, whatever it says of it", async () => {
    const bytes = await archiveOf({ "bomb.json": zeros(megabyte + 1), "a.json": "1" });
    expect(bytes.length).toBeLessThan(megabyte / 100);
    const { files } = await openArchive(bytes, "a.zip", small());
    await expect(files[0]?.read()).rejects.toThrow("This is larger than 1 MB");
    expect(files[1] && (await textOf(files[1].read))).toBe("1");
  });

  test("and up to a size in all, with the archives in it", async () => {
    const inner = await archiveOf({ "half.json": zeros(megabyte) });
    const budget = small();
    const { files } = await openArchive(
      await archiveOf({ "in.zip": inner, "one.json": zeros(megabyte) }),
      "a.zip",
      budget,
    );
    const packed = await files[0]?.read();
    const { files: insideOf } = await openArchive(packed ?? new Uint8Array(), "a.zip/in.zip", budget);
    await files[1]?.read();
    await insideOf[0]?.read();
    await expect(files[1]?.read()).rejects.toThrow("unpacks to more than 3 MB");
    await expect(insideOf[0]?.read()).rejects.toThrow("unpacks to more than 3 MB");
  });
});
