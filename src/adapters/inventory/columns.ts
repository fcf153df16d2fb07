import type { Json } from "../../shapes/index.js";
import { asName } from "../gather.js";
import { dayOf, numberOf, type Spot, textOf } from "../spot.js";

/** Reads a cell; what says nothing that a profile has a word for is unknown. */
type Read = (spot: Spot) => Json | undefined;

/** What an inventory writes where it does not know. */
const isUnknown = (text: string): boolean => /^(?:n\/?a|unknown|none specified|\[.*\]|-+)$/i.test(text.trim());

/** Reads words. */
export const words = (spot: Spot): string | undefined => {
  const text = textOf(spot);
  return text === undefined || isUnknown(text) ? undefined : asName(text);
};

const among =
  (values: Readonly<Record<string, Json>>): Read =>
  (spot) => {
    const key = spot.value === true ? "true" : (textOf(spot)?.trim().toLowerCase() ?? "");
    return Object.hasOwn(values, key) ? values[key] : undefined;
  };

/** Reads a number of people or groups. */
export const count = (spot: Spot): number | undefined => {
  const text = textOf(spot);
  const number = numberOf(spot) ?? (text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined);
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined;
};

/** Of people with whom something is shared, at least so many can open it: a group counts as one, and its owner is not counted. */
const atLeast: Read = (spot) => {
  const number = count(spot);
  return number === undefined || number === 0 ? undefined : { atLeast: number };
};

const environments = { default: "default", developer: "personal", teams: "team" } as const;

const environmentId: Read = (spot) => (/(?:^|\/)Default-/i.test(textOf(spot) ?? "") ? "default" : undefined);

/** Where something stands in the rows of each source, where it goes in a profile, and how it is read. */
interface Column {
  readonly to: readonly string[];
  /** Headings, which are compared without case, blanks and underscores, and ways into a row. */
  readonly from: readonly (string | readonly string[])[];
  readonly read: Read;
}

const properties = (...names: readonly string[]) => names.map((name) => ["properties", name]);

/** Every statement that a row of an inventory can make, but systems and the ways in. */
export const columns: readonly Column[] = [
  {
    to: ["id"],
    from: [
      ...properties("workflowEntityId"),
      "admin_appidstring",
      "AppIDString",
      "admin_appid",
      "admin_flowidstring",
      "admin_flowid",
      "admin_pvaid",
      "botid",
      "resourceId",
      "name",
      "id",
    ],
    read: words,
  },
  {
    to: ["name"],
    from: [...properties("displayName"), "displayName", "admin_displayname", "App Display Name", "admin_name", "name"],
    read: words,
  },
  {
    to: ["description"],
    from: [...properties("description"), "admin_appdescription", "App Description", "description"],
    read: words,
  },
  {
    to: ["lifecycle", "startedOn"],
    from: [
      ...properties("createdAt", "createdTime"),
      "admin_appcreatedon",
      "App Created On",
      "admin_flowcreatedon",
      "admin_pvacreatedon",
      "createdon",
      "createdTime",
    ],
    read: dayOf,
  },
  {
    to: ["lifecycle", "lastChangedOn"],
    from: [
      ...properties("lastModifiedAt", "lastModifiedTime"),
      "admin_appmodifiedon",
      "App Modified On",
      "admin_flowmodifiedon",
      "modifiedon",
      "lastModifiedTime",
    ],
    read: dayOf,
  },
  { to: ["lifecycle", "lastUsedOn"], from: ["admin_applastlaunchedon", "App Last Launched On"], read: dayOf },
  {
    to: ["audience", "canOpen"],
    from: [
      ...properties("sharedUsersCount"),
      "admin_totalshared",
      "Total Shared",
      "admin_appsharedusers",
      "App Shared Users",
      "sharedUsers",
    ],
    read: atLeast,
  },
  {
    to: ["audience", "reach"],
    from: ["admin_sharedwithtenant", "Shared With Tenant"],
    read: among({ true: "organisation", yes: "organisation" }),
  },
  {
    to: ["operation", "environment"],
    from: [
      ...properties("environmentId"),
      ["properties", "environment", "name"],
      ["properties", "environment", "id"],
      "environmentId",
    ],
    read: environmentId,
  },
  {
    to: ["operation", "environment"],
    from: ["admin_environment.admin_environmentsku", "Environment SKU", "EnvironmentType"],
    read: among(environments),
  },
  {
    to: ["ownership", "builderPresent"],
    from: ["cr5d5_appisorphaned", "App is Orphaned", "admin_appisorphaned", "admin_flowisorphaned"],
    read: among({ yes: false, true: false }),
  },
  {
    to: ["criticality", "outage"],
    from: [
      "admin_requirement_4@OData.Community.Display.V1.FormattedValue",
      "admin_makerrequirementbusinessimpact@OData.Community.Display.V1.FormattedValue",
      "Business Impact",
    ],
    read: among({ low: "low", medium: "medium", high: "high", critical: "high" }),
  },
];

/** The heading of a column as it is compared: without case, blanks and underscores. */
export const headingKey = (heading: string): string => heading.replace(/[\s_\uFEFF]/g, "").toLowerCase();
