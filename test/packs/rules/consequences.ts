import { other, own, type Row, type Said, type Spoken } from "./known.js";

type Consequences = NonNullable<Said["consequences"]>;
const costs = (consequences: Consequences, more: Said = {}): Said => ({ ...more, consequences });
type Automation = NonNullable<Said["automation"]>;
const can: Automation = { oversight: "can-stop" };
const deciding = (automation: Automation): Said =>
  costs({ decidesAboutPeople: true }, { automation: { ...can, ...automation } });
const binding = (automation: Automation): Said => costs({ binding: true }, { automation: { ...can, ...automation } });
const lasting = (more: Consequences, said: Said = {}) => costs({ reversible: "partly", ...more }, said);

export const consequences: Readonly<Record<string, Spoken>> = {
  "can-hurt-people": {
    severity: "high",
    holds: [["a mistake can hurt somebody", costs({ safety: true }), "professional"]],
    spares: [["a mistake hurts nobody", costs({}), "citizen"]],
  },
  "decides-about-people": {
    severity: "medium",
    holds: [["it decides about people", costs({ decidesAboutPeople: true }), "it-review"]],
    spares: [["it decides about things", costs({})]],
  },
  "decides-about-people-alone": {
    severity: "high",
    holds: [
      ["AI decides about people", deciding({ ai: "decides" }), "professional"],
      ...(["schedule", "event"] as const).map(
        (each): Row => [`it decides about people by ${each}`, deciding({ triggers: [each] }), "professional"],
      ),
    ],
    spares: [
      ["AI decides about things", { automation: { ...can, ai: "decides", triggers: ["event"] } }],
      ["AI answers, when a person asks", deciding({ ai: "answers", triggers: ["person"] })],
      ["a person approves each decision", deciding({ ai: "decides", oversight: "approves" })],
    ],
  },
  "costly-mistake": {
    severity: "high",
    holds: [["a mistake is expensive", costs({ financial: "high" }), "it-review"]],
    spares: [["a mistake costs something", costs({ financial: "medium" })]],
  },
  "cannot-be-taken-back": {
    severity: "high",
    holds: [
      ["it deletes with the rights of others", lasting({}, own(["delete"], { rights: "others" })), "it-review"],
      ["it deletes in the ERP", lasting({}, other(["delete"]))],
      ["it pays", lasting({}, own(["pay"]))],
      ["it promises", lasting({ binding: true })],
      ["it is expensive", lasting({ financial: "high" })],
    ],
    spares: [
      [
        "with some effort all of it can be undone",
        costs(
          { reversible: "with-effort", binding: true, financial: "high" },
          other(["delete", "pay"], { rights: "others" }),
        ),
      ],
      ["it costs something", lasting({ financial: "medium" })],
      ["it deletes in its maker's own list", lasting({}, own(["delete"])), "citizen"],
      ["it changes the ERP with the rights of others", lasting({}, other(["change"], { rights: "others" }))],
    ],
  },
  "pays-unseen": {
    severity: "high",
    holds: [["it pays, and somebody can stop it", { ...own(["pay"]), automation: can }, "professional"]],
    spares: [
      ["it pays what somebody approves", { ...own(["pay"]), automation: { oversight: "approves" } }],
      ["it changes things, and somebody can stop it", { ...own(["change"]), automation: can }],
    ],
  },
  "binds-the-organisation": {
    severity: "medium",
    holds: [["what it sends is binding", costs({ binding: true }), "it-review"]],
    spares: [["what it sends is not", costs({})]],
  },
  "binds-unseen": {
    severity: "high",
    holds: [
      ["AI promises something", binding({ ai: "answers" }), "professional"],
      ...(["schedule", "event", "request"] as const).map(
        (each): Row => [`it promises something by ${each}`, binding({ triggers: [each] }), "professional"],
      ),
    ],
    spares: [
      ["AI promises nothing", { automation: { ...can, ai: "answers", triggers: ["event"] } }],
      ["somebody approves each promise", binding({ ai: "answers", oversight: "approves" })],
      ["a person starts it each time", binding({ triggers: ["person"] })],
    ],
  },
  "speaks-for-the-organisation": {
    severity: "medium",
    holds: [
      [
        "it publishes, and a mistake would be talked about",
        costs({ reputation: "significant" }, own(["publish"])),
        "it-review",
      ],
    ],
    spares: [
      ["it publishes, and hardly anybody would care", costs({ reputation: "limited" }, own(["publish"]))],
      ["it publishes nothing", costs({ reputation: "significant" }, own(["change"]))],
    ],
  },
};
