import { appId, caseId, object, ref } from "../schemas/index.js";

const problem = (description) => ({
  description,
  content: { "application/problem+json": { schema: ref("ProblemDocument") } },
});

/** What may go wrong with a request, by status, and what its caller should do then. */
const problems = {
  400: problem("It is not JSON, or not HTTP as it should be."),
  401: problem("Nobody knows who is calling: send a token."),
  403: problem("The caller's role may not do this."),
  404: problem("There is no such app or case."),
  408: problem("The request did not come in time."),
  409: problem("It is not possible in the state that this is in; `possible` or `problems` say more."),
  412: problem("It has changed since: look again, and decide anew."),
  413: problem("It is too large."),
  415: problem("It is not said to be JSON."),
  422: problem("It cannot be read, or does not fit; `problems` says what and where."),
  428: problem("Say in `If-Match` which revision you have seen."),
  429: problem("Too many requests; try again later, as `Retry-After` says."),
  431: problem("The headers are too large."),
  503: problem("Too much is asked for at the moment; try again later."),
};

/** What may go wrong with any request. */
const always = [400, 401, 403, 408, 422, 429, 431];

/** What may go wrong with any request that brings a body. */
export const withBody = [413, 415];

const etagHeader = { ETag: { type: "string", description: "The revision, to be sent back as `If-Match`." } };

/** What a route answers: a schema for each good status, and the statuses of its problems. */
export function answers(good, bad = [], { hasRevision = false } = {}) {
  const said = Object.entries(good).map(([status, [description, schema]]) => [
    status,
    { description, content: { "application/json": { schema } }, ...(hasRevision && { headers: etagHeader }) },
  ]);
  return Object.fromEntries([...said, ...[...always, ...bad].map((status) => [status, problems[status]])]);
}

export const appParameters = object({ app: { ...appId, description: "The id of the app." } });
export const caseParameters = object({ case: { ...caseId, description: "The id of the case." } });
