import { holds, other, own, type Row, type Said, type Spoken } from "./known.js";

type Ownership = NonNullable<Said["ownership"]>;

const unwatched = { monitoring: false } as const;
const silent = { onError: "nothing" } as const;
const unchecked = other(["change"], { writesValidated: false });
const outside = ["publish", "send-outside", "pay"] as const;
const limited = { nearLimits: ["Rows"] };
const untested = { separateTest: false };
/** Nobody is left of those who own it, or built it. */
const left: Ownership = { builderPresent: false, owners: [{ name: "Name", active: false }] };
/** Its builder is gone, and nobody understands it. */
const gone: Ownership = { builderPresent: false, understoodBy: [] };

/** What outlives its maker: all but what was its maker's alone. */
const servesOthers = (ownership: Ownership): readonly Row[] => [
  ["two people use it", { ownership, audience: { users: 2 } }, "it-review"],
  ["a team can open it", { ownership, audience: { reach: "team" } }],
  ["work stops without it", { ownership, criticality: { dailyDependence: true } }],
  ...(["change", "delete", "publish", "send-outside", "pay", "run"] as const).map(
    (each): Row => [`it can ${each}`, { ownership, ...own([each]) }],
  ),
];

export const operations: Readonly<Record<string, Spoken>> = {
  "unwatched-writes": {
    severity: "high",
    holds: [
      ["nobody watches", { ...unchecked, criticality: unwatched }, "professional"],
      ["nothing happens when it fails", { ...unchecked, operation: silent }, "professional"],
    ],
    spares: [
      ["what it writes is checked", { ...other(["change"]), criticality: unwatched, operation: silent }, "it-review"],
      ["somebody watches and is told", { ...unchecked, operation: { onError: "noticed" } }],
    ],
  },
  "fails-unseen": {
    severity: "medium",
    holds: [
      ["an outage hurts", { criticality: { ...unwatched, outage: "medium" } }, "it-review"],
      ["nothing happens when it fails, and an outage hurts", { criticality: { outage: "medium" }, operation: silent }],
      ["work stops without it", { criticality: { ...unwatched, dailyDependence: true } }],
      ["it writes to the ERP", { ...other(["create"]), criticality: unwatched }],
      ...outside.map((each): Row => [`it can ${each}`, { ...own([each]), criticality: unwatched }]),
    ],
    spares: [
      [
        "somebody watches and is told",
        {
          ...other(["publish"]),
          criticality: { outage: "high", dailyDependence: true },
          operation: { onError: "noticed" },
        },
      ],
      [
        "an outage hurts little",
        { ...own(["change"]), criticality: { ...unwatched, outage: "low" }, operation: silent },
      ],
    ],
  },
  "near-limits": {
    severity: "medium",
    holds: [
      ["two people use it", { operation: limited, audience: { users: 2 } }, "it-review"],
      ["a team can open it", { operation: limited, audience: { reach: "team" } }],
      ["it writes to the ERP", { operation: limited, ...other(["create"]) }],
      ["work stops without it", { operation: limited, criticality: { dailyDependence: true } }],
    ],
    spares: [
      ["only its maker would feel it", { operation: limited }, "citizen"],
      [
        "there is room enough",
        { ...other(["create"]), audience: { users: 2, reach: "team" }, criticality: { dailyDependence: true } },
      ],
    ],
  },
  "changed-where-it-runs": {
    severity: "low",
    holds: [
      ...outside.map(
        (each): Row => [
          `it can ${each}`,
          { ...own([each]), operation: untested },
          each === "publish" ? "it-review" : undefined,
        ],
      ),
      ["work stops without it", { operation: untested, criticality: { dailyDependence: true } }],
      ["it writes to the ERP", { operation: untested, ...other(["create"]) }],
    ],
    spares: [
      ["it has a place to test", { ...other(["publish"]), criticality: { dailyDependence: true } }],
      ["it changes a list of its own", { operation: untested, ...own(["change"]) }, "citizen"],
    ],
  },
  "no-trail": {
    severity: "medium",
    holds: [["nobody sees who reads internal data", holds("semi-sensitive", { auditTrail: "none" }), "it-review"]],
    spares: [["some of it is seen", holds("semi-sensitive", { auditTrail: "partial" })]],
  },
  "no-owner-left": {
    severity: "high",
    holds: servesOthers({ ...left, understoodBy: ["A colleague"] }),
    spares: [
      ["only its maker used it", { ownership: left }, "citizen"],
      [
        "an owner is here",
        { ownership: { ...left, owners: [{ name: "Name", active: true }] }, audience: { users: 2 } },
      ],
      ["its builder is here", { ownership: { ...left, builderPresent: true }, audience: { users: 2 } }],
    ],
  },
  "builder-gone": {
    severity: "medium",
    holds: servesOthers(gone),
    spares: [
      ["only its maker used it", { ownership: gone }, "citizen"],
      ["its builder is here", { ownership: { ...gone, builderPresent: true }, audience: { users: 2 } }],
      ["somebody understands it", { ownership: { ...gone, understoodBy: ["A colleague"] }, audience: { users: 2 } }],
    ],
  },
};
