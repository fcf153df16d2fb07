import { configure, type Entry, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { InputError } from "../../terminal.js";
import { type Budget, createBudget } from "./budget.js";
import { type Found, limits, tooLarge, type Unread } from "./found.js";

/** The files of an archive, and what is wrong with the others. */
export interface Archive {
  readonly files: readonly Found[];
  readonly unread: readonly Unread[];
  /** What is odd about it, and kept nothing from being read. */
  readonly notes: readonly string[];
}

// Whoever asks for one file waits for it; threads would only cost.
configure({ useWebWorkers: false });

/** The way to an entry inside its archive: what would lead out of it is left away, for nothing is ever written. */
function inside(name: string): string {
  const steps = name.split(/[/\\]/).filter((step) => step !== "" && step !== "." && step !== "..");
  return steps.map((step) => step.replace(/^([A-Za-z]):$/, "$1")).join("/");
}

const leadsOut = (name: string): boolean => /^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name);

async function unpack(entry: Exclude<Entry, { readonly directory: true }>, budget: Budget): Promise<Uint8Array> {
  if (entry.encrypted) throw new InputError(["This is locked with a password. Pack it without one."]);
  const pieces: Uint8Array[] = [];
  let length = 0;
  let refusal: unknown;
  const target = new WritableStream<Uint8Array>({
    write: (piece) => {
      try {
        length += piece.length;
        budget.spend(piece.length);
        if (length > budget.file) throw tooLarge(budget.file);
      } catch (error) {
        refusal = error;
        throw error;
      }
      pieces.push(piece);
    },
  });
  try {
    await entry.getData(target, { checkSignature: true, checkOverlappingEntry: true });
  } catch (error) {
    if (refusal !== undefined) throw refusal;
    throw new InputError(["This is damaged in its archive, and was not read. Export it again."], { cause: error });
  }
  return Buffer.concat(pieces);
}

async function* once(read: () => Promise<Uint8Array>): AsyncIterable<Uint8Array> {
  yield await read();
}

/**
 * Opens an archive: says which files are in it, each of which is unpacked when it is asked for.
 *
 * @param budget What may be unpacked, by this archive and by those in it together.
 * @throws {InputError} when it is none, or its list of files is damaged.
 */
export async function openArchive(bytes: Uint8Array, path: string, budget: Budget = createBudget()): Promise<Archive> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { filenameValidation: "tolerant" });
  const files: Found[] = [];
  const unread: Unread[] = [];
  const notes: string[] = [];
  const names = new Set<string>();
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (files.length >= limits.entries) {
        unread.push({ path, problem: `This holds more than ${limits.entries} files; the rest was not looked at.` });
        break;
      }
      if (entry.directory) continue;
      const own = `${path}/${inside(entry.filename)}`;
      if (leadsOut(entry.filename)) {
        notes.push(`${path} names a file that would lie outside of it, ${entry.filename}. It was read as ${own}.`);
      }
      if (names.has(own)) {
        unread.push({
          path: own,
          problem: "This stands twice in its archive. The first was read, and the second was not.",
        });
        continue;
      }
      names.add(own);
      const read = () => unpack(entry, budget);
      files.push({ path: own, read, pieces: () => once(read) });
    }
  } catch (error) {
    throw new InputError(["This is no archive, or it is damaged. Export it again."], { cause: error });
  }
  return { files, unread, notes };
}
