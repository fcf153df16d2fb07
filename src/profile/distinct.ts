/**
 * The lists of a profile whose entries must differ, each with the field that tells two entries apart; `""` is the entry itself.
 */
export const distinctNames = {
  "/audience/departments": "",
  "/integrations": "system",
  "/criticality/singlePointsOfFailure": "",
  "/ownership/understoodBy": "",
  "/compliance": "regime",
  "/performance/symptoms": "",
  "/ownership/owners": "name",
  "/ownership/successors": "",
  "/automation/triggers": "",
  "/operation/nearLimits": "",
  "/otherApps/needs": "",
  "/otherApps/neededBy": "",
} as const;
