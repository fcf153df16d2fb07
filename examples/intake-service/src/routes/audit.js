import { auditQuery, ref } from "../schemas/index.js";
import { answers } from "./answering.js";

/** The whole registry, looked at once. */
export async function auditRoutes(service, { audits, clock }) {
  service.get(
    "/audit",
    {
      schema: {
        tags: ["Audit"],
        operationId: "audit",
        summary: "Which apps to look at first, and why",
        querystring: auditQuery,
        response: answers({ 200: ["The report.", ref("AuditReport")] }, [503]),
      },
    },
    async ({ query }) => (await audits.run({ ...query, asOf: clock() })).report,
  );
}
