import { createAnalysis, tierRange } from "plimsoll/analysis";
import { expect, test } from "vitest";
import { policyOf } from "../policy/a-policy.js";
import { appTelling, exactly, ownFact } from "./own-facts.js";

test.each([":1", ":01", "another", "another 2", "*", "0", "-", ","])(
  "a member that is called %j is a member like any other",
  (name) => {
    const domain = { kind: "set", members: ["north", name, "west"], open: false } as const;
    const places = { places: ownFact("places", domain), open: ownFact("open", { kind: "boolean" }) };
    const rule = policyOf({
      any: [
        {
          all: [
            { fact: "places", includesAll: [name, "west"] },
            { fact: "open", is: true },
          ],
        },
        { fact: "places", includesAny: ["north"] },
      ],
    });
    const asked = createAnalysis(rule, { facts: places });
    const tier = (extensions: Parameters<typeof appTelling>[0]) => tierRange(appTelling(extensions), asked);
    expect(tier({ places: [name, "west"], open: true })).toEqual(exactly("central"));
    expect(tier({ places: [name, "west"], open: false })).toEqual(exactly("team"));
    expect(tier({ places: [name], open: true })).toEqual(exactly("team"));
    expect(tier({ places: ["north"], open: false })).toEqual(exactly("central"));
  },
);
