import assert from "node:assert/strict";
import { test } from "node:test";
import { killAgainAndAgain } from "./kills.mjs";

const times = 5;

test("a service that is killed while clients write starts again, and has every write that it acknowledged", async () => {
  const { starts, revisions, lost, isSound } = await killAgainAndAgain(times);
  assert.equal(starts, times + 1);
  assert.ok(revisions > 0, "nothing was written");
  assert.deepEqual({ lost, isSound }, { lost: 0, isSound: true });
});
