import type { AppProfile, Severity, StandardTierId } from "plimsoll";
import { harmlessApp } from "plimsoll/testing";

type Part<Name extends keyof AppProfile> = NonNullable<AppProfile[Name]>;
type Connection = Part<"integrations">[number];
export type Operation = NonNullable<Connection["operations"]>[number];

/** What is said of an app, section by section; what is not said of it is known, and as good as can be. */
export type Said = Partial<Omit<AppProfile, "id" | "name">>;

/** What is said, as a sentence, and where it is looked at, the tier. */
export type Row = readonly [says: string, said: Said, tier?: StandardTierId | undefined];

/** A rule of a pack: how loudly it speaks, apps that it is about, and apps that are none of its business. */
export interface Spoken {
  readonly severity?: Severity;
  readonly holds: readonly Row[];
  readonly spares: readonly Row[];
}

const alone = harmlessApp("List").usedBy(1).with({ size: 1, kind: "app" }).build();

/** An app that only its maker uses, every day; with what is said of it in place of what is harmless. */
export function known(said: Said): AppProfile {
  const { audience, automation, criticality, ownership, consequences, operation, lifecycle, ...lists } = said;
  const users = audience?.users ?? 1;
  const canOpen = audience?.canOpen ?? users;
  return {
    ...alone,
    ...lists,
    audience: { ...alone.audience, users, canOpen, builtFor: users, peakConcurrent: 1, ...audience },
    automation: { ...alone.automation, runsPerDay: 5, ...automation },
    criticality: { ...alone.criticality, ...criticality },
    ownership: { ...alone.ownership, ...ownership },
    consequences: { ...alone.consequences, ...consequences },
    operation: { ...alone.operation, ...operation },
    lifecycle: { ...alone.lifecycle, reviewedOn: "2026-01-11", ...lifecycle },
  };
}

const safe: Omit<Connection, "system"> = {
  connector: "standard",
  leavesOrganisation: false,
  writesValidated: true,
  conflicts: "handled",
  eventDriven: false,
  asynchronous: false,
  identity: "app",
  secret: "vault",
  rights: "own",
  accountOwnerPresent: true,
};

/** It works on a list of its own. */
export const own = (operations: readonly Operation[], more: Omit<Connection, "system"> = {}): Said => ({
  integrations: [
    { ...safe, system: "Its own list", role: "own-store", direction: "write", operations: [...operations], ...more },
  ],
});

/** It writes to a system that others work with. */
export const other = (operations: readonly Operation[], more: Omit<Connection, "system"> = {}): Said => ({
  integrations: [
    { ...safe, system: "ERP", role: "system-of-record", direction: "write", operations: [...operations], ...more },
  ],
});

/** It only reads a system that others work with. */
export const reads = (more: Omit<Connection, "system"> = {}): Said => other([], { direction: "read", ...more });

/** It has a way in, tried from outside. */
export const letsIn = (admits: NonNullable<Part<"entrances">[number]["admits"]>, tried = true): Said => ({
  entrances: [{ name: "Page", kind: "screen", admits, tried }],
});

/** It holds data of a class, well kept. */
export const holds = (
  dataClass: NonNullable<Part<"data">[number]["class"]>,
  more: Part<"data">[number] = {},
): Said => ({
  data: [
    {
      label: null,
      copiesLeave: false,
      class: dataClass,
      encryptedAtRest: true,
      accessControl: "record",
      auditTrail: "complete",
      retention: "enforced",
      ...more,
    },
  ],
});

/** It has parts that somebody else made. */
export const partOf = (part: Part<"parts">[number]): Said => ({ parts: [{ name: "Part", ...part }] });
