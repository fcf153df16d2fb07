import type { AppProfile } from "../profile/index.js";
import type { StandardValues } from "./values.js";

type Integration = NonNullable<AppProfile["integrations"]>[number];

/** How many systems there are of each direction. */
type Counts = Readonly<Record<NonNullable<Integration["direction"]>, number>>;

/** The counts with so many systems that are read and written, when these can have all that is asked. */
function countsWith(both: number, values: StandardValues): Counts | undefined {
  const { integrationPoints, systemsRead, systemsWritten, bidirectionalSystems = both } = values;
  const { unvalidatedWrites = 0, ignoredConflicts = 0, eventDriven, asynchronous, credentials = "managed" } = values;
  const isConnected = eventDriven || asynchronous || credentials !== "managed";
  // What must be connected and reads nothing, writes.
  const writes = Math.max(both, unvalidatedWrites, ignoredConflicts, isConnected && systemsRead === 0 ? 1 : 0);
  // Whatever is not asked for is read, since that is the least risk.
  const written =
    systemsWritten ??
    (systemsRead === undefined || integrationPoints === undefined ? writes : integrationPoints - systemsRead + both);
  const least = isConnected && written === 0 ? 1 : both;
  const read = systemsRead ?? (integrationPoints === undefined ? least : integrationPoints - written + both);
  const total = read + written - both;
  const fits =
    bidirectionalSystems === both &&
    read >= both &&
    written >= writes &&
    total === (integrationPoints ?? total) &&
    (total > 0 || !isConnected);
  return fits ? { bidirectional: both, write: written - both, read: read - both } : undefined;
}

/** As few systems in both directions as can be; none at all, where nothing can have what is asked. */
function countDirections(values: StandardValues): Counts {
  const { integrationPoints = 0, systemsRead = 0, systemsWritten = 0, bidirectionalSystems = 0 } = values;
  const most = Math.max(integrationPoints, systemsRead, systemsWritten, bidirectionalSystems);
  for (let both = 0; both <= most; both++) {
    const counts = countsWith(both, values);
    if (counts !== undefined) return counts;
  }
  return { bidirectional: 0, write: 0, read: 0 };
}

/** The connections of an app of which some facts are given. */
export function integrationsOf(values: StandardValues): readonly Integration[] {
  const counts = countDirections(values);
  const {
    unvalidatedWrites = 0,
    ignoredConflicts = 0,
    eventDriven = false,
    asynchronous = false,
    credentials,
  } = values;
  const directions = (["bidirectional", "write", "read"] as const).flatMap((direction) =>
    Array.from({ length: counts[direction] }, () => direction),
  );
  return directions.map((direction, index): Integration => {
    const writing = direction !== "read" && {
      writesValidated: index >= unvalidatedWrites,
      conflicts: index < ignoredConflicts ? ("ignored" as const) : ("handled" as const),
    };
    const isFirst = index === 0;
    return {
      system: `System ${index + 1}`,
      direction,
      ...writing,
      eventDriven: eventDriven && isFirst,
      asynchronous: asynchronous && isFirst,
      credentials: isFirst && credentials !== undefined ? credentials : "managed",
    };
  });
}
