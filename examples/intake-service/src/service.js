import swagger from "@fastify/swagger";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import Fastify from "fastify";
import { addDoor } from "./door.js";
import { createJudge } from "./judge.js";
import { limits as usualLimits } from "./limits.js";
import { pageRoutes } from "./pages/index.js";
import { answerBrokenRequest, answerProblem, RequestProblem } from "./problems.js";
import { approvalRoutes } from "./routes/approvals.js";
import { appRoutes } from "./routes/apps.js";
import { auditRoutes } from "./routes/audit.js";
import { caseRoutes } from "./routes/cases.js";
import { namedSchemas, readByPlimsoll } from "./schemas/index.js";
import { securityHeaders } from "./security.js";

const about = {
  openapi: "3.1.0",
  info: {
    title: "plimsoll intake",
    description:
      "A registry of apps that business users build: how deep each sits, who should help, and what to ask next.",
    version: "2.0.0",
  },
  components: {
    securitySchemes: { token: { type: "http", scheme: "bearer", description: "The token of the role that calls." } },
  },
  security: [{ token: [] }],
};

/** Validates as JSON Schema of today. Only a query is text that stands for numbers. */
function buildValidator(shared) {
  const validatorOf = (options) => {
    const ajv = new Ajv2020({ ...options, discriminator: true, strict: false, useDefaults: true });
    addFormats.default(ajv);
    for (const schema of Object.values(shared)) ajv.addSchema(schema);
    return ajv;
  };
  const [values, texts] = [validatorOf({ allErrors: true }), validatorOf({ coerceTypes: true })];
  return ({ schema, httpPart }) => {
    if (httpPart !== "body") return texts.compile(schema);
    return readByPlimsoll.includes(schema.$ref) ? () => true : values.compile(schema);
  };
}

function createServer({ logger, limits, trustProxy }) {
  return Fastify({
    logger,
    trustProxy,
    bodyLimit: limits.body,
    requestTimeout: limits.requestTime,
    connectionTimeout: limits.idleTime,
    keepAliveTimeout: limits.idleTime,
    http: { maxHeaderSize: limits.headers, headersTimeout: limits.headersTime, connectionsCheckingInterval: 1_000 },
    // What is in an address is as long as headers may be; how long an id is, its schema says.
    routerOptions: { maxParamLength: limits.headers },
    schemaController: { compilersFactory: { buildValidator } },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerProblem,
    return503OnClosing: false,
  });
}

/**
 * The service, ready to listen.
 *
 * @param given.callers Who may call; everybody, when there are none.
 * @param given.judge What the policy says; it takes a moment to prepare, and several services can share it.
 * @param given.clock Tells the instant, as ISO 8601; whatever is dated is dated by it.
 */
export async function createService(given) {
  const { registry, policy, audits, callers, logger = false, trustProxy = false } = given;
  const { clock = () => new Date().toISOString(), limits = usualLimits, judge = createJudge(policy) } = given;
  const service = createServer({ logger, limits, trustProxy });
  service.server.maxConnections = limits.connections;
  service.addHook("preClose", async () => {
    setTimeout(() => service.server.closeAllConnections(), limits.closing).unref();
  });
  service.setSerializerCompiler(() => JSON.stringify);
  service.removeContentTypeParser("text/plain");
  service.setErrorHandler(answerProblem);
  const headers = securityHeaders();
  service.addHook("onRequest", (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  await addDoor(service, { callers, limits });
  service.setNotFoundHandler({ preHandler: service.rateLimit() }, ({ method, url }) => {
    throw new RequestProblem(404, `There is nothing to ${method} at ${url}. See /openapi.json for what there is.`);
  });
  for (const schema of namedSchemas) service.addSchema(schema);
  await service.register(swagger, {
    openapi: about,
    refResolver: { buildLocalReference: ({ $id }) => $id },
  });
  const parts = { registry, policy, audits, clock, callers, limits, judge };
  for (const routes of [appRoutes, approvalRoutes, caseRoutes, auditRoutes, pageRoutes]) {
    await service.register(routes, parts);
  }
  service.get("/openapi.json", { config: { isPublic: true }, schema: { hide: true } }, async () => service.swagger());
  return service;
}
