import formbody from "@fastify/formbody";
import { RequestProblem } from "../problems.js";
import { beginSession, endSession } from "../session.js";
import { renderPage } from "./render.js";

const isFromElsewhere = ({ headers }) => !["same-origin", "none", undefined].includes(headers["sec-fetch-site"]);

const form = (reply, more = {}) => renderPage(reply, "sign-in", { title: "Sign in", wasWrong: false, ...more });

/** A person signs in with the token of a role, and looks around for a working day. */
export async function signInRoutes(service, { callers, limits }) {
  await service.register(formbody, { bodyLimit: 4_096 });
  const isPublic = { config: { isPublic: true }, schema: { hide: true } };

  service.get("/login", isPublic, async (_request, reply) => form(reply));

  service.post(
    "/login",
    {
      ...isPublic,
      config: {
        isPublic: true,
        rateLimit: { max: limits.signInsPerMinute, timeWindow: "1 minute", keyGenerator: ({ ip }) => `sign-in ${ip}` },
      },
    },
    async (request, reply) => {
      if (isFromElsewhere(request)) throw new RequestProblem(403, "Another site has sent you here. Sign in from here.");
      const token = request.body?.token;
      const caller = typeof token === "string" ? callers?.byToken(token.trim()) : undefined;
      if (caller === undefined) return form(reply.code(401), { wasWrong: true });
      return beginSession(reply, caller, limits.session).redirect("/", 303);
    },
  );

  service.post("/logout", isPublic, async (request, reply) => {
    if (isFromElsewhere(request)) throw new RequestProblem(403, "Another site has sent you here. Sign out from here.");
    return endSession(reply).redirect("/login", 303);
  });
}
