import { STATUS_CODES } from "node:http";
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

/** What could be read when it was stored, and by what plimsoll takes today cannot. */
export const unreadableNow = (id, problems) =>
  new RequestProblem(409, `What is stored of "${id}" cannot be read any more.`, { problems });

/** Reads what a request holds: what plimsoll refuses for one of these reasons is up to the caller, and anything else to us. */
export function reading(codes, read) {
  try {
    return read();
  } catch (error) {
    throw codes.includes(error.code) ? unreadable(error.problems) : error;
  }
}

/** How many problems are told at once: how many there are is up to whoever sends them. */
const mostProblems = 50;

/** Reads what is stored: that plimsoll refuses it is not up to the caller, who is told what is wrong all the same. */
export function readingStored(id, read) {
  try {
    return read();
  } catch (error) {
    throw error instanceof PlimsollError ? unreadableNow(id, error.problems) : error;
  }
}

/** What Ajv found, in the form of what plimsoll finds. */
const fromSchema = ({ instancePath, message, params }) => {
  const { additionalProperty, allowedValues, pattern } = params;
  if (pattern?.includes("\\p{Cc}")) {
    return { pointer: instancePath, code: "out-of-range", message: "This has control characters. Leave them out." };
  }
  const which = additionalProperty ? `: "${additionalProperty}"` : allowedValues ? `: ${allowedValues.join(", ")}` : "";
  return { pointer: instancePath, code: "wrong-type", message: `This ${message}${which}.` };
};

/** What Fastify says in the language of programs. */
const inWords = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "Send JSON, and say so: Content-Type: application/json.",
  FST_ERR_CTP_BODY_TOO_LARGE: "This is larger than is taken on here.",
  FST_ERR_CTP_EMPTY_JSON_BODY: "It says that it is JSON, and there is nothing in it.",
  FST_ERR_BAD_URL: "The address is not percent-encoded as it should be.",
  FST_ERR_MAX_PARAM_LENGTH: "The address is longer than any that there is here.",
};

/** The problem document that an error becomes. */
export function documentOf(error) {
  if (error instanceof RequestProblem) return { status: error.status, title: error.message, ...error.more };
  if (error.validation) return documentOf(unreadable(error.validation.slice(0, mostProblems).map(fromSchema)));
  if (error.statusCode < 500) return { status: error.statusCode, title: inWords[error.code] ?? error.message };
  return { status: 500, title: "Something went wrong here. It is written down in the log." };
}

export const problemType = "application/problem+json";

/** Answers with a problem document; whatever nobody foresaw goes into the log. */
export function answerProblem(error, request, reply) {
  const document = documentOf(error);
  if (document.status >= 500) request.log.error(error);
  if (document.status === 401) reply.header("www-authenticate", "Bearer");
  return reply.code(document.status).type(problemType).send(document);
}

const brokenRequests = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request did not come in time."],
  HPE_HEADER_OVERFLOW: [431, "The headers are larger than is taken on here."],
};

/** Answers what is no HTTP, or came too slowly, and closes the connection. */
export function answerBrokenRequest(error, socket) {
  if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
  const [status, title] = brokenRequests[error.code] ?? [400, "This is not HTTP as it should be."];
  const body = JSON.stringify({ status, title });
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    "",
    body,
  ];
  // The first problem is the last word: what still comes on this connection is not read.
  socket.end(lines.join("\r\n"), () => socket.destroy());
}
