import type { AppProfile } from "plimsoll";
import { type Column, inOneCell } from "./csv.js";

/** What a profile tells of an app, as far as whoever looks after a platform sorts and filters by it. */
type About = Pick<AppProfile, "platform" | "kind" | "ownership" | "lifecycle">;

/** Nobody is an answer, and not the same as nothing said. */
const whoIs = (name: string | null | undefined) => (name === null ? "nobody" : name);

const owners = ({ ownership }: About) =>
  ownership?.owners &&
  inOneCell(ownership.owners.map(({ name, active }) => `${name}${active === false ? " (gone)" : ""}`));

/** Columns about what an app is, who answers for it, and how far along it is. */
export const aboutColumns: readonly Column<About>[] = [
  { name: "platform", of: ({ platform }) => platform },
  { name: "kind", of: ({ kind }) => kind },
  { name: "stage", of: ({ lifecycle }) => lifecycle?.stage },
  { name: "productionSince", of: ({ lifecycle }) => lifecycle?.productionSince },
  { name: "reviewedOn", of: ({ lifecycle }) => lifecycle?.reviewedOn },
  { name: "lastUsedOn", of: ({ lifecycle }) => lifecycle?.lastUsedOn },
  { name: "businessOwner", of: ({ ownership }) => whoIs(ownership?.businessOwner) },
  { name: "itOwner", of: ({ ownership }) => whoIs(ownership?.itOwner) },
  { name: "owners", of: owners },
  { name: "builderPresent", of: ({ ownership }) => ownership?.builderPresent },
];

/** Columns of something that holds others, for those that are about it. */
export const columnsIn = <Row, Part>(
  columns: readonly Column<Part>[],
  part: (row: Row) => Part,
): readonly Column<Row>[] => columns.map(({ name, of }) => ({ name, of: (row) => of(part(row)) }));
