import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "../../src/cli/lines.js";

async function* inPieces(pieces: readonly string[]) {
  yield* pieces;
}

test("lines are the same, however the text comes in pieces", async () => {
  const piece = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const lines: string[] = [];
      for await (const line of linesOf(inPieces(pieces))) lines.push(line);
      expect(lines).toEqual(pieces.join("").split("\n"));
    }),
  );
});
