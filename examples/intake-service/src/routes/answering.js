import { object, ref } from "../schemas/index.js";

/** The longest id that an app may have here, in characters. */
export const longestId = 200;

const problem = (description) => ({
  description,
  content: { "application/problem+json": { schema: ref("ProblemDocument") } },
});

/** What may go wrong with a request, by status, and what its caller should do then. */
const problems = {
  400: problem("It is not JSON, or not HTTP as it should be."),
  404: problem("There is no such app or case."),
  409: problem("The case is not where this event can happen; `possible` says what can."),
  412: problem("It has changed since: look again, and decide anew."),
  422: problem("It cannot be read, or does not fit; `problems` says what and where."),
  428: problem("Say in `If-Match` which revision you have seen."),
};

const etagHeader = { ETag: { type: "string", description: "The revision, to be sent back as `If-Match`." } };

/** What a route answers: a schema for each good status, and the statuses of its problems. */
export function answers(good, bad = [], { hasRevision = false } = {}) {
  const said = Object.entries(good).map(([status, [description, schema]]) => [
    status,
    { description, content: { "application/json": { schema } }, ...(hasRevision && { headers: etagHeader }) },
  ]);
  return Object.fromEntries([...said, ...[400, ...bad, 422].map((status) => [status, problems[status]])]);
}

/** An id that stands in an address: no control characters, which some databases cannot store. */
const id = { type: "string", minLength: 1, maxLength: longestId, pattern: "^[^\\p{Cc}]+$" };

export const appParameters = object({ app: { ...id, description: "The id of the app." } });
export const caseParameters = object({ case: { ...id, description: "The id of the case." } });
