import { parseProfile } from "plimsoll";
import { createAnswers } from "../answers.js";
import { notFound, reading, unreadable } from "../problems.js";
import { etag, revisionSeen, stale } from "../revisions.js";
import { historyQuery, pageQuery, ref } from "../schemas/index.js";
import { answers, appParameters, withBody } from "./answering.js";

const tags = ["Apps"];
const json = "application/json; charset=utf-8";

const otherId = (seen, wanted) => ({
  pointer: "/id",
  code: "contradiction",
  message: `The profile is that of "${seen}", and the address that of "${wanted}". Let both be the same.`,
});

/** The registry: submit a profile, see how deep the app sits and what to ask next. */
export async function appRoutes(service, { registry, judge, clock, limits }) {
  const known = createAnswers(limits.answers);

  const send = (reply, revision, answer) => reply.header("etag", etag(revision)).type(json).send(answer);

  /** A profile with what follows from it. Asked before it is stored: one that contradicts itself is refused, and not kept. */
  function judged(body, id) {
    const profile = parseProfile(body);
    if (profile.id !== id) throw unreadable([otherId(profile.id, id)]);
    return { profile, ...judge.ask(profile) };
  }

  service.put(
    "/apps/:app",
    {
      config: { right: "submit" },
      schema: {
        tags,
        operationId: "submitProfile",
        summary: "Submit a profile",
        description: "An app that is known already is changed with `If-Match`, so that nothing is overwritten unseen.",
        params: appParameters,
        headers: { type: "object", properties: { "if-match": { type: "string" } } },
        body: ref("AppProfile"),
        response: answers(
          { 200: ["It is changed.", ref("RegisteredApp")], 201: ["It is new.", ref("RegisteredApp")] },
          [412, ...withBody, 428],
          { hasRevision: true },
        ),
      },
    },
    async (request, reply) => {
      const { app } = request.params;
      const answer = reading(["invalid-profile", "invalid-fact"], () => judged(request.body, app));
      const isNew = request.headers["if-match"] === undefined;
      const seen = isNew ? 0 : revisionSeen(request);
      const submittedAt = clock();
      if (!(await registry.saveApp(answer.profile, seen, { at: submittedAt, by: request.caller.role }))) {
        // An app that is there already, and nobody said which revision was seen: that is asked for.
        throw stale(isNew ? revisionSeen(request) : await registry.revisionOf(app));
      }
      const revision = seen + 1;
      reply.code(isNew ? 201 : 200);
      return send(reply, revision, { revision, submittedAt, ...answer });
    },
  );

  service.get(
    "/apps/:app",
    {
      schema: {
        tags,
        operationId: "readApp",
        summary: "Read an app",
        params: appParameters,
        response: answers({ 200: ["The app.", ref("RegisteredApp")] }, [404, 409], { hasRevision: true }),
      },
    },
    async ({ params }, reply) => {
      const id = params.app;
      const last = await registry.revisionOf(id);
      const answer = known.find(id, last);
      if (answer !== undefined) return send(reply, last, answer);
      const app = await registry.findApp(id);
      if (app === undefined) throw notFound("app", id);
      return send(reply, app.revision, known.keep(id, { ...app, ...judge.ask(app.profile) }));
    },
  );

  service.get(
    "/apps/:app/history",
    {
      schema: {
        tags,
        operationId: "readHistory",
        summary: "What was submitted of an app, the last first",
        description: "Each submission is judged by the policy of today.",
        params: appParameters,
        querystring: historyQuery,
        response: answers({ 200: ["The submissions.", ref("History")] }, [404]),
      },
    },
    async ({ params, query: { before, most } }) => {
      const rows = await registry.historyOf(params.app, { before, count: most });
      if (rows.length === 0 && (await registry.revisionOf(params.app)) === undefined) throw notFound("app", params.app);
      const submissions = rows.map(({ profile, revision, submittedAt, by }) => {
        return { revision, submittedAt, by: by ?? null, ...judge.standing(profile) };
      });
      return { submissions, before: rows.length < most ? null : rows.at(-1).revision };
    },
  );

  service.get(
    "/apps",
    {
      schema: {
        tags,
        operationId: "listApps",
        summary: "List apps",
        querystring: pageQuery,
        response: answers({ 200: ["A page of apps.", ref("AppPage")] }),
      },
    },
    async ({ query: { after, most } }) => {
      const rows = await registry.appsAfter(after, most);
      const apps = rows.map(({ id, profile, revision }) => {
        return { app: id, name: profile?.name ?? null, revision, ...judge.standing(profile) };
      });
      return { apps, after: rows.length < most ? null : rows.at(-1).id };
    },
  );
}
