import { randomUUID } from "node:crypto";
import { allowedEvents, openCase, ownership, transition } from "plimsoll/escalation";
import { notFound, RequestProblem, unreadable } from "../problems.js";
import { etag, revisionSeen, stale } from "../revisions.js";
import { list, ref } from "../schemas/index.js";
import { answers, appParameters, caseParameters } from "./answering.js";

const tags = ["Escalation"];

const answer = (given) => ({ case: given, owners: ownership(given), possible: allowedEvents(given) });

/** The problem that a refused event is. */
function refused({ code, message, problems, possible }, { revision }) {
  if (code === "stale") return stale(revision);
  if (code === "invalid") return unreadable(problems);
  return new RequestProblem(409, message, { code, possible });
}

/** Apps that have outgrown their makers, led to where they belong without being killed. */
export async function caseRoutes(service, { registry, judge, clock }) {
  /** The signs that stand, as a case shows them. */
  const signsOf = (profile) =>
    judge
      .classify(profile)
      .findings.filter(({ kind, status }) => kind === "sign" && status === "holds")
      .map(({ id, title }) => ({ id, title, since: null }));

  service.post(
    "/apps/:app/cases",
    {
      schema: {
        tags,
        operationId: "openCase",
        summary: "Open a case",
        description: "Nobody has failed, and nothing is killed. The signs that stand are put on the case.",
        params: appParameters,
        body: ref("Opening"),
        response: answers({ 201: ["The case.", ref("CaseAnswer")] }, [404], { hasRevision: true }),
      },
    },
    async ({ params, body }, reply) => {
      const app = await registry.findApp(params.app);
      if (app === undefined) throw notFound("app", params.app);
      const { id, name } = app.profile;
      const known = { id: randomUUID(), at: clock(), app: { id, name }, signs: signsOf(app.profile) };
      const opened = openCase({ ...body, ...known });
      await registry.saveCase(opened);
      reply.code(201).header("location", `/cases/${opened.id}`).header("etag", etag(opened.revision));
      return answer(opened);
    },
  );

  service.get(
    "/apps/:app/cases",
    {
      schema: {
        tags,
        operationId: "listCases",
        summary: "The cases of an app",
        params: appParameters,
        response: answers({ 200: ["The cases.", list(ref("CaseAnswer"))] }),
      },
    },
    async ({ params }) => (await registry.casesOf(params.app)).map(answer),
  );

  async function caseOf({ params }) {
    const given = await registry.findCase(params.case);
    if (given === undefined) throw notFound("case", params.case);
    return given;
  }

  service.get(
    "/cases/:case",
    {
      schema: {
        tags,
        operationId: "readCase",
        summary: "Read a case",
        params: caseParameters,
        response: answers({ 200: ["The case.", ref("CaseAnswer")] }, [404], { hasRevision: true }),
      },
    },
    async (request, reply) => {
      const given = await caseOf(request);
      reply.header("etag", etag(given.revision));
      return answer(given);
    },
  );

  service.post(
    "/cases/:case/events",
    {
      schema: {
        tags,
        operationId: "addEvent",
        summary: "Let something happen to a case",
        params: caseParameters,
        headers: { type: "object", properties: { "if-match": { type: "string" } } },
        body: ref("Event"),
        response: answers({ 200: ["The case after it.", ref("CaseAnswer")] }, [404, 409, 412, 428], {
          hasRevision: true,
        }),
      },
    },
    async (request, reply) => {
      const given = await caseOf(request);
      const event = { ...request.body, at: clock() };
      const result = transition(given, event, { expectedRevision: revisionSeen(request) });
      if (!result.ok) throw refused(result.refusal, given);
      // Somebody was quicker between our reading and our writing: the key of the table lets nobody take a revision twice.
      if (!(await registry.saveCase(result.case))) throw stale((await caseOf(request)).revision);
      reply.header("etag", etag(result.case.revision));
      return answer(result.case);
    },
  );
}
