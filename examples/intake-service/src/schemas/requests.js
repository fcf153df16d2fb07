import { count, date, named, object, text } from "./forms.js";
import { appProfile, approval, escalationCase } from "./plimsoll.js";

export const heldReview = named(
  "HeldReview",
  "A review that was held, as a form posts it.",
  object(
    {
      review: { ...text, description: "The id of the review." },
      answers: {
        type: "object",
        description: "By the id of the checklist item: met, or why it is acceptable as it is.",
        maxProperties: 200,
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
    need: { ...need, description: "What the app is needed for, and by whom." },
    builder: { ...builder, description: "Who built it, by role; null when that person has left." },
    recognisedBy,
  }),
);

/** An event as it is sent: without when it happened and who did it, since the service knows what time it is and who calls. */
function sent({ properties: { at, by, ...properties }, required, ...event }) {
  return { ...event, properties, required: required.filter((name) => name !== "at" && name !== "by") };
}

export const event = named(
  "Event",
  "Something that happened to a case.",
  oneOfKinds(events.items.oneOf.filter(({ properties }) => properties.kind.const !== "opened").map(sent)),
);

/** In ids there are no control characters, which some databases cannot store. */
const pattern = "^[^\\p{Cc}]+$";
export const appId = { ...appProfile.properties.id, pattern };
export const caseId = { ...escalationCase.properties.id, pattern };

const pageSize = { type: "integer", minimum: 1, maximum: 200, default: 50 };

/** The page that follows an app, or the first one. */
export const pageQuery = object(
  { after: { ...appId, minLength: 0, pattern: "^[^\\p{Cc}]*$", default: "" }, most: pageSize },
  ["after", "most"],
);
const latest = 1_000_000_000;
/** What was submitted before a revision, or the latest. */
export const historyQuery = object(
  { before: { type: "integer", minimum: 1, maximum: latest, default: latest }, most: pageSize },
  ["before", "most"],
);
export const milestoneQuery = object({ milestone: text });
export const auditQuery = object(
  { capacity: { type: "integer", minimum: 1, maximum: 1000, default: 20 }, since: date },
  ["capacity", "since"],
);
