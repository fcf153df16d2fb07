import { randomBytes } from "node:crypto";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import { rights } from "./callers.js";
import { RequestProblem } from "./problems.js";
import { sessionOf } from "./session.js";

/** In an open service a caller is who it says: there is nothing to hold it to. */
const anybody = (request) => ({ role: request.headers["intake-role"] ?? "anybody", may: rights, id: request.ip });

const unknownCaller = () =>
  new RequestProblem(401, "Say who is calling: send your token as Authorization: Bearer <token>.");

const notAllowed = ({ role }, right) =>
  new RequestProblem(403, `The role "${role}" may not ${right} here. Ask whoever keeps the list of callers.`);

/** Tells who calls, from nothing but what the configuration knows. */
function createRecognition(callers) {
  if (callers === undefined) return anybody;

  /** A person who has signed in may look. What changes something is asked for with a token, which no other page can send. */
  const fromSession = (request) =>
    ["GET", "HEAD"].includes(request.method) ? callers.byId(sessionOf(request)) : undefined;

  return (request) => {
    const { authorization } = request.headers;
    if (authorization === undefined) return fromSession(request);
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    return token && callers.byToken(token);
  };
}

/**
 * Lets in who may come: every route needs the right that its `config` names, to read when it names none, or says `isPublic`. The
 * caller is `request.caller`.
 */
export async function addDoor(service, { callers, limits }) {
  const recognise = createRecognition(callers);
  // Sessions end when the service does: it has no secret that somebody could find.
  await service.register(cookie, { secret: randomBytes(32).toString("hex") });
  service.decorateRequest("caller", undefined);
  service.addHook("onRequest", (request, _reply, done) => {
    request.caller = recognise(request);
    done();
  });
  await service.register(rateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: "1 minute",
    keyGenerator: ({ caller, ip }) => caller?.id ?? ip,
    errorResponseBuilder: (_request, { after }) =>
      new RequestProblem(429, `That is more than is taken on at once. Try again in ${after}.`),
  });
  // After the rate limit, so that it counts strangers too; before the body, of which nothing is read from them.
  service.addHook("preParsing", async ({ caller, is404, routeOptions: { config = {} } }) => {
    const { isPublic = false, right = "read" } = config;
    if (isPublic || is404) return;
    if (caller === undefined) throw unknownCaller();
    if (!caller.may.includes(right)) throw notAllowed(caller, right);
  });
}
