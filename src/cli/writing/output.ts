import type { Writable } from "node:stream";
import { OutputError } from "../terminal.js";

/** Writes texts to a stream, one after the other. */
export interface Output {
  /** Is done when there is room for more. */
  readonly write: (text: string) => Promise<void>;
  /** Is done when everything is written. */
  readonly flush: () => Promise<void>;
}

/** So many characters are written at once. */
const most = 1 << 16;

/** Why something cannot be written, by what the system calls it. */
const reasons: Readonly<Record<string, string>> = {
  EPIPE: "whoever reads it has stopped reading",
  ERR_STREAM_DESTROYED: "whoever reads it has stopped reading",
  ENOSPC: "there is no room left where it goes",
  EDQUOT: "there is no room left where it goes",
  EFBIG: "the file that it goes to would become too large",
};

function cannotBeWritten(error: NodeJS.ErrnoException): OutputError {
  const reason = reasons[error.code ?? ""] ?? `the system says ${error.code ?? error.message}`;
  return new OutputError(`The output could not be written to its end: ${reason}.`, { cause: error });
}

/**
 * Writes to a stream, in pieces that are worth the way unless somebody watches. After a piece that could not be written, no
 * other is tried.
 */
export function createOutput(stream: Writable & { readonly isTTY?: boolean }): Output {
  let waiting: string[] = [];
  let length = 0;
  let failure: OutputError | undefined;
  // What goes wrong is told to whoever wrote.
  stream.on("error", () => {});

  const flush = async (): Promise<void> => {
    const text = waiting.join("");
    waiting = [];
    length = 0;
    if (text === "" || failure !== undefined) return;
    await new Promise<void>((resolve, reject) => {
      stream.write(text, (error) => {
        if (error) {
          failure = cannotBeWritten(error);
          reject(failure);
        } else resolve();
      });
    });
  };

  const write = async (text: string): Promise<void> => {
    if (failure !== undefined) throw failure;
    waiting.push(text);
    length += text.length;
    if (stream.isTTY === true || length >= most) await flush();
  };

  return { write, flush };
}
