import { parseProfile } from "plimsoll";
import { notFound, unreadable } from "../problems.js";
import { etag, revisionSeen, stale } from "../revisions.js";
import { pageQuery, ref } from "../schemas/index.js";
import { answers, appParameters } from "./answering.js";

const tags = ["Apps"];

const otherId = (seen, wanted) => ({
  pointer: "/id",
  code: "contradiction",
  message: `The profile is that of "${seen}", and the address that of "${wanted}". Let both be the same.`,
});

/** The registry: submit a profile, see how deep the app sits and what to ask next. */
export async function appRoutes(service, { registry, judge, clock }) {
  service.put(
    "/apps/:app",
    {
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
          [412, 428],
          { hasRevision: true },
        ),
      },
    },
    async (request, reply) => {
      const profile = parseProfile(request.body);
      if (profile.id !== request.params.app) throw unreadable([otherId(profile.id, request.params.app)]);
      // Asked before it is stored: a profile that contradicts itself is refused, and not kept.
      const asked = judge.ask(profile);
      const known = await registry.findApp(profile.id);
      const isNew = known === undefined && request.headers["if-match"] === undefined;
      const seen = isNew ? 0 : revisionSeen(request);
      const submittedAt = clock();
      if (!(await registry.saveApp(profile, seen, submittedAt))) {
        throw stale((await registry.findApp(profile.id))?.revision);
      }
      const revision = seen + 1;
      reply.code(isNew ? 201 : 200).header("etag", etag(revision));
      return { revision, submittedAt, profile, ...asked };
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
        response: answers({ 200: ["The app.", ref("RegisteredApp")] }, [404], { hasRevision: true }),
      },
    },
    async ({ params }, reply) => {
      const app = await registry.findApp(params.app);
      if (app === undefined) throw notFound("app", params.app);
      reply.header("etag", etag(app.revision));
      return { ...app, ...judge.ask(app.profile) };
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
      const apps = await registry.appsAfter(after, most);
      const rows = apps.map(({ profile, revision }) => {
        const { tier, ceiling, settled } = judge.classify(profile);
        return { app: profile.id, name: profile.name, revision, tier, ceiling, settled };
      });
      return { apps: rows, after: rows.length < most ? null : rows.at(-1).app };
    },
  );
}
