import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = new URL("../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");

/** The rooms as `docs/architecture.md` draws them, in order, each with the rooms that it may use. */
const documented = [...read("docs/architecture.md").matchAll(/^\| `([a-z-]+)` \| .* \| (.*)\|$/gm)].map(
  ([, room = "", uses = ""]) => ({ room, uses: [...uses.matchAll(/`([a-z-]+)`/g)].map(([, used = ""]) => used) }),
);

const rooms = readdirSync(new URL("src", root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Import {
  readonly from: string;
  readonly what: string;
}

const isRelative = ({ what }: Import) => what.startsWith(".");

function filesOf(room: string): readonly string[] {
  return readdirSync(new URL(`src/${room}`, root), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${room}/${file}`);
}

function importsOf(room: string): readonly Import[] {
  return filesOf(room).flatMap((from) =>
    ts.preProcessFile(read(`src/${from}`)).importedFiles.map(({ fileName }) => ({ from, what: fileName })),
  );
}

/** What an import reaches, seen from `src`. */
const reachedBy = ({ from, what }: Import) => posix.join(posix.dirname(from), what);

/** The room that something stands in. */
const roomOf = (place: string) => place.split("/")[0] ?? "";

const fromOtherRooms = (room: string) =>
  importsOf(room).filter((each) => isRelative(each) && roomOf(reachedBy(each)) !== room);

test("every room is in the picture, and the picture shows no other", () => {
  expect(documented.map(({ room }) => room).sort()).toEqual([...rooms].sort());
});

test("imports go one way: a room uses only those above it", () => {
  const above = (index: number) => documented.slice(0, index).map(({ room }) => room);
  const circles = documented.flatMap(({ room, uses }, index) =>
    uses.filter((used) => !above(index).includes(used)).map((used) => `${room} uses ${used}`),
  );
  expect(circles).toEqual([]);
});

/** Each room has one; what documents are read by has one for each format. */
const frontDoor = /^(?:[a-z-]+\/index|formats\/[a-z-]+|formats\/[a-z-]+\/index)\.js$/;

describe.each(documented)("the room $room", ({ room, uses }) => {
  test("uses the rooms that the picture says, and all of them", () => {
    const used = fromOtherRooms(room).map((each) => roomOf(reachedBy(each)));
    expect([...new Set(used)].sort()).toEqual([...uses].sort());
  });

  test("goes through the front doors of others", () => {
    const others = fromOtherRooms(room).filter((each) => !frontDoor.test(reachedBy(each)));
    expect(others).toEqual([]);
  });
});

test("only the command touches the world around it", () => {
  const packages = rooms
    .filter((room) => room !== "cli")
    .flatMap(importsOf)
    .filter((each) => !isRelative(each));
  expect([...new Set(packages.map(({ what }) => what))].sort()).toEqual(["fast-check", "ts-pattern", "zod/mini"]);
  // What is handed in is known by its type alone.
  const ofTypes = packages.filter(({ what }) => what === "fast-check").map(({ from }) => read(`src/${from}`));
  expect(ofTypes.filter((text) => !text.includes('import type { Arbitrary } from "fast-check"'))).toEqual([]);
});

test("nothing that classifies reaches a schema", () => {
  const reached = new Set<string>();
  const visit = (room: string): void => {
    if (reached.has(room)) return;
    reached.add(room);
    for (const used of valueImports(room)) visit(used);
  };
  visit("classify");
  const withSchema = [...reached].filter((room) => importsOf(room).some(({ what }) => what.startsWith("zod")));
  expect(withSchema).toEqual([]);
});

/** The rooms of which a room uses more than types. */
function valueImports(room: string): readonly string[] {
  return filesOf(room).flatMap((from) =>
    [...read(`src/${from}`).matchAll(/^(?:import|export) (?!type\b)[^;]*? from "(\.[^"]*)";/gm)]
      .map(([, what = ""]) => roomOf(reachedBy({ from, what })))
      .filter((used) => used !== room),
  );
}
