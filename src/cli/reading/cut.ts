/** A stretch of a file, and where it begins. */
export interface Cut {
  readonly bytes: Uint8Array;
  /** Whether it is so long that it was not kept. */
  readonly isTooLong: boolean;
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column: number;
}

/** No app, policy or timeline is that long; what is would only fill the memory. */
export const mostBytes = 64 * 1024 * 1024;

export const newline = 0x0a;

/** Collects the pieces of a stretch, as long as it is not too long. */
export interface Collector {
  readonly add: (piece: Uint8Array) => void;
  /** What was collected, and begins anew. */
  readonly take: (line: number, column: number) => Cut;
}

export function createCollector(): Collector {
  let pieces: Uint8Array[] = [];
  let length = 0;
  return {
    add: (piece) => {
      length += piece.length;
      if (length > mostBytes) pieces = [];
      else if (piece.length > 0) pieces.push(piece);
    },
    take: (line, column) => {
      const [only] = pieces;
      const bytes = pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
      const cut = { bytes, isTooLong: length > mostBytes, line, column };
      pieces = [];
      length = 0;
      return cut;
    },
  };
}

/** Cuts a file into its lines, the empty ones among them; the first begins where it is said to. */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  begin: { readonly line: number; readonly column: number } = { line: 1, column: 1 },
): AsyncIterable<Cut> {
  const collector = createCollector();
  let { line, column } = begin;
  for await (const piece of pieces) {
    let from = 0;
    for (let to = piece.indexOf(newline); to >= 0; to = piece.indexOf(newline, from)) {
      collector.add(piece.subarray(from, to));
      yield collector.take(line, column);
      from = to + 1;
      line++;
      column = 1;
    }
    collector.add(piece.subarray(from));
  }
  yield collector.take(line, column);
}
