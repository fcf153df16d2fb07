import { stories } from "plimsoll/stories";
import { expect, test } from "vitest";
import { runOn } from "../a-terminal.js";

test("the demo tells every story to its end", async () => {
  const { code, printed, complained } = await runOn({}, ["demo"]);
  expect([code, complained]).toEqual([0, ""]);
  for (const { title, summary } of stories) {
    expect(printed).toContain(title);
    expect(printed).toContain(summary);
  }
  expect(printed).toMatch(/Calling IT early is good judgement\.\n$/);
});
