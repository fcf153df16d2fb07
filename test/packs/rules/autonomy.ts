import { holds, type Operation, other, own, type Row, reads, type Said, type Spoken } from "./known.js";

type Automation = NonNullable<Said["automation"]>;
const agent = (more: Said, automation: Automation): Said => ({ ...more, automation });

const answering: Automation = { ai: "answers", strangersWrite: true, oversight: "can-stop" };
const deciding: Automation = { ...answering, ai: "decides" };
const deciding2: Automation = { ai: "decides", oversight: "can-stop" };
const acting: Automation = { ai: "acts", oversight: "can-stop" };
const leaving: Said = { ...holds("semi-sensitive"), ...own([], { leavesOrganisation: true }) };
const used = { audience: { users: 2 } };
const ofTeam: Said = { audience: { reach: "team" } };
const harmful: readonly Operation[] = ["change", "delete", "pay", "grant-rights", "run"];

export const autonomy: Readonly<Record<string, Spoken>> = {
  "steered-by-strangers": {
    severity: "high",
    holds: [
      ["it knows internal data, and tells it outside", agent(leaving, answering), "professional"],
      ["it reads the ERP, and tells it outside", agent(reads({ leavesOrganisation: true }), answering)],
      ...(["send-outside", "publish"] as const).map(
        (each): Row => [
          `it can ${each} internal data`,
          agent({ ...holds("semi-sensitive"), ...own([each]) }, answering),
        ],
      ),
    ],
    spares: [
      ["there is no AI in it", agent(leaving, { ...answering, ai: "none" })],
      ["no stranger writes to it", agent(leaving, { ...answering, strangersWrite: false })],
      ["a person approves each step", agent(leaving, { ...answering, oversight: "approves" })],
      ["it knows nothing private", agent(own(["send-outside"], { leavesOrganisation: true }), answering)],
      ["it has no way out", agent({ ...holds("semi-sensitive"), ...own(["change"]) }, answering)],
    ],
  },
  "commanded-by-strangers": {
    severity: "high",
    holds: harmful.map((each): Row => [`strangers can make it ${each}`, agent(own([each]), deciding), "professional"]),
    spares: [
      ["it only answers", agent(own(["change"]), answering)],
      ["no stranger writes to it", agent(own(["change"]), { ...deciding, strangersWrite: false })],
      ["it can only add", agent(own(["create"]), deciding)],
      ["a person approves each step", agent(own(["change"]), { ...deciding, oversight: "approves" })],
    ],
  },
  "agent-with-power": {
    severity: "high",
    holds: [
      ...(["delete", "pay", "grant-rights", "run"] as const).map(
        (each): Row => [`for two people it can ${each}`, agent({ ...own([each]), ...used }, acting), "professional"],
      ),
      ["it deletes what is a team's", agent({ ...own(["delete"]), ...ofTeam }, acting)],
      ["it deletes in the ERP", agent(other(["delete"]), acting)],
      ["it deletes with the rights of others", agent(own(["delete"], { rights: "others" }), acting)],
    ],
    spares: [
      ["it decides, and something else acts", agent({ ...own(["delete"]), ...used }, deciding2)],
      ["it changes things", agent({ ...own(["change"]), ...used }, acting)],
      ["a person approves each step", agent({ ...own(["delete"]), ...used }, { ...acting, oversight: "approves" })],
      ["it is its maker's own, and tidies its maker's list", agent(own(["delete"]), acting)],
    ],
  },
  "acts-alone": {
    severity: "medium",
    holds: [
      ...(["publish", "delete", "send-outside", "pay", "grant-rights", "run"] as const).map(
        (each): Row => [
          `it decides to ${each}`,
          agent(own([each]), deciding2),
          each === "publish" ? "it-review" : undefined,
        ],
      ),
      ...(["create", "change"] as const).map(
        (each): Row => [`for two people it decides to ${each}`, agent({ ...own([each]), ...used }, deciding2)],
      ),
      ["for a team it decides to change", agent({ ...own(["change"]), ...ofTeam }, deciding2)],
      ["it decides what is added to the ERP", agent(other(["create"]), deciding2)],
    ],
    spares: [
      ["it only answers", agent({ ...own(["publish"]), ...used }, { ai: "answers", oversight: "none" })],
      ["it does nothing", agent({ ...own([]), ...used }, deciding2)],
      ["a person approves each step", agent({ ...own(["publish"]), ...used }, { ai: "acts", oversight: "approves" })],
      ["it changes its maker's own list", agent(own(["change"]), deciding2), "citizen"],
    ],
  },
  "public-model": {
    severity: "high",
    holds: [["internal data goes to a public model", agent(holds("semi-sensitive"), { model: "public" }), "it-review"]],
    spares: [
      ["internal data goes to a model under contract", agent(holds("semi-sensitive"), { model: "contracted" })],
      ["general data goes to a public model", agent({}, { model: "public" }), "citizen"],
    ],
  },
};
