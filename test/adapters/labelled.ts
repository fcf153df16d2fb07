import type { AppProfile } from "plimsoll";
import type { Adapted } from "plimsoll/adapters";
import { expect } from "vitest";
import { readShared } from "./shared-data.js";

/** A system as a label has it. */
interface LabelledSystem {
  readonly system: string;
  readonly direction: "read" | "write" | "bidirectional" | "unknown";
  readonly role: string;
  /** `false`, where an expert would ask the maker: a reader that says unknown is right. */
  readonly certain?: boolean;
}

export interface Label {
  readonly file: string;
  readonly systems: readonly LabelledSystem[];
  readonly triggers: readonly string[];
}

type Integration = NonNullable<AppProfile["integrations"]>[number];

/** What one reader wrote down by hand, before any program read the files. */
export const labelsOf = <Kind extends Label>(format: string): readonly Kind[] =>
  JSON.parse(readShared(`${format}/labels.json`));

/** Names as the labels spell them: what stands in brackets is a remark. */
const plain = (name: string): string => name.replace(/ \(.*\)$/, "").toLowerCase();

/** Ids that the labels call the same system. */
const sameSystem: Readonly<Record<string, string>> = { "http:api.cal.com": "cal" };

const labelName = (name: string): string => sameSystem[plain(name)] ?? plain(name);

/** The labels know no own store for flows: a system that keeps data is a record. */
const labelRole = (role: string | undefined): string | undefined =>
  role === "system-of-record" || role === "own-store" ? "record" : role;

export interface Counted {
  readonly right: number;
  readonly all: number;
  readonly wrong: readonly string[];
}

/** Holds the systems of a reading to a label: all found and none invented; counts what is right of direction and role. */
export function compareSystems(label: Label, { profile }: Adapted): Counted {
  const found = new Map<string, Integration>(
    (profile.integrations ?? []).map((each) => [labelName(each.system), each]),
  );
  expect([...found.keys()].sort(), label.file).toEqual(label.systems.map(({ system }) => labelName(system)).sort());
  const rows = label.systems.flatMap(({ system, direction, role, certain = true }) => {
    const read = found.get(labelName(system));
    const saysWrite = direction === "write" || direction === "bidirectional";
    // LABELS.md: "strict on record and channel, and may be lenient on processing": a host of which nothing is known may be either.
    if (role === "processing" && read?.role !== "processing") return [];
    // What an expert is not sure of may be unknown; what he is sure of may never be made harmless.
    if (saysWrite && (certain || read?.direction !== undefined))
      expect(read?.direction, `${label.file} ${system}`).not.toBe("read");
    const isOpen = (value: unknown) => value === undefined && !certain;
    return [
      {
        what: `${label.file} ${system}: ${read?.direction} for ${direction}`,
        isRight:
          read?.direction === direction ||
          isOpen(read?.direction) ||
          (direction === "unknown" && read?.direction === undefined),
      },
      // A custom connector says nothing of what it is: left out, a role means another system of record.
      {
        what: `${label.file} ${system}: ${read?.role} for ${role}`,
        isRight: labelRole(read?.role ?? "system-of-record") === labelRole(role) || isOpen(read?.role),
      },
    ];
  });
  return {
    right: rows.filter(({ isRight }) => isRight).length,
    all: rows.length,
    wrong: rows.flatMap(({ what, isRight }) => (isRight ? [] : [what])),
  };
}

/** Direction and role must be right in at least this share. */
const enough = 0.95;

export function expectEnough(counted: readonly Counted[]): void {
  const right = counted.reduce((sum, each) => sum + each.right, 0);
  const all = counted.reduce((sum, each) => sum + each.all, 0);
  expect(all).toBeGreaterThan(0);
  expect(right / all, counted.flatMap(({ wrong }) => wrong).join("\n")).toBeGreaterThanOrEqual(enough);
}

/** What a reading says under `/extensions/artifact`. */
export const artifactOf = ({ profile }: Adapted): Readonly<Record<string, unknown>> =>
  Object(profile.extensions?.artifact);
