import swagger from "@fastify/swagger";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import Fastify from "fastify";
import { createClassifier } from "plimsoll";
import { createAnalysis } from "plimsoll/analysis";
import { answerProblem, RequestProblem } from "./problems.js";
import { longestId } from "./routes/answering.js";
import { approvalRoutes } from "./routes/approvals.js";
import { appRoutes } from "./routes/apps.js";
import { auditRoutes } from "./routes/audit.js";
import { caseRoutes } from "./routes/cases.js";
import { namedSchemas, readByPlimsoll } from "./schemas/index.js";

const about = {
  openapi: "3.1.0",
  info: {
    title: "plimsoll intake",
    description:
      "A registry of apps that business users build: how deep each sits, who should help, and what to ask next.",
    version: "1.0.0",
  },
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

/** What a policy says of a profile: its classification, and what to ask next. */
function createJudge(policy) {
  const classify = createClassifier(policy);
  const { nextQuestions } = createAnalysis(policy);
  return {
    classify,
    ask: (profile) => ({ classification: classify(profile), next: nextQuestions(profile) }),
  };
}

/**
 * The service, ready to listen.
 *
 * @param given.clock Tells the instant, as ISO 8601; whatever is dated is dated by it.
 */
export async function createService({ registry, policy, clock = () => new Date().toISOString(), logger = false }) {
  const service = Fastify({
    logger,
    routerOptions: { maxParamLength: longestId },
    schemaController: { compilersFactory: { buildValidator } },
  });
  service.setSerializerCompiler(() => JSON.stringify);
  service.setErrorHandler(answerProblem);
  service.setNotFoundHandler(({ method, url }) => {
    throw new RequestProblem(404, `There is nothing to ${method} at ${url}. See /openapi.json for what there is.`);
  });
  for (const schema of namedSchemas) service.addSchema(schema);
  await service.register(swagger, {
    openapi: about,
    refResolver: { buildLocalReference: ({ $id }) => $id },
  });
  const given = { registry, policy, clock, judge: createJudge(policy) };
  await service.register(appRoutes, given);
  await service.register(approvalRoutes, given);
  await service.register(caseRoutes, given);
  await service.register(auditRoutes, given);
  service.get("/openapi.json", { schema: { hide: true } }, async () => service.swagger());
  return service;
}
