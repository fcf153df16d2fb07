import { authorize, dueReviews, recordReview } from "plimsoll";
import { parseAction, parseApproval } from "plimsoll/governance";
import { notFound, RequestProblem, reading, unreadable } from "../problems.js";
import { most } from "../registry.js";
import { list, milestoneQuery, ref } from "../schemas/index.js";
import { told } from "../told.js";
import { answers, appParameters, withBody } from "./answering.js";

const tags = ["Approvals"];

/** Why a review cannot be recorded: a role that is none of its approvers is not allowed to, whatever else may be wrong. */
function refused(problems) {
  const role = problems.find(({ pointer }) => pointer === "/by");
  return role ? new RequestProblem(403, role.message) : unreadable(problems);
}

const tooMany = () =>
  new RequestProblem(409, `An app has ${most.approvals} approvals at most, and this one has them. Clear out old ones.`);

/** Reviews that are due, approvals that were given, and what they allow. */
export async function approvalRoutes(service, { registry, policy, clock }) {
  /** An app with its approvals, as of now. */
  async function approvedApp(id) {
    const app = await registry.findApp(id);
    if (app === undefined) throw notFound("app", id);
    return { profile: app.profile, approvals: await registry.approvalsOf(id), asOf: clock() };
  }

  service.get(
    "/apps/:app/reviews",
    {
      schema: {
        tags,
        operationId: "dueReviews",
        summary: "Which reviews an app still needs",
        description: "At a milestone, with those of earlier milestones.",
        params: appParameters,
        querystring: milestoneQuery,
        response: answers({ 200: ["The reviews.", list(ref("DueReview"))] }, [404, 409]),
      },
    },
    async ({ params, query: { milestone } }) => {
      const { profile, ...given } = await approvedApp(params.app);
      return reading(["invalid-milestone"], () => dueReviews(profile, { milestone, ...given }, policy));
    },
  );

  service.post(
    "/apps/:app/approvals",
    {
      config: { right: "approve" },
      preValidation: async ({ body }) => told(body, ["by", "on", "profile"]),
      schema: {
        tags,
        operationId: "recordReview",
        summary: "Record a review that was held",
        description: "The approval is given by the role that calls.",
        params: appParameters,
        body: ref("ReviewOutcome"),
        response: answers({ 201: ["The approval that it gave.", ref("Approval")] }, [404, 409, ...withBody]),
      },
    },
    async ({ params, body, caller }, reply) => {
      const { profile, asOf } = await approvedApp(params.app);
      const recorded = recordReview({ ...body, by: caller.role, profile, on: asOf }, policy);
      if (!recorded.ok) throw refused(recorded.problems);
      // What is kept can be read again, whatever stood in the texts that came.
      const approval = reading(["invalid-approval"], () => parseApproval(recorded.value));
      if (!(await registry.addApproval(approval, asOf))) throw tooMany();
      reply.code(201);
      return approval;
    },
  );

  service.get(
    "/apps/:app/approvals",
    {
      schema: {
        tags,
        operationId: "listApprovals",
        summary: "The approvals of an app",
        params: appParameters,
        response: answers({ 200: ["The approvals, the oldest first.", list(ref("Approval"))] }, [404, 409]),
      },
    },
    async ({ params }) => (await approvedApp(params.app)).approvals,
  );

  service.post(
    "/apps/:app/authorizations",
    {
      schema: {
        tags,
        operationId: "authorize",
        summary: "Ask whether something may be done",
        description: "Nothing is done, and nothing is stored: a platform asks before it lets a builder go on.",
        params: appParameters,
        body: ref("Action"),
        response: answers({ 200: ["The decision, and what would help.", ref("Authorization")] }, [
          404,
          409,
          ...withBody,
        ]),
      },
    },
    async ({ params, body }) => {
      const action = reading(["invalid-action"], () => parseAction(body));
      return authorize(action, await approvedApp(params.app), policy);
    },
  );
}
