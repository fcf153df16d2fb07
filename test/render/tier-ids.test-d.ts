import { classify, type Policy, parsePolicy } from "plimsoll";
import { loadLineText } from "plimsoll/render";
import { test } from "vitest";
import { app, house } from "../policy/house-policy.js";

test("a load line is drawn with tiers of its policy: the standard one, when none is named", () => {
  loadLineText(classify(app));
  loadLineText({ tier: "citizen", ceiling: "professional" });
  loadLineText(classify(app, house), { policy: house });

  // @ts-expect-error A tier that is misspelt does not compile.
  loadLineText({ tier: "citizn", ceiling: "professional" });
  // @ts-expect-error Nor one of another policy.
  loadLineText({ tier: "citizen", ceiling: "central" }, { policy: house });
});

test("of a policy from JSON nothing is known, so that any text will do", () => {
  const policy: Policy = parsePolicy({});
  loadLineText({ tier: "team", ceiling: "central" }, { policy });
  loadLineText(classify(app, policy), { policy });
});
