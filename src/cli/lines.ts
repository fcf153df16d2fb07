/** The lines of a text that comes in pieces, one at a time; each piece is looked at once. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let line: string[] = [];
  for await (const piece of pieces) {
    const [end = "", ...next] = piece.split("\n");
    line.push(end);
    for (const beginning of next) {
      yield line.join("");
      line = [beginning];
    }
  }
  yield line.join("");
}
