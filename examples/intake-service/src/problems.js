import { PlimsollError } from "plimsoll";

/** A request that cannot be carried out: what a caller reads is a problem document (RFC 9457). */
export class RequestProblem extends Error {
  constructor(status, title, more = {}) {
    super(title);
    this.status = status;
    this.more = more;
  }
}

export const notFound = (what, id) => new RequestProblem(404, `There is no ${what} "${id}".`);

/** What a request asks for that cannot be read: every problem with its pointer into the body. */
export const unreadable = (problems) => new RequestProblem(422, "This cannot be used as it is.", { problems });

/** What Ajv found, in the form of what plimsoll finds. */
const fromSchema = ({ instancePath, message, params }) => {
  const { additionalProperty, allowedValues } = params;
  const which = additionalProperty ? `: "${additionalProperty}"` : allowedValues ? `: ${allowedValues.join(", ")}` : "";
  return { pointer: instancePath, code: "wrong-type", message: `This ${message}${which}.` };
};

/** The problem document that an error becomes. */
function documentOf(error) {
  if (error instanceof RequestProblem) return { status: error.status, title: error.message, ...error.more };
  if (error instanceof PlimsollError) return documentOf(unreadable(error.problems));
  if (error.validation) return documentOf(unreadable(error.validation.map(fromSchema)));
  if (error.statusCode < 500) return { status: error.statusCode, title: error.message };
  return { status: 500, title: "Something went wrong here. It is written down in the log." };
}

/** Answers with a problem document; whatever nobody foresaw goes into the log. */
export function answerProblem(error, request, reply) {
  const document = documentOf(error);
  if (document.status >= 500) request.log.error(error);
  return reply.code(document.status).type("application/problem+json").send(document);
}
