import { holds, letsIn, own, type Row, reads, type Said, type Spoken } from "./known.js";

const two = { audience: { users: 2 } };
const flow = { kind: "flow" } as const;
const steered = { oversight: "none", strangersWrite: true } as const;
const byStrangers = (more: Said): Said => ({
  ...letsIn("named"),
  ...own([], { identity: "maker" }),
  ...flow,
  automation: steered,
  ...more,
});

export const identity: Readonly<Record<string, Spoken>> = {
  "account-of-leaver": {
    severity: "high",
    holds: [["its account is that of somebody who has left", own([], { accountOwnerPresent: false }), "it-review"]],
    spares: [["its account is that of somebody who is here", own([])]],
  },
  "rights-of-its-maker": {
    severity: "medium",
    holds: [
      ["two people read the ERP as its maker", { ...reads({ identity: "maker" }), ...two }, "it-review"],
      ["two people read the ERP with one shared account", { ...reads({ identity: "shared" }), ...two }],
      ...(["site", "agent"] as const).map(
        (kind): Row => [`of a ${kind} as well`, { ...reads({ identity: "maker" }), ...two, kind }],
      ),
      ...(["person", "request"] as const).map(
        (trigger): Row => [
          `of a flow that a ${trigger} starts as well`,
          { ...reads({ identity: "maker" }), ...two, ...flow, automation: { triggers: [trigger] } },
        ],
      ),
      ["strangers steer a flow that nobody watches", byStrangers({})],
    ],
    spares: [
      ...(["user", "app", "service"] as const).map(
        (each): Row => [`each acts with the account of the ${each}`, { ...reads({ identity: each }), ...two }],
      ),
      ["only its maker uses it", reads({ identity: "maker" })],
      ["two people use a list of its own", { ...own(["create"], { identity: "maker" }), ...two }],
      [
        "two people get what a flow makes each night",
        { ...reads({ identity: "maker" }), ...two, ...flow, automation: { triggers: ["schedule"] } },
      ],
      ["no stranger writes to it", byStrangers({ automation: { ...steered, strangersWrite: false } })],
      ["nobody gets in", byStrangers({ entrances: [] })],
      ["somebody looks later", byStrangers({ automation: { ...steered, oversight: "looks-later" } })],
    ],
  },
  administers: {
    severity: "high",
    holds: (["change", "delete", "grant-rights", "run"] as const).map(
      (each): Row => [`it can ${each} as an administrator`, own([each], { rights: "administration" }), "professional"],
    ),
    spares: [
      ["it changes things with the rights of others", own(["change"], { rights: "others" })],
      ["it adds things as an administrator", own(["create"], { rights: "administration" })],
    ],
  },
  "gives-rights": {
    severity: "high",
    holds: [["it gives people rights", own(["grant-rights"]), "it-review"]],
    spares: [["it changes things", own(["change"]), "citizen"]],
  },
  "secrets-in-the-open": {
    severity: "high",
    holds: [["a key stands in it", own([], { secret: "embedded" }), "it-review"]],
    spares: [["the platform keeps its key", own([], { secret: "platform" })]],
  },
  "own-passwords": {
    severity: "high",
    holds: [["it keeps passwords", holds("secrets"), "professional"]],
    spares: [["it keeps internal data", holds("semi-sensitive")]],
  },
};
