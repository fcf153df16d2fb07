import { date, named, object, text } from "./forms.js";
import { appProfile, approval, escalationCase } from "./plimsoll.js";

const { scope, person, ticket, link, evidence } = approval.properties;

export const heldReview = named(
  "ReviewOutcome",
  "A review that was held, as a form posts it.",
  object(
    {
      review: { ...text, description: "The id of the review." },
      answers: {
        type: "object",
        description: "By the id of the checklist item: met; who has looked at it; or why it is acceptable as it is.",
        maxProperties: 200,
        additionalProperties: {
          anyOf: [{ const: "met" }, object({ accepted: text }), object({ evidence: evidence.additionalProperties })],
        },
      },
      scope: { ...scope, description: "What is approved; what the profile tells when left out." },
      person,
      ticket,
      link,
      expiresOn: { ...date, description: "As the policy says when left out, and never later." },
    },
    ["person", "ticket", "link", "scope", "expiresOn"],
  ),
);

/** One of several objects, told apart by their kind. */
const oneOfKinds = (kinds) => ({
  type: "object",
  required: ["kind"],
  discriminator: { propertyName: "kind" },
  oneOf: kinds,
});

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
