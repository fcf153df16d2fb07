import type { AppProfile } from "../profile/index.js";
import type { Story } from "./story.js";

const begun: AppProfile = {
  id: "patient-scheduling",
  name: "Patient scheduling",
  kind: "app",
  audience: { departments: ["Scheduling"] },
};

export const patientScheduling: Story = {
  id: "patient-scheduling",
  title: "The appointments that knew too much",
  summary: "To plan better, an appointment book took in medical histories, and nobody had asked how to keep them.",
  source: "Apps handling sensitive regulated data",
  startedAs: "citizen",
  shouldHaveCaught: ["sensitive-data", "compliance"],
  moments: [
    { on: "2024-03-04", what: "Coordinators make scheduling easier for themselves.", profile: begun },
    {
      on: "2024-10-07",
      what: "Medical histories help to choose the right kind and length of appointment.",
      profile: { ...begun, data: [{ name: "Medical history", class: "health" }] },
    },
    {
      on: "2025-06-02",
      what: "An audit finds the histories unprotected, here and in three other apps.",
      profile: {
        ...begun,
        data: [
          {
            name: "Medical history",
            class: "health",
            encryptedAtRest: false,
            accessControl: "app",
            auditTrail: "partial",
            retention: "undefined",
          },
        ],
        compliance: [{ regime: "HIPAA" }],
        // What it cost "far exceeded" what professionals would have built it for.
        consequences: { financial: "high" },
      },
    },
  ],
};
