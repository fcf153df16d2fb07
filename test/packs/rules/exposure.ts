import { holds, letsIn, type Operation, other, own, type Row, type Said, type Spoken } from "./known.js";

const harmful: readonly Operation[] = ["change", "delete", "pay", "grant-rights", "run"];
const whoever = (more: Said): Said => ({ ...letsIn("registered"), ...more });
const untried = (more: Said): Said => ({ ...letsIn("registered", false), ...more });
const shared = (canOpen: number, more: Said = {}): Said => ({ ...more, audience: { canOpen, ...more.audience } });

export const exposure: Readonly<Record<string, Spoken>> = {
  "open-to-change": {
    severity: "high",
    holds: harmful.map((each): Row => [`whoever registers can ${each}`, whoever(own([each])), "professional"]),
    spares: [
      ["all in the organisation can change things", { ...letsIn("organisation"), ...own(["change"]) }, "citizen"],
      ["anybody can add something to its list", { ...letsIn("anybody"), ...own(["create"]) }],
      ["anybody can read it", letsIn("anybody")],
    ],
  },
  "open-sensitive-data": {
    severity: "high",
    holds: [
      ...(["personal", "financial", "health", "payment"] as const).map(
        (each): Row => [`whoever registers may see ${each} data`, whoever(holds(each)), "professional"],
      ),
      [
        "a component handles the data, and whoever registers may see it",
        whoever(holds("personal", { component: { id: "payment-processing" } })),
        "professional",
      ],
    ],
    spares: [
      ["all in the organisation may see personal data", { ...letsIn("organisation"), ...holds("personal") }],
      ["anybody may see internal data", { ...letsIn("anybody"), ...holds("semi-sensitive") }],
    ],
  },
  "open-to-add": {
    severity: "medium",
    holds: [["whoever registers can add to the ERP", whoever(other(["create"])), "it-review"]],
    spares: [
      ["all in the organisation can add to the ERP", { ...letsIn("organisation"), ...other(["create"]) }],
      ["whoever registers can add to a list of its own", whoever(own(["create"]))],
      ["whoever registers makes it publish in the ERP", whoever(other(["publish"]))],
    ],
  },
  "untried-from-outside": {
    severity: "medium",
    holds: [
      ["internal data behind a way in that nobody tried", untried(holds("semi-sensitive")), "it-review"],
      ...harmful.map((each): Row => [`nobody tried whether strangers can ${each}`, untried(own([each]))]),
    ],
    spares: [
      ["internal data behind a way in that was tried", whoever(holds("semi-sensitive"))],
      ["changes behind a way in that was tried", whoever(own(["change"]))],
      ["general data behind a way in that nobody tried", untried({})],
      ["adding to a list behind a way in that nobody tried", untried(own(["create"]))],
    ],
  },
  "wide-reach": {
    severity: "medium",
    holds: [
      ["a thousand people can open it", shared(1000), "it-review"],
      ["five hundred can open internal data", shared(500, holds("semi-sensitive"))],
      ...(["change", "delete", "publish", "send-outside", "pay", "grant-rights", "run"] as const).map(
        (each): Row => [`five hundred can make it ${each}`, shared(500, own([each]))],
      ),
      ["five hundred can write to the ERP", shared(500, other(["create"]))],
      ["five hundred can open what a hundred use", shared(500, { audience: { users: 100 } })],
      [
        "the whole organisation can open internal data",
        { ...holds("semi-sensitive"), audience: { reach: "organisation" } },
      ],
    ],
    spares: [
      ["999 can open a list of general data", shared(999), "citizen"],
      ["499 can open internal data", shared(499, holds("semi-sensitive"))],
      ["a department can open internal data", { ...holds("semi-sensitive"), audience: { reach: "department" } }],
      [
        "five hundred can open what 99 use, and add to it",
        shared(500, { ...own(["create"]), audience: { users: 99 } }),
      ],
    ],
  },
};
