import { count, date, named, object, text } from "./forms.js";
import { appProfile, approval, escalationCase } from "./plimsoll.js";

export const heldReview = named(
  "HeldReview",
  "A review that was held, as a form posts it.",
  object(
    {
      review: { ...text, description: "The id of the review." },
      by: { ...text, description: "Who gives the approval, by role: one of the review's approvers." },
      answers: {
        type: "object",
        description: "By the id of the checklist item: met, or why it is acceptable as it is.",
        additionalProperties: { anyOf: [{ const: "met" }, object({ accepted: text })] },
      },
      scope: { ...approval.properties.scope, description: "What is approved; what the profile tells when left out." },
      expiresOn: { ...date, description: "As the policy says when left out, and never later." },
    },
    ["scope", "expiresOn"],
  ),
);

const kind = (name, more = {}) => object({ kind: { const: name }, ...more });

/** One of several objects, told apart by their kind. */
const oneOfKinds = (kinds) => ({
  type: "object",
  required: ["kind"],
  discriminator: { propertyName: "kind" },
  oneOf: kinds,
});

const handled = [object({ system: text }), object({ data: text }), object({ regime: text })];

export const action = named(
  "Action",
  "Something that is about to be done with an app.",
  oneOfKinds([
    kind("start"),
    kind("connect", { integration: appProfile.properties.integrations.items }),
    kind("access", { data: appProfile.properties.data.items }),
    kind("grow", { users: count }),
    kind("use", { component: object({ id: text, version: text }, ["version"]), for: { anyOf: handled } }),
    kind("deploy"),
  ]),
);

const { need, builder, recognisedBy, events } = escalationCase.properties;

export const opening = named(
  "Opening",
  "What a case is opened with, besides what the registry knows of the app. Calling IT early is good judgement.",
  object({
    by: { ...text, description: "Who opens it, by role." },
    need: { ...need, description: "What the app is needed for, and by whom." },
    builder: { ...builder, description: "Who built it, by role; null when that person has left." },
    recognisedBy,
  }),
);

/** An event as it is sent: without when it happened, since the service has a clock of its own. */
function sent({ properties: { at, ...properties }, required, ...event }) {
  return { ...event, properties, required: required.filter((name) => name !== "at") };
}

export const event = named(
  "Event",
  "Something that happened to a case.",
  oneOfKinds(events.items.oneOf.filter(({ properties }) => properties.kind.const !== "opened").map(sent)),
);

/** The page that follows an app, or the first one. */
export const pageQuery = object(
  { after: { type: "string", default: "" }, most: { type: "integer", minimum: 1, maximum: 200, default: 50 } },
  ["after", "most"],
);
export const milestoneQuery = object({ milestone: text });
export const auditQuery = object(
  { capacity: { type: "integer", minimum: 1, maximum: 1000, default: 20 }, since: date },
  ["capacity", "since"],
);
