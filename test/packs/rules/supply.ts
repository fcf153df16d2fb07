import { holds, other, own, partOf, type Row, type Said, type Spoken } from "./known.js";

const unread = partOf({ kind: "scripts", origin: "ai", reviewed: false });
const team = { audience: { reach: "team" } } as const satisfies Said;
const all = ["change", "create", "delete", "publish", "send-outside", "pay", "grant-rights", "run"] as const;

export const supply: Readonly<Record<string, Spoken>> = {
  "unread-parts": {
    severity: "medium",
    holds: [
      ...all.map(
        (each): Row => [
          `a part can ${each}`,
          { ...unread, ...team, ...own([each]) },
          each === "change" ? "it-review" : undefined,
        ],
      ),
      ["a part gets internal data", { ...unread, ...team, ...holds("semi-sensitive") }],
    ],
    spares: [
      [
        "somebody has read it",
        { ...partOf({ kind: "scripts", origin: "ai", reviewed: true }), ...team, ...own(["change"]) },
      ],
      ["only its maker can open it", { ...unread, ...own(["change"]), ...holds("semi-sensitive") }],
      ["it does nothing, and knows nothing", { ...unread, ...team }, "citizen"],
    ],
  },
  "community-connector": {
    severity: "medium",
    holds: [["its connector is a community's", own([], { connector: "community" }), "it-review"]],
    spares: [["it calls an address", own([], { connector: "http" })]],
  },
  "code-that-writes": {
    severity: "low",
    holds: (["scripts", "components"] as const).map(
      (kind): Row => [
        `${kind} write to the ERP`,
        { ...partOf({ kind, origin: "own" }), ...other(["create"]) },
        "it-review",
      ],
    ),
    spares: [
      ["formulas write to the ERP", { ...partOf({ kind: "formulas", origin: "own" }), ...other(["create"]) }],
      [
        "scripts write to a list of its own",
        { ...partOf({ kind: "scripts", origin: "own" }), ...own(["create"]) },
        "citizen",
      ],
    ],
  },
};
