import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from "@zip.js/zip.js";

/** Packs files into an archive, under whatever names. */
export async function archiveOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: ZipWriterAddDataOptions = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, held] of Object.entries(files)) {
    const bytes = typeof held === "string" ? new TextEncoder().encode(held) : held;
    await writer.add(name, new Uint8ArrayReader(bytes), options);
  }
  return writer.close();
}
