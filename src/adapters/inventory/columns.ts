import type { Json } from "../../shapes/index.js";
import { asName } from "../gather.js";
import { dayOf, numberOf, type Spot, textOf } from "../spot.js";

/** How a cell is read; what says nothing that a profile has a word for is unknown. */
export type Form =
  | "words"
  | "day"
  /** A number of people of whom there may be more: a group counts as one, and the owner is not counted. */
  | "at-least"
  | "environment-id"
  | { readonly among: Readonly<Record<string, Json>> };

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

const atLeast: Read = (spot) => {
  const number = count(spot);
  return number === undefined || number === 0 ? undefined : { atLeast: number };
};

const environments = { default: "default", developer: "personal", teams: "team" } as const;

const environmentId: Read = (spot) => (/(?:^|\/)Default-/i.test(textOf(spot) ?? "") ? "default" : undefined);

/** What reads a cell of a form. */
export function readerOf(form: Form): Read {
  if (typeof form === "object") return among(form.among);
  return { words, day: dayOf, "at-least": atLeast, "environment-id": environmentId }[form];
}

/** Where something stands in the rows of each source, where it goes in a profile, and how it is read. */
interface Column {
  readonly to: readonly string[];
  /** Headings, which are compared without case, blanks and underscores, and ways into a row. */
  readonly from: readonly (string | readonly string[])[];
  readonly form: Form;
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
    form: "words",
  },
  {
    to: ["name"],
    from: [...properties("displayName"), "displayName", "admin_displayname", "App Display Name", "admin_name", "name"],
    form: "words",
  },
  {
    to: ["description"],
    from: [...properties("description"), "admin_appdescription", "App Description", "description"],
    form: "words",
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
    form: "day",
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
    form: "day",
  },
  { to: ["lifecycle", "lastUsedOn"], from: ["admin_applastlaunchedon", "App Last Launched On"], form: "day" },
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
    form: "at-least",
  },
  {
    to: ["audience", "reach"],
    from: ["admin_sharedwithtenant", "Shared With Tenant"],
    form: { among: { true: "organisation", yes: "organisation" } },
  },
  {
    to: ["operation", "environment"],
    from: [
      ...properties("environmentId"),
      ["properties", "environment", "name"],
      ["properties", "environment", "id"],
      "environmentId",
    ],
    form: "environment-id",
  },
  {
    to: ["operation", "environment"],
    from: ["admin_environment.admin_environmentsku", "Environment SKU", "EnvironmentType"],
    form: { among: environments },
  },
  {
    to: ["ownership", "builderPresent"],
    from: ["cr5d5_appisorphaned", "App is Orphaned", "admin_appisorphaned", "admin_flowisorphaned"],
    form: { among: { yes: false, true: false } },
  },
  {
    to: ["criticality", "outage"],
    from: [
      "admin_requirement_4@OData.Community.Display.V1.FormattedValue",
      "admin_makerrequirementbusinessimpact@OData.Community.Display.V1.FormattedValue",
      "Business Impact",
    ],
    form: { among: { low: "low", medium: "medium", high: "high", critical: "high" } },
  },
];

/** What a person should be asked where a cell says something, and its headings and ways. */
export interface Asked {
  readonly ask: string;
  readonly question: string;
  readonly from: readonly (string | readonly string[])[];
}

/** That somebody owns it: names of people are not copied. */
export const owners: Asked = {
  ask: "/ownership/builderPresent",
  question: "An owner is named here: is that person still in the organisation?",
  from: [
    ...properties("ownerId", "owner"),
    ["properties", "creator", "objectId"],
    "admin_appowner",
    "App Owner",
    "_admin_appowner_value",
    "admin_derivedowner",
    "_ownerid_value",
  ],
};

/** With whom it is shared, where a number says that there are some. */
export const sharing: readonly Asked[] = [
  {
    ask: "/audience/canOpen",
    question: "It is shared with groups: how many people are in them?",
    from: [...properties("sharedGroupsCount"), "admin_appsharedgroups", "App Shared Groups", "sharedGroups"],
  },
  {
    ask: "/audience/outsideUsers",
    question: "It is shared with guests: do people outside use it?",
    from: [
      "admin_appsharedguestuser",
      "admin_appsharedguesteditor",
      "admin_appsharedguestowner",
      "admin_flowsharedguesteditor",
      "admin_flowsharedguestowner",
    ],
  },
];

/** Where the organisation's own name for the class of the data stands. */
export const dataLabels = [
  "admin_requirement_6@OData.Community.Display.V1.FormattedValue",
  "Data Classification",
] as const;
