import { createExaminer, type Examination } from "../classify/index.js";
import { type Component, isVersion, isVersionFrom, type Policy, type PolicyOptions } from "../policy/index.js";
import { inShort, type Pointer, suggest } from "../problems/index.js";
import type { AppProfile } from "../profile/index.js";
import { standardPolicy } from "../standard/index.js";
import type { AsOf } from "../time/index.js";

/**
 * How a use of a component stands: it covers, or why it covers nothing.
 *
 * @example
 * ```ts
 * import { type ComponentStatus, componentUses } from "plimsoll/governance";
 *
 * const helps = (status: ComponentStatus) => status === "covers";
 * const uses = componentUses({
 *   id: "rota",
 *   name: "Rota",
 *   integrations: [{ system: "ERP", component: { id: "integration-connector" } }],
 * });
 *
 * uses.map(({ status }) => helps(status)); // → [true]
 * ```
 */
export type ComponentStatus =
  | "covers"
  | "unknown"
  | "retired"
  | "outdated"
  | "version-not-told"
  | "version-unreadable"
  | "condition-not-met"
  | "condition-open";

/** Whether a component covers where it is used, with a sentence for people. */
export interface ComponentVerdict {
  readonly status: ComponentStatus;
  readonly message: string;
  /** The nearest component of the policy, when the id looks misspelt. */
  readonly suggestion?: string;
}

/**
 * One use of a component in a profile. Plain JSON.
 *
 * @example
 * ```ts
 * import { type ComponentUse, componentUses } from "plimsoll/governance";
 *
 * const inWords = ({ pointer, message }: ComponentUse) => `${pointer}: ${message}`;
 * const uses = componentUses({ id: "rota", name: "Rota", data: [{ class: "payment", component: { id: "payment-processing" } }] });
 *
 * uses.map(inWords); // → ['/data/0/component: "Payment processing" takes care of this part.']
 * ```
 */
export interface ComponentUse extends ComponentVerdict {
  /** Where the profile names it. */
  readonly pointer: Pointer;
  /** The id of the component. */
  readonly component: string;
  /** The version in use; `null` while the profile does not tell. */
  readonly version: string | null;
}

/** Part of an app that names a component. */
export interface Use {
  readonly id: string;
  readonly version?: string;
}

function verdictOnKnown(
  { title, retired, from, when }: Component,
  { version }: Use,
  { ask }: Examination,
): ComponentVerdict {
  if (retired !== undefined) return { status: "retired", message: `"${title}" is retired. ${retired}` };
  if (!isVersionFrom(version, from)) {
    if (version === undefined) {
      return { status: "version-not-told", message: `"${title}" covers from ${from} on. Say which version is in use.` };
    }
    if (!isVersion(version)) {
      const message = `"${title}" covers from ${from} on, and "${inShort(version)}" is no version. Write it as numbers with dots, such as ${from}.`;
      return { status: "version-unreadable", message };
    }
    return {
      status: "outdated",
      message: `"${title}" covers from ${from} on, and this is ${version}. Update it.`,
    };
  }
  const holds = when === undefined ? true : ask(when).holds;
  if (holds) return { status: "covers", message: `"${title}" takes care of this part.` };
  const facts = `"${title}" covers only under a condition`;
  if (holds === false) return { status: "condition-not-met", message: `${facts}, which this app does not meet.` };
  return { status: "condition-open", message: `${facts}, and the profile does not say whether this app meets it.` };
}

/** Whether a component covers where it is used in an app. */
export function verdictOn(use: Use, { components = [] }: Policy, examination: Examination): ComponentVerdict {
  const component = components.find(({ id }) => id === use.id);
  if (component !== undefined) return verdictOnKnown(component, use, examination);
  const known = components.filter(({ retired }) => retired === undefined).map(({ id }) => id);
  const { hint, ...rest } = suggest(use.id, known);
  const message = `IT has no component "${use.id}", so it covers nothing.${hint}`;
  return { status: "unknown", message, ...rest };
}

/**
 * Every use of a component in an app, and whether it covers: one that the policy does not know or that is retired covers
 * nothing, and says so. "Reusable components for complex operations".
 *
 * @param policy Where the components are listed; `standardPolicy` when left out.
 * @param options The facts that the policy may ask for, and the day as of which the conditions of components are asked.
 * @throws {PlimsollError} with code `invalid-policy`, when the policy cannot be asked.
 *
 * @example
 * ```ts
 * import { componentUses } from "plimsoll/governance";
 *
 * const [use] = componentUses({
 *   id: "orders",
 *   name: "Orders",
 *   integrations: [{ system: "ERP", direction: "read", component: { id: "integration-conector" } }],
 * });
 *
 * use?.pointer; // → "/integrations/0/component"
 * use?.status; // → "unknown"
 * use?.suggestion; // → "integration-connector"
 * ```
 */
export function componentUses(
  profile: AppProfile,
  policy: Policy = standardPolicy,
  options: PolicyOptions & AsOf = {},
): readonly ComponentUse[] {
  const examination = createExaminer(policy, options)(profile, options);
  const usesIn = (list: string, entries: readonly { readonly component?: Use }[] = []): readonly ComponentUse[] =>
    entries.flatMap(({ component: use }, index) => {
      if (use === undefined) return [];
      const pointer = `/${list}/${index}/component`;
      const verdict = verdictOn(use, policy, examination);
      return [{ pointer, component: use.id, version: use.version ?? null, ...verdict }];
    });
  return [
    ...usesIn("integrations", profile.integrations),
    ...usesIn("data", profile.data),
    ...usesIn("compliance", profile.compliance),
  ];
}
