import { randomUUID } from "node:crypto";
import { allowedEvents, openCase, ownership, transition } from "plimsoll/escalation";
import { notFound, RequestProblem, reading, unreadable } from "../problems.js";
import { most } from "../registry.js";
import { etag, revisionSeen, stale } from "../revisions.js";
import { list, ref } from "../schemas/index.js";
import { told } from "../told.js";
import { answers, appParameters, caseParameters, withBody } from "./answering.js";

const tags = ["Escalation"];

const answer = (given) => ({ case: given, owners: ownership(given), possible: allowedEvents(given) });

/** The problem that a refused event is. */
function refused({ code, message, problems, possible }, { revision }) {
  if (code === "stale") return stale(revision);
  if (code === "invalid") return unreadable(problems);
  return new RequestProblem(409, message, { code, possible });
}

const tooMany = (count, what) =>
  new RequestProblem(409, `There are ${count} ${what} at most, and here they are. Close what is open, and begin anew.`);

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
      config: { right: "escalate" },
      schema: {
        tags,
        operationId: "openCase",
        summary: "Open a case",
        description:
          "Nobody has failed, and nothing is killed. It is opened by the role that calls, and the signs that stand are put on it.",
        params: appParameters,
        body: ref("Opening"),
        response: answers({ 201: ["The case.", ref("CaseAnswer")] }, [404, 409, ...withBody], { hasRevision: true }),
      },
    },
    async ({ params, body, caller }, reply) => {
      const opening = told(body, ["id", "at", "app", "by", "signs"]);
      const app = await registry.findApp(params.app);
      if (app === undefined) throw notFound("app", params.app);
      const { id, name } = app.profile;
      const known = { id: randomUUID(), at: clock(), app: { id, name }, by: caller.role, signs: signsOf(app.profile) };
      const opened = reading(["invalid-case"], () => openCase({ ...opening, ...known }));
      if (!(await registry.addCase(opened))) throw tooMany(most.cases, "cases of an app");
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
        response: answers({ 200: ["The cases.", list(ref("CaseAnswer"))] }, [409]),
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
        response: answers({ 200: ["The case.", ref("CaseAnswer")] }, [404, 409], { hasRevision: true }),
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
      config: { right: "escalate" },
      schema: {
        tags,
        operationId: "addEvent",
        summary: "Let something happen to a case",
        description: "It is the role that calls that does it.",
        params: caseParameters,
        headers: { type: "object", properties: { "if-match": { type: "string" } } },
        body: ref("Event"),
        response: answers({ 200: ["The case after it.", ref("CaseAnswer")] }, [404, 409, 412, ...withBody, 428], {
          hasRevision: true,
        }),
      },
    },
    async (request, reply) => {
      const happened = told(request.body, ["at", "by"]);
      const given = await caseOf(request);
      if (given.events.length >= most.events) throw tooMany(most.events, "events of a case");
      const event = { ...happened, at: clock(), by: request.caller.role };
      const result = transition(given, event, { expectedRevision: revisionSeen(request) });
      if (!result.ok) throw refused(result.refusal, given);
      // Somebody was quicker between our reading and our writing: the key of the table lets nobody take a revision twice.
      if (!(await registry.saveCase(result.case))) throw stale((await caseOf(request)).revision);
      reply.header("etag", etag(result.case.revision));
      return answer(result.case);
    },
  );
}
