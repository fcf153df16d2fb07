import { fileURLToPath } from "node:url";
import { Eta } from "eta";

const views = new Eta({ views: fileURLToPath(new URL("../views", import.meta.url)), cache: true });

/** The address of the page of an app. */
const pageOf = (id) => `/page/apps/${encodeURIComponent(id)}`;

const dayOf = (instant) => instant.slice(0, 10);

/** Answers with a page. Everything that a view puts into it is escaped, but for what plimsoll has drawn. */
export const renderPage = (reply, view, given) =>
  reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "private, no-store")
    .send(views.render(view, { caller: undefined, ...given, pageOf, dayOf }));
