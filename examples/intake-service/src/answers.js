import { LRUCache } from "lru-cache";
import { keyOf } from "./keys.js";

/**
 * What is answered of apps, as it is sent. The answer stays the same for as long as the revision and the policy do, and working it
 * out takes far longer than sending it: those that were asked for last are kept.
 *
 * @param bytes How much is kept of them.
 */
export function createAnswers(bytes) {
  const kept = new LRUCache({ maxSize: bytes, sizeCalculation: ({ length }) => length });
  const placeOf = (id, revision) => `${revision} ${keyOf(id)}`;
  return {
    find: (id, revision) => kept.get(placeOf(id, revision)),
    /** The answer as it is sent, from now on. */
    keep(id, answer) {
      const sent = Buffer.from(JSON.stringify(answer));
      kept.set(placeOf(id, answer.revision), sent);
      return sent;
    },
  };
}
