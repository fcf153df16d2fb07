import type { AppProfile } from "../profile/index.js";
import type { StandardValues } from "./values.js";

type DataEntry = NonNullable<AppProfile["data"]>[number];
type DataClass = NonNullable<DataEntry["class"]>;

function classesOf({ sensitiveData = [], dataSensitivity, ...protection }: StandardValues): readonly DataClass[] {
  if (sensitiveData.length > 0) return sensitiveData;
  const asksForProtection = Object.values(protection).some((value) => value !== undefined);
  const level = dataSensitivity ?? (asksForProtection ? "semi-sensitive" : "general");
  if (level === "none") return [];
  return [level === "sensitive" ? "personal" : level];
}

/** The data of an app of which some facts are given; what is not asked for is well protected. */
export function dataOf(values: StandardValues): readonly DataEntry[] {
  const { sensitiveData, dataSensitivity, unencryptedData, accessControl, auditTrail, retention } = values;
  const asked = { sensitiveData, dataSensitivity, unencryptedData, accessControl, auditTrail, retention };
  return classesOf(withoutGaps(asked)).map((dataClass) => ({
    class: dataClass,
    encryptedAtRest: unencryptedData !== true,
    accessControl: accessControl ?? "record",
    auditTrail: auditTrail ?? "complete",
    retention: retention ?? "enforced",
  }));
}

function withoutGaps(
  values: { readonly [Name in keyof StandardValues]?: StandardValues[Name] | undefined },
): StandardValues {
  // Without the fields that are undefined, these are values.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as StandardValues;
}
