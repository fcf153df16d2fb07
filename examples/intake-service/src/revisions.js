import { RequestProblem } from "./problems.js";

/** The revision of what is answered, as an ETag. */
export const etag = (revision) => `"${revision}"`;

const mostDigits = 9;

/**
 * The revision that a caller has seen of what it changes. Whoever changes something says what it has seen, so that of two
 * people who change it at once the second one looks again, and nothing is overwritten unseen.
 */
export function revisionSeen(request) {
  const header = request.headers["if-match"];
  const told = /^"([1-9]\d*)"$/.exec(header ?? "")?.[1];
  if (told !== undefined && told.length <= mostDigits) return Number(told);
  const title = 'Say what you have seen: send its ETag as If-Match, such as "3" with its quotation marks.';
  throw new RequestProblem(header === undefined ? 428 : 400, title);
}

/** Somebody was quicker, or there is nothing to change yet: the caller is told to look again. */
export const stale = (revision) =>
  revision === undefined
    ? new RequestProblem(412, "There is nothing here to change. Leave If-Match out to submit it for the first time.")
    : new RequestProblem(412, `This has changed since. Look at revision ${revision}, and decide anew.`, { revision });
