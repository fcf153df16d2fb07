import { readFileSync } from "node:fs";
import { loadLineSvg } from "plimsoll/render";
import { answerProblem, documentOf, notFound } from "../problems.js";
import { appParameters } from "../routes/answering.js";
import { auditQuery, historyQuery, pageQuery } from "../schemas/index.js";
import { tellApp } from "./app.js";
import { renderPage } from "./render.js";
import { signInRoutes } from "./sign-in.js";

const cardsPerPage = 12;

/** What pages are dressed with, by its address. */
const dress = { "style.css": "text/css; charset=utf-8", "mark.svg": "image/svg+xml" };

const wantsPage = ({ headers: { accept = "" } }) => accept.includes("text/html");

/** Who is not known is asked to sign in; every other problem is told on a page, to those who read pages. */
function answerOnPage(error, request, reply) {
  const problem = documentOf(error);
  if (problem.status === 500 || !wantsPage(request)) return answerProblem(error, request, reply);
  if (problem.status === 401) return reply.redirect("/login", 303);
  return renderPage(reply.code(problem.status), "problem", { title: problem.title, problem });
}

/** The registry as pages for people: made here, with no script. */
export async function pageRoutes(service, given) {
  const { registry, policy, audits, judge, clock } = given;
  service.setErrorHandler(answerOnPage);
  await service.register(signInRoutes, given);

  for (const [name, type] of Object.entries(dress)) {
    const content = readFileSync(new URL(`../views/${name}`, import.meta.url));
    service.get(`/${name}`, { config: { isPublic: true }, schema: { hide: true } }, (_request, reply) =>
      reply.type(type).header("cache-control", "public, max-age=3600").send(content),
    );
  }

  /** An app as a card, with its load line. */
  function card({ id, profile }, index) {
    if (profile === undefined) return { id, picture: null };
    const options = { policy, name: profile.name, idPrefix: `app-${index}` };
    return { id, picture: loadLineSvg(judge.classify(profile), options) };
  }

  service.get(
    "/",
    { schema: { hide: true, querystring: pageQuery } },
    async ({ query: { after, most = cardsPerPage }, caller }, reply) => {
      const apps = await registry.appsAfter(after, Math.min(most, cardsPerPage));
      const next = apps.length < cardsPerPage ? null : apps.at(-1).id;
      return renderPage(reply, "apps", { title: "Apps", caller, cards: apps.map(card), after, next });
    },
  );

  service.get(
    "/page/apps/:app",
    { schema: { hide: true, params: appParameters, querystring: historyQuery } },
    async ({ params, query: { before }, caller }, reply) => {
      const app = await registry.findApp(params.app);
      if (app === undefined) throw notFound("app", params.app);
      const told = await tellApp(app, { registry, judge, policy, before });
      return renderPage(reply, "app", { title: app.profile.name, caller, ...told });
    },
  );

  service.get("/page/audit", { schema: { hide: true, querystring: auditQuery } }, async ({ query, caller }, reply) => {
    const { report, heatMap } = await audits.run({ ...query, asOf: clock() }, { isDrawn: true });
    const titles = Object.fromEntries(policy.tiers.map(({ id, title }) => [id, title]));
    return renderPage(reply, "audit", { title: "Audit", caller, report, heatMap, titles, query });
  });
}
